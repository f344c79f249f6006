package org.vigie.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.identity.Caller;
import org.vigie.identity.Role;

/**
 * The rooms that exist, in the order of the rail. A room that is not built is not here; adding one is one constant, its
 * label in {@link LayoutMessages} and its icon in {@code icons.svg}. Showing a room is a courtesy: whether one may enter
 * it is decided by the access guard alone.
 */
public enum Room {
    ASSISTANT(Group.WORK, "/chat", "assistant", Set.of()),
    DOCUMENTS(Group.WORK, "/documents", "book", Set.of()),
    LIBRARY(Group.WORK, "/library", "prompt", Set.of()),
    SHIELD(Group.WORK, "/shield", "shield", Set.of()),
    CHARTER(Group.RULES, "/charter", "charter", Set.of()),
    RULES(Group.RULES, "/rules", "check", Set.of()),
    MISSIONS(Group.RULES, "/missions", "mission", Set.of()),
    ATTESTATIONS(Group.RULES, "/attestations", "check", Set.of(Role.CLIENT)),
    USE_CASES(Group.TOWER, "/use-cases", "list", Set.of()),
    PROVIDERS(Group.TOWER, "/providers", "provider", Set.of()),
    INCIDENTS(Group.TOWER, "/incidents", "attention", Set.of()),
    DISCLOSURES(
            Group.TOWER,
            "/disclosures",
            "key",
            Set.of(Role.ADMIN, Role.DPO, Role.CISO, Role.AUDITOR, Role.STAFF_REP, Role.CIO)),
    BUDGETS(
            Group.MEASURE,
            "/budgets",
            "gauge",
            Set.of(Role.ADMIN, Role.CIO, Role.COMMITTEE, Role.AUDITOR, Role.MISSION_LEAD, Role.OWNER)),
    GATEWAY(Group.MEASURE, "/gateway", "gauge", Set.of(Role.ADMIN, Role.CIO, Role.CISO)),
    PEOPLE(Group.SETTINGS, "/settings/people", "people", Set.of(Role.ADMIN)),
    DICTIONARY(Group.SETTINGS, "/settings/dictionary", "book", Set.of(Role.ADMIN, Role.CISO, Role.DPO)),
    NAMES(Group.SETTINGS, "/settings/names", "list", Set.of(Role.ADMIN, Role.CISO, Role.DPO)),
    KEYS(Group.SETTINGS, "/settings/keys", "key", Set.of()),
    LIMITS(Group.SETTINGS, "/settings/limits", "gauge", Set.of());

    /** The headings of the rail, in their order. */
    public enum Group {
        WORK,
        LEARN,
        RULES,
        TOWER,
        MEASURE,
        SETTINGS;

        List<Room> rooms() {
            return List.of(Room.values()).stream()
                    .filter(room -> room.group == this)
                    .toList();
        }
    }

    private final Group group;
    private final String path;
    private final String icon;
    private final Set<Role> roles;

    /** @param roles who is shown the room: any of them; everybody when there is none */
    Room(Group group, String path, String icon, Set<Role> roles) {
        this.group = group;
        this.path = path;
        this.icon = icon;
        this.roles = roles;
    }

    public Group group() {
        return group;
    }

    /** Where the room is, from the root of the site. */
    public String path() {
        return path;
    }

    /** The id of the room's symbol in {@code icons.svg}. */
    public String icon() {
        return icon;
    }

    /** Nobody is shown a door that does not open to them. */
    boolean isShownTo(Caller caller) {
        return (roles.isEmpty() || roles.stream().anyMatch(caller::has)) && AccessRules.lets(caller, path);
    }

    /** The room that a path belongs to, as {@code /chat/0199…} to the assistant. */
    static Optional<Room> at(String path) {
        return List.of(values()).stream()
                .filter(room -> path.equals(room.path) || path.startsWith(room.path + "/"))
                .findFirst();
    }
}
