package org.vigie.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    @TempDir
    Path directory;

    @Test
    void keeps_committed_rows_over_a_restart_on_the_same_port() throws Exception {
        String url;
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
            url = postgres.jdbcUrl();
            execute(postgres.access(), "CREATE SCHEMA s", "CREATE TABLE s.t AS SELECT 42 AS x");
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
            assertThat(postgres.jdbcUrl()).isEqualTo(url);
            assertThat(number(postgres.access(), "SELECT x FROM s.t")).isEqualTo(42);
        }
    }

    @Test
    void is_durable_and_reachable_only_with_its_password_and_from_this_machine() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
            DatabaseAccess access = postgres.access();
            for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                assertThat(text(access, "SHOW " + setting)).as(setting).isEqualTo("on");
            }
            assertThat(text(access, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThatThrownBy(() -> java.sql.DriverManager.getConnection(postgres.jdbcUrl(), "vigie", "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("db.properties"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void gives_the_application_rows_but_not_the_schema() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
            execute(postgres.access(), "CREATE SCHEMA s", "CREATE TABLE s.t (x int)");
            try (Connection application = postgres.access().connect();
                    Statement statement = application.createStatement()) {
                assertThat(statement.executeUpdate("INSERT INTO s.t VALUES (1)"))
                        .isOne();
                assertThatThrownBy(() -> statement.execute("DROP TABLE s.t")).hasMessageContaining("must be owner");
                assertThatThrownBy(() -> statement.execute("COPY s.t TO '/tmp/x'"))
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void comes_back_on_the_same_port_after_its_server_was_killed() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
            execute(postgres.access(), "CREATE SCHEMA s", "CREATE TABLE s.t AS SELECT 42 AS x");
            for (int round = 0; round < 3; round++) {
                ProcessHandle killed = postgres.process();
                assertThat(killed.destroyForcibly()).isTrue();
                awaitConnection(postgres.access(), Duration.ofSeconds(10));
                assertThat(number(postgres.access(), "SELECT x FROM s.t")).isEqualTo(42);
            }
        }
    }

    @Test
    void is_not_reached_by_a_signal_to_the_terminals_process_group() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
            long pid = postgres.process().pid();
            String[] afterName = Files.readString(Path.of("/proc/" + pid + "/stat"))
                    .split("\\) ", -1)[1]
                    .split(" ", -1);
            // proc(5): state, parent, process group, session.
            assertThat(afterName[2]).isEqualTo(Long.toString(pid));
            assertThat(afterName[3]).isEqualTo(Long.toString(pid));
        }
    }

    @Test
    void refuses_a_second_start_on_one_directory_in_one_line() {
        try (EmbeddedPostgres _ = EmbeddedPostgres.start(directory)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(directory))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("is in use by another Vigie (process "
                            + ProcessHandle.current().pid() + ")")
                    .message()
                    .doesNotContain("\n");
        }
    }

    @Test
    void clears_a_pid_file_that_names_a_dead_process() throws Exception {
        leavePidFile(deadPid());
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
            assertThat(number(postgres.access(), "SELECT 1")).isOne();
        }
    }

    @Test
    void clears_a_pid_file_that_names_a_foreign_process_and_leaves_that_alone() throws Exception {
        Process foreign = new ProcessBuilder("sleep", "60").start();
        try {
            leavePidFile(foreign.pid());
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
                assertThat(number(postgres.access(), "SELECT 1")).isOne();
            }
            assertThat(foreign.isAlive()).isTrue();
        } finally {
            foreign.destroyForcibly();
        }
    }

    @Test
    void stops_its_server_when_its_process_is_killed_and_starts_again_at_once() throws Exception {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Forked.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        jvm.inputReader().readLine();
        jvm.destroyForcibly().waitFor();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
            assertThat(number(postgres.access(), "SELECT x FROM s.t")).isEqualTo(42);
        }
    }

    @Test
    void says_in_one_line_that_the_directory_cannot_be_written() {
        assertThatThrownBy(() -> EmbeddedPostgres.start(Path.of("/proc/vigie")))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("The data directory /proc/vigie cannot be written")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void refuses_a_cluster_of_another_major_version() throws Exception {
        EmbeddedPostgres.start(directory).close();
        Files.writeString(directory.resolve("db/PG_VERSION"), "17\n");
        assertThatThrownBy(() -> EmbeddedPostgres.start(directory))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is of PostgreSQL 17");
    }

    /** The child that the test kills. */
    static final class Forked {
        public static void main(String[] args) throws Exception {
            EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(args[0]));
            execute(postgres.access(), "CREATE SCHEMA s", "CREATE TABLE s.t AS SELECT 42 AS x");
            System.out.println("ready");
            Thread.sleep(TimeUnit.MINUTES.toMillis(1));
        }
    }

    private void leavePidFile(long pid) throws IOException {
        EmbeddedPostgres.start(directory).close();
        Files.writeString(
                directory.resolve("db/postmaster.pid"),
                pid + "\n" + directory + "/db\n1\n1\n\n127.0.0.1\n 1 1\nready   \n");
    }

    private static long deadPid() throws Exception {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        return process.pid();
    }

    private static void awaitConnection(DatabaseAccess access, Duration within) throws Exception {
        long deadline = System.nanoTime() + within.toNanos();
        while (true) {
            try (Connection _ = access.connect()) {
                return;
            } catch (SQLException notYet) {
                if (System.nanoTime() > deadline) throw notYet;
                Thread.sleep(20);
            }
        }
    }

    private static void execute(DatabaseAccess access, String... statements) throws SQLException {
        try (Connection connection = access.connectAsOwner();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) statement.execute(sql);
        }
    }

    private static String text(DatabaseAccess access, String query) throws SQLException {
        try (Connection connection = access.connectAsOwner();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static int number(DatabaseAccess access, String query) throws SQLException {
        return Integer.parseInt(text(access, query));
    }
}
