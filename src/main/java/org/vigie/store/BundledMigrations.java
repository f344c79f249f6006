package org.vigie.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.internal.resource.classpath.ClassPathResource;
import org.jspecify.annotations.Nullable;

/** The migrations that Flyway gets to see: a given list, instead of its own slow scan of the class path. */
final class BundledMigrations implements ResourceProvider {
    private final List<LoadableResource> migrations;

    BundledMigrations(Collection<String> resources) {
        ClassLoader loader = BundledMigrations.class.getClassLoader();
        this.migrations = resources.stream()
                .<LoadableResource>map(name -> new ClassPathResource(null, name, loader, StandardCharsets.UTF_8))
                .toList();
    }

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return migrations.stream()
                .filter(migration -> migration.getRelativePath().equals(name))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return migrations.stream()
                .filter(migration -> migration.getFilename().startsWith(prefix))
                .filter(migration -> Arrays.stream(suffixes).anyMatch(migration.getFilename()::endsWith))
                .toList();
    }
}
