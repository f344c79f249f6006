package org.vigie.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The writer's own connection. It holds the advisory lock of the writer's name: while it lives, nobody else appends to
 * this chain, and while an older connection of ours still lives on the server (and may still commit), a new one cannot
 * be had. That makes reading the head after a reconnection a safe answer to "was the last commit done?".
 */
final class WriterLink implements AutoCloseable {
    private final String writer;
    private final Connection connection;
    private final Handle handle;
    private final PreparedStatement insert;

    private WriterLink(String writer, Connection connection) throws SQLException {
        this.writer = writer;
        this.connection = connection;
        this.handle = Jdbi.open(connection);
        AuditStore.makeDurable(handle);
        this.insert = AuditStore.prepareInsert(connection);
    }

    /** @throws SQLException also when another process holds the writer's name */
    static WriterLink open(DataSource database, String writer) throws SQLException {
        Connection connection = database.getConnection();
        try {
            WriterLink link = new WriterLink(writer, connection);
            if (!AuditStore.lock(link.handle, writer)) {
                throw new SQLException("another process writes the audit as " + writer);
            }
            return link;
        } catch (SQLException | JdbiException refused) {
            connection.close();
            throw refused instanceof SQLException sql ? sql : new SQLException(refused);
        }
    }

    String writer() {
        return writer;
    }

    Handle handle() {
        return handle;
    }

    /** Durable when it returns; when it throws, the caller must ask a new link for the head. */
    void append(List<Entry> entries) throws SQLException {
        AuditStore.insert(insert, entries);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException _) {
            // The server ends a session whose client is gone; there is nothing more to do here.
        }
    }
}
