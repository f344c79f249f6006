package org.vigie.assessment;

import java.util.List;
import java.util.Optional;
import org.vigie.assessment.Assessments.Known;
import org.vigie.assessment.ProviderFile.ModelFacts;
import org.vigie.web.Form;

/** What the pages show, said in the reader's language. Types for templates: their methods are public. */
final class ProviderView {
    private ProviderView() {}

    /**
     * @param endsOn its last day, in words; empty where it has none
     * @param reopened why it is to be decided again
     */
    record Row(
            Known known,
            String zone,
            String standing,
            String cap,
            String endsOn,
            List<String> reopened,
            Dependency share,
            String cost) {
        public String id() {
            return known.provider().id();
        }

        public String name() {
            return known.provider().name();
        }

        public boolean isClosed() {
            return known.standing() == Assessment.Standing.REFUSED || known.standing() == Assessment.Standing.EXPIRED;
        }

        public boolean needsSomebody() {
            return known.standing() == Assessment.Standing.TO_RENEW;
        }
    }

    /** @param assessor whether the reader may act */
    record Listing(List<Row> rows, boolean assessor, boolean asked) {}

    /** @param prices « 0,20 € / 0,60 € » for a million tokens read and written; empty where unknown */
    record ModelLine(String id, String upstream, String prices, ModelFacts facts, String deprecated) {}

    record Judged(Assessment one, String cap, String at, String by, String endsOn) {}

    /** @param endsOn its last day, in words; empty where it has none */
    record Certified(String name, String number, String endsOn) {}

    record File(
            Row row,
            boolean assessor,
            Form form,
            List<ModelLine> models,
            List<Judged> history,
            List<Certified> certifications,
            List<Line.SubSupplier> subSuppliers,
            String dpa,
            String substituteTested,
            String termsChecked,
            String fault) {
        public ProviderFile file() {
            return row.known().file();
        }

        public boolean isDescribed() {
            return file().version() > 0;
        }
    }

    record Choice(String code, String text, boolean chosen) {}

    /** @param weight the points that it is worth at most */
    record Asked(String id, String text, int weight, List<Choice> choices) {}

    /** @param result present once all is answered: then the decision is asked for */
    record Questions(
            Row row,
            List<Asked> asked,
            Form form,
            Optional<Questionnaire.Result> result,
            List<Cap> caps,
            String lastDay,
            String proposedDay,
            boolean recent,
            String fault) {
        public List<String> knockouts() {
            return result.map(Questionnaire.Result::knockouts).orElse(List.of());
        }
    }
}
