package org.vigie.web;

import java.util.List;
import org.vigie.identity.Caller;
import org.vigie.metering.Limit;
import org.vigie.metering.Limits;
import org.vigie.metering.Subject;
import org.vigie.policy.Ask;
import org.vigie.policy.Policy;

/** What limits somebody outside missions and use cases, written or decided; of two for the same the smaller. */
record OwnLimits(List<Limit> personal, List<Limit> ofTeam) {
    static OwnLimits of(Caller caller, Limits limits, Policy policy) {
        List<Limit> decided = Limits.decided(policy.ruling(caller, Ask.PLAIN));
        Subject person = Subject.person(caller.person());
        return new OwnLimits(
                together(limits, decided, person, caller.email()),
                caller.team()
                        .map(Subject::team)
                        .map(team -> together(limits, decided, team, ""))
                        .orElse(List.of()));
    }

    private static List<Limit> together(Limits limits, List<Limit> decided, Subject subject, String email) {
        return Limits.together(
                limits.of(subject, email),
                decided.stream()
                        .filter(limit -> limit.subject().equals(subject))
                        .toList());
    }
}
