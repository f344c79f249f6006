package org.vigie.mission;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vigie.identity.Caller;
import org.vigie.identity.People;
import org.vigie.identity.Person;
import org.vigie.rulebook.Fields;
import org.vigie.rulebook.Importer;
import org.vigie.rulebook.Refused;
import org.vigie.rulebook.Section;

/** Missions in the document of the rules: people by their addresses. A mission is ended on its page. */
@Singleton
final class MissionSection implements Section {
    private final Missions missions;
    private final People people;

    @Inject
    MissionSection(Missions missions, People people) {
        this.missions = missions;
        this.people = people;
    }

    @Override
    public String key() {
        return "missions";
    }

    @Override
    public int rank() {
        return 40;
    }

    @Override
    public Map<String, Map<String, Object>> standing(Caller caller) {
        Map<String, Map<String, Object>> standing = new LinkedHashMap<>();
        missions.visibleTo(caller).stream()
                .sorted((one, other) -> one.code().compareTo(other.code()))
                .forEach(mission -> standing.put(mission.code(), content(mission)));
        return standing;
    }

    private Map<String, Object> content(Mission mission) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("name", mission.name());
        content.put("client", mission.client());
        content.put("manager", address(mission.manager()));
        content.put(
                "members",
                mission.members().stream()
                        .filter(person -> !person.equals(mission.manager()))
                        .map(this::address)
                        .sorted()
                        .toList());
        content.put("starts", mission.start().toString());
        content.put("ends", mission.end().toString());
        content.put("state", mission.state().code());
        Agreement written = mission.agreement();
        Map<String, Object> agreement = new LinkedHashMap<>();
        put(agreement, written.reach());
        agreement.put("clause", written.clause());
        agreement.put("signatory", written.signatory());
        agreement.put("uses", written.uses());
        agreement.put("data", written.data());
        agreement.put("verification", written.verification());
        agreement.put("notice", written.notice());
        content.put("agreement", agreement);
        mission.consent().ifPresent(given -> {
            Map<String, Object> agreed = new LinkedHashMap<>();
            agreed.put("on", given.on().toString());
            put(agreed, given.reach());
            content.put("agreed", agreed);
        });
        mission.purgeOn().ifPresent(day -> content.put("purgeOn", day.toString()));
        mission.closedAt().ifPresent(at -> content.put("closedAt", at.toString()));
        return content;
    }

    private static void put(Map<String, Object> content, Reach reach) {
        content.put("regime", reach.regime().code());
        content.put("extraterritorial", reach.extraterritorial());
    }

    private String address(UUID person) {
        return people.find(person).map(Person::email).orElseGet(person::toString);
    }

    @Override
    public Wish wish(Importer importer, String name, Fields fields) {
        Optional<Mission> known = missions.known(name);
        Mission wanted = read(importer, name, fields, known);
        return new Wish(content(wanted), () -> List.of(missions.step(importer, known, wanted)));
    }

    private Mission read(Importer importer, String code, Fields fields, Optional<Mission> known) {
        UUID manager = person(fields.text("manager"));
        Set<UUID> members = new HashSet<>();
        List<String> addresses = fields.texts("members");
        Fields agreement = fields.table("agreement");
        Agreement written = new Agreement(
                reach(agreement).orElse(Reach.WITHOUT_AGREEMENT),
                agreement.text("clause"),
                agreement.text("signatory"),
                agreement.text("uses"),
                agreement.text("data"),
                agreement.text("verification"),
                agreement.text("notice"));
        Optional<Mission.Consent> consent = Optional.empty();
        if (fields.has("agreed")) {
            Fields agreed = fields.table("agreed");
            var on = agreed.day("on");
            consent = reach(agreed).flatMap(reach -> on.map(day -> new Mission.Consent(reach, day)));
        }
        var start = fields.day("starts");
        var end = fields.day("ends");
        var state = fields.oneOf("state", List.of(Mission.State.values()), Mission.State::code);
        var purge = fields.day("purgeOn");
        var closed = fields.moment("closedAt");
        String title = fields.text("name").strip();
        String client = fields.text("client").strip();
        addresses.forEach(address -> members.add(person(address)));
        try {
            MissionException.when(start.isEmpty(), MissionFault.START_MISSING);
            MissionException.when(end.isEmpty(), MissionFault.END_MISSING);
            Mission read = new Mission(
                    code,
                    title,
                    client,
                    manager,
                    members,
                    start.get(),
                    end.get(),
                    state.orElse(Mission.State.TO_FRAME),
                    written,
                    consent,
                    purge,
                    closed,
                    known.flatMap(Mission::purgedAt),
                    known.map(Mission::decision).orElse(""),
                    known.map(Mission::version).orElse(0) + 1);
            read.check(missions.today());
            return read;
        } catch (MissionException rejected) {
            throw refused(importer, rejected);
        }
    }

    private static Optional<Reach> reach(Fields fields) {
        boolean extraterritorial = fields.truth("extraterritorial");
        return fields.oneOf("regime", List.of(Regime.values()), Regime::code)
                .map(regime -> new Reach(regime, extraterritorial));
    }

    private UUID person(String address) {
        return people.find(address.strip())
                .map(Person::id)
                .orElseThrow(() -> new Refused(Refused.Reason.NOBODY, address));
    }

    static Refused refused(Importer importer, MissionException rejected) {
        MissionWords words = new MissionWords(importer.language());
        String said = String.join(
                " ",
                rejected.faults().stream()
                        .sorted()
                        .map(fault -> words.say().fault(fault))
                        .toList());
        return new Refused(Refused.Reason.SAID, said);
    }
}
