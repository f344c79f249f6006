package org.vigie.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vigie.exchange.JsonDocument.Value;

/** What was said, as JSON or as plain text and subtitles; in one piece. */
final class TranscriptionAnswer implements AnswerForm {
    /** Plain text and the two formats of subtitles that the API offers. */
    @Override
    public boolean isBytes(String contentType) {
        String type = contentType.toLowerCase(Locale.ROOT);
        return type.startsWith("text/plain") || type.startsWith("text/vtt") || type.startsWith("application/x-subrip");
    }

    @Override
    public boolean bytesAreText() {
        return true;
    }

    @Override
    public Mark mark(byte[] payload) {
        return RootError.isIn(payload) ? Mark.ERROR : Mark.PIECE;
    }

    @Override
    public Optional<String> eventName(byte[] payload) {
        return Optional.empty();
    }

    @Override
    public StreamEvent event(JsonDocument document) {
        return new StreamEvent(document, List.of(), _ -> true, Optional.empty(), (_, _) -> document.bytes());
    }

    /** Models that are billed by the minute tell seconds instead: those stay an estimate. */
    @Override
    public Optional<Usage> usage(JsonDocument document) {
        long input = Fields.number(document, 0, "usage", "input_tokens");
        long output = Fields.number(document, 0, "usage", "output_tokens");
        return input + output == 0 ? Optional.empty() : Optional.of(new Usage(input, output, false));
    }

    @Override
    public boolean onlyUsage(JsonDocument document) {
        return false;
    }

    @Override
    public long textBytes(JsonDocument document) {
        return 0;
    }

    @Override
    public boolean untouched(Value.Text text) {
        return false;
    }
}
