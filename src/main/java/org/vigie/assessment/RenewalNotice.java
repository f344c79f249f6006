package org.vigie.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vigie.kernel.Language;
import org.vigie.kernel.Wording;
import org.vigie.web.Figures;

/** What those who assess providers read above every page while one is to be decided again. */
final class RenewalNotice {
    private RenewalNotice() {}

    /** @param approved the last day of the approval itself */
    static Wording of(String name, List<Reopening> reopenings, Optional<LocalDate> approved) {
        return new Wording(
                "Le fournisseur " + name + " est à évaluer de nouveau : " + causes(reopenings, Language.FRENCH)
                        + ". Sans nouvelle décision, rien ne lui est plus envoyé après le "
                        + last(Language.FRENCH, reopenings, approved) + ".",
                "The provider " + name + " is to be assessed again: " + causes(reopenings, Language.ENGLISH)
                        + ". Without a new decision nothing is sent there after "
                        + last(Language.ENGLISH, reopenings, approved) + ".");
    }

    private static String causes(List<Reopening> reopenings, Language language) {
        return reopenings.stream()
                .map(one -> cause(one.cause()).in(language))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static Wording cause(Reopening.Cause cause) {
        return switch (cause) {
            case TERMS -> new Wording("ses conditions ont changé", "its terms have changed");
            case CERTIFICATION -> new Wording("une certification a expiré", "a certification has expired");
            case INCIDENT -> new Wording("il a été suspendu", "it was suspended");
            case EXPIRY -> new Wording("son approbation arrive à terme", "its approval comes to its end");
        };
    }

    private static String last(Language language, List<Reopening> reopenings, Optional<LocalDate> approved) {
        return Reopening.lastDay(approved, reopenings)
                .map(new Figures(language)::day)
                .orElse("");
    }
}
