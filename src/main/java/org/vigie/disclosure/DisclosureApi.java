package org.vigie.disclosure;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.vigie.identity.People;
import org.vigie.identity.Person;
import org.vigie.metering.Meter;

/** The register of disclosures for programs: how many, why, and nobody's name. Traces themselves are never read by key. */
@Path("/api/v1/disclosures")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "disclosures")
public class DisclosureApi {
    private final Disclosures disclosures;
    private final KeyHolders holders;
    private final People people;

    @Inject
    DisclosureApi(Disclosures disclosures, KeyHolders holders, People people) {
        this.disclosures = disclosures;
        this.holders = holders;
        this.people = people;
    }

    /** @param byCategory those for which none was opened are absent */
    public record RegisterJson(int count, Map<String, Integer> byCategory, List<LineJson> disclosures) {}

    /**
     * @param month in which it was opened, of Paris
     * @param state {@code asked}, {@code lapsed}, {@code withdrawn}, {@code refused}, {@code open}, {@code over} or
     *     {@code closed}
     */
    public record LineJson(String code, YearMonth month, String category, String state) {
        static LineJson of(Disclosure disclosure, Instant now) {
            return new LineJson(
                    disclosure.code(),
                    YearMonth.from(disclosure.askedAt().atZone(Meter.ZONE)),
                    disclosure.wanted().category().code(),
                    disclosure.at(now).code());
        }
    }

    /**
     * Somebody who was named to give second keys.
     *
     * @param email absent where the account is gone
     * @param capacity {@code staff_rep} or {@code counsel}
     * @param decision the number of the one that named them
     * @param endedAt absent while they are
     */
    public record KeyHolderJson(
            UUID person,
            Optional<String> email,
            String capacity,
            String decision,
            Instant namedAt,
            Optional<Instant> endedAt,
            Optional<String> endDecision) {
        static KeyHolderJson of(Naming naming, People people) {
            return new KeyHolderJson(
                    naming.person(),
                    people.find(naming.person()).map(Person::email),
                    naming.capacity().code(),
                    naming.decision(),
                    naming.at(),
                    naming.endedAt(),
                    naming.endDecision());
        }
    }

    @GET
    @Operation(summary = "How often traces of a person were asked for, why, and what became of it; without names")
    public RegisterJson register() {
        List<Disclosure> all = disclosures.all();
        Map<String, Integer> byCategory = new TreeMap<>();
        all.forEach(one -> byCategory.merge(one.wanted().category().code(), 1, Integer::sum));
        Instant now = disclosures.now();
        return new RegisterJson(
                all.size(),
                byCategory,
                all.stream().map(one -> LineJson.of(one, now)).toList());
    }

    @GET
    @Path("/key-holders")
    @Operation(
            summary = "Who was named to give second keys, the newest first, ended namings too",
            description = "Naming somebody and ending it take a person, on their page.")
    public List<KeyHolderJson> keyHolders() {
        return holders.all().stream()
                .map(naming -> KeyHolderJson.of(naming, people))
                .toList();
    }
}
