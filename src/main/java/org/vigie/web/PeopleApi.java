package org.vigie.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.vigie.identity.ApiKey;
import org.vigie.identity.ApiKeys;
import org.vigie.identity.Caller;
import org.vigie.identity.People;
import org.vigie.identity.Person;
import org.vigie.identity.Role;
import org.vigie.identity.Team;
import org.vigie.identity.Teams;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;

/** People, teams and one's own keys, for programs. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "people")
public class PeopleApi {
    private final People people;
    private final Teams teams;
    private final ApiKeys keys;
    private final Viewer viewer;

    @Inject
    PeopleApi(People people, Teams teams, ApiKeys keys, Viewer viewer) {
        this.people = people;
        this.teams = teams;
        this.keys = keys;
        this.viewer = viewer;
    }

    /** @param language ISO 639-1 */
    public record PersonJson(
            UUID id,
            String email,
            String name,
            List<String> roles,
            Optional<String> team,
            String language,
            boolean active) {
        static PersonJson of(Person person) {
            return new PersonJson(
                    person.id(),
                    person.email(),
                    person.name(),
                    person.roles().stream().map(Role::code).sorted().toList(),
                    person.team(),
                    person.language().code(),
                    person.active());
        }
    }

    public record KeyJson(
            UUID id,
            String name,
            String prefix,
            List<String> scopes,
            Optional<String> mission,
            Optional<String> useCase,
            Instant createdAt,
            Optional<Instant> expiresAt,
            Optional<Instant> revokedAt) {
        static KeyJson of(ApiKey key) {
            return new KeyJson(
                    key.id(),
                    key.name(),
                    key.prefix(),
                    key.scopes().stream().map(Caller.Scope::code).sorted().toList(),
                    key.binding().mission(),
                    key.binding().useCase(),
                    key.createdAt(),
                    key.expiresAt(),
                    key.revokedAt());
        }
    }

    @GET
    @Path("/people")
    @Operation(summary = "All accounts, disabled ones too, in the order of their names")
    public List<PersonJson> people() {
        return people.all().stream().map(PersonJson::of).toList();
    }

    @GET
    @Path("/people/{person}")
    @Operation(summary = "One account")
    public PersonJson person(@PathParam("person") UUID id) {
        return people.find(id).map(PersonJson::of).orElseThrow(() -> new ProblemException(new Problem.NotFound()));
    }

    @GET
    @Path("/teams")
    @Operation(summary = "All teams, in the order of their names")
    public List<Team> teams() {
        return teams.all();
    }

    @GET
    @Path("/keys")
    @Operation(summary = "The caller's own access keys, without the keys themselves, the newest first")
    public List<KeyJson> keys() {
        return keys.of(viewer.caller().person()).stream().map(KeyJson::of).toList();
    }
}
