package org.vigie.policy;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.vigie.audit.Act;
import org.vigie.audit.AuditLog;
import org.vigie.identity.Caller;
import org.vigie.kernel.Ids;
import org.vigie.store.Listener;

/**
 * How the tower changes what the gateway does: a decision gets its number, its effects and the rows that it is about in
 * one transaction. It is in force here before the call returns and within a second on every other replica.
 */
@Singleton
public final class Decisions {
    /** Numbers are of the year there. */
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private final Jdbi jdbi;
    private final AuditLog audit;
    private final PolicySnapshots snapshots;
    private final Clock clock;

    public Decisions(Jdbi jdbi, AuditLog audit, PolicySnapshots snapshots) {
        this(jdbi, audit, snapshots, Clock.systemUTC());
    }

    @Inject
    Decisions(Jdbi jdbi, AuditLog audit, PolicySnapshots snapshots, Clock clock) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /**
     * What somebody decides.
     *
     * @param action for the audit: {@code mission.agreed}
     * @param source what it is about: {@code mission:ATLAS}
     * @param subject what people read of it
     * @param by empty for what follows by itself, as at a date
     * @param motive why; may be empty
     */
    public record Wanted(Optional<UUID> by, String action, String source, String subject, String motive) {
        public Wanted(Caller by, String action, String source, String subject, String motive) {
            this(Optional.of(by.person()), action, source, subject, motive);
        }
    }

    /** What the work of a decision may use: its number, and the transaction. */
    public record Enacting(String number, Instant at, Handle handle) {
        /** What the source has in force until now: nobody else decides before this is done. */
        public List<PolicyEffect> inForce(String source) {
            return new EffectStore(handle).ofSource(source);
        }
    }

    /**
     * Records the act, does the work, and makes the effects that it returns those of the source, in place of the ones of
     * before. An effect that stays the same keeps the decision that put it into force.
     *
     * @throws org.vigie.kernel.ProblemException {@code audit_unavailable}; then nothing is changed
     */
    public DecisionRecord enact(Wanted wanted, Function<Enacting, List<PolicyEffect.Draft>> work) {
        audit.act(act(wanted));
        DecisionRecord decided = jdbi.inTransaction(handle -> enact(handle, wanted, work));
        snapshots.refresh();
        return decided;
    }

    /**
     * The same for what only follows from a decision of before, as a signature that a charter asks for: the effects are
     * of that decision, and no number is given.
     */
    public void follow(Wanted wanted, String decision, Function<Enacting, List<PolicyEffect.Draft>> work) {
        audit.act(act(wanted));
        jdbi.useTransaction(handle -> {
            EffectStore store = new EffectStore(handle);
            store.oneAtATime();
            List<PolicyEffect.Draft> drafts = work.apply(new Enacting(decision, clock.instant(), handle));
            replace(store, wanted.source(), decision, drafts);
        });
        snapshots.refresh();
    }

    /**
     * A decision among several that are taken together.
     *
     * @param numbered whether it is a decision; else the work is only done, and what it returns means nothing
     */
    public record Step(Wanted wanted, boolean numbered, Function<Enacting, List<PolicyEffect.Draft>> work) {}

    /**
     * Takes several in one transaction, each with its number: all of them, or none where the work of one throws.
     *
     * @param whole the act of taking them together, for the audit
     */
    public List<DecisionRecord> enactAll(Wanted whole, List<Step> steps) {
        audit.act(act(whole));
        steps.forEach(step -> audit.act(act(step.wanted())));
        List<DecisionRecord> decided = jdbi.inTransaction(handle -> {
            new EffectStore(handle).oneAtATime();
            List<DecisionRecord> numbered = new ArrayList<>();
            for (Step step : steps) {
                if (step.numbered()) {
                    numbered.add(enact(handle, step.wanted(), step.work()));
                } else {
                    List<PolicyEffect.Draft> _ = step.work().apply(new Enacting("", clock.instant(), handle));
                }
            }
            return numbered;
        });
        snapshots.refresh();
        return decided;
    }

    private Act act(Wanted wanted) {
        return new Act(
                Ids.next(), clock.instant(), wanted.by(), wanted.action(), Optional.of(wanted.source()), Map.of());
    }

    private DecisionRecord enact(Handle handle, Wanted wanted, Function<Enacting, List<PolicyEffect.Draft>> work) {
        EffectStore store = new EffectStore(handle);
        store.oneAtATime();
        Instant now = clock.instant();
        int year = now.atZone(ZONE).getYear();
        int ordinal = store.nextOrdinal(year);
        DecisionRecord decision = new DecisionRecord(
                "D-%d-%03d".formatted(year, ordinal),
                wanted.source(),
                wanted.subject(),
                wanted.motive(),
                wanted.by(),
                now);
        store.insert(decision, year, ordinal);
        List<PolicyEffect.Draft> drafts = work.apply(new Enacting(decision.number(), now, handle));
        replace(store, wanted.source(), decision.number(), drafts);
        return decision;
    }

    /** Makes these the effects of a source; a new snapshot only where something changes. */
    static void replace(EffectStore store, String source, String decision, List<PolicyEffect.Draft> drafts) {
        Set<PolicyEffect.Draft> wanted = new HashSet<>(drafts);
        List<UUID> ended = new ArrayList<>();
        for (PolicyEffect effect : store.ofSource(source)) {
            if (!wanted.remove(effect.draft())) ended.add(effect.id());
        }
        List<PolicyEffect> begun =
                wanted.stream().map(draft -> draft.by(source, decision)).toList();
        if (ended.isEmpty() && begun.isEmpty()) return;
        long number = store.nextSnapshot(decision);
        store.end(ended, number);
        store.begin(begun, number);
        Listener.announce(store.handle(), PolicySnapshots.CHANNEL);
    }

    /** The newest first. */
    public List<DecisionRecord> newest(int most) {
        return jdbi.withHandle(handle -> new EffectStore(handle).decisions(most));
    }

    public Optional<DecisionRecord> find(String number) {
        return jdbi.withHandle(handle -> new EffectStore(handle).decision(number));
    }

    /** What begins and what ends from one snapshot to a later one. */
    public Changes between(long from, long to) {
        return jdbi.inTransaction(handle -> {
            EffectStore store = new EffectStore(handle);
            return new Changes(store.begunBetween(from, to), store.endedBetween(from, to));
        });
    }

    /** What is different between two snapshots. */
    public record Changes(List<PolicyEffect> begun, List<PolicyEffect> ended) {}

    /** All that it ever put into force. */
    public List<PolicyEffect> effectsOf(String number) {
        return jdbi.withHandle(handle -> new EffectStore(handle).ofDecision(number));
    }
}
