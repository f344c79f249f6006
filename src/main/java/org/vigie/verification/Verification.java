package org.vigie.verification;

import java.util.List;

/**
 * What was found out about an answer.
 *
 * @param claims in the order of the answer
 */
public record Verification(List<Claim> claims) {
    public Verification {
        claims = List.copyOf(claims);
    }

    /** How many claims have a status. */
    public long count(Status status) {
        return claims.stream().filter(claim -> claim.status() == status).count();
    }
}
