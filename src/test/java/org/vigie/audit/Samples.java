package org.vigie.audit;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vigie.kernel.DataClass;
import org.vigie.kernel.Exposure;
import org.vigie.kernel.FindingSummary;
import org.vigie.kernel.Ids;

/** Exchanges and keys for the tests. */
final class Samples {
    static final UUID PERSON = UUID.fromString("0190b5a2-0000-7000-8000-000000000001");
    static final UUID KEY = UUID.fromString("0190b5a2-0000-7000-8000-000000000002");

    private Samples() {}

    static Opening opening() {
        return new Opening(
                Ids.next(),
                Instant.now(),
                Optional.of(PERSON),
                Optional.of(KEY),
                Opening.Door.GATEWAY,
                "assistant",
                "snapshot-7",
                Optional.of("ATLAS"),
                Optional.empty());
    }

    static Closing answered() {
        return new Closing(
                Outcome.ANSWERED,
                "allowed,pseudonymised",
                Optional.empty(),
                new FindingSummary(Map.of("EMAIL", 2, "PERSON", 1)),
                1,
                Optional.of(new Exposure(DataClass.C2, DataClass.C1, Set.of("image_url", "audio"), Set.of("ATLAS"))),
                Optional.of("interne/fake-small"),
                2,
                false,
                new Tokens(812, 64, 0, 240, 100, false),
                306,
                new Latency(40, 900, 1_800_000, 410_000, 1_802_000));
    }

    static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
