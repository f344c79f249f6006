package org.vigie.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class ListenerTest {
    @Test
    void hears_announcements_and_reads_again_after_a_broken_connection() throws Exception {
        DatabaseAccess access = TestDatabase.empty();
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        try (Listener listener = new Listener(dataSource(access))) {
            listener.subscribe("policy_snapshot", heard::add);
            assertThat(heard.poll(5, TimeUnit.SECONDS)).isEmpty();
            execute(access, "NOTIFY policy_snapshot, '17'");
            assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("17");
            execute(access, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'ears'");
            assertThat(heard.poll(5, TimeUnit.SECONDS)).isEmpty();
            execute(access, "NOTIFY policy_snapshot, '18'");
            assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("18");
        }
    }

    private static PGSimpleDataSource dataSource(DatabaseAccess access) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(access.url());
        dataSource.setUser(access.user());
        dataSource.setPassword(access.password().reveal());
        dataSource.setApplicationName("ears");
        return dataSource;
    }

    private static void execute(DatabaseAccess access, String sql) throws Exception {
        try (Connection connection = access.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
