package org.vigie.identity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** The teams that people belong to. */
@Singleton
public final class Teams {
    private final Jdbi jdbi;

    @Inject
    Teams(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** In the order of their names. */
    public List<Team> all() {
        return jdbi.withHandle(handle -> new PersonStore(handle).teams());
    }

    /** How many active people each team has; a team without any is not in it. */
    public Map<String, Integer> sizes() {
        return jdbi.withHandle(handle -> new PersonStore(handle).teamSizes());
    }

    /** @throws AccountException when the code is not {@code [a-z0-9-]+} or is taken, or the name is empty */
    public void create(Team team) {
        AccountException.when(!team.code().matches("[a-z0-9-]{1,40}"), AccountFault.TEAM_CODE_INVALID);
        checkName(team);
        boolean free = jdbi.inTransaction(handle -> new PersonStore(handle).insert(team));
        AccountException.when(!free, AccountFault.TEAM_EXISTS);
    }

    /** Changes the name of the team with this code, if there is one. */
    public void rename(Team team) {
        checkName(team);
        jdbi.useTransaction(handle -> new PersonStore(handle).rename(team));
    }

    private static void checkName(Team team) {
        AccountException.when(team.name().isBlank(), AccountFault.NAME_MISSING);
        AccountException.when(team.name().length() > People.LONGEST_NAME, AccountFault.NAME_TOO_LONG);
    }
}
