package org.vigie.charter;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.vigie.audit.Act;
import org.vigie.audit.AuditLog;
import org.vigie.identity.Caller;
import org.vigie.kernel.Wording;
import org.vigie.policy.DecisionRecord;
import org.vigie.policy.Decisions;
import org.vigie.policy.EffectScope;
import org.vigie.policy.PolicyEffect;
import org.vigie.policy.Rule;
import org.vigie.policy.Validity;

/**
 * The charter: written as a draft, reviewed, approved by somebody else than its authors, put into force by a decision,
 * signed by people, withdrawn by a decision. Whoever has
 * not signed the major version in force reaches, once its days of grace are over, public content and internal models
 * only.
 */
@Singleton
public final class Charter {
    static final String CODE = "CHARTE-IAG";
    static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    /** When people are reminded who have not signed, in days from the end of their days of grace. */
    static final Set<Integer> REMINDERS = Set.of(-14, -7, -1, 1, 7, 14, 30);

    static final String SOURCE = "charter:" + CODE;
    private static final Wording REASON = new Wording(
            "Tant que la charte d’usage de l’IA n’est pas signée, seuls les contenus publics passent, vers un modèle interne.",
            "Until the charter on the use of AI is signed, only public content passes, to an internal model.");

    private final Jdbi jdbi;
    private final AuditLog audit;
    private final Decisions decisions;
    private final Clock clock;

    @Inject
    Charter(Jdbi jdbi, AuditLog audit, Decisions decisions, Clock clock) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.decisions = decisions;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    Optional<Published> current() {
        return jdbi.inTransaction(handle -> new CharterStore(handle).current());
    }

    Optional<Published> find(VersionNumber number) {
        return jdbi.inTransaction(handle -> new CharterStore(handle).published(number));
    }

    /** All that were ever in force, the newest first. */
    List<Published> versions() {
        return jdbi.inTransaction(handle -> new CharterStore(handle).published());
    }

    /** What is being written; else, unkept, the newest text that was in force or the model that is shipped. */
    Draft draft() {
        return jdbi.inTransaction(handle -> {
            CharterStore store = new CharterStore(handle);
            return store.draft()
                    .orElseGet(() -> Draft.unkept(store.published().stream()
                            .findFirst()
                            .map(Published::text)
                            .orElse(CharterModel.SHIPPED.text())));
        });
    }

    /** @throws CharterFault.Raised when the draft is no longer the one that was changed */
    void keep(Caller by, int revision, CharterText text) {
        if (!text.faults().isEmpty()) throw new IllegalArgumentException("a text with faults");
        record(by, "charter.edited");
        jdbi.useTransaction(handle -> {
            if (!new CharterStore(handle).keep(revision, text, by.person(), clock.instant())) {
                throw CharterFault.STALE.raised();
            }
        });
    }

    /** @throws CharterFault.Raised when the draft is no longer the one that was seen */
    void discard(Caller by, int revision) {
        record(by, "charter.draft_discarded");
        jdbi.useTransaction(handle -> {
            if (!new CharterStore(handle).discard(revision)) throw CharterFault.STALE.raised();
        });
    }

    /**
     * Puts the draft before those who review it.
     *
     * @param revision of the draft as it was seen; 0 for the model as it is shipped
     * @param sanctions whether it creates obligations with sanctions
     * @throws CharterFault.Raised when there is nothing to put before them, or not what was seen
     */
    void submit(Caller by, int revision, boolean sanctions) {
        Draft seen = seen(revision);
        CharterFault.when(!seen.isWritable(), CharterFault.NOT_READY);
        CharterFault.when(revision == 0 && current().isPresent(), CharterFault.NOTHING_TO_PUBLISH);
        record(by, "charter.submitted");
        jdbi.useTransaction(handle -> {
            CharterStore store = new CharterStore(handle);
            if (revision == 0) store.keep(0, seen.text(), by.person(), now());
            CharterFault.when(!store.submit(Math.max(1, revision), sanctions, by.person()), CharterFault.STALE);
        });
    }

    /** Records what the staff representatives said. @throws CharterFault.Raised when none is awaited */
    void opine(Caller by, int revision, Draft.Opinion opinion) {
        CharterFault.when(!seen(revision).awaitsOpinion(), CharterFault.NOT_READY);
        record(by, "charter.opinion_recorded");
        jdbi.useTransaction(handle ->
                CharterFault.when(!new CharterStore(handle).opine(revision, opinion, by.person()), CharterFault.STALE));
    }

