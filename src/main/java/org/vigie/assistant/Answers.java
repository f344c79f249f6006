package org.vigie.assistant;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.vigie.identity.Caller;
import org.vigie.kernel.FindingSummary;
import org.vigie.kernel.Ids;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;

/**
 * The answers that are being written on this replica, each on a virtual thread of its own that no reader's going stops.
 * A conversation has one at a time.
 */
@Singleton
public final class Answers {
    private static final Logger LOG = Logger.getLogger(Answers.class);
    private static final Duration BETWEEN_SAVES = Duration.ofSeconds(2);
    private static final int SAVES = 30;
    private static final Duration STOPPING = Duration.ofSeconds(3);

    private final Asking asking;
    private final ConversationStore store;
    private final Reference reference;
    private final Attachments attachments;
    private final Map<UUID, LiveAnswer> byConversation = new ConcurrentHashMap<>();

    @Inject
    Answers(Asking asking, ConversationStore store, Reference reference, Attachments attachments) {
        this.asking = asking;
        this.store = store;
        this.reference = reference;
        this.attachments = attachments;
    }

    /**
     * Begins a conversation with its first question, and the answer to it.
     *
     * @param mission in which it is held; one that is not the caller's is kept, and refused
     * @param documents that it is asked of: none, {@code all}, or the id of a space
     * @return the conversation's id
     * @throws ProblemException not found, for other documents
     */
    public UUID begin(Caller caller, Optional<String> mission, String model, String text, String documents) {
        return begin(caller, mission, model, Wanted.of(text, Shelf.of(documents), List.of()));
    }

    UUID begin(Caller caller, Optional<String> mission, String model, Wanted wanted) {
        UUID conversation = store.create(caller.person(), Conversation.titleOf(wanted.text()), mission);
        start(caller, conversation, model, wanted);
        return conversation;
    }

    /**
     * What is asked.
     *
     * @param shelf the documents that it is asked of
     * @param files that wait to be joined to it
     * @param instead a question that this one replaces, with all behind it; its files stay with this one
     */
    record Wanted(String text, Optional<Shelf> shelf, List<UUID> files, Optional<Message.Question> instead) {
        Wanted {
            files = List.copyOf(files);
        }

        static Wanted of(String text, Optional<Shelf> shelf, List<UUID> files) {
            return new Wanted(text, shelf, files, Optional.empty());
        }
    }

    /**
     * Stores the question and begins its answer.
     *
     * @throws ProblemException when there is no such conversation or file, or an answer is being written in it
     */
    LiveAnswer start(Caller caller, UUID conversation, String model, Wanted wanted) {
        Conversation where = store.find(caller.person(), conversation)
                .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
        Instant now = Instant.now();
        LiveAnswer answer = new LiveAnswer(
                caller.person(),
                conversation,
                new Message.Question(
                        Ids.next(), now, wanted.text(), List.of(), false, wanted.shelf(), List.of(), List.of()),
                new Message.Answer(Ids.next(), now, "", model, Optional.empty()));
        if (byConversation.putIfAbsent(conversation, answer) != null) {
            throw new ProblemException(new Problem.TooMany(1));
        }
        try {
            List<Turn> history = record(answer, wanted);
            Thread.ofVirtual().name("answer-" + answer.id()).start(() -> write(caller, where, answer, history));
            return answer;
        } catch (RuntimeException notStarted) {
            byConversation.remove(conversation, answer);
            throw notStarted;
        }
    }

    private List<Turn> record(LiveAnswer answer, Wanted wanted) {
        UUID person = answer.person();
        UUID conversation = answer.conversation();
        List<Attachment> files =
                new ArrayList<>(wanted.instead().map(Message.Question::files).orElse(List.of()));
        files.addAll(attachments.join(person, conversation, wanted.files()));
        answer.with(files);
        wanted.instead().ifPresent(question -> store.cut(person, conversation, question.id()));
        List<Message> before = store.messages(person, conversation);
        LiveAnswer.State state = answer.state();
        if (!store.add(person, conversation, state.question(), state.answer())) {
            throw new ProblemException(new Problem.NotFound());
        }
        List<Message> all = new ArrayList<>(before);
        all.add(state.question());
        if (wanted.instead().isPresent()) attachments.forget(person, conversation, all);
        Attachments.Said said = attachments.said(person, conversation, all);
        List<Turn> history = history(before, said);
        history.add(said.of(state.question()));
        return history;
    }

