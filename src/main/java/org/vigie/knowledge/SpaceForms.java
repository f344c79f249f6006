package org.vigie.knowledge;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vigie.identity.Caller;
import org.vigie.identity.People;
import org.vigie.identity.Person;
import org.vigie.kernel.DataClass;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.web.Form;
import org.vigie.web.PostedFields;

/** Out of the fields of a form, and into them. People are named by their addresses: a list of all would be too long. */
record SpaceForms(People people) {
    /** @throws SpaceException with every fault that keeps the form from being read */
    Spaces.Description read(Caller caller, PostedFields posted) {
        EnumSet<SpaceFault> faults = EnumSet.noneOf(SpaceFault.class);
        Optional<DataClass> dataClass = List.of(DataClass.values()).stream()
                .filter(one -> one.name().equals(posted.text("dataClass")))
                .findFirst();
        if (dataClass.isEmpty()) faults.add(SpaceFault.CLASS_MISSING);
        String typedDays = posted.text("retention").strip();
        boolean days = typedDays.isEmpty() || typedDays.matches("\\d{1,6}");
        if (!days) faults.add(SpaceFault.RETENTION_INVALID);
        String typedOwner = posted.text("owner").strip();
        Optional<UUID> owner = typedOwner.isEmpty()
                ? Optional.of(caller.person())
                : people.find(typedOwner).map(Person::id);
        if (owner.isEmpty()) faults.add(SpaceFault.OWNER_UNKNOWN);
        SpaceException.unlessEmpty(faults);
        return new Spaces.Description(
                posted.text("name").strip(),
                posted.text("description").strip(),
                dataClass.get(),
                Optional.of(posted.text("mission").strip()).filter(code -> !code.isEmpty()),
                typedDays.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(typedDays)),
                owner.get());
    }

    Form of(Space space) {
        return Form.of(Map.of(
                "name", List.of(space.name()),
                "description", List.of(space.description()),
                "dataClass", List.of(space.dataClass().name()),
                "mission", List.of(space.mission().orElse("")),
                "retention", List.of(space.retentionDays().map(String::valueOf).orElse("")),
                "owner", List.of(people.find(space.owner()).map(Person::email).orElse("")),
                "version", List.of(Integer.toString(space.version()))));
    }

    /** A person by their address, or a team by its code. @throws SpaceException where there is no such person */
    Grant grant(PostedFields posted) {
        Access access = posted.text("access").equals(Access.CONTRIBUTOR.code()) ? Access.CONTRIBUTOR : Access.READER;
        String team = posted.text("team").strip();
        if (!team.isEmpty()) return new Grant.OfTeam(team, access);
        Optional<UUID> person = people.find(posted.text("person").strip()).map(Person::id);
        SpaceException.when(person.isEmpty(), SpaceFault.MEMBER_UNKNOWN);
        return new Grant.OfPerson(person.orElseThrow(), access);
    }

    /** Whose right is taken away, as the page names them. @throws ProblemException malformed */
    static Grant named(PostedFields posted) {
        String team = posted.text("team");
        if (!team.isEmpty()) return new Grant.OfTeam(team, Access.READER);
        try {
            return new Grant.OfPerson(UUID.fromString(posted.text("person")), Access.READER);
        } catch (IllegalArgumentException noId) {
            throw new ProblemException(new Problem.Malformed("person", "no such member"));
        }
    }

    static int version(PostedFields posted) {
        return posted.text("version").matches("\\d{1,9}") ? Integer.parseInt(posted.text("version")) : 0;
    }

    static Form faults(Form form, SpaceException rejected, KnowledgeMessages say) {
        Form all = form;
        for (SpaceFault fault : rejected.faults().stream().sorted().toList()) {
            all = all.with(new Form.FieldError(fault.field(), say.fault(fault)));
        }
        return all;
    }
}
