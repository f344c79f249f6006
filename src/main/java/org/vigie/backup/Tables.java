package org.vigie.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vigie.store.Migrations;

/** The catalogue of the schemas that the migrations make, on one connection. */
final class Tables {
    private final Connection connection;

    Tables(Connection connection) {
        this.connection = connection;
    }

    /** Every table with rows of its own, in a fixed order; not Flyway's history, which the migrations write. */
    List<Entry.Table> tables() throws SQLException {
        return query("""
                SELECT format('%I.%I', n.nspname, c.relname) AS name,
                       (SELECT string_agg(quote_ident(a.attname), ',' ORDER BY a.attnum)
                          FROM pg_attribute a
                         WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '')
                       AS columns
                  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE c.relkind = 'r' AND n.nspname = ANY (?) AND c.relname <> 'flyway_schema_history'
                 ORDER BY 1
                """, row -> new Entry.Table(row.getString("name"), row.getString("columns")));
    }

    List<String> sequenceNames() throws SQLException {
        return query("""
                SELECT format('%I.%I', n.nspname, c.relname)
                  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE c.relkind = 'S' AND n.nspname = ANY (?)
                 ORDER BY 1
                """, row -> row.getString(1));
    }

    Entry.Sequence sequence(String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT last_value, is_called FROM " + name)) {
            row.next();
            return new Entry.Sequence(name, row.getLong(1), row.getBoolean(2));
        }
    }

    /** {@code ALTER TABLE … ALTER CONSTRAINT …} of each foreign key that is checked row by row. */
    List<String> immediateForeignKeys() throws SQLException {
        return query("""
                SELECT format('ALTER TABLE %I.%I ALTER CONSTRAINT %I', n.nspname, c.relname, k.conname)
                  FROM pg_constraint k
                  JOIN pg_class c ON c.oid = k.conrelid
                  JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE k.contype = 'f' AND NOT k.condeferrable AND k.conparentid = 0 AND n.nspname = ANY (?)
                """, row -> row.getString(1));
    }

    private interface Row<T> {
        T map(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, Row<T> mapper) throws SQLException {
        Set<String> schemas = Migrations.schemas();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", schemas.toArray()));
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) found.add(mapper.map(rows));
            }
            return found;
        }
    }
}
