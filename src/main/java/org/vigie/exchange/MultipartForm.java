package org.vigie.exchange;

import static org.vigie.exchange.ModelRequest.malformed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.kernel.ProblemException;

/** {@code multipart/form-data} (RFC 7578), read and written whole. What is written otherwise than clients do is refused. */
public final class MultipartForm {
    /** A content type with its boundary, as RFC 2046, 5.1.1 lets one be. */
    public static final Pattern CONTENT_TYPE =
            Pattern.compile("(?i)multipart/form-data\\s*;\\s*boundary=(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70}))\\s*");

    private static final int MOST_PARTS = 64;
    private static final int LONGEST_HEADERS = 4_096;
    private static final Pattern NAME = Pattern.compile("(?i);\\s*name=\"([^\"]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("(?i);\\s*filename=\"([^\"]*)\"");
    private static final byte[] END_OF_HEADERS = {'\r', '\n', '\r', '\n'};

    private MultipartForm() {}

    /** @param fileName of a file, as the client says */
    public record Part(String name, Optional<String> fileName, Optional<String> contentType, byte[] content) {}

    /** @throws ProblemException {@link org.vigie.kernel.Problem.Malformed} when it is not such a form */
    static List<Part> read(String contentType, byte[] body) {
        byte[] delimiter = ("\r\n--" + boundary(contentType)).getBytes(StandardCharsets.ISO_8859_1);
        List<Part> parts = new ArrayList<>();
        // The first delimiter has no line before it.
        int at = startsWith(body, delimiter, 2) ? delimiter.length - 2 : -1;
        while (at >= 0 && !isEnd(body, at)) {
            if (parts.size() == MOST_PARTS) throw malformed("the form", "it has more than " + MOST_PARTS + " parts");
            int headers = afterLine(body, at);
            // The line's own end may be the beginning of the empty line: a part without headers.
            int content = headers < 0 ? -1 : find(body, END_OF_HEADERS, headers - 2, headers + LONGEST_HEADERS);
            int end = content < 0 ? -1 : find(body, delimiter, content + 2, body.length);
            if (end < 0) throw malformed("the form", "a part does not end");
            String head = content < headers ? "" : new String(body, headers, content - headers, StandardCharsets.UTF_8);
            parts.add(part(head, java.util.Arrays.copyOfRange(body, Math.min(content + 4, end), end)));
            at = end + delimiter.length;
        }
        if (at < 0) throw malformed("the form", "it does not begin with its boundary");
        return parts;
    }

    private static String boundary(String contentType) {
        Matcher matcher = CONTENT_TYPE.matcher(contentType);
        if (!matcher.matches()) throw malformed("content-type", "multipart/form-data with a boundary is expected");
        return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    }

    private static Part part(String headers, byte[] content) {
        String disposition = header(headers, "content-disposition").orElse("");
        Matcher name = NAME.matcher(disposition);
        if (!disposition.toLowerCase(Locale.ROOT).startsWith("form-data") || !name.find()) {
            throw malformed("the form", "a part has no name");
        }
        Matcher file = FILE_NAME.matcher(disposition);
        return new Part(
                name.group(1),
                file.find() ? Optional.of(file.group(1)) : Optional.empty(),
                header(headers, "content-type"),
                content);
    }

    private static Optional<String> header(String headers, String name) {
        return headers.lines()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }

    private static boolean startsWith(byte[] body, byte[] delimiter, int skipped) {
        int length = delimiter.length - skipped;
        return body.length >= length && java.util.Arrays.equals(body, 0, length, delimiter, skipped, delimiter.length);
    }

    private static boolean isEnd(byte[] body, int at) {
        return at + 1 < body.length && body[at] == '-' && body[at + 1] == '-';
    }

    /** Past the end of the delimiter's line; -1 where something else stands on it. */
    private static int afterLine(byte[] body, int at) {
        int end = at;
        while (end < body.length && (body[end] == ' ' || body[end] == '\t')) end++;
        return end + 1 < body.length && body[end] == '\r' && body[end + 1] == '\n' ? end + 2 : -1;
    }

    private static int find(byte[] body, byte[] sought, int from, int to) {
        int last = Math.min(to, body.length - sought.length);
        for (int at = Math.max(0, from); at <= last; at++) {
            if (body[at] == sought[0]
                    && java.util.Arrays.equals(body, at, at + sought.length, sought, 0, sought.length)) {
                return at;
            }
        }
        return -1;
    }

    /** @param boundary that stands in no part */
    public static byte[] write(List<Part> parts, String boundary) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Part part : parts) {
            StringBuilder head = new StringBuilder("--").append(boundary);
            head.append("\r\nContent-Disposition: form-data; name=\"")
                    .append(quoted(part.name()))
                    .append('"');
            part.fileName()
                    .ifPresent(name ->
                            head.append("; filename=\"").append(quoted(name)).append('"'));
            part.contentType()
                    .ifPresent(type -> head.append("\r\nContent-Type: ").append(type));
            out.writeBytes(head.append("\r\n\r\n").toString().getBytes(StandardCharsets.UTF_8));
            out.writeBytes(part.content());
            out.writeBytes(new byte[] {'\r', '\n'});
        }
        out.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    /** As HTML has browsers write it ("multipart/form-data encoding algorithm"). */
    private static String quoted(String name) {
        return name.replace("\r", "%0D").replace("\n", "%0A").replace("\"", "%22");
    }
}
