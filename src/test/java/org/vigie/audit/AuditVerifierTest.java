package org.vigie.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyPair;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.store.Store;

/** Each test starts from 22 entries: ten exchanges in one run, an act and one that is left open in a second one. */
@Timeout(60)
class AuditVerifierTest {
    private static DistributionPostgres postgres;

    @TempDir
    Path directory;

    private final KeyPair keys = Samples.keys();
    private String url;
    private Jdbi jdbi;
    private String writer;

    @BeforeAll
    static void startPostgres() {
        postgres = DistributionPostgres.start();
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void recordExchanges() throws Exception {
        url = postgres.newDatabase();
        jdbi = Store.jdbi(DistributionPostgres.access(url));
        try (AuditLog log = start()) {
            for (int i = 0; i < 10; i++) {
                log.open(Samples.opening()).close(Samples.answered());
            }
        }
        try (AuditLog log = start()) {
            log.act(Act.now(Samples.PERSON, "key.created", "ci"));
            log.open(Samples.opening());
        }
        writer = WriterName.of(directory);
        DistributionPostgres.execute(url, "ALTER TABLE audit.entry DISABLE TRIGGER append_only");
    }

    @Test
    void finds_an_untouched_audit_intact() throws Exception {
        Verification verification = verify();

        assertThat(verification.faults()).isEmpty();
        assertThat(verification.exchanges()).isEqualTo(11);
        assertThat(verification.checkpoints()).isEqualTo(3);
        assertThat(verification.chains()).containsExactly(new Verification.ChainSummary(writer, 22, 1, 22));
        assertThat(verification.report())
                .first()
                .asString()
                .startsWith("22 entries, 11 exchanges, 3 checkpoints verified; last checkpoint of ");
        assertThat(verification.report()).last().isEqualTo("The audit is complete and unaltered.");
    }

    @Test
    void finds_an_altered_body() throws Exception {
        DistributionPostgres.execute(url, """
                UPDATE audit.entry SET body = replace(body, 'answered', 'refused') WHERE seq = 4
                """);
        assertFaults("entry 4: was altered: its hash is not that of its content");
    }

    @Test
    void finds_every_other_altered_column() throws Exception {
        for (String change : List.of(
                "kind = 'act'",
                "subject = gen_random_uuid()",
                "person = NULL",
                "at = at + interval '1 microsecond'",
                "open_from = open_from + 1")) {
            DistributionPostgres.execute(url, "CREATE TABLE kept AS SELECT * FROM audit.entry");
            DistributionPostgres.execute(url, "UPDATE audit.entry SET " + change + " WHERE seq = 5");
            assertThat(verify().faults())
                    .as(change)
                    .contains(new Fault(
                            "writer " + writer + ", entry 5", "was altered: its hash is not that of its content"));
            DistributionPostgres.execute(url, """
                    DELETE FROM audit.entry; INSERT INTO audit.entry SELECT * FROM kept; DROP TABLE kept
                    """);
        }
        assertThat(verify().intact()).isTrue();
    }

    @Test
    void finds_an_altered_entry_whose_hash_was_made_to_fit() throws Exception {
        Entry entry = entries().get(3);
        Fact other = new Fact(
                Kind.CLOSED,
                entry.fact().subject(),
                entry.fact().person(),
                entry.fact().at(),
                entry.fact().body().replace("C2", "C0"));
        replace(new Entry(writer, 4, other, entry.openFrom(), entry.previous(), hash(4, other, entry)));

        assertFaults("entry 5: does not continue entry 4: one of the two was altered or replaced");
    }

    @Test
    void finds_a_whole_tail_that_was_written_anew() throws Exception {
        List<Entry> entries = entries();
        Chain chain = new Chain(Head.ofEmpty(writer), List.of());
        DistributionPostgres.execute(url, "DELETE FROM audit.entry");
        for (Entry entry : entries) {
            Fact fact = entry.fact();
            String body = entry.seq() == 2 ? fact.body().replace("C2", "C0") : fact.body();
            insert(chain.append(new Fact(fact.kind(), fact.subject(), fact.person(), fact.at(), body)));
        }
        assertThat(verify().faults())
                .extracting(Fault::place)
                .containsExactly("writer " + writer + ", entry 20", "writer " + writer + ", entry 22");
        assertThat(verify().faults())
                .extracting(Fault::what)
                .allMatch(what -> what.startsWith("is not what the checkpoint of "));
    }

    @Test
    void finds_deleted_entries() throws Exception {
        DistributionPostgres.execute(url, "DELETE FROM audit.entry WHERE seq = 21");
        assertFaults("entry 21: is missing");
        DistributionPostgres.execute(url, "DELETE FROM audit.entry WHERE seq <= 4");
        assertFaults("entry 1: is missing and so is all up to 4", "entry 21: is missing");
    }

    @Test
    void finds_an_exchange_whose_opening_was_deleted() throws Exception {
        DistributionPostgres.execute(url, "DELETE FROM audit.entry WHERE seq = 3");
        assertThat(verify().faults())
                .extracting(Fault::what)
                .containsExactly(
                        "is missing", "ends exchange " + entries().get(2).fact().subject() + ", which was not open");
    }

    @Test
    void finds_swapped_entries() throws Exception {
        DistributionPostgres.execute(url, """
                UPDATE audit.entry SET seq = 100 WHERE seq = 5;
                UPDATE audit.entry SET seq = 5 WHERE seq = 7;
                UPDATE audit.entry SET seq = 7 WHERE seq = 100;
                """);
        assertThat(verify().faults())
                .extracting(Fault::place)
                .contains("writer " + writer + ", entry 5", "writer " + writer + ", entry 7");
    }

    @Test
    void finds_an_end_that_was_cut_off_before_the_last_checkpoint() throws Exception {
        DistributionPostgres.execute(url, "DELETE FROM audit.entry WHERE seq > 18");
        assertThat(verify().faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.toString())
                        .startsWith("writer " + writer
                                + ", entry 19: is missing and so is all up to entry 22, which the" + " checkpoint of ")
                        .endsWith(" covers: the end was cut off"));
    }

