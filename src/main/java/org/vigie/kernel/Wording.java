package org.vigie.kernel;

/** The same said in both languages, as plain text. */
public record Wording(String french, String english) {
    public String in(Language language) {
        return switch (language) {
            case FRENCH -> french;
            case ENGLISH -> english;
        };
    }
}
