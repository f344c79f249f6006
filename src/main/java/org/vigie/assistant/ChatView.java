package org.vigie.assistant;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vigie.kernel.Language;
import org.vigie.knowledge.Space;

/**
 * The chat page.
 *
 * @param conversation empty for a new one
 * @param place in which mission it is held
 * @param model the model that the last answer used, or the preferred one; empty text when there is none
 * @param shelves the documents that may be asked
 * @param deleted a conversation that was just deleted and may be brought back
 * @param tooLate whether bringing one back failed
 * @param unsigned where the charter waits to be signed
 * @param mayUseLibrary whether its prompts are offered
 */
record ChatView(
        Optional<Conversation> conversation,
        List<TurnView> turns,
        HistoryView history,
        Place place,
        List<Choice> choices,
        String model,
        Shelves shelves,
        Optional<UUID> deleted,
        boolean tooLate,
        Optional<Unsigned> unsigned,
        boolean mayUseLibrary) {

    /** That a signature of this person is awaited. @param daysLeft 0 once they are limited for it */
    record Unsigned(long daysLeft) {}

    /**
     * The mission of a conversation, and those that a new one may be held in.
     *
     * @param over whether it is held in one that is not the person's any more: it can only be read
     * @param outside whether one may ask without a mission
     */
    record Place(List<MissionChoice> missions, Optional<String> mission, boolean over, boolean outside) {
        public String code() {
            return mission.orElse("");
        }

        /** What its members call it, or its code where it is not theirs. */
        public String name() {
            return chosen().map(MissionChoice::name).orElse(code());
        }

        /** By which its rules are what they are; empty where it is not theirs. */
        public String decision() {
            return chosen().map(MissionChoice::decision).orElse("");
        }

        private Optional<MissionChoice> chosen() {
            return missions.stream().filter(one -> one.code().equals(code())).findFirst();
        }
    }

    /** @param chosen as {@link Shelf#typed}; empty for none */
    record Shelves(List<Space> spaces, String chosen) {
        public boolean isChosen(Space space) {
            return space.id().toString().equals(chosen);
        }
    }

    /** A model in the list, with what the line above the composer says of it. */
    record Choice(String model, String provider, String zone, String dataClass, String country) {
        static Choice of(Destination destination, Language language) {
            return new Choice(
                    destination.model(),
                    destination.provider(),
                    destination.zone().name(),
                    destination.highest().name(),
                    destination.country(language).orElse(""));
        }
    }

    public String title() {
        return conversation.map(Conversation::title).orElse("");
    }

    public String id() {
        return conversation.map(open -> open.id().toString()).orElse("");
    }

    public String mostFiles() {
        return String.valueOf(Attachments.MOST_FILES);
    }

    public boolean writing() {
        return turns.stream().anyMatch(turn -> turn.answer().live());
    }

    public boolean isChosen(Choice choice) {
        return choice.model().equals(model);
    }
}
