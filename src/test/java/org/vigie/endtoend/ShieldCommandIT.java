package org.vigie.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.detection.FindingType;
import org.vigie.kernel.Secret;
import org.vigie.pseudonym.Issuance;
import org.vigie.pseudonym.Vault;
import org.vigie.store.SealedFile;

/** {@code vigie shield pseudonymise} and {@code restore}: texts go out masked and come back, or nothing does. */
class ShieldCommandIT {
    private static final String PASSPHRASE = "agrafe cheval pile correct";
    private static final String TEXT =
            "Écrire à olive.petit@client.example, tél. 06 12 34 56 78.\nMerci – à lundi 😀\n";

    @TempDir
    Path temporary;

    @Test
    void a_text_leaves_masked_and_comes_back_whole() throws Exception {
        Outcome masked = shield(TEXT, PASSPHRASE, "pseudonymise", "--vault", vault());
        assertThat(masked.err()).isEmpty();
        assertThat(masked.code()).isZero();
        assertThat(masked.out())
                .matches("(?s)Écrire à \\[\\[MAIL_\\w+]], tél\\. \\[\\[PHONE_\\w+]]\\.\nMerci – à lundi 😀\n")
                .doesNotContain("olive", "06 12");
        assertThat(Files.getPosixFilePermissions(Path.of(vault())))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(new String(Files.readAllBytes(Path.of(vault())), StandardCharsets.ISO_8859_1))
                .doesNotContain("olive");
        Outcome again = shield(TEXT, PASSPHRASE, "pseudonymise", "--vault", vault());
        assertThat(again.out()).isEqualTo(masked.out());
        Outcome restored = shield(masked.out(), PASSPHRASE, "restore", "--vault", vault());
        assertThat(restored.code()).isZero();
        assertThat(restored.err()).isEmpty();
        assertThat(restored.out()).isEqualTo(TEXT);
    }

    @Test
    void a_folder_goes_into_a_new_folder() throws Exception {
        Path in = Files.createDirectories(temporary.resolve("in/below")).getParent();
        Files.writeString(in.resolve("a.txt"), TEXT);
        Files.writeString(in.resolve("below/b.txt"), "rien");
        Path out = temporary.resolve("out");
        Outcome masked =
                shield("", PASSPHRASE, "pseudonymise", "--vault", vault(), "--out", out.toString(), in.toString());
        assertThat(masked.code()).isZero();
        assertThat(masked.out()).isEmpty();
        assertThat(masked.err()).isEqualTo("2 texts written to " + out + "\n");
        assertThat(out.resolve("below/b.txt")).hasContent("rien");
        String left = Files.readString(out.resolve("a.txt"));
        assertThat(left).doesNotContain("olive");
        assertThat(shield(
                                "",
                                PASSPHRASE,
                                "restore",
                                "--vault",
                                vault(),
                                out.resolve("a.txt").toString())
                        .out())
                .isEqualTo(TEXT);
        Outcome twice =
                shield("", PASSPHRASE, "pseudonymise", "--vault", vault(), "--out", out.toString(), in.toString());
        assertThat(twice.code()).isOne();
        assertThat(twice.err()).isEqualTo(out + " exists already.\n");
        Outcome nowhere = shield("", PASSPHRASE, "pseudonymise", "--vault", vault(), in.toString());
        assertThat(nowhere.code()).isEqualTo(2);
        assertThat(nowhere.err()).startsWith("A directory needs --out DIR");
    }

    @Test
    void a_vault_opens_with_its_own_pass_phrase_alone() throws Exception {
        Outcome masked = shield(TEXT, PASSPHRASE, "pseudonymise", "--vault", vault());
        byte[] before = Files.readAllBytes(Path.of(vault()));
        for (String command : new String[] {"pseudonymise", "restore"}) {
            assertFails(
                    shield(masked.out(), "une tout autre phrase", command, "--vault", vault()),
                    vault() + " does not open: the pass phrase is another one, or it was altered.");
        }
        assertThat(Files.readAllBytes(Path.of(vault()))).isEqualTo(before);
        assertFails(
                shield(TEXT, "court", "pseudonymise", "--vault", vault() + "2"),
                "The pass phrase must have at least 12 characters.");
        assertFails(shield(TEXT, "", "restore", "--vault", vault() + "2"), "There is no vault " + vault() + "2.");
        Files.writeString(temporary.resolve("letter.txt"), "no vault");
        assertFails(
                shield(
                        TEXT,
                        PASSPHRASE,
                        "restore",
                        "--vault",
                        temporary.resolve("letter.txt").toString()),
                temporary.resolve("letter.txt") + " is no file that Vigie sealed.");
    }

    @Test
    void what_has_expired_does_not_come_back() throws Exception {
        Vault vault = Vault.fresh();
        Issuance issuance = vault.issuance();
        String placeholder = issuance.placeholderFor(FindingType.EMAIL, "olive.petit@client.example");
        vault.keep(issuance, Instant.now().minus(Duration.ofDays(2)), Duration.ofDays(1));
        new SealedFile(Path.of(vault()), new Secret(PASSPHRASE)).write(vault.write());
        Outcome restored = shield("Écrire à " + placeholder, PASSPHRASE, "restore", "--vault", vault());
        assertThat(restored.code()).isZero();
        assertThat(restored.out()).isEqualTo("Écrire à " + placeholder);
        assertThat(restored.err()).isEqualTo("1 placeholder stands for nothing in this vault (unknown or expired).\n");
    }

    @Test
    void wrong_use_says_so_and_leaves_nothing() throws Exception {
        Outcome noVault = shield(TEXT, PASSPHRASE, "pseudonymise");
        assertThat(noVault.code()).isEqualTo(2);
        assertThat(noVault.err()).startsWith("Missing required option: '--vault=VAULT'");
        Outcome days = shield(TEXT, PASSPHRASE, "pseudonymise", "--vault", vault(), "--keep", "0");
        assertThat(days.code()).isEqualTo(2);
        assertThat(days.err()).startsWith("--keep takes 1 to 3650 days.");
        Path none = temporary.resolve("none.txt");
        assertFails(
                shield("", PASSPHRASE, "pseudonymise", "--vault", vault(), none.toString()),
                none + " cannot be used: there is no such file.");
        assertThat(Path.of(vault())).doesNotExist();
    }

    private String vault() {
        return temporary.resolve("a.vault").toString();
    }

    private static void assertFails(Outcome outcome, String line) {
        assertThat(outcome.code()).isOne();
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).isEqualTo(line + "\n");
    }

    private record Outcome(int code, String out, String err) {}

    private Outcome shield(String input, String passphrase, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = VigieProcess.command("shield");
        command.addAll(List.of(arguments));
        Path errors = temporary.resolve("err.log");
        Path in = Files.writeString(temporary.resolve("in.log"), input);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectInput(in.toFile()).redirectError(errors.toFile());
        builder.environment().put("VIGIE_VAULT_PASSPHRASE", passphrase);
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), out, Files.readString(errors));
    }
}
