package org.vigie.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.identity.Caller;

/**
 * What the rail and the bottom bar show to one person.
 *
 * @param sections without empty ones
 * @param here the room that one is in
 */
public record Navigation(List<Section> sections, Optional<Room> here) {
    /** The bottom bar has four places, and the last one opens the whole menu. */
    private static final int BAR_ROOMS = 3;

    public Navigation {
        sections = List.copyOf(sections);
    }

    /** A heading of the rail and its rooms. */
    public record Section(Room.Group group, List<Room> rooms) {
        public Section {
            rooms = List.copyOf(rooms);
        }
    }

    static Navigation of(Caller caller, String path) {
        List<Section> sections = Stream.of(Room.Group.values())
                .map(group -> new Section(group, shown(group, caller)))
                .filter(section -> !section.rooms().isEmpty())
                .toList();
        return new Navigation(sections, Room.at(path));
    }

    private static List<Room> shown(Room.Group group, Caller caller) {
        return group.rooms().stream().filter(room -> room.isShownTo(caller)).toList();
    }

    /** Where somebody begins who may not use the assistant. */
    static String firstPath(Caller caller) {
        return Stream.of(Room.values())
                .filter(room -> room.isShownTo(caller))
                .findFirst()
                .map(Room::path)
                .orElse("/account");
    }

    /** The first rooms, for the bottom bar of a phone. */
    public List<Room> bar() {
        return sections.stream()
                .flatMap(section -> section.rooms().stream())
                .limit(BAR_ROOMS)
                .toList();
    }

    public boolean isHere(Room room) {
        return here.filter(room::equals).isPresent();
    }
}
