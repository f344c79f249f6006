package org.vigie.assistant;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.configuration.VigieConfiguration.Zone;
import org.vigie.exchange.Cancellation;
import org.vigie.identity.Caller;
import org.vigie.kernel.DataClass;
import org.vigie.kernel.FindingSummary;
import org.vigie.kernel.Ids;
import org.vigie.kernel.Problem;

/** Answers any question with the same Markdown, piece by piece over time, and masks e-mail addresses. */
class FakeAsking implements Asking {
    static final String REFUSE = "refuse";
    private static final Pattern EMAIL = Pattern.compile("[\\w.]+@[\\w.]+\\w");

    private final List<String> pieces;
    private final Duration between;

    FakeAsking(Duration between, String... pieces) {
        this.between = between;
        this.pieces = List.of(pieces);
    }

    @Override
    public List<Destination> destinations(Caller caller, Optional<String> mission) {
        return List.of(
                new Destination("assistant", "Modèle interne", Zone.INTERNAL, DataClass.C2, Optional.of("FRA")),
                new Destination("rapide", "Nuage européen", Zone.EU_EXTRATERRITORIAL, DataClass.C1, Optional.empty()));
    }

    @Override
    public List<MissionChoice> missions(Caller caller) {
        return List.of();
    }

    @Override
    public AnswerEnd ask(
            Caller caller,
            Conversation conversation,
            String model,
            List<Turn> history,
            Optional<Grounds> grounds,
            Listener listener,
            Cancellation cancellation) {
        String question = history.getLast().text();
        if (question.startsWith(REFUSE)) return end(AnswerEnd.Outcome.REFUSED, List.of());
        List<Mark> marks = marks(question);
        listener.examined(marks, Optional.of(left(question)));
        for (String piece : pieces) {
            if (cancellation.isCancelled() || !pause()) return end(AnswerEnd.Outcome.CANCELLED, marks);
            listener.delta(piece);
        }
        return end(AnswerEnd.Outcome.ANSWERED, marks);
    }

    private static List<Mark> marks(String text) {
        List<Mark> marks = new ArrayList<>();
        Matcher email = EMAIL.matcher(text);
        while (email.find()) marks.add(new Mark(email.start(), email.end(), "EMAIL"));
        return marks;
    }

    private static String left(String question) {
        String masked = EMAIL.matcher(question).replaceAll("[[MAIL_k7f2q]]");
        return "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\""
                + masked.replace("\n", "\\n").replace("\"", "\\\"") + "\"}]}";
    }

    private boolean pause() {
        try {
            Thread.sleep(between);
            return true;
        } catch (InterruptedException stopped) {
            return false;
        }
    }

    private static AnswerEnd end(AnswerEnd.Outcome outcome, List<Mark> marks) {
        Optional<Problem> problem = outcome == AnswerEnd.Outcome.REFUSED
                ? Optional.of(
                        new Problem.Refusal(Problem.Refusal.Reason.MODEL_NOT_ALLOWED, "assistant", "configuration"))
                : Optional.empty();
        return new AnswerEnd(
                Ids.next(),
                outcome,
                problem,
                outcome == AnswerEnd.Outcome.REFUSED ? "" : "interne/fake-small",
                2_412,
                312,
                120,
                134,
                0,
                marks.isEmpty() ? FindingSummary.NONE : new FindingSummary(Map.of("EMAIL", marks.size())));
    }
}
