package org.vigie.metering;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;

/**
 * The thresholds of budgets that were reached, each recorded once for its limit and period, whatever replicas do at the
 * same time. What is unread is also in memory, so that a page can say it without asking the database.
 */
@Singleton
public final class Alerts {
    private final Jdbi jdbi;
    private volatile Map<UUID, List<Alert>> unread = Map.of();

    @Inject
    public Alerts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Records what was reached and is not on record.
     *
     * @param limits budgets that hold
     * @param readers who answers for a subject
     * @param record is called for each new one before it counts as raised: when it throws, none is
     * @return the new ones
     */
    public List<Alert> raise(Collection<Limit> limits, Function<Subject, Set<UUID>> readers, Consumer<Alert> record) {
        if (limits.isEmpty()) return List.of();
        return jdbi.inTransaction(handle -> {
            AlertStore store = new AlertStore(handle);
            List<Alert> raised = store.raise(limits);
            for (Alert alert : raised) {
                store.tell(alert, readers.apply(alert.subject()));
                record.accept(alert);
            }
            return raised;
        });
    }

    /** Of periods that are not over, the newest first. */
    public List<Alert> current() {
        return jdbi.withHandle(handle -> new AlertStore(handle).current());
    }

    /** What is to be told to somebody, the most urgent first; as of the last {@link #refresh}. */
    public List<Alert> unreadBy(UUID person) {
        return unread.getOrDefault(person, List.of());
    }

    /** They have read all that was told to them. */
    public void read(UUID person) {
        jdbi.useHandle(handle -> new AlertStore(handle).read(person));
        refresh();
    }

    /** Takes what any replica raised, and what was read. */
    public void refresh() {
        Map<UUID, List<Alert>> found = new HashMap<>();
        jdbi.withHandle(handle -> new AlertStore(handle).unread())
                .forEach(one -> found.computeIfAbsent(one.person(), _ -> new ArrayList<>())
                        .add(one.alert()));
        unread = Map.copyOf(found);
    }

    /** Erases what is known of persons from periods that are long over. */
    public void forgetPersons() {
        jdbi.useHandle(handle -> new AlertStore(handle).forgetPersons());
    }
}