    /**
     * Approves the draft, as a decision that changes nothing yet.
     *
     * @throws CharterFault.Raised also for one of its authors
     */
    DecisionRecord approve(Caller by, int revision, String motive) {
        Draft seen = seen(revision);
        CharterFault.when(!seen.awaitsApproval(), CharterFault.NOT_READY);
        CharterFault.when(seen.isBy(by.person()), CharterFault.OWN_TEXT);
        String subject = seen.text().title() + ", approuvée";
        return decisions.enact(new Decisions.Wanted(by, "charter.approved", SOURCE, subject, motive), enacting -> {
            CharterStore store = new CharterStore(enacting.handle());
            boolean approved = store.approve(revision, seen.state(), by.person(), enacting.number());
            CharterFault.when(!approved, CharterFault.STALE);
            return asked(inForce(store), enacting.at());
        });
    }

    /** Makes it a draft again, to be written on. @throws CharterFault.Raised when it is one */
    void sendBack(Caller by, int revision, String remark) {
        Draft seen = seen(revision);
        CharterFault.when(seen.isWritable(), CharterFault.NOT_READY);
        record(by, "charter.sent_back");
        jdbi.useTransaction(handle -> CharterFault.when(
                !new CharterStore(handle).sendBack(revision, seen.state(), remark), CharterFault.STALE));
    }

    private Draft seen(int revision) {
        Draft draft = draft();
        CharterFault.when(draft.revision() != revision, CharterFault.STALE);
        return draft;
    }

    /**
     * What is published.
     *
     * @param revision of the approved draft as it was seen
     * @param major whether everybody signs again
     * @param grace how long nobody is limited for not having signed; without meaning for a minor change
     * @param reminders days from the end of that time, below 0 before it
     * @param allowance what whoever has not signed may still send after it
     */
    record Publication(
            int revision, boolean major, Duration grace, Set<Integer> reminders, Allowance allowance, String motive) {
        Publication {
            reminders = Set.copyOf(reminders);
        }
    }

    /**
     * Puts what was approved into force, in the place of the version before.
     *
     * @throws CharterFault.Raised when it is not approved, or not what was seen
     */
    DecisionRecord publish(Caller by, Publication wanted) {
        VersionNumber number = numberFor(wanted.major());
        Draft seen = seen(wanted.revision());
        CharterFault.when(!seen.isApproved(), CharterFault.NOT_READY);
        String subject = seen.text().title() + ", version " + number;
        return decisions.enact(
                new Decisions.Wanted(by, "charter.published", SOURCE, subject, wanted.motive()), enacting -> {
                    CharterStore store = new CharterStore(enacting.handle());
                    CharterFault.when(!numberFor(store, wanted.major()).equals(number), CharterFault.STALE);
                    Instant askedFrom = store.current()
                            .filter(before -> before.number().major() == number.major())
                            .map(Published::askedFrom)
                            .orElse(enacting.at().plus(wanted.grace()));
                    boolean published = store.publish(wanted, number, enacting.at(), askedFrom, enacting.number());
                    CharterFault.when(!published, CharterFault.STALE);
                    return asked(inForce(store), enacting.at());
                });
    }

    /**
     * What a demonstration begins with: the model, in force, with days to sign it. Does nothing where there ever was a
     * version.
     */
    public void publishModel(Caller by, Caller approver, Duration grace) {
        if (!versions().isEmpty() || draft().revision() > 0) return;
        submit(by, 0, false);
        approve(approver, draft().revision(), "Modèle de la démonstration.");
        publish(
                by,
                new Publication(
                        draft().revision(), true, grace, REMINDERS, Allowance.LEAST, "Modèle de la démonstration."));
    }

    /** The number that the next version will have. */
    VersionNumber numberFor(boolean major) {
        return jdbi.inTransaction(handle -> numberFor(new CharterStore(handle), major));
    }

    private static VersionNumber numberFor(CharterStore store, boolean major) {
        return store.published().stream()
                .findFirst()
                .map(newest -> newest.number().next(major))
                .orElse(VersionNumber.FIRST);
    }

    /** Ends what the charter asks for. @throws CharterFault.Raised when none is in force */
    DecisionRecord withdraw(Caller by, String motive) {
        Published current = current().orElseThrow(CharterFault.NOTHING_IN_FORCE::raised);
        String subject = current.text().title() + ", retirée";
        return decisions.enact(new Decisions.Wanted(by, "charter.withdrawn", SOURCE, subject, motive), enacting -> {
            boolean ended = new CharterStore(enacting.handle()).end(Published.State.WITHDRAWN, enacting.at());
            if (!ended) throw CharterFault.NOTHING_IN_FORCE.raised();
            return List.of();
        });
    }

