package org.vigie.mission;

import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;
import org.vigie.kernel.Language;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.web.Bundles;
import org.vigie.web.Figures;
import org.vigie.web.Form;

/** Messages and dates in one language. */
record MissionWords(Language language) {
    MissionMessages say() {
        return Bundles.in(MissionMessages.class, language);
    }

    String date(LocalDate day) {
        return new Figures(language).day(day);
    }

    /** What a program is told: that somebody was faster, or each field with what is wrong there. */
    ProblemException problem(MissionException rejected) {
        if (rejected.faults().contains(MissionFault.CHANGED_MEANWHILE)) {
            return new ProblemException(new Problem.ChangedMeanwhile());
        }
        return faults(Form.EMPTY, rejected).problem();
    }

    /** @param alpha3 ISO 3166-1; itself where it is no country's */
    String country(String alpha3) {
        return Stream.of(Locale.getISOCountries())
                .map(alpha2 -> Locale.of("", alpha2))
                .filter(country -> country.getISO3Country().equals(alpha3))
                .findFirst()
                .map(country -> country.getDisplayCountry(language.locale()))
                .orElse(alpha3);
    }

    Form faults(Form form, MissionException rejected) {
        Form all = form;
        for (MissionFault fault : rejected.faults().stream().sorted().toList()) {
            all = all.with(new Form.FieldError(fault.field(), say().fault(fault)));
        }
        return all;
    }
}
