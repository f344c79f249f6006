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
     */
    record Question(UUID id, Instant at, String text, List<Mark> marks, boolean left) implements Message {
        static final String KIND = "question";

        public Question {
            marks = List.copyOf(marks);
        }

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
