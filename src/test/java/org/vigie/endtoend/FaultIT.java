package org.vigie.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.backup.DistributionPostgres;
import org.vigie.demo.Pace;
import org.vigie.endtoend.GatewayClient.Seen;
import org.vigie.store.DataDirectory;
import org.vigie.store.DatabaseAccess;
import org.vigie.store.EmbeddedPostgres;

/** What breaks under the running program, and who misuses it: clear errors, nothing lost, the server lives. */
class FaultIT {
    private static final Duration SECONDS = Duration.ofSeconds(10);
    private static final Pace SLOW = new Pace(Duration.ofMillis(20), Duration.ofMillis(100));
    private static final Pattern REVOKE = Pattern.compile("/settings/keys/[0-9a-f-]{36}/revoke");

    private static Installation here;
    private static GatewayClient client;
    private static AuditTrail audit;

    @BeforeAll
    static void start() {
        here = Installation.start();
        client = clientOf(here);
        audit = auditOf(here);
    }

    @AfterAll
    static void stop() {
        here.close();
    }

    private static GatewayClient clientOf(Installation installation) {
        return new GatewayClient(() -> installation.vigie().url(), Installation.KEY);
    }

    private static AuditTrail auditOf(Installation installation) {
        return new AuditTrail(() -> databaseOf(installation));
    }

    private static DatabaseAccess databaseOf(Installation installation) {
        return EmbeddedPostgres.accessOfRunning(new DataDirectory(installation.data()));
    }

    private static void assertServes(Installation installation) throws InterruptedException {
        assertThat(installation.vigie().process().isAlive()).isTrue();
        clientOf(installation).answersAgain(SECONDS);
    }

