package org.vigie.incident;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.vigie.kernel.DataClass;
import org.vigie.web.Form;

/** A report as the fields of its form, sent by a page or by a program. */
record ReportForm(Form form, Telling telling) {
    /** The form with what is wrong with it. */
    Form checked() {
        IncidentMessages say = telling.say();
        Form checked = form;
        String what = form.value("what").strip();
        if (what.isEmpty() || what.length() > Report.LONGEST) {
            checked = checked.with(new Form.FieldError("what", say.whatFault()));
        }
        if (Kind.find(form.value("kind")).isEmpty())
            checked = checked.with(new Form.FieldError("kind", say.kindFault()));
        if (telling.past(form.value("occurred")).isEmpty()) {
            checked = checked.with(new Form.FieldError("occurred", say.whenFault()));
        }
        String exchange = form.value("exchange").strip();
        if (!exchange.isEmpty() && uuid(exchange).isEmpty()) checked = checked.with(notTheirs());
        if (form.value("mission").strip().length() > Report.LONGEST_CODE) {
            checked = checked.with(new Form.FieldError("mission", say.missionFault()));
        }
        return checked;
    }

    Form.FieldError notTheirs() {
        return new Form.FieldError("exchange", telling.say().exchangeFault());
    }

    /** What {@link #checked} found nothing wrong with. */
    Report report() {
        return new Report(
                Kind.find(form.value("kind")).orElseThrow(),
                form.value("what"),
                telling.past(form.value("occurred")).orElseThrow(),
                uuid(form.value("exchange")),
                form.value("mission"),
                dataClass(form.value("dataClass")));
    }

    boolean isAnonymous() {
        return form.holds("anonymous", "yes");
    }

    private static Optional<DataClass> dataClass(String name) {
        return Stream.of(DataClass.values())
                .filter(one -> one.name().equals(name))
                .findFirst();
    }

    static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text.strip()));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
