package org.vigie.exchange;

import java.util.Locale;
import org.vigie.exchange.JsonDocument.Value;

/**
 * What was said, as JSON or as plain text and subtitles; in one piece. Models that are billed by the minute tell seconds
 * instead of tokens: those stay an estimate.
 */
final class TranscriptionAnswer implements WholeAnswer {
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
    public boolean untouched(Value.Text text) {
        return false;
    }
}
