package org.vigie.mission;

import java.time.LocalDate;
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

    Form faults(Form form, MissionException rejected) {
        Form all = form;
        for (MissionFault fault : rejected.faults().stream().sorted().toList()) {
            all = all.with(new Form.FieldError(fault.field(), say().fault(fault)));
        }
        return all;
    }
}
