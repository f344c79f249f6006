package org.vigie.assistant;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What stands in a conversation, one below the other. */
sealed interface Message {
    UUID id();

    Instant at();

    /** What the person wrote, or what they may read: never with placeholders. */
    String text();

    Turn turn();

    /** As it is stored. */
    String kind();

    /**
     * @param marks what was masked in it; empty until it was examined
     * @param left whether something left, which {@link ConversationStore#whatLeft} gives
     * @param shelf the documents that it is asked of; empty where it is asked of none
     * @param sources the passages that were found for it
     * @param files that were joined to it
     */
    record Question(
            UUID id,
            Instant at,
            String text,
            List<Mark> marks,
            boolean left,
            Optional<Shelf> shelf,
            List<Source> sources,
            List<Attachment> files)
            implements Message {
        static final String KIND = "question";

        public Question {
            marks = List.copyOf(marks);
            sources = List.copyOf(sources);
            files = List.copyOf(files);
        }

        /** One that is asked of no document. */
        Question(UUID id, Instant at, String text, List<Mark> marks, boolean left) {
            this(id, at, text, marks, left, Optional.empty(), List.of(), List.of());
        }

        Question examined(List<Mark> found, boolean isLeft) {
            return new Question(id, at, text, found, isLeft, shelf, sources, files);
        }

        Question standingOn(List<Source> found) {
            return new Question(id, at, text, marks, left, shelf, found, files);
        }

        Question with(List<Attachment> joined) {
            return new Question(id, at, text, marks, left, shelf, sources, joined);
        }

        /** Without its files, which {@link Attachments.Said} adds. */
        @Override
        public Turn turn() {
            return new Turn(Turn.Role.USER, text);
        }

        @Override
        public String kind() {
            return KIND;
        }
    }

    /** @param end empty while it is being written, and for ever when the server went down meanwhile */
    record Answer(UUID id, Instant at, String text, String model, Optional<AnswerEnd> end) implements Message {
        @Override
        public Turn turn() {
            return new Turn(Turn.Role.ASSISTANT, text);
        }

        @Override
        public String kind() {
            return "answer";
        }
    }
}
