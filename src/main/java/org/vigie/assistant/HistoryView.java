package org.vigie.assistant;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The list of conversations beside the thread.
 *
 * @param query what was searched; empty for the whole history
 * @param here the conversation that is open
 */
record HistoryView(String query, List<Group> groups, List<Hit> hits, Optional<UUID> here) {
    /** How long ago, as the list is headed. */
    public enum Age {
        TODAY,
        YESTERDAY,
        WEEK,
        OLDER
    }

    record Group(Age age, List<Conversation> conversations) {}

    static HistoryView of(List<Conversation> conversations, Optional<UUID> here, LocalDate today) {
        List<Group> groups = Arrays.stream(Age.values())
                .map(age -> new Group(
                        age,
                        conversations.stream()
                                .filter(conversation -> age(conversation, today) == age)
                                .toList()))
                .filter(group -> !group.conversations().isEmpty())
                .toList();
        return new HistoryView("", groups, List.of(), here);
    }

    static HistoryView of(String query, List<Hit> hits, Optional<UUID> here) {
        return new HistoryView(query, List.of(), hits, here);
    }

    private static Age age(Conversation conversation, LocalDate today) {
        LocalDate day = conversation.updatedAt().atZone(ZoneId.systemDefault()).toLocalDate();
        if (!day.isBefore(today)) return Age.TODAY;
        if (day.equals(today.minusDays(1))) return Age.YESTERDAY;
        return day.isAfter(today.minusDays(7)) ? Age.WEEK : Age.OLDER;
    }

    public boolean isSearch() {
        return !query.isBlank();
    }

    public boolean isHere(Conversation conversation) {
        return here.filter(conversation.id()::equals).isPresent();
    }
}
