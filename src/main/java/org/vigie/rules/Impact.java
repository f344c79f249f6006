package org.vigie.rules;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vigie.audit.AuditLog;
import org.vigie.audit.Closing;
import org.vigie.audit.ExchangeRecord;
import org.vigie.audit.ExchangeRecord.State;
import org.vigie.identity.Caller;
import org.vigie.identity.People;
import org.vigie.identity.Person;
import org.vigie.kernel.Exposure;
import org.vigie.kernel.ProblemException;
import org.vigie.policy.Ask;
import org.vigie.policy.Matrix;
import org.vigie.policy.Policy;
import org.vigie.policy.Ruling;
import org.vigie.policy.Snapshot;

/** What another matrix would have decided of the last exchanges. Everybody is judged by the roles of today. */
@Singleton
final class Impact {
    static final Duration PERIOD = Duration.ofDays(30);

    /** Judging so many takes about a second. */
    static final int MOST = 20_000;

    private final AuditLog audit;
    private final People people;
    private final Policy policy;

    @Inject
    Impact(AuditLog audit, People people, Policy policy) {
        this.audit = audit;
        this.people = people;
        this.policy = policy;
    }

    /**
     * @param judged how many exchanges were judged twice
     * @param cut whether there were more than {@link #MOST}
     * @param rows what would have changed, by model that was asked for
     */
    record Found(int judged, boolean cut, List<Row> rows) {
        public int changed() {
            return rows.stream().mapToInt(Row::changed).sum();
        }
    }

    /** How many exchanges of one model would have been decided otherwise. */
    record Row(String model, int refused, int allowed, int moved) {
        int changed() {
            return refused + allowed + moved;
        }

        private Row plus(Change change) {
            return new Row(
                    model,
                    refused + (change == Change.REFUSED ? 1 : 0),
                    allowed + (change == Change.ALLOWED ? 1 : 0),
                    moved + (change == Change.MOVED ? 1 : 0));
        }
    }

    private enum Change {
        REFUSED,
        ALLOWED,
        MOVED
    }

    Found of(Matrix matrix) {
        Snapshot now = policy.snapshot();
        Snapshot supposed = policy.supposing(matrix);
        Map<UUID, Person> byId = people.all().stream().collect(Collectors.toMap(Person::id, Function.identity()));
        List<ExchangeRecord> records = audit.closedSince(policy.now().minus(PERIOD), MOST);
        Map<String, Row> rows = new TreeMap<>();
        int judged = 0;
        for (ExchangeRecord record : records) {
            Optional<Caller> caller = record.opening()
                    .person()
                    .flatMap(id -> Optional.ofNullable(byId.get(id)))
                    .map(Person::asRulesSee);
            Optional<Exposure> content = record.state() instanceof State.Closed(Instant _, Closing closing)
                    ? closing.exposure()
                    : Optional.empty();
            if (caller.isEmpty() || content.isEmpty()) continue;
            judged++;
            String model = record.opening().model();
            List<String> before = targets(now, caller.get(), record, content.get());
            List<String> after = targets(supposed, caller.get(), record, content.get());
            change(before, after)
                    .ifPresent(change ->
                            rows.merge(model, new Row(model, 0, 0, 0).plus(change), (row, _) -> row.plus(change)));
        }
        return new Found(judged, records.size() == MOST, new ArrayList<>(rows.values()));
    }

    private static Optional<Change> change(List<String> before, List<String> after) {
        if (before.equals(after)) return Optional.empty();
        if (after.isEmpty()) return Optional.of(Change.REFUSED);
        if (before.isEmpty()) return Optional.of(Change.ALLOWED);
        return before.getFirst().equals(after.getFirst()) ? Optional.empty() : Optional.of(Change.MOVED);
    }

    /** Empty where it would be refused. */
    private List<String> targets(Snapshot snapshot, Caller caller, ExchangeRecord record, Exposure content) {
        Ask ask = new Ask(record.opening().mission(), record.opening().useCase());
        Ruling ruling = policy.ruling(snapshot, caller, ask, policy.now());
        try {
            return ruling.choose(ruling.admit(record.opening().model()), content).targets().stream()
                    .map(target -> target.name())
                    .toList();
        } catch (ProblemException refused) {
            return List.of();
        }
    }
}
