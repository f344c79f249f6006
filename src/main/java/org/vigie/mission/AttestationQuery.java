package org.vigie.mission;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

/**
 * Of what an attestation is asked for, by an address.
 *
 * @param from a day in Paris, included; empty for the mission's first
 * @param to likewise, for today or the mission's last
 * @param at the second up to which it counts, of the last hour; now for any other
 */
public record AttestationQuery(
        @QueryParam("from") @DefaultValue("") String from,
        @QueryParam("to") @DefaultValue("") String to,
        @QueryParam("at") @DefaultValue("0") long at) {

    /** Of the same days, up to now. */
    AttestationQuery upToNow() {
        return new AttestationQuery(from, to, 0);
    }
}