    @Test
    void finds_that_everything_was_deleted() throws Exception {
        DistributionPostgres.execute(url, "TRUNCATE audit.entry");
        assertThat(verify().faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.toString())
                        .startsWith(
                                "writer " + writer + ", entry 1: is missing and so is the whole chain of 22 entries"));
    }

    @Test
    void finds_a_forged_checkpoint() throws Exception {
        DistributionPostgres.execute(url, "DELETE FROM audit.entry WHERE seq > 20");
        List<String> lines = lines();
        Checkpoint second = Checkpoint.parse(lines.get(1)).orElseThrow();
        Head head = new Head(writer, second.count(), second.head(), 21);
        lines.set(
                2,
                Checkpoint.sign(
                                head,
                                second.at(),
                                Hash.sha256(lines.get(1)),
                                Samples.keys().getPrivate())
                        .line());
        Files.write(checkpoints(), lines);

        assertThat(verify().faults())
                .containsExactly(new Fault("checkpoints.jsonl, line 3", "is forged: the signature is not of this key"));
    }

    @Test
    void finds_a_removed_or_altered_checkpoint() throws Exception {
        List<String> lines = lines();
        Files.write(checkpoints(), List.of(lines.get(0), lines.get(2)));
        assertLineFault(2);
        Files.write(
                checkpoints(),
                List.of(lines.get(0), lines.get(1).replace("\"count\":20", "\"count\":2x"), lines.get(2)));
        assertLineFault(3);
        Files.delete(checkpoints());
        assertThat(verify().faults())
                .extracting(Fault::what)
                .containsExactly("is missing; every start of a server writes it");
    }

    @Test
    void passes_over_a_line_that_a_crash_left_unfinished() throws Exception {
        Files.writeString(checkpoints(), lines().get(0).substring(0, 90), StandardOpenOption.APPEND);
        try (AuditLog log = start()) {
            log.open(Samples.opening()).close(Samples.answered());
        }
        Verification verification = verify();
        assertThat(verification.faults()).isEmpty();
        assertThat(verification.checkpoints()).isEqualTo(5);
    }

    @Test
    void verifies_beside_a_running_server() throws Exception {
        try (AuditLog log = start()) {
            log.open(Samples.opening());
            Verification verification = verify();
            assertThat(verification.faults()).isEmpty();
            // A checkpoint may have been signed since, by the clock of the writer.
            assertThat(verification.chains())
                    .singleElement()
                    .isIn(
                            new Verification.ChainSummary(writer, 24, 1, 23),
                            new Verification.ChainSummary(writer, 24, 1, 24));
        }
    }

    @Test
    void verifies_several_writers_and_says_what_no_checkpoint_covers(@TempDir Path other) throws Exception {
        try (AuditLog log = AuditLog.start(jdbi, DistributionPostgres.access(url), other, Samples.keys())) {
            log.act(Act.now(Samples.PERSON, "key.revoked", "ci"));
        }
        Verification verification = verify();
        assertThat(verification.faults()).isEmpty();
        assertThat(verification.chains())
                .containsExactlyInAnyOrder(
                        new Verification.ChainSummary(writer, 22, 1, 22),
                        new Verification.ChainSummary(WriterName.of(other), 1, 0, 0));
        assertThat(verification.report()).anyMatch(line -> line.endsWith("no checkpoint covers it"));
    }

    @Test
    void verifies_an_export_like_the_database() throws Exception {
        Path export = directory.resolve("audit.jsonl");
        assertThat(AuditVerifier.export(jdbi, export)).isEqualTo(22);

        assertThat(AuditVerifier.ofExport(export).verify(checkpoints())).isEqualTo(verify());
        assertThatThrownBy(() -> AuditVerifier.export(jdbi, export)).isInstanceOf(FileAlreadyExistsException.class);

        List<String> lines = new ArrayList<>(Files.readAllLines(export));
        Collections.swap(lines, 4, 6);
        lines.set(9, "{}");
        Files.write(export, lines);
        assertThat(AuditVerifier.ofExport(export).verifyChains().faults())
                .extracting(Fault::toString)
                .contains(
                        "writer " + writer + ", entry 5: is missing and so is all up to 6",
                        "writer " + writer + ", entry 6: comes after entry 7: the order was changed",
                        "audit.jsonl, line 10: is not an entry of an audit",
                        "writer " + writer + ", entry 10: is missing");
    }

    private AuditLog start() throws IOException, SQLException {
        return AuditLog.start(jdbi, DistributionPostgres.access(url), directory, keys);
    }

    private Verification verify() throws IOException {
        return AuditVerifier.ofDatabase(jdbi).verify(checkpoints());
    }

    private void assertFaults(String... faults) throws IOException {
        assertThat(verify().faults())
                .extracting(fault -> fault.toString().replace("writer " + writer + ", ", ""))
                .containsExactly(faults);
    }

    private void assertLineFault(int line) throws IOException {
        assertThat(verify().faults())
                .containsExactly(new Fault(
                        "checkpoints.jsonl, line " + line,
                        "does not continue the line before: a line was removed, altered or moved"));
    }

    private Path checkpoints() {
        return directory.resolve(CheckpointFile.NAME);
    }

    private List<String> lines() throws IOException {
        return new ArrayList<>(Files.readAllLines(checkpoints()));
    }

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        new AuditStore(jdbi).forEach(entries::add, new Faults());
        return entries;
    }

    private Hash hash(long seq, Fact fact, Entry entry) {
        return new EntryHash().of(writer, seq, fact, entry.openFrom(), entry.previous());
    }

    private void replace(Entry entry) throws SQLException {
        DistributionPostgres.execute(url, "DELETE FROM audit.entry WHERE seq = " + entry.seq());
        insert(entry);
    }

    private void insert(Entry entry) throws SQLException {
        try (var connection = DistributionPostgres.access(url).connect();
                var statement = AuditStore.prepareInsert(connection)) {
            AuditStore.insert(statement, List.of(entry));
        }
    }
}
