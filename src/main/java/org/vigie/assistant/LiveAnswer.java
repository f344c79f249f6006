package org.vigie.assistant;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vigie.exchange.Cancellation;

/**
 * An answer that is being written, whoever looks. One thread writes; any number read, each from the position up to
 * which it has read: the text only grows, so a position is all that a reader who went away has to remember.
 */
final class LiveAnswer {
    private final UUID person;
    private final UUID conversation;
    private final Message.Answer place;
    private final Cancellation cancellation = new Cancellation();
    private final StringBuilder text = new StringBuilder();
    private Message.Question question;
    private Optional<AnswerEnd> end = Optional.empty();

    LiveAnswer(UUID person, UUID conversation, Message.Question question, Message.Answer place) {
        this.person = person;
        this.conversation = conversation;
        this.question = question;
        this.place = place;
    }

    /**
     * What there is to read.
     *
     * @param question with its marks once it was examined
     * @param answer ended when it has an end
     */
    record State(Message.Question question, Message.Answer answer) {
        boolean ended() {
            return answer.end().isPresent();
        }

        /** Something to show that a reader does not have yet. */
        boolean isNews(int position, boolean knowsWhatLeft) {
            return ended() || answer.text().length() > position || question.left() && !knowsWhatLeft;
        }
    }

    UUID id() {
        return place.id();
    }

    UUID person() {
        return person;
    }

    UUID conversation() {
        return conversation;
    }

    Cancellation cancellation() {
        return cancellation;
    }

    synchronized State state() {
        return new State(question, new Message.Answer(place.id(), place.at(), text.toString(), place.model(), end));
    }

    /**
     * Waits for news, {@code patience} at most.
     *
     * @param position characters of the answer that the reader has
     * @param knowsWhatLeft whether the reader has the marks
     */
    synchronized State await(int position, boolean knowsWhatLeft, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        for (State now = state(); ; now = state()) {
            long millis = (end - System.nanoTime()) / 1_000_000;
            if (millis <= 0 || now.isNews(position, knowsWhatLeft)) return now;
            wait(millis);
        }
    }

    /** @param left whether a copy of what left is kept */
    synchronized Message.Question examined(List<Mark> marks, boolean left) {
        question = question.examined(marks, left);
        notifyAll();
        return question;
    }

    /** Before anything is stored of it. */
    synchronized void with(List<Attachment> files) {
        question = question.with(files);
    }

    /** Before the first piece of the answer, which cites them. */
    synchronized void found(List<Source> sources) {
        question = question.standingOn(sources);
    }

    synchronized void append(String more) {
        text.append(more);
        notifyAll();
    }

    /** The answer as it stays; readers learn it from {@link #end}. */
    synchronized Message.Answer endedWith(AnswerEnd how) {
        return new Message.Answer(place.id(), place.at(), text.toString(), place.model(), Optional.of(how));
    }

    synchronized void end(AnswerEnd how) {
        end = Optional.of(how);
        notifyAll();
    }
}
