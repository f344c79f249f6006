package org.vigie.pseudonym;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The grammatical gender that a first name asks of its adjectives and participles. A name that is given to both, or that
 * the table does not know, tells none: no gender is better than a wrong one.
 */
enum Gender {
    FEMININE('F'),
    MASCULINE('M');

    private static final Map<String, Gender> BY_FIRST_NAME = read();

    private final char letter;

    Gender(char letter) {
        this.letter = letter;
    }

    /** As it stands in a placeholder. */
    char letter() {
        return letter;
    }

    /** Of the first word that is a first name; a single word may be a surname (« Claude », « Martin ») and tells none. */
    static Optional<Gender> of(String name) {
        List<String> words = Names.words(name);
        if (words.size() < 2) return Optional.empty();
        return words.stream()
                .filter(BY_FIRST_NAME::containsKey)
                .map(BY_FIRST_NAME::get)
                .findFirst();
    }

    private static Map<String, Gender> read() {
        Map<String, Gender> genders = new HashMap<>();
        try (InputStream file = Gender.class.getResourceAsStream("first-names.txt")) {
            if (file == null) throw new IllegalStateException("first-names.txt is missing");
            BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
            Gender current = FEMININE;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("#")) {
                    current = line.contains("masculine") ? MASCULINE : FEMININE;
                    continue;
                }
                for (String name : line.split(" ")) if (!name.isBlank()) genders.put(name, current);
            }
            return Map.copyOf(genders);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
