package org.vigie.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.vigie.kernel.Secret;

/**
 * How the database is reached.
 *
 * @param url a JDBC URL without user and password
 * @param user the role that the application runs under
 * @param owner the role that owns the schemas and runs the migrations; the same as {@code user} when an external
 *     database offers only one
 */
public record DatabaseAccess(String url, String user, Secret password, String owner, Secret ownerPassword) {

    /** An external database with one role for everything. */
    public static DatabaseAccess external(String url, String user, Secret password) {
        return new DatabaseAccess(withDriverSettings(url), user, password, user, password);
    }

    /** A connection of its own, outside every pool, as the application. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password.reveal());
    }

    /** A connection of its own as the owner of the schemas. */
    public Connection connectAsOwner() throws SQLException {
        return DriverManager.getConnection(url, owner, ownerPassword.reveal());
    }

    /**
     * Adds what every connection of ours needs, unless the URL says otherwise: batches as multi-row inserts (the audit
     * writer's throughput), and time-outs in seconds, so that a dead server is an error and not a hang.
     */
    static String withDriverSettings(String url) {
        StringBuilder complete = new StringBuilder(url);
        for (String setting : new String[] {
            "reWriteBatchedInserts=true", "connectTimeout=2", "tcpKeepAlive=true", "ApplicationName=vigie"
        }) {
            String name = setting.substring(0, setting.indexOf('='));
            if (url.contains(name + "=")) continue;
            complete.append(complete.indexOf("?") < 0 ? '?' : '&').append(setting);
        }
        return complete.toString();
    }
}
