package org.vigie.disclosure;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vigie.disclosure.Disclosure.Answer;
import org.vigie.disclosure.DisclosureView.File;
import org.vigie.disclosure.DisclosureView.Holder;
import org.vigie.disclosure.DisclosureView.HolderLine;
import org.vigie.disclosure.DisclosureView.Line;
import org.vigie.disclosure.DisclosureView.OwnLine;
import org.vigie.disclosure.DisclosureView.RegisterLine;
import org.vigie.identity.People;
import org.vigie.identity.Person;
import org.vigie.kernel.Language;
import org.vigie.metering.Meter;
import org.vigie.web.Bundles;
import org.vigie.web.Figures;
import org.vigie.web.Form;

/** Says disclosures in one language, for one page: names are looked up once. */
final class Telling {
    private final DisclosureMessages say;
    private final Figures figures;
    private final DateTimeFormatter month;
    private final People people;
    private final Instant now;
    private final Map<UUID, String> names = new HashMap<>();

    Telling(Language language, People people, Instant now) {
        this.say = Bundles.in(DisclosureMessages.class, language);
        this.figures = new Figures(language);
        this.month = DateTimeFormatter.ofPattern("LLLL yyyy", language.locale()).withZone(Meter.ZONE);
        this.people = people;
        this.now = now;
    }

    DisclosureMessages say() {
        return say;
    }

    /** A form with what is wrong with it. */
    Form withFaults(Form form, Fault.Raised rejected) {
        Form all = form;
        for (Fault fault : rejected.faults().stream().sorted().toList()) {
            all = all.with(new Form.FieldError(fault.field(), say.fault(fault.name())));
        }
        return all;
    }

    RegisterLine register(Disclosure disclosure) {
        return new RegisterLine(
                disclosure.code(),
                month.format(disclosure.askedAt()),
                disclosure.wanted().category().code(),
                disclosure.at(now).code());
    }

    OwnLine own(Disclosure disclosure, UUID reader) {
        boolean waits = disclosure.at(now) == Disclosure.State.ASKED
                && !disclosure.first().person().equals(reader);
        return new OwnLine(
                disclosure.code(),
                name(disclosure.wanted().about()),
                figures.day(disclosure.askedAt()),
                disclosure.at(now).code(),
                waits);
    }

    File file(Disclosure disclosure, int readings) {
        Wanted wanted = disclosure.wanted();
        Optional<Answer> answer = disclosure.answer();
        return new File(
                disclosure.code(),
                disclosure.at(now).code(),
                name(wanted.about()),
                period(wanted),
                wanted.category().code(),
                wanted.reason(),
                wanted.incident(),
                wanted.days(),
                holder(disclosure.first()),
                figures.moment(disclosure.askedAt()),
                disclosure.seconds().stream().map(this::holder).toList(),
                answer.map(given -> holder(given.by())),
                answer.map(given -> figures.moment(given.at())).orElse(""),
                answer.orElse(null) instanceof Answer.Refused refused ? refused.reason() : "",
                disclosure.until().map(figures::moment).orElse(""),
                readings);
    }

    String period(Wanted wanted) {
        return say.period(figures.day(wanted.from()), figures.day(wanted.to()));
    }

    Holder holder(KeyHolder holder) {
        return new Holder(name(holder.person()), holder.capacity().code());
    }

    HolderLine holder(Naming naming) {
        return new HolderLine(
                naming.id(),
                name(naming.person()),
                naming.capacity().code(),
                naming.decision(),
                figures.moment(naming.at()),
                naming.endedAt().map(figures::moment).orElse(""));
    }

    List<Line> lines(List<TraceLine> traces) {
        return traces.stream().map(this::line).toList();
    }

    private Line line(TraceLine trace) {
        return new Line(
                figures.moment(trace.at()),
                trace,
                figures.count(trace.inputTokens()) + " / " + figures.count(trace.outputTokens()),
                figures.cost(trace.costMicroEuros()));
    }

    String moment(Instant at) {
        return figures.moment(at);
    }

    private String name(UUID person) {
        return names.computeIfAbsent(
                person, id -> people.find(id).map(Person::name).orElse("–"));
    }
}
