package org.vigie.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.kernel.Secret;
import org.vigie.store.DataDirectory;
import org.vigie.store.DatabaseAccess;
import org.vigie.store.InstanceKeys;
import org.vigie.store.MasterKeyCheck;
import org.vigie.store.Migrations;
import org.vigie.store.PassphraseKey;
import org.vigie.store.TestDatabase;

class BackupTest {
    private static final Secret PASSPHRASE = new Secret("correct horse battery staple");
    private static final String AWKWARD = "tab\t newline\n back\\slash « é » 🙂 \\. \\N";

    @TempDir
    Path temporary;

    @Test
    void round_trips_between_embedded_and_external_databases() throws Exception {
        Optional<Path> programs = DistributionPostgres.programs();
        Assumptions.assumeTrue(programs.isPresent(), "no PostgreSQL of the distribution");
        try (DistributionPostgres external = DistributionPostgres.start(programs.get())) {
            assertThat(external.majorVersion()).isGreaterThanOrEqualTo(15);
            DataDirectory first = instance("first");
            DatabaseAccess embedded = TestDatabase.migratedAccess();
            MasterKeyCheck.run(embedded, first);
            write(embedded);

            DataDirectory second = DataDirectory.open(temporary.resolve("second"));
            restore(backup(first, embedded), second, external.access());
            DataDirectory third = DataDirectory.open(temporary.resolve("third"));
            DatabaseAccess back = TestDatabase.empty();
            restore(backup(second, external.access()), third, back);

            assertThat(facts(back)).isEqualTo(facts(embedded)).contains(AWKWARD);
            assertThat(InstanceKeys.open(third).derive("x"))
                    .isEqualTo(InstanceKeys.open(first).derive("x"));
            assertThat(third.audit().resolve("w1.checkpoints")).hasContent("checkpoint 1");
            MasterKeyCheck.run(back, third);
        }
    }

    @Test
    void brings_an_older_instance_to_the_newest_version() throws Exception {
        DatabaseAccess old = TestDatabase.empty();
        Migrations.runExactly(old, new TreeSet<>(List.of("0001")));
        write(old);
        Path file = backup(instance("old"), old);

        DatabaseAccess target = TestDatabase.empty();
        restore(file, DataDirectory.open(temporary.resolve("new")), target);

        assertThat(Migrations.applied(target)).isEqualTo(Migrations.bundled());
        assertThat(facts(target)).contains(AWKWARD);
    }

    @Test
    void keeps_foreign_keys_in_force_after_loading_in_any_order() throws Exception {
        DatabaseAccess source = TestDatabase.migratedAccess();
        String tables = "CREATE TABLE store.zz (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, twice bigint"
                + " GENERATED ALWAYS AS (id * 2) STORED);"
                + "CREATE TABLE store.aa (id bigint NOT NULL REFERENCES store.zz)";
        execute(source, tables, "INSERT INTO store.zz DEFAULT VALUES", "INSERT INTO store.aa VALUES (1)");
        Path file = backup(instance("one"), source);
        DatabaseAccess target = TestDatabase.migratedAccess();
        execute(target, tables);

        Restore.verified(file, PASSPHRASE).load(DataDirectory.open(temporary.resolve("two")), temporary, target);

        execute(target, "INSERT INTO store.zz DEFAULT VALUES", "INSERT INTO store.aa VALUES (2)");
        assertThatThrownBy(() -> execute(target, "INSERT INTO store.aa VALUES (3)"))
                .hasMessageContaining("foreign key");
    }

    @Test
    void does_not_open_with_another_pass_phrase() throws Exception {
        Path file = backup(instance("one"), TestDatabase.migratedAccess());
        assertThatThrownBy(() -> Restore.verified(file, new Secret("another pass phrase")))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("pass phrase is wrong");
    }

    @Test
    void shows_every_truncation() throws Exception {
        byte[] whole = Files.readAllBytes(large());
        int header = ChunkCipher.MAGIC.length + PassphraseKey.HEADER_BYTES;
        int chunk = ChunkCipher.CHUNK_BYTES + ChunkCipher.TAG_BYTES;
        assertThat(whole.length).isGreaterThan(header + 2 * chunk);
        for (int length : new int[] {0, 10, header, header + 1, header + chunk, header + 2 * chunk, whole.length - 1}) {
            Path cut = Files.write(temporary.resolve("cut"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> Restore.verified(cut, PASSPHRASE))
                    .as("cut to %d of %d bytes", length, whole.length)
                    .isInstanceOf(BackupException.class);
        }
    }

    @Test
    void shows_a_flipped_bit_and_an_appended_byte() throws Exception {
        byte[] whole = Files.readAllBytes(backup(instance("one"), TestDatabase.migratedAccess()));
        byte[] flipped = whole.clone();
        flipped[whole.length - 40] ^= 1;
        for (byte[] altered : List.of(flipped, Arrays.copyOf(whole, whole.length + 1))) {
            Path file = Files.write(temporary.resolve("altered"), altered);
            assertThatThrownBy(() -> Restore.verified(file, PASSPHRASE)).isInstanceOf(BackupException.class);
        }
    }

    @Test
    void holds_nothing_in_clear() throws Exception {
        DatabaseAccess access = TestDatabase.migratedAccess();
        write(access);
        String file = Files.readString(backup(instance("one"), access), StandardCharsets.ISO_8859_1);
        assertThat(file).doesNotContain("slash").doesNotContain("store").doesNotContain("master.key");
    }

    /** Several chunks of what does not compress. */
    private Path large() throws Exception {
        DataDirectory directory = instance("large");
        byte[] noise = new byte[300_000];
        new Random(7).nextBytes(noise);
        Files.write(directory.audit().resolve("noise"), noise);
        return backup(directory, TestDatabase.migratedAccess());
    }

    private DataDirectory instance(String name) throws Exception {
        DataDirectory directory = DataDirectory.open(temporary.resolve(name));
        InstanceKeys.open(directory);
        Files.createDirectories(directory.audit());
        Files.writeString(directory.audit().resolve("w1.checkpoints"), "checkpoint 1");
        return directory;
    }

    private Path backup(DataDirectory directory, DatabaseAccess access) {
        Path file = temporary.resolve(directory.root().getFileName() + ".vigie");
        new Backup(directory, directory.configFile(), access, "test").writeTo(file, PASSPHRASE);
        return file;
    }

    private static void restore(Path file, DataDirectory directory, DatabaseAccess access) {
        Restore.verified(file, PASSPHRASE).into(directory, directory.configFile(), access);
    }

    private static void write(DatabaseAccess access) throws SQLException {
        try (Connection connection = access.connect();
                var insert = connection.prepareStatement("INSERT INTO store.fact (name, value) VALUES (?, ?)")) {
            insert.setString(1, "awkward");
            insert.setString(2, AWKWARD);
            insert.executeUpdate();
        }
    }

    private static void execute(DatabaseAccess access, String... statements) throws SQLException {
        try (Connection connection = access.connectAsOwner();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) statement.execute(sql);
        }
    }

    private static String facts(DatabaseAccess access) throws SQLException {
        try (Connection connection = access.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT string_agg(name || '=' || value, E'\\n' ORDER BY name) FROM store.fact")) {
            row.next();
            return row.getString(1);
        }
    }
}