    @Test
    void while_the_database_is_away_requests_are_refused_and_then_served_again() throws Exception {
        long before = audit.last();
        AtomicBoolean over = new AtomicBoolean();
        Thread killer = Thread.ofVirtual().start(() -> {
            while (!over.get()) {
                here.vigie().killDatabase();
                pause(30);
            }
        });
        List<Seen> meanwhile = new ArrayList<>();
        long end = System.nanoTime() + Duration.ofSeconds(6).toNanos();
        while (System.nanoTime() < end) {
            meanwhile.add(client.ask("assistant", false, "Bonjour"));
            pause(50);
        }
        over.set(true);
        killer.join();
        assertThat(meanwhile).allSatisfy(seen -> {
            assertThat(seen.status()).isIn(200, 503);
            if (seen.status() == 503) assertThat(seen.code()).isEqualTo("audit_unavailable");
        });
        assertThat(meanwhile).anyMatch(seen -> seen.status() == 503);
        Duration again = client.answersAgain(Duration.ofSeconds(15));
        System.out.printf(
                "FaultIT: %d requests while the database was away, answered again after %d ms%n",
                meanwhile.size(), again.toMillis());
        long answered = meanwhile.stream().filter(Seen::answered).count();
        assertThat(audit.ended(before, SECONDS))
                .allSatisfy(one -> assertThat(one.states()).hasSize(1));
        assertThat(audit.since(before).stream().filter(one -> one.state().equals("answered")))
                .hasSizeGreaterThanOrEqualTo((int) answered + 1);
        here.verifyAudit();
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_reader_that_does_not_read_holds_up_nobody_else() throws Exception {
        long before = audit.last();
        String large = GatewayClient.body("fake-echo", true, "bonjour ".repeat(3_000));
        List<RawConnection> still = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            still.add(new RawConnection(here.vigie().url()).send(RawConnection.chat(large)));
        }
        pause(500);
        for (int i = 0; i < 20; i++) {
            long from = System.nanoTime();
            Seen seen = client.ask("assistant", i % 2 == 0, "Bonjour");
            assertThat(seen.answered()).as("%s", seen).isTrue();
            // The ten readers never end: whoever waited for one of them would wait for ever, not ten seconds. Less
            // would
            // measure how busy a cold JVM's two processors are.
            assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(10));
        }
        for (RawConnection connection : still) connection.close();
        assertThat(audit.ended(before, SECONDS))
                .allSatisfy(one -> assertThat(one.states()).hasSize(1));
    }

    @Test
    void a_stop_with_streams_running_takes_less_than_five_seconds_and_loses_no_record() throws Exception {
        try (Installation busy = Installation.start(SLOW, "embedded")) {
            AuditTrail records = auditOf(busy);
            GatewayClient asking = clientOf(busy);
            List<Seen> seen = java.util.Collections.synchronizedList(new ArrayList<>());
            List<Thread> clients = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                clients.add(Thread.startVirtualThread(
                        () -> seen.add(asking.ask("assistant", true, "Écris une lettre à Mme Olive Petit."))));
            }
            while (busy.model().underWay() < 30) pause(10);
            pause(500);
            Duration stop = busy.vigie().stop();
            System.out.printf(
                    "FaultIT: stopped with 30 streams after %d ms, exit code %s%n",
                    stop.toMillis(), busy.vigie().await(Duration.ZERO));
            assertThat(stop).isLessThan(Duration.ofSeconds(5));
            assertThat(busy.vigie().await(Duration.ZERO)).hasValue(0);
            for (Thread client : clients) assertThat(client.join(SECONDS)).isTrue();
            assertThat(seen).hasSize(30);
            busy.restart();
            List<AuditTrail.Exchange> recorded = records.since(0);
            assertThat(recorded)
                    .hasSize(30)
                    .allSatisfy(one -> assertThat(one.states()).hasSize(1));
            for (Seen one : seen) {
                if (one.answered()) {
                    assertThat(recorded)
                            .anyMatch(record -> record.state().equals("answered")
                                    && Optional.of(record.id()).equals(one.id()));
                }
            }
            busy.verifyAudit();
        }
    }

    @Test
    void serves_from_an_external_database_and_starts_again_on_it() throws Exception {
        Optional<Path> programs = DistributionPostgres.programs();
        assumeThat(programs).as("a PostgreSQL of the distribution").isPresent();
        try (DistributionPostgres server = DistributionPostgres.start(programs.get())) {
            DatabaseAccess access = server.access();
            String url = access.url().substring(0, access.url().indexOf('?'));
            String yaml = "{url: \"" + url + "\", user: " + access.user() + ", password: trusted}";
            try (Installation outside =
                    Installation.start(Installation.temporaryDirectory(), Pace.NONE, yaml, List.of())) {
                Seen first = clientOf(outside).ask("assistant", true, "Bonjour Mme Olive Petit");
                assertThat(first.answered()).isTrue();
                assertThat(outside.data().resolve("db")).doesNotExist();
                outside.restart();
                assertServes(outside);
                String record = clientOf(outside)
                        .get("/api/v1/requests/" + first.id().orElseThrow())
                        .body();
                assertThat(record).contains("\"answered\"");
                outside.verifyAudit();
            }
        }
    }

    @Test
    void a_full_disk_refuses_in_words_and_heals_when_there_is_room_again() throws Exception {
        Path disk = Installation.temporaryDirectory();
        assumeThat(mount(disk))
                .as("a small disk can be mounted: needs root and the right to mount")
                .isTrue();
        try {
            onSmallDisk(disk);
        } finally {
            run("umount", "-l", disk.toString());
        }
    }

    private static void onSmallDisk(Path disk) throws Exception {
        Path data = Files.createDirectory(disk.resolve("data"));
        try (Installation small = Installation.start(data, Pace.NONE, "{url: embedded}", List.of())) {
            AuditTrail records = auditOf(small);
            GatewayClient asking = clientOf(small);
            asking.answersAgain(SECONDS);
            Path filler = disk.resolve("filler");
            fill(filler);
            Seen refused = untilRefused(asking, small);
            System.out.println("FaultIT: on the full disk: " + refused.status() + " "
                    + refused.text().strip());
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.code()).isEqualTo("audit_unavailable");
            assertThat(refused.text()).doesNotContain("zorglub");
            assertThat(small.vigie().process().isAlive()).isTrue();
            Files.delete(filler);
            Duration again = asking.answersAgain(Duration.ofSeconds(20));
            System.out.printf("FaultIT: answered again %d ms after there was room%n", again.toMillis());
            assertThat(records.ended(0, SECONDS))
                    .allSatisfy(one -> assertThat(one.states()).hasSize(1));
            assertThat(small.vigie().log()).doesNotContain("zorglub");
            small.verifyAudit();
        }
    }

    /** Asks until the database has used up the room that it had put aside. */
    private static Seen untilRefused(GatewayClient asking, Installation small) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() < end) {
            List<Seen> seen = java.util.Collections.synchronizedList(new ArrayList<>());
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                threads.add(Thread.startVirtualThread(() -> {
                    for (int n = 0; n < 30; n++) seen.add(asking.ask("assistant", false, "Bonjour zorglub"));
                }));
            }
            threads.forEach(thread -> {
                try {
                    thread.join();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            });
            assertThat(seen).allSatisfy(one -> assertThat(one.status()).isIn(200, 503));
            Optional<Seen> refused =
                    seen.stream().filter(one -> one.status() == 503).findFirst();
            if (refused.isPresent()) return refused.get();
        }
        throw new AssertionError("never refused; " + small.vigie().log());
    }

    private static boolean mount(Path directory) throws Exception {
        return System.getProperty("user.name").equals("root")
                && run("mount", "-t", "tmpfs", "-o", "size=192m,mode=0755", "tmpfs", directory.toString());
    }

    private static boolean run(String... command) throws Exception {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    private static void fill(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] block = new byte[4096];
            while (true) out.write(block);
        } catch (IOException full) {
            assertThat(Files.getFileStore(file).getUsableSpace()).isLessThan(4096);
        }
    }

    @Test
    void a_revoked_key_is_refused_at_once() throws Exception {
        Visitor person = new Visitor(here.vigie().url());
        person.signIn("autre@example.org", Installation.PASSWORD);
        assertThat(person.isSignedIn()).isTrue();
        GatewayClient other = new GatewayClient(() -> here.vigie().url(), Installation.KEY + "-autre");
        assertThat(other.ask("assistant", false, "Bonjour").status()).isEqualTo(200);
        Matcher revoke = REVOKE.matcher(person.get("/settings/keys").body());
        assertThat(revoke.find()).isTrue();
        assertThat(person.post(revoke.group(), revoke.group(), Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(other.ask("assistant", false, "Bonjour").status()).isEqualTo(401);
        assertThat(client.ask("assistant", false, "Bonjour").status()).isEqualTo(200);
    }

    @Test
    void a_key_is_refused_from_the_moment_of_its_expiry() throws Exception {
        String key = "vigie-cle-qui-expire-0123456789-abcdefghij";
        Instant expiry = Instant.now().plusSeconds(6);
        try (Connection connection = databaseOf(here).connectAsOwner();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into identity.api_key (id, hash, prefix, person, name, scopes, created_at, expires_at)
                        select ?, ?, 'vigi', person, 'brief', scopes, now(), ? from identity.api_key limit 1""")) {
            insert.setObject(1, UUID.randomUUID());
            insert.setBytes(2, MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
            insert.setTimestamp(3, java.sql.Timestamp.from(expiry));
            insert.executeUpdate();
        }
        here.restart();
        GatewayClient brief = new GatewayClient(() -> here.vigie().url(), key);
        while (Instant.now().isBefore(expiry)) pause(20);
        assertThat(brief.ask("assistant", false, "Bonjour").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 100_000, 2_000_000})
    void deep_nesting_is_refused(int depth) throws Exception {
        String json = "{\"model\":\"assistant\",\"messages\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
        Seen seen = client.send(json);
        assertThat(seen.status()).isEqualTo(400);
        assertThat(seen.code()).isEqualTo("malformed_body");
        assertServes(here);
    }

    @Test
    void a_flood_of_headers_is_refused() throws Exception {
        StringBuilder headers = new StringBuilder("X-A: b");
        for (int i = 0; i < 20_000; i++)
            headers.append("\r\nX-Flood-").append(i).append(": ").append("y".repeat(50));
        try (RawConnection connection = new RawConnection(here.vigie().url())) {
            try {
                connection.send(RawConnection.head("GET /v1/models HTTP/1.1", headers.toString()));
                assertThat(connection.rest()).matches("(?s)|HTTP/1\\.1 4\\d\\d .*");
            } catch (java.net.SocketException cutWhileWriting) {
                assertThat(cutWhileWriting).isNotNull();
            }
        }
        assertServes(here);
    }

    @Test
    void pipelined_requests_are_answered_in_their_order() throws Exception {
        try (RawConnection connection = new RawConnection(here.vigie().url())) {
            StringBuilder requests = new StringBuilder();
            for (int i = 0; i < 10; i++) {
                requests.append(RawConnection.chat(GatewayClient.body("fake-echo", false, "numéro-" + i + "-")));
            }
            connection.send(requests.toString());
            String answers = connection.rest();
            int at = -1;
            for (int i = 0; i < 10; i++) {
                int found = answers.indexOf("-" + i + "-");
                assertThat(found).as("answer %d in %s", i, answers).isGreaterThan(at);
                at = found;
            }
        }
        assertServes(here);
    }

    @Test
    void a_body_cut_in_the_middle_reaches_nobody() throws Exception {
        long served = here.model().served();
        try (RawConnection connection = new RawConnection(here.vigie().url())) {
            connection.send(RawConnection.head("POST /v1/chat/completions HTTP/1.1", "Transfer-Encoding: chunked")
                    + "20\r\n{\"model\":\"assistant\",\"messages\":");
        }
        try (RawConnection connection = new RawConnection(here.vigie().url())) {
            connection.send(RawConnection.head("POST /v1/chat/completions HTTP/1.1", "Transfer-Encoding: chunked")
                    + "zz\r\nno chunk");
            assertThat(connection.rest()).matches("(?s)|HTTP/1\\.1 400 .*");
        }
        pause(200);
        assertThat(here.model().served()).isEqualTo(served);
        assertServes(here);
    }

    @Test
    void http_1_0_gets_a_whole_answer_and_the_connection_closed() throws Exception {
        String json = GatewayClient.body("assistant", false, "Bonjour");
        try (RawConnection connection = new RawConnection(here.vigie().url())) {
            connection.send(RawConnection.head("POST /v1/chat/completions HTTP/1.0", "Content-Length: " + json.length())
                    + json);
            assertThat(connection.rest())
                    .matches("(?s)HTTP/1\\.[01] 200 .*")
                    .contains("chat.completion")
                    .doesNotContainIgnoringCase("transfer-encoding");
        }
        assertServes(here);
    }
}
