package org.vigie.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mark in a skeleton:
 * <ul>
 * <li><code>{PERSON:Amina Belkacem}</code>: a value to be found, as it stands;
 * <li><code>{NIR:gen}</code>, <code>{NIR:gen:dots}</code>: a value drawn by {@link DrawnValues}, written in one manner;
 * <li><code>{?:192.0.2.7}</code>: may be found or not; <code>{?:gen:NIR:spaced}</code>: drawn, then its last digit
 *     falsified;
 * <li><code>{nbsp}</code>, <code>{nnbsp}</code>, <code>{tab}</code>, <code>{cr}</code>: a character that one does not
 *     see;
 * <li><code>~hex40~</code>, <code>~uuid~</code>, <code>~alnum24~</code>, <code>~b64x40~</code>, <code>~digits9~</code>:
 *     drawn, also within values.
 * </ul>
 *
 * @param name the type's name, {@code ?} or that of a character; {@code ~} for what is drawn outside of values
 */
record SkeletonMark(String name, String content, int start, int end) {
    private static final Pattern MARK = Pattern.compile(
            "\\{([A-Z_]+|\\?):([^}]*)}|\\{(nbsp|nnbsp|tab|cr)}|~((?:hex|alnum|b64x|digits)[0-9]+|uuid)~");
    private static final Pattern DRAWN = Pattern.compile("~((?:hex|alnum|b64x|digits)[0-9]+|uuid)~");

    static List<SkeletonMark> all(String skeleton) {
        List<SkeletonMark> marks = new ArrayList<>();
        Matcher matcher = MARK.matcher(skeleton);
        while (matcher.find()) {
            String name = matcher.group(1);
            String content = matcher.group(2);
            if (matcher.group(3) != null) {
                name = matcher.group(3);
                content = "";
            } else if (matcher.group(4) != null) {
                name = "~";
                content = matcher.group();
            }
            marks.add(new SkeletonMark(name, content, matcher.start(), matcher.end()));
        }
        return marks;
    }

    boolean isSpan() {
        return Character.isUpperCase(name.charAt(0)) || name.equals("?");
    }

    Optional<FindingType> type() {
        return name.equals("?") ? Optional.empty() : Optional.of(FindingType.valueOf(name));
    }

    String value(DrawnValues values) {
        return switch (name) {
            case "nbsp" -> "\u00a0";
            case "nnbsp" -> "\u202f";
            case "tab" -> "\t";
            case "cr" -> "\r";
            case "?" -> content.startsWith("gen:") ? wrong(values) : drawn(values);
            default -> content.startsWith("gen") ? right(values) : drawn(values);
        };
    }

    private String right(DrawnValues values) {
        return values.draw(FindingType.valueOf(name), content.equals("gen") ? "" : content.substring("gen:".length()));
    }

    private String wrong(DrawnValues values) {
        String[] parts = content.split(":", 3);
        String value = values.draw(FindingType.valueOf(parts[1]), parts.length > 2 ? parts[2] : "");
        for (int i = value.length() - 1; ; i--) {
            char c = value.charAt(i);
            if (c >= '0' && c <= '9')
                return value.substring(0, i) + (char) ('0' + (c - '0' + 3) % 10) + value.substring(i + 1);
        }
    }

    private String drawn(DrawnValues values) {
        return DRAWN.matcher(content)
                .replaceAll(match -> Matcher.quoteReplacement(values.characters(match.group(1))))
                .replace("\\n", "\n");
    }
}
