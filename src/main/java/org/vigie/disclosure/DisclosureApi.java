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
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.vigie.metering.Meter;

/** The register of disclosures for programs: how many, why, and nobody's name. Traces themselves are never read by key. */
@Path("/api/v1/disclosures")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "disclosures")
public class DisclosureApi {
    private final Disclosures disclosures;

    @Inject
    DisclosureApi(Disclosures disclosures) {
        this.disclosures = disclosures;
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
}
