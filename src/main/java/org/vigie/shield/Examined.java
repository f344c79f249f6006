package org.vigie.shield;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.vigie.detection.Finding;
import org.vigie.detection.FindingType;
import org.vigie.exchange.JsonDocument;
import org.vigie.exchange.JsonDocument.Patch;
import org.vigie.exchange.JsonPath;
import org.vigie.pseudonym.Issuance;

/** One string of a request after the recognisers have seen it, with its place in the bytes. */
sealed interface Examined {
    /** What replaces its findings by placeholders, in the bytes of {@code document}. */
    void mask(JsonDocument document, Issuance issuance, Consumer<Patch> patches);

    /** Every text in it, for what must be known before the first placeholder is issued. */
    void texts(Consumer<String> texts);

    void findings(Consumer<Finding> findings);

    JsonPath path();

    /** A marking says what the text is: whoever receives it should know. */
    static boolean isReplaced(Finding finding) {
        return finding.type() != FindingType.MARKING;
    }

    /** A text; {@code from} is the byte where its content begins. */
    record Words(JsonPath path, String text, int from, List<Finding> found) implements Examined {
        @Override
        public void mask(JsonDocument document, Issuance issuance, Consumer<Patch> patches) {
            for (Finding finding : found) {
                if (!isReplaced(finding)) continue;
                byte[] placeholder = issuance.placeholderFor(finding.type(), text, finding.start(), finding.end())
                        .getBytes(StandardCharsets.US_ASCII);
                int start = document.byteOffset(from, finding.start());
                int end = document.byteOffset(start, finding.end() - finding.start());
                patches.accept(new Patch(start, end, placeholder));
            }
        }

        @Override
        public void texts(Consumer<String> texts) {
            texts.accept(text);
        }

        @Override
        public void findings(Consumer<Finding> findings) {
            found.forEach(findings);
        }
    }

    /** A number of a JSON text: other digits stand for it, so that it stays a number. */
    record Number(JsonPath path, int from, int to, String digits, Finding found) implements Examined {
        @Override
        public void mask(JsonDocument document, Issuance issuance, Consumer<Patch> patches) {
            byte[] surrogate = issuance.surrogateFor(found.type(), digits).getBytes(StandardCharsets.US_ASCII);
            patches.accept(new Patch(from, to, surrogate));
        }

        @Override
        public void texts(Consumer<String> texts) {
            texts.accept(digits);
        }

        @Override
        public void findings(Consumer<Finding> findings) {
            findings.accept(found);
        }
    }

    /** A string that is itself JSON, as a tool call's arguments: examined string by string, escapes undone. */
    record Nested(JsonPath path, int from, int to, JsonDocument inner, List<Examined> parts) implements Examined {
        @Override
        public void mask(JsonDocument document, Issuance issuance, Consumer<Patch> patches) {
            List<Patch> within = new ArrayList<>();
            parts.forEach(part -> part.mask(inner, issuance, within::add));
            if (within.isEmpty()) return;
            String masked = new String(inner.patched(within), StandardCharsets.UTF_8);
            patches.accept(new Patch(from, to, JsonDocument.escaped(masked)));
        }

        @Override
        public void texts(Consumer<String> texts) {
            parts.forEach(part -> part.texts(texts));
        }

        @Override
        public void findings(Consumer<Finding> findings) {
            parts.forEach(part -> part.findings(findings));
        }
    }
}
