package org.vigie.mission;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A file that proves a client's agreement: the signed clause, or the message by which they agree.
 *
 * @param name what whoever added it called it
 * @param size in bytes
 * @param sha256 of the file as it was received, in hexadecimal
 */
public record Evidence(UUID id, Kind kind, String name, int size, String sha256, UUID addedBy, Instant addedAt) {
    static final int LARGEST = 10_000_000;
    /** Of one mission: each renewal of an agreement may bring its own. */
    static final int MOST = 20;

    private static final int LONGEST_NAME = 120;

    /** What a file is by its content; its name does not count. */
    public enum Kind {
        PDF("pdf", "application/pdf"),
        PNG("png", "image/png"),
        JPEG("jpg", "image/jpeg"),
        /** RFC 5322. */
        EMAIL("eml", "message/rfc822"),
        /** A message that Outlook saved: a compound file (MS-OXMSG). */
        OUTLOOK("msg", "application/vnd.ms-outlook");

        private static final byte[] PDF_HEAD = ascii("%PDF-");
        private static final byte[] PNG_HEAD = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
        private static final byte[] JPEG_HEAD = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
        private static final byte[] COMPOUND_HEAD = {
            (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
        };
        /** The stream that each such message has, and no document (MS-OXMSG 2.4). */
        private static final byte[] MESSAGE_STREAM = "__properties_version1.0".getBytes(StandardCharsets.UTF_16LE);

        /** A field's name is printable ASCII without a colon (RFC 5322 2.2). */
        private static final Pattern FIELD = Pattern.compile("[!-9;-~]{1,76}:.*", Pattern.DOTALL);

        private static final int LONGEST_HEAD = 65_536;

        private final String extension;
        private final String mediaType;

        Kind(String extension, String mediaType) {
            this.extension = extension;
            this.mediaType = mediaType;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        String extension() {
            return extension;
        }

        String mediaType() {
            return mediaType;
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }

        /** Empty for whatever is none of them. */
        static Optional<Kind> of(byte[] content) {
            if (begins(content, PDF_HEAD)) return Optional.of(PDF);
            if (begins(content, PNG_HEAD)) return Optional.of(PNG);
            if (begins(content, JPEG_HEAD)) return Optional.of(JPEG);
            if (begins(content, COMPOUND_HEAD)) {
                return Optional.of(OUTLOOK).filter(_ -> holds(content, MESSAGE_STREAM));
            }
            return Optional.of(EMAIL).filter(_ -> isEmail(content));
        }

        private static boolean begins(byte[] content, byte[] head) {
            return content.length > head.length && Arrays.equals(content, 0, head.length, head, 0, head.length);
        }

        private static boolean holds(byte[] content, byte[] wanted) {
            for (int at = 0; at + wanted.length <= content.length; at++) {
                if (Arrays.equals(content, at, at + wanted.length, wanted, 0, wanted.length)) return true;
            }
            return false;
        }

        /** A head of fields with a sender and a date, which RFC 5322 3.6 asks of each message, and an empty line behind. */
        private static boolean isEmail(byte[] content) {
            String start = new String(content, 0, Math.min(content.length, LONGEST_HEAD), StandardCharsets.ISO_8859_1)
                    .replace("\r\n", "\n");
            int end = start.indexOf("\n\n");
            if (end < 0 || start.indexOf('\0') >= 0) return false;
            List<String> fields =
                    List.of(start.substring(0, end).replaceAll("\n[ \t]+", " ").split("\n"));
            return fields.stream().allMatch(field -> FIELD.matcher(field).matches())
                    && List.of("from:", "date:").stream()
                            .allMatch(name -> fields.stream()
                                    .anyMatch(field ->
                                            field.toLowerCase(Locale.ROOT).startsWith(name)));
        }

        private static byte[] ascii(String text) {
            return text.getBytes(StandardCharsets.US_ASCII);
        }
    }

    /** A name without its folder and without characters that show nothing, cut to what a page can hold. */
    static String nameOf(String sent) {
        String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        String shown = last.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "").strip();
        if (shown.length() <= LONGEST_NAME) return shown;
        int cut = Character.isHighSurrogate(shown.charAt(LONGEST_NAME - 1)) ? LONGEST_NAME - 1 : LONGEST_NAME;
        return shown.substring(0, cut);
    }

    /** What it is called on the machine of whoever gets it: by the mission and its own hash, never as it was sent. */
    String fileName(String mission) {
        return mission + "-" + sha256.substring(0, 8) + "." + kind.extension();
    }
}
