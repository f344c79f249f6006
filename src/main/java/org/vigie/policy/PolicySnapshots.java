package org.vigie.policy;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jdbi.v3.core.Jdbi;
import org.vigie.catalog.Catalog;
import org.vigie.catalog.Route;
import org.vigie.configuration.VigieConfiguration.Provider;

/**
 * The snapshots that were ever in force, each with a number that an exchange's record quotes. The same effects keep
 * their number over restarts; a changed configuration gets the next one.
 */
@Singleton
public final class PolicySnapshots {
    private final long current;

    @Inject
    public PolicySnapshots(Jdbi jdbi, Catalog catalog) {
        String effects = effects(catalog);
        String sha256 = sha256(effects);
        this.current = jdbi.inTransaction(handle -> new SnapshotStore(handle).numberOf(sha256, effects));
    }

    long current() {
        return current;
    }

    /** One line an effect, in a fixed order; no secret is among them. */
    private static String effects(Catalog catalog) {
        StringBuilder lines = new StringBuilder();
        for (Provider provider : catalog.providers()) {
            lines.append("allow_provider ").append(provider.id());
            lines.append(" zone ").append(provider.zone());
            lines.append(" max_data_class ").append(provider.maxDataClass()).append('\n');
        }
        for (Route route : catalog.routes()) {
            lines.append("allow_model ").append(route.model());
            route.targets().forEach(target -> lines.append(' ').append(target.name()));
            route.aliases().forEach(alias -> lines.append(" alias ").append(alias));
            lines.append('\n');
        }
        return lines.toString();
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
