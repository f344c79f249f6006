package org.vigie.opinion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.vigie.opinion.Tokenizer.Words;

/**
 * What {@code tokenizer.json} says besides its vocabulary, as far as we follow it. What we do not know is refused: a
 * sentence that is cut in another way than the model learned gives wrong answers without a sign.
 */
final class TokenizerParts {
    private static final String SPACE_MARK = "▁";

    private final Map<String, JsonNode> parts;
    private boolean punctuation;
    private boolean digits;
    private boolean ideographs;
    private String mark = "";
    private boolean firstToo = true;

    TokenizerParts(Map<String, JsonNode> parts) {
        this.parts = parts;
    }

    Tokenizer tokenizer(Pieces pieces) throws OpinionException {
        Normaliser normaliser = normaliser(part("normalizer"));
        words(part("pre_tokenizer"));
        List<Integer> opening = new ArrayList<>();
        List<Integer> closing = new ArrayList<>();
        frame(part("post_processor"), opening, closing);
        Words words = new Words(punctuation, digits, ideographs, mark, firstToo);
        return new Tokenizer(normaliser, words, pieces, List.copyOf(opening), List.copyOf(closing));
    }

    private JsonNode part(String name) {
        return parts.getOrDefault(name, MissingNode.getInstance());
    }

    private Normaliser normaliser(JsonNode node) throws OpinionException {
        return switch (node.path("type").asText("")) {
            // Spaces at the ends and side by side: words are cut there whatever their number.
            case "", "Strip" -> new Normaliser.None();
            case "Sequence" -> {
                List<Normaliser> steps = new ArrayList<>();
                for (JsonNode step : node.path("normalizers")) steps.add(normaliser(step));
                yield new Normaliser.Sequence(List.copyOf(steps));
            }
            case "BertNormalizer" -> bert(node);
            case "NFC" -> new Normaliser.Unicode(Normalizer.Form.NFC);
            case "NFD" -> new Normaliser.Unicode(Normalizer.Form.NFD);
            case "NFKC" -> new Normaliser.Unicode(Normalizer.Form.NFKC);
            case "NFKD" -> new Normaliser.Unicode(Normalizer.Form.NFKD);
            case "Lowercase" -> new Normaliser.Lowercase();
            case "StripAccents" -> new Normaliser.StripAccents();
            case "Nmt" -> new Normaliser.Clean();
            case "Replace" -> replace(node);
            case "Precompiled" -> precompiled(node);
            default -> throw unsupported("normalizer");
        };
    }

    private Normaliser bert(JsonNode node) {
        boolean lowercase = node.path("lowercase").asBoolean(true);
        boolean accentless = node.path("strip_accents").asBoolean(lowercase);
        ideographs = node.path("handle_chinese_chars").asBoolean(true);
        List<Normaliser> steps = new ArrayList<>();
        if (node.path("clean_text").asBoolean(true)) steps.add(new Normaliser.Clean());
        if (accentless) {
            steps.add(new Normaliser.Unicode(Normalizer.Form.NFD));
            steps.add(new Normaliser.StripAccents());
        }
        if (lowercase) steps.add(new Normaliser.Lowercase());
        return new Normaliser.Sequence(List.copyOf(steps));
    }

    /** A regular expression of somebody else's is run on no text; those about spaces change nothing here. */
    private static Normaliser replace(JsonNode node) throws OpinionException {
        JsonNode regex = node.path("pattern").path("Regex");
        if (regex.isTextual()) {
            boolean spaces = List.of(" {2,}", "\\s+", " +").contains(regex.asText());
            if (spaces) return new Normaliser.None();
            throw unsupported("normalizer");
        }
        String what = node.path("pattern").path("String").asText("");
        String by = node.path("content").asText("");
        if (what.equals(" ") && (by.equals(" ") || by.equals(SPACE_MARK))) return new Normaliser.None();
        if (what.codePointCount(0, what.length()) != 1 || by.length() > 4) throw unsupported("normalizer");
        return new Normaliser.Replace(what, by);
    }

    private static Normaliser precompiled(JsonNode node) throws OpinionException {
        String map = node.path("precompiled_charsmap").asText("");
        if (map.isEmpty()) return new Normaliser.None();
        try {
            return new Normaliser.Mapped(new Charsmap(Base64.getDecoder().decode(map)));
        } catch (IllegalArgumentException notBase64) {
            throw OpinionException.model("the precompiled_charsmap of tokenizer.json is damaged");
        }
    }

    private void words(JsonNode node) throws OpinionException {
        switch (node.path("type").asText("")) {
            case "BertPreTokenizer", "Punctuation" -> punctuation = true;
            case "", "WhitespaceSplit" -> {}
            case "Digits" -> digits = node.path("individual_digits").asBoolean(false);
            case "Metaspace" -> {
                mark = node.path("replacement").asText(SPACE_MARK);
                firstToo = !node.path("prepend_scheme").asText("always").equals("never")
                        && node.path("add_prefix_space").asBoolean(true);
                if (mark.length() != 1) throw unsupported("pre_tokenizer");
            }
            case "Sequence" -> {
                for (JsonNode step : node.path("pretokenizers")) words(step);
            }
            default -> throw unsupported("pre_tokenizer");
        }
    }

    /** What stands around one sentence: {@code [CLS] … [SEP]}, {@code <s> … </s>}. */
    private static void frame(JsonNode node, List<Integer> opening, List<Integer> closing) throws OpinionException {
        switch (node.path("type").asText("")) {
            case "" -> {}
            case "BertProcessing", "RobertaProcessing" -> {
                opening.add(id(node.path("cls").path(1)));
                closing.add(id(node.path("sep").path(1)));
            }
            case "TemplateProcessing" -> template(node, opening, closing);
            case "Sequence" -> {
                for (JsonNode step : node.path("processors")) frame(step, opening, closing);
            }
            default -> throw unsupported("post_processor");
        }
    }

    private static void template(JsonNode node, List<Integer> opening, List<Integer> closing) throws OpinionException {
        boolean behind = false;
        for (JsonNode step : node.path("single")) {
            if (step.has("Sequence")) {
                behind = true;
                continue;
            }
            String name = step.path("SpecialToken").path("id").asText("");
            for (JsonNode id : node.path("special_tokens").path(name).path("ids"))
                (behind ? closing : opening).add(id(id));
        }
        if (opening.size() + closing.size() > 8) throw unsupported("post_processor");
    }

    private static int id(JsonNode node) throws OpinionException {
        if (!node.canConvertToInt() || node.asInt() < 0) throw unsupported("post_processor");
        return node.asInt();
    }

    private static OpinionException unsupported(String part) {
        return TokenizerFile.fault("asks for a " + part + " that is not supported");
    }
}