    /**
     * Signs the version in force; in force at once, here, and within a second everywhere.
     *
     * @param read the SHA-256 of the text that was shown
     * @param score which has passed
     * @throws CharterFault.Raised when another text is in force than the one that was read
     */
    void sign(Caller by, Audience audience, String read, Quiz.Score score, Signature.Method method, String network) {
        if (!score.passed()) throw new IllegalArgumentException("a quiz that was not passed");
        Published seen = current().orElseThrow(CharterFault.NOTHING_IN_FORCE::raised);
        if (!seen.fingerprint(audience).equals(read)) throw CharterFault.OTHER_TEXT.raised();
        if (signature(by.person())
                .filter(known -> known.version().equals(seen.number()))
                .isPresent()) return;
        String source = "signature:" + CODE + ":" + by.person();
        decisions.follow(
                new Decisions.Wanted(by, "charter.signed", source, seen.text().title(), ""),
                seen.decision(),
                enacting -> {
                    CharterStore store = new CharterStore(enacting.handle());
                    if (store.current().filter(seen::equals).isEmpty()) throw CharterFault.OTHER_TEXT.raised();
                    store.sign(
                            seen.id(),
                            new Signature(
                                    by.person(), seen.number(), audience, read, score, method, network, enacting.at()));
                    return signed(by.person(), inForce(store));
                });
    }

    /** The newest that somebody gave, for whatever version. */
    Optional<Signature> signature(UUID person) {
        return jdbi.inTransaction(
                handle -> new CharterStore(handle).signaturesOf(person).stream().findFirst());
    }

    /** Of the major version in force, one a person; none when none is in force. */
    List<Signature> signatures() {
        return jdbi.inTransaction(handle -> {
            CharterStore store = new CharterStore(handle);
            return store.current()
                    .map(current -> store.signatures(current.number().major()))
                    .orElse(List.of());
        });
    }

    /**
     * Of what somebody is to be reminded now, on record as shown; empty where they signed, before the first day, and
     * once they put it off until the next one.
     */
    Optional<Reminder> reminder(Caller of) {
        Instant now = now();
        return jdbi.inTransaction(handle -> {
            CharterStore store = new CharterStore(handle);
            return store.current()
                    .filter(current -> store.signaturesOf(of.person()).stream()
                            .noneMatch(given ->
                                    given.version().major() == current.number().major()))
                    .flatMap(current -> current.reminderAt(now).map(day -> new Reminder(current, day)))
                    .filter(due -> !store.remind(due.major(), of.person(), due.day(), now));
        });
    }

    /** Until the next reminder. */
    void putOff(Caller by, int major, int day) {
        record(by, "charter.reminder_put_off");
        jdbi.useTransaction(handle -> new CharterStore(handle).putOff(major, by.person(), day, now()));
    }

    /** When each person was last reminded of the version in force. */
    Map<UUID, Instant> reminded() {
        return jdbi.inTransaction(handle -> {
            CharterStore store = new CharterStore(handle);
            return store.current()
                    .map(current -> store.reminded(current.number().major()))
                    .orElse(Map.of());
        });
    }

    /** @param day which one: days from the end of the days of grace */
    record Reminder(Published version, int day) {
        public int major() {
            return version.number().major();
        }
    }

    /** Names were read: that is on record too. */
    void recordNamesRead(Caller by) {
        record(by, "charter.signatories_read");
    }

    /** The version in force and those that led to it, the newest first: none from before a withdrawal. */
    private static List<Published> inForce(CharterStore store) {
        List<Published> chain = new ArrayList<>();
        for (Published version : store.published()) {
            if (version.state() == Published.State.WITHDRAWN) break;
            chain.add(version);
        }
        return chain;
    }

    /** A major version asks from its day on; until then the one before it still does. */
    private static List<PolicyEffect.Draft> asked(List<Published> chain, Instant now) {
        List<PolicyEffect.Draft> drafts = new ArrayList<>();
        Optional<Instant> until = Optional.empty();
        int above = Integer.MAX_VALUE;
        for (Published version : chain) {
            if (version.number().major() == above) continue;
            above = version.number().major();
            Instant from = version.askedFrom();
            boolean ever =
                    until.isEmpty() || (until.get().isAfter(from) && until.get().isAfter(now));
            if (ever) drafts.add(asked(version, new Validity(Optional.of(from), until)));
            if (until.isEmpty() || from.isBefore(until.get())) until = Optional.of(from);
        }
        return drafts;
    }

    private static PolicyEffect.Draft asked(Published version, Validity validity) {
        Rule rule = new Rule.RequireSignature(
                version.number().signed(),
                version.allowance().most(),
                version.allowance().zones());
        return new PolicyEffect.Draft(EffectScope.ORG, rule, validity, REASON);
    }

    /** Whoever signs a version has signed what it takes the place of. */
    private static List<PolicyEffect.Draft> signed(UUID person, List<Published> chain) {
        return chain.stream()
                .map(version -> version.number().signed())
                .distinct()
                .map(text -> new PolicyEffect.Draft(
                        EffectScope.person(person),
                        new Rule.Signed(text),
                        new Wording("La charte est signée.", "The charter is signed.")))
                .toList();
    }

    private void record(Caller by, String action) {
        audit.act(Act.of(clock.instant(), by.person(), action, SOURCE, Map.of()));
    }
}
