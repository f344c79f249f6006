package org.vigie.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The policies that guard rows from the owner of their tables too (FORCE ROW LEVEL SECURITY). The owner of the embedded
 * database passes them; one role that owns and uses an external database does not.
 */
record Guards(Connection connection) {
    private static final String GUARDED = """
            SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname)
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relforcerowsecurity
            """;

    boolean passed() throws SQLException {
        return texts("SELECT rolname FROM pg_roles WHERE rolname = current_user AND (rolsuper OR rolbypassrls)")
                        .size()
                == 1;
    }

    /** Shows every row of every table, for this connection. @throws BackupException where a table has no way to do so */
    void open() throws SQLException {
        List<String> closed = texts(GUARDED + """
                AND NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'served')
                """);
        if (!closed.isEmpty()) {
            throw new BackupException("The database hides rows of " + String.join(", ", closed) + " from this role.");
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET vigie.documents = 'service'");
        }
    }

    /** The tables that are guarded from their owner. */
    List<String> tables() throws SQLException {
        return texts(GUARDED);
    }

    private List<String> texts(String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) texts.add(rows.getString(1));
        }
        return texts;
    }
}
