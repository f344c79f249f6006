package org.vigie.dictionary;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an administrator can import, with the headings by which its columns are known, folded. */
public enum NameKind {
    /** INSEE, fichier des prénoms. */
    FIRST_NAMES(List.of("preusuel", "prenom", "prenoms", "prenom usuel", "first name", "firstname")),
    /** INSEE, fichier des noms de famille. */
    SURNAMES(List.of("nom", "noms", "nom de famille", "patronyme", "surname", "last name", "lastname")),
    /** The people of the organisation. */
    STAFF(List.of());

    private final List<String> headings;

    NameKind(List<String> headings) {
        this.headings = headings;
    }

    List<String> headings() {
        return headings;
    }

    /** As addresses and the database have it: {@code first_names}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<NameKind> of(String code) {
        return List.of(values()).stream()
                .filter(kind -> kind.code().equals(code))
                .findFirst();
    }
}
