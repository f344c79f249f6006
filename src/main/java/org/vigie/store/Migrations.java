package org.vigie.store;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * The schemas of the database, from the files in {@code db/migration}: {@code V0001__…} to {@code V0099__…} are the
 * store's, each further module has its own hundred. A file that was released is never altered.
 */
public final class Migrations {
    private static final String FOLDER = "db/migration";
    private static final Pattern CREATED_SCHEMA =
            Pattern.compile("(?im)^\\s*CREATE\\s+SCHEMA\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?([a-z_]+)");

    private Migrations() {}

    /**
     * Applies, as the owner, the bundled migrations that the database lacks.
     *
     * @throws StoreException when it cannot be reached, is older than PostgreSQL 15, was written by a newer Vigie, or a
     *     migration fails
     */
    public static void run(DatabaseAccess access) {
        SortedSet<String> bundled = new TreeSet<>(bundledFiles().keySet());
        SortedSet<String> applied = applied(access);
        // Flyway takes longer to find out the same than the database to start.
        if (applied.equals(bundled)) return;
        List<String> unknown =
                applied.stream().filter(version -> !bundled.contains(version)).toList();
        if (!unknown.isEmpty()) {
            throw new StoreException("The database has the migrations " + String.join(", ", unknown)
                    + ", which this Vigie does not know: it was written by a newer one.");
        }
        migrate(access, bundledFiles());
    }

    /**
     * Applies exactly the given versions, for a backup that was taken with them.
     *
     * @throws StoreException also when this build lacks one of them
     */
    public static void runExactly(DatabaseAccess access, SortedSet<String> versions) {
        SortedMap<String, String> files = bundledFiles();
        if (!files.keySet().containsAll(versions)) {
            throw new StoreException("It was written by a newer Vigie than this one.");
        }
        files.keySet().retainAll(versions);
        migrate(access, files);
    }

    /** The versions, as {@code 0203}, of the migrations that the database has. */
    public static SortedSet<String> applied(DatabaseAccess access) {
        try (Connection connection = access.connectAsOwner()) {
            requireVersion(connection);
            return applied(connection);
        } catch (SQLException fault) {
            throw unreachable(access, fault);
        }
    }

    /** The same on a connection that is open already. */
    public static SortedSet<String> applied(Connection connection) throws SQLException {
        SortedSet<String> versions = new TreeSet<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet table = statement.executeQuery("SELECT to_regclass('store.flyway_schema_history')")) {
                table.next();
                if (table.getString(1) == null) return versions;
            }
            try (ResultSet rows = statement.executeQuery(
                    "SELECT version FROM store.flyway_schema_history WHERE success AND version IS NOT NULL")) {
                while (rows.next()) versions.add(rows.getString(1));
            }
        }
        return versions;
    }

    /** The versions that this build brings. */
    public static SortedSet<String> bundled() {
        return new TreeSet<>(bundledFiles().keySet());
    }

    /** The schemas that this build's migrations create. */
    public static SortedSet<String> schemas() {
        SortedSet<String> schemas = new TreeSet<>();
        for (String file : bundledFiles().values()) {
            Matcher created = CREATED_SCHEMA.matcher(text(file));
            while (created.find()) schemas.add(created.group(1));
        }
        return schemas;
    }

    private static String text(String resource) {
        try (InputStream stream = Migrations.class.getResourceAsStream("/" + resource)) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException damaged) {
            throw new IllegalStateException(damaged);
        }
    }

    private static void migrate(DatabaseAccess access, SortedMap<String, String> files) {
        try {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(
                            access.url(), access.owner(), access.ownerPassword().reveal())
                    .resourceProvider(new BundledMigrations(files.values()))
                    .schemas("store")
                    // Each module has its own hundred, so 0102 may well come after 0400.
                    .outOfOrder(true)
                    .load()
                    .migrate();
        } catch (FlywayException fault) {
            throw new StoreException("The database cannot be migrated: " + firstLine(fault), fault);
        }
    }

    private static void requireVersion(Connection connection) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < 15) {
            throw new StoreException("The database is PostgreSQL " + version + "; Vigie needs 15 or newer.");
        }
    }

    private static StoreException unreachable(DatabaseAccess access, SQLException fault) {
        return new StoreException(
                "The database " + access.url().replaceFirst("\\?.*", "") + " cannot be used: " + firstLine(fault),
                fault);
    }

    private static String firstLine(Exception fault) {
        return String.valueOf(fault.getMessage()).strip().lines().findFirst().orElse("no reason given");
    }

    /** Versions and resource names of the bundled migrations. */
    private static SortedMap<String, String> bundledFiles() {
        SortedMap<String, String> files = new TreeMap<>();
        for (String name : bundledNames()) {
            files.put(name.substring(1, name.indexOf("__")), FOLDER + "/" + name);
        }
        return files;
    }

    private static List<String> bundledNames() {
        URL folder = Migrations.class.getResource("/" + FOLDER);
        if (folder == null) throw new IllegalStateException("no migrations in this build");
        try {
            if (folder.openConnection() instanceof JarURLConnection jar) {
                return names(jar.getJarFile().stream().map(entry -> entry.getName()));
            }
            try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
                return names(files.map(file -> FOLDER + "/" + file.getFileName()));
            }
        } catch (IOException | URISyntaxException damaged) {
            throw new IllegalStateException(damaged);
        }
    }

    private static List<String> names(Stream<String> paths) {
        return paths.filter(path -> path.startsWith(FOLDER + "/V") && path.endsWith(".sql"))
                .map(path -> path.substring(FOLDER.length() + 1))
                .toList();
    }
}
