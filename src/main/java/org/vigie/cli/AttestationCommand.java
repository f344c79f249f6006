package org.vigie.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.mission.Jws;
import org.vigie.mission.JwsException;
import org.vigie.mission.VerificationKeys;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "attestation",
        description = "Checks what a client was given. Needs neither server nor database.",
        mixinStandardHelpOptions = true,
        subcommands = AttestationCommand.Verify.class)
final class AttestationCommand extends CommandGroup {
    @Command(
            name = "verify",
            description = "Checks the signature of a client's attestation and says what it attests. Exit 1 where it"
                    + " does not match.",
            mixinStandardHelpOptions = true)
    static final class Verify implements Callable<Integer> {
        @Spec
        private @Nullable CommandSpec spec;

        @Parameters(paramLabel = "FILE", description = "The signed attestation (.jws).")
        private Path file = Path.of("");

        @Option(
                names = "--key",
                paramLabel = "KEY",
                required = true,
                description = "The public key: a JWK or JWK set (/.well-known/jwks.json, saved), or a PEM file.")
        private Path key = Path.of("");

        @Override
        public Integer call() {
            String signed = read(file);
            String keys = read(key);
            try {
                Jws.Verified verified = Jws.verify(signed, VerificationKeys.read(keys));
                say(verified);
                return 0;
            } catch (JwsException notReliable) {
                System.out.println(notReliable.getMessage());
                return 1;
            }
        }

        private static void say(Jws.Verified verified) {
            JsonNode payload = verified.payload();
            System.out.printf("The signature is valid (key %s).%n", verified.keyId());
            System.out.printf(
                    "Mission %s, client %s, from %s to %s: %d exchanges, issued %s.%n",
                    payload.at("/mission/code").asText(),
                    payload.at("/mission/client").asText(),
                    payload.at("/period/from").asText(),
                    payload.at("/period/to").asText(),
                    payload.path("exchanges").asInt(),
                    payload.path("issuedAt").asText());
        }

        private String read(Path path) {
            try {
                return Files.readString(path);
            } catch (IOException unreadable) {
                throw new ParameterException(
                        spec == null ? new CommandLine(this) : spec.commandLine(), path + " cannot be read.");
            }
        }
    }
}
