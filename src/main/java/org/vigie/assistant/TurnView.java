package org.vigie.assistant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.vigie.flow.Handling;
import org.vigie.kernel.Language;
import org.vigie.kernel.Problem;
import org.vigie.web.Figures;
import org.vigie.web.ProblemWords;

/** A question and its answer, as the page shows them. */
record TurnView(QuestionView question, AnswerView answer) {
    static TurnView of(
            UUID conversation, Message.Question question, Message.Answer answer, boolean live, Onlooker onlooker) {
        return new TurnView(
                QuestionView.of(conversation, question, onlooker.language()),
                AnswerView.of(conversation, question, answer, live, onlooker));
    }

    private static final ProblemWords NO_TROUBLE = new ProblemWords("", "");

    /** A passage, and whether the answer cites it. */
    record CitedSource(Source source, boolean cited) {
        static List<CitedSource> of(List<Source> sources, String answer) {
            Set<Integer> cited = Citations.in(answer);
            return sources.stream()
                    .map(source -> new CitedSource(source, cited.contains(source.number())))
                    .toList();
        }

        public String page() {
            return source.page().isPresent() ? String.valueOf(source.page().getAsInt()) : "";
        }
    }

    /** A piece of the person's text; {@code type} is empty where nothing was masked. */
    record Piece(String text, String type) {}

    /** How many elements of a type were masked. */
    record Masked(String type, int count) {}

    /** @param left whether one may see what left */
    record QuestionView(
            UUID conversation,
            UUID id,
            String text,
            List<Piece> pieces,
            List<Masked> masked,
            boolean left,
            List<FileView> files) {
        static QuestionView of(UUID conversation, Message.Question question, Language language) {
            return new QuestionView(
                    conversation,
                    question.id(),
                    question.text(),
                    TurnView.pieces(question.text(), question.marks()),
                    TurnView.masked(question.marks()),
                    question.left(),
                    question.files().stream()
                            .map(file -> FileView.of(file, language))
                            .toList());
        }

        public int maskedTotal() {
            return masked.stream().mapToInt(Masked::count).sum();
        }
    }

    /**
     * @param html its blocks, safe
     * @param position how many characters of it are shown
     * @param live whether it is being written
     * @param validations by whom it is to be validated before it is used
     * @param decision the one that the trouble quotes; empty where none is
     * @param readsRules whether its page opens for this person
     * @param sources the passages that it was to stand on
     * @param outcome {@code answered}, {@code refused}, …; {@code writing} or {@code lost} without an end
     */
    record AnswerView(
            UUID conversation,
            UUID id,
            String html,
            String markdown,
            int position,
            boolean live,
            String outcome,
            ProblemWords trouble,
            String decision,
            boolean readsRules,
            String target,
            String duration,
            String tokensIn,
            String tokensOut,
            String cost,
            int strays,
            String requestId,
            List<Handling.Validation> validations,
            List<CitedSource> sources) {
        static AnswerView of(
                UUID conversation, Message.Question question, Message.Answer answer, boolean live, Onlooker onlooker) {
            String html = Markdown.html(answer.text(), question.sources());
            return answer.end()
                    .map(end -> ended(conversation, question, answer, end, html, onlooker))
                    .orElseGet(() -> open(conversation, answer, html, live));
        }

        private static AnswerView ended(
                UUID conversation,
                Message.Question question,
                Message.Answer answer,
                AnswerEnd end,
                String html,
                Onlooker onlooker) {
            Figures figures = new Figures(onlooker.language());
            return new AnswerView(
                    conversation,
                    answer.id(),
                    html,
                    answer.text(),
                    answer.text().length(),
                    false,
                    end.outcome().name().toLowerCase(Locale.ROOT),
                    end.problem()
                            .map(problem -> ProblemWords.of(problem, figures.language()))
                            .orElse(NO_TROUBLE),
                    end.problem().map(Problem::decided).orElse(""),
                    onlooker.readsRules(),
                    end.target(),
                    figures.duration(end.millis()),
                    figures.count(end.tokensIn()),
                    figures.count(end.tokensOut()),
                    figures.cost(end.costMicroEuros()),
                    end.strays(),
                    end.requestId().toString(),
                    end.validations(),
                    CitedSource.of(question.sources(), answer.text()));
        }

        private static AnswerView open(UUID conversation, Message.Answer answer, String html, boolean live) {
            String outcome = live ? "writing" : "lost";
            int position = answer.text().length();
            return new AnswerView(
                    conversation,
                    answer.id(),
                    html,
                    answer.text(),
                    position,
                    live,
                    outcome,
                    NO_TROUBLE,
                    "",
                    false,
                    "",
                    "",
                    "",
                    "",
                    "",
                    0,
                    "",
                    List.of(),
                    List.of());
        }

        public List<CitedSource> cited() {
            return sources.stream().filter(CitedSource::cited).toList();
        }

        public List<CitedSource> passedOver() {
            return sources.stream().filter(one -> !one.cited()).toList();
        }

        public boolean hasText() {
            return !markdown.isBlank();
        }
    }

    /** Marks that do not fit the text, or each other, are passed over: better plain than wrong. */
    static List<Piece> pieces(String text, List<Mark> marks) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Mark mark : marks) {
            if (mark.start() < at || mark.end() > text.length()) continue;
            if (mark.start() > at) pieces.add(new Piece(text.substring(at, mark.start()), ""));
            pieces.add(new Piece(text.substring(mark.start(), mark.end()), mark.type()));
            at = mark.end();
        }
        if (at < text.length()) pieces.add(new Piece(text.substring(at), ""));
        return pieces;
    }

    static List<Masked> masked(List<Mark> marks) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        marks.forEach(mark -> counts.merge(mark.type(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(entry -> new Masked(entry.getKey(), entry.getValue()))
                .toList();
    }
}