    /** A question that got no word of an answer is left out: what refused it would refuse all that follow. */
    private static List<Turn> history(List<Message> messages, Attachments.Said said) {
        List<Turn> history = new ArrayList<>();
        for (int i = 1; i < messages.size(); i++) {
            if (messages.get(i) instanceof Message.Answer answer
                    && !answer.text().isBlank()
                    && messages.get(i - 1) instanceof Message.Question question) {
                history.add(said.of(question));
                history.add(answer.turn());
            }
        }
        return history;
    }

    private void write(Caller caller, Conversation where, LiveAnswer answer, List<Turn> history) {
        try {
            AnswerEnd end = ask(caller, where, answer, history);
            boolean saved = save(answer, end);
            // Before its reader is told, who may ask again at once.
            if (saved) byConversation.remove(answer.conversation(), answer);
            answer.end(end);
            for (int i = 1; i < SAVES && !saved && pause(); i++) saved = save(answer, end);
        } finally {
            byConversation.remove(answer.conversation(), answer);
        }
    }

    private AnswerEnd ask(Caller caller, Conversation where, LiveAnswer answer, List<Turn> history) {
        long began = System.nanoTime();
        try {
            LiveAnswer.State state = answer.state();
            String model = state.answer().model();
            Optional<Grounds> grounds = state.question().shelf().map(shelf -> {
                Grounds found = reference.find(
                        caller, where.mission(), shelf, state.question().text());
                answer.found(found.sources());
                return found;
            });
            return asking.ask(caller, where, model, history, grounds, listener(answer), answer.cancellation());
        } catch (RuntimeException fault) {
            LOG.errorf(fault, "answer %s broke", answer.id());
            return broken(answer.id(), (System.nanoTime() - began) / 1_000_000);
        }
    }

    private static AnswerEnd broken(UUID answer, long millis) {
        return new AnswerEnd(
                answer,
                AnswerEnd.Outcome.FAILED,
                Optional.of(new Problem.Internal(answer.toString())),
                "",
                millis,
                0,
                0,
                0,
                0,
                FindingSummary.NONE);
    }

    private Asking.Listener listener(LiveAnswer answer) {
        return new Asking.Listener() {
            @Override
            public void examined(List<Mark> marks, Optional<String> exactlyWhatLeft) {
                Message.Question question = answer.examined(marks, exactlyWhatLeft.isPresent());
                store.examined(answer.person(), answer.conversation(), question, exactlyWhatLeft);
            }

            @Override
            public void delta(String restoredText) {
                answer.append(restoredText);
            }
        };
    }

    /** A database that is away for a moment must not cost an answer. */
    private boolean save(LiveAnswer answer, AnswerEnd end) {
        try {
            store.ended(answer.person(), answer.conversation(), answer.endedWith(end));
            return true;
        } catch (RuntimeException away) {
            LOG.warnf(
                    "answer %s could not be saved (%s)",
                    answer.id(), away.getClass().getSimpleName());
            return false;
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(BETWEEN_SAVES);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The answer that is being written in a conversation, for its person only. */
    Optional<LiveAnswer> in(UUID person, UUID conversation) {
        return Optional.ofNullable(byConversation.get(conversation))
                .filter(answer -> answer.person().equals(person));
    }

    /** Cancels every answer and gives what came so far the time to be saved. */
    @PreDestroy
    void stop() throws InterruptedException {
        byConversation.values().forEach(answer -> answer.cancellation().cancel());
        long end = System.nanoTime() + STOPPING.toNanos();
        while (!byConversation.isEmpty() && System.nanoTime() < end) Thread.sleep(20);
    }
}
