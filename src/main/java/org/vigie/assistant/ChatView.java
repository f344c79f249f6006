package org.vigie.assistant;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vigie.kernel.Language;

/**
 * The chat page.
 *
 * @param conversation empty for a new one
 * @param model the model that the last answer used, or the preferred one; empty text when there is none
 * @param deleted a conversation that was just deleted and may be brought back
 * @param tooLate whether bringing one back failed
 */
record ChatView(
        Optional<Conversation> conversation,
        List<TurnView> turns,
        HistoryView history,
        List<Choice> choices,
        String model,
        Optional<UUID> deleted,
        boolean tooLate) {

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

    public boolean writing() {
        return turns.stream().anyMatch(turn -> turn.answer().live());
    }

    public boolean isChosen(Choice choice) {
        return choice.model().equals(model);
    }
}
