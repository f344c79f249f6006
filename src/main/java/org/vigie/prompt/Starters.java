package org.vigie.prompt;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.vigie.kernel.Ids;
import org.vigie.store.InstanceKeys;

/** The prompts that Vigie comes with, put on the firm's shelf once. */
@Singleton
final class Starters {
    private static final String FILE = "/library/starters.json";

    private final Jdbi jdbi;
    private final Clock clock;
    private final InstanceKeys keys;

    @Inject
    Starters(Jdbi jdbi, Clock clock, InstanceKeys keys) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.keys = keys;
    }

    void begin(@Observes StartupEvent started) {
        jdbi.useTransaction(handle -> {
            PromptStore store = new PromptStore(handle, new PromptSeal(keys));
            if (store.starters() > 0) return;
            for (PromptFile.Named starter : all()) {
                if (store.claimStarter(starter.code())) store.insert(prompt(starter.content()));
            }
        });
    }

    static List<PromptFile.Named> all() {
        try (InputStream file = Objects.requireNonNull(Starters.class.getResourceAsStream(FILE), FILE)) {
            return PromptFile.read(file);
        } catch (IOException ownResource) {
            throw new UncheckedIOException(ownResource);
        }
    }

    private Prompt prompt(Content content) {
        return new Prompt(
                Ids.next(),
                Shelf.FIRM,
                Optional.empty(),
                Optional.empty(),
                1,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                0,
                content);
    }
}
