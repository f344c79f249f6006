package org.vigie.mission;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vigie.identity.People;
import org.vigie.identity.Person;
import org.vigie.mission.Missions.Description;
import org.vigie.web.Form;
import org.vigie.web.PostedFields;

/** Out of the fields of a form, and into them. */
final class MissionForms {
    private MissionForms() {}

    /** @throws MissionException where a date is none, or the manager nobody */
    static Description description(PostedFields posted, People people) {
        Optional<LocalDate> start = PostedFields.day(posted.text("starts"));
        Optional<LocalDate> end = PostedFields.day(posted.text("ends"));
        Optional<UUID> manager = person(posted.text("manager"), people);
        EnumSet<MissionFault> faults = EnumSet.noneOf(MissionFault.class);
        if (start.isEmpty()) faults.add(MissionFault.START_MISSING);
        if (end.isEmpty()) faults.add(MissionFault.END_MISSING);
        if (manager.isEmpty()) faults.add(MissionFault.MANAGER_UNKNOWN);
        MissionException.unlessEmpty(faults);
        return new Description(posted.text("name"), posted.text("client"), manager.get(), start.get(), end.get());
    }

    /** @throws MissionException without a regime */
    static Agreement agreement(PostedFields posted) {
        Optional<Regime> regime = List.of(Regime.values()).stream()
                .filter(one -> one.code().equals(posted.text("regime")))
                .findFirst();
        MissionException.when(regime.isEmpty(), MissionFault.REGIME_MISSING);
        return new Agreement(
                new Reach(regime.get(), posted.text("extraterritorial").equals("yes")),
                posted.text("clause"),
                posted.text("signatory"),
                posted.text("uses"),
                posted.text("data"),
                posted.text("verification"),
                posted.text("notice"));
    }

    static Form of(Mission mission) {
        Agreement written = mission.agreement();
        return Form.of(Map.ofEntries(
                field("name", mission.name()),
                field("client", mission.client()),
                field("manager", mission.manager().toString()),
                field("starts", mission.start().toString()),
                field("ends", mission.end().toString()),
                field("regime", written.reach().regime().code()),
                field("extraterritorial", written.reach().extraterritorial() ? "yes" : ""),
                field("clause", written.clause()),
                field("signatory", written.signatory()),
                field("uses", written.uses()),
                field("data", written.data()),
                field("verification", written.verification()),
                field("notice", written.notice()),
                field("purgeOn", mission.purgeDay().toString())));
    }

    /** What was typed now, over what stands of the fields that this form does not have. */
    static Form over(Mission mission, PostedFields posted) {
        Map<String, List<String>> values = new java.util.HashMap<>(of(mission).values());
        if (!posted.text("regime").isEmpty()) values.remove("extraterritorial");
        values.putAll(posted.form().values());
        return Form.of(values);
    }

    /** By their id, as a list sends it, or by their address, as a program names them. */
    static Optional<UUID> person(String text, People people) {
        return text.contains("@") ? people.find(text.strip()).map(Person::id) : uuid(text);
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private static Map.Entry<String, List<String>> field(String name, String value) {
        return Map.entry(name, List.of(value));
    }
}
