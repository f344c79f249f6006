package org.vigie.mission;

import java.time.LocalDate;
import org.vigie.kernel.Language;
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

    Form faults(Form form, MissionException rejected) {
        Form all = form;
        for (MissionFault fault : rejected.faults().stream().sorted().toList()) {
            all = all.with(new Form.FieldError(fault.field(), say().fault(fault)));
        }
        return all;
    }
}
