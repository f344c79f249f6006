package org.vigie.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.store.DatabaseAccess;
import org.vigie.store.TestDatabase;

/** Replicas that disagree about providers and routes do not run at the same time. */
class ReplicaIT {
    @Test
    void one_whose_file_differs_does_not_start_until_the_other_is_gone() throws Exception {
        DatabaseAccess database = TestDatabase.empty();
        String yaml = "{url: \"" + database.url() + "\", user: " + database.owner() + ", password: \""
                + database.ownerPassword().reveal() + "\"}";
        List<Installation> replicas = Installation.replicas(yaml, List.of());
        try (Installation first = replicas.getFirst();
                Installation second = replicas.getLast()) {
            second.vigie().close();
            Path file = second.data().resolve("vigie.yaml");
            String same = Files.readString(file);
            Files.writeString(
                    file, same.replace("zone: outside-eu, maxDataClass: C1", "zone: eu-sovereign, maxDataClass: C1"));
            VigieProcess.Finished refused = second.tryToStart();
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.printed())
                    .contains("providers.dehors.zone (OUTSIDE_EU there, EU_SOVEREIGN here)")
                    .contains("stop that one first");
            assertThat(new GatewayClient(() -> first.vigie().url(), Installation.KEY)
                            .ask("far", false, "Bonjour")
                            .status())
                    .isEqualTo(200);
            first.vigie().close();
            second.restart();
            assertThat(new GatewayClient(() -> second.vigie().url(), Installation.KEY)
                            .ask("far", false, "Bonjour")
                            .status())
                    .isEqualTo(200);
        }
    }
}
