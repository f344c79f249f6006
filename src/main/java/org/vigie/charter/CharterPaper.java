package org.vigie.charter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.vigie.charter.CharterText.Advice;
import org.vigie.charter.CharterText.Article;
import org.vigie.charter.CharterText.Block;
import org.vigie.kernel.Language;
import org.vigie.print.Document;
import org.vigie.print.Part;
import org.vigie.print.Part.Fact;
import org.vigie.web.Bundles;
import org.vigie.web.Figures;

/** A version on paper, with the fingerprints of what each audience signs. In French, as the text that it holds. */
record CharterPaper(Published version, Instant now) {
    private static final Figures SAY = new Figures(Language.FRENCH);

    Document document() {
        CharterMessages say = Bundles.in(CharterMessages.class, Language.FRENCH);
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Facts(List.of(
                new Fact(say.versionNumber(), version.number().toString()),
                new Fact(say.publishedOn(), SAY.day(version.at())),
                new Fact(say.decision(), version.decision()),
                new Fact(say.state(), state(say)))));
        parts.add(new Part.Heading(2, say.articles()));
        for (Article article : version.text().read()) {
            parts.add(new Part.Heading(3, article.number() + ". " + article.title()));
            for (Block block : article.blocks()) {
                parts.add(block.list() ? new Part.Items(false, block.lines()) : new Part.Text(block.text()));
            }
        }
        parts.add(new Part.Heading(2, say.byAudience()));
        for (Audience audience : Audience.values()) {
            Advice advice = version.text().adviceFor(audience);
            parts.add(new Part.Heading(3, audience.french()));
            parts.add(new Part.Heading(4, say.dos()));
            parts.add(new Part.Items(false, advice.dos()));
            parts.add(new Part.Heading(4, say.donts()));
            parts.add(new Part.Items(false, advice.donts()));
        }
        parts.add(new Part.Heading(2, say.whatIsSigned()));
        parts.add(new Part.Text(version.statement()));
        parts.add(new Part.Text(say.fingerprintsLead()));
        parts.add(new Part.Grid(
                List.of(say.audience(), say.fingerprint()),
                Arrays.stream(Audience.values())
                        .map(audience -> List.of(audience.french(), version.fingerprint(audience)))
                        .toList(),
                Set.of()));
        String title = version.text().title();
        return new Document(
                title,
                Language.FRENCH,
                title + ", version " + version.number() + ", " + version.decision(),
                now,
                parts);
    }

    private String state(CharterMessages say) {
        String name = say.stateName(version.state().code());
        return version.endedAt()
                .map(at -> name + " " + say.endedOn(SAY.day(at)))
                .orElse(name);
    }
}
