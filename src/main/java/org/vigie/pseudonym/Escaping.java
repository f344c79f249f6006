package org.vigie.pseudonym;

/** How a restored value is written in the place that it goes to. */
public enum Escaping {
    /** As it stood. */
    NONE,
    /** Escaped once as the inside of a JSON string (RFC 8259 §7): for the {@code arguments} of a tool call. */
    JSON;

    String apply(String value) {
        return this == NONE ? value : json(value);
    }

    private static String json(String value) {
        StringBuilder escaped = new StringBuilder(value.length() + 8);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> escaped.append("\\\"");
                case '\\' -> escaped.append("\\\\");
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                default -> {
                    if (c < 0x20) escaped.append(String.format("\\u%04x", (int) c));
                    else escaped.append(c);
                }
            }
        }
        return escaped.toString();
    }
}
