package org.vigie.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vigie.assessment.Assessments.Known;
import org.vigie.assessment.ProviderView.Certified;
import org.vigie.assessment.ProviderView.Judged;
import org.vigie.assessment.ProviderView.ModelLine;
import org.vigie.assessment.ProviderView.Row;
import org.vigie.configuration.VigieConfiguration.Model;
import org.vigie.identity.People;
import org.vigie.identity.Person;
import org.vigie.kernel.DataClass;
import org.vigie.kernel.Language;
import org.vigie.web.Bundles;
import org.vigie.web.Figures;

/** Says providers in one language. */
final class Telling {
    private static final double MICRO = 1_000_000;

    private final Language language;
    private final AssessmentMessages say;
    private final Figures figures;
    private final People people;

    Telling(Language language, People people) {
        this.language = language;
        this.say = Bundles.in(AssessmentMessages.class, language);
        this.figures = new Figures(language);
        this.people = people;
    }

    AssessmentMessages say() {
        return say;
    }

    Language language() {
        return language;
    }

    Row row(Dependency share) {
        Known known = share.known();
        return new Row(
                known,
                say.zoneName(known.provider().zone().name().toLowerCase(Locale.ROOT)),
                say.standingName(known.standing().code()),
                say.capName(cap(known)),
                day(known.lastDay()),
                known.reopenings().stream().map(this::reopened).toList(),
                share,
                figures.cost(share.costMicroEuros()));
    }

    private String reopened(Reopening one) {
        String about = one.cause() == Reopening.Cause.TERMS
                ? one.about().substring(0, Math.min(12, one.about().length()))
                : one.about();
        return say.reopened(one.cause().code(), about, figures.day(one.at()));
    }

    /** What holds: the assessment's, unless the configuration's is narrower; nothing where it is refused. */
    private static String cap(Known known) {
        DataClass configured = known.provider().maxDataClass();
        return known.newest()
                .map(one -> one.cap()
                        .map(cap -> cap.leaving().exceeds(configured) ? configured.name() : cap.name())
                        .orElse(""))
                .orElseGet(configured::name);
    }

    String day(Optional<LocalDate> day) {
        return day.map(new Figures(language)::day).orElse("");
    }

    List<ModelLine> models(Known known) {
        return known.provider().models().stream()
                .map(model -> new ModelLine(
                        model.id(),
                        model.upstreamModel(),
                        prices(model),
                        known.file().model(model.id()),
                        day(known.file().model(model.id()).deprecatedOn())))
                .toList();
    }

    List<Certified> certifications(ProviderFile file) {
        return Line.certifications(file.certifications()).stream()
                .map(one -> new Certified(one.name(), one.number(), day(one.validThrough())))
                .toList();
    }

    private String prices(Model model) {
        if (model.inputPricePerMillion().isEmpty()
                || model.outputPricePerMillion().isEmpty()) return "";
        return cost(model.inputPricePerMillion().get()) + " / "
                + cost(model.outputPricePerMillion().get());
    }

    private String cost(double euros) {
        return figures.cost(Math.round(euros * MICRO));
    }

    Judged judged(Assessment one) {
        return new Judged(
                one,
                say.capName(one.cap().map(Enum::name).orElse("")),
                figures.moment(one.at()),
                people.find(one.by()).map(Person::name).orElse(one.by().toString()),
                day(one.validThrough()));
    }
}
