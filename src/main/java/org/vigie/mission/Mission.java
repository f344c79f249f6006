package org.vigie.mission;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.vigie.policy.EffectScope;
import org.vigie.policy.PolicyEffect.Draft;
import org.vigie.policy.Rule;
import org.vigie.policy.Validity;

/**
 * Work for a client. What the gateway does about it is a function of this value alone: {@link #effects}.
 *
 * @param members the manager always among them
 * @param end the last day, included, in Paris
 * @param agreement as it is written now
 * @param consent what the client agreed to last
 * @param purgeOn when its contents are to be erased, as somebody decided; see {@link #purgeDay}
 * @param purgedAt when they were; then only what was decided about it is left
 * @param decision the number of the last decision about it
 * @param version rises with each change
 */
public record Mission(
        String code,
        String name,
        String client,
        UUID manager,
        Set<UUID> members,
        LocalDate start,
        LocalDate end,
        State state,
        Agreement agreement,
        Optional<Consent> consent,
        Optional<LocalDate> purgeOn,
        Optional<Instant> closedAt,
        Optional<Instant> purgedAt,
        String decision,
        int version) {
    static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    static final int LONGEST_NAME = 120;
    static final int YEARS_KEPT = 1;
    /** One delay at a time: whoever wants more says why again. */
    private static final int LONGEST_DELAY_YEARS = 5;

    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,39}");

    /** Where a mission stands with its client. */
    public enum State {
        TO_FRAME,
        PROPOSED,
        AGREED,
        /** Written otherwise since the client agreed: until they do again, the stricter of both counts. */
        MODIFIED,
        CLOSED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** That the client agreed, and to what. */
    public record Consent(Reach reach, LocalDate on) {}

    public Mission {
        Set<UUID> all = new HashSet<>(members);
        all.add(manager);
        members = Set.copyOf(all);
    }

    /** One that nobody has framed yet. @throws MissionException with every fault at once */
    static Mission begin(String code, String name, String client, UUID manager, LocalDate start, LocalDate end) {
        EnumSet<MissionFault> faults = EnumSet.noneOf(MissionFault.class);
        if (!CODE.matcher(code).matches()) faults.add(MissionFault.CODE_INVALID);
        faults.addAll(faultsOf(name.strip(), client.strip(), start, end));
        MissionException.unlessEmpty(faults);
        return new Mission(
                code,
                name.strip(),
                client.strip(),
                manager,
                Set.of(),
                start,
                end,
                State.TO_FRAME,
                Agreement.EMPTY,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                1);
    }

    /**
     * Whether it holds together, wherever it comes from.
     *
     * @throws MissionException with every fault at once
     */
    void check(LocalDate today) {
        EnumSet<MissionFault> faults = faultsOf(name, client, start, end);
        if (!CODE.matcher(code).matches()) faults.add(MissionFault.CODE_INVALID);
        if (agreement.isTooLong()) faults.add(MissionFault.TEXT_TOO_LONG);
        if (consent.filter(given -> given.on().isAfter(today)).isPresent()) {
            faults.add(MissionFault.AGREED_ON_IN_FUTURE);
        }
        boolean consented = state == State.AGREED || state == State.MODIFIED;
        if (consented && consent.isEmpty()) faults.add(MissionFault.AGREED_ON_MISSING);
        if (!consented && state != State.CLOSED && consent.isPresent()) faults.add(MissionFault.NOT_PROPOSED);
        if (state == State.AGREED) {
            faults.addAll(missingParts());
            if (agreement.signatory().isEmpty()) faults.add(MissionFault.SIGNATORY_MISSING);
            if (consent.filter(given -> !given.reach().equals(agreement.reach()))
                    .isPresent()) {
                faults.add(MissionFault.REGIME_MISSING);
            }
        }
        if ((state == State.CLOSED) != (purgeOn.isPresent() && closedAt.isPresent())) {
            faults.add(MissionFault.PURGE_DATE_INVALID);
        }
        MissionException.unlessEmpty(faults);
    }

    private static EnumSet<MissionFault> faultsOf(String name, String client, LocalDate start, LocalDate end) {
        EnumSet<MissionFault> faults = EnumSet.noneOf(MissionFault.class);
        if (name.isEmpty()) faults.add(MissionFault.NAME_MISSING);
        if (name.length() > LONGEST_NAME) faults.add(MissionFault.NAME_TOO_LONG);
        if (client.isEmpty()) faults.add(MissionFault.CLIENT_MISSING);
        if (client.length() > LONGEST_NAME) faults.add(MissionFault.CLIENT_TOO_LONG);
        if (end.isBefore(start)) faults.add(MissionFault.END_BEFORE_START);
        return faults;
    }

    /** Under another name, for other dates, with another manager. */
    Mission described(String newName, String newClient, UUID newManager, LocalDate newStart, LocalDate newEnd) {
        requireOpen();
        MissionException.unlessEmpty(faultsOf(newName.strip(), newClient.strip(), newStart, newEnd));
        Change change = new Change(this);
        change.name = newName.strip();
        change.client = newClient.strip();
        change.manager = newManager;
        change.start = newStart;
        change.end = newEnd;
        return change.made();
    }

    /** With another agreement; one that the client had agreed to has to be agreed to again. */
    Mission written(Agreement wanted) {
        requireOpen();
        MissionException.when(wanted.isTooLong(), MissionFault.TEXT_TOO_LONG);
        if (wanted.equals(agreement)) return this;
        Change change = new Change(this);
        change.agreement = wanted;
        change.state = consent.isPresent() ? State.MODIFIED : state;
        return change.made();
    }

    /** Put before the client. @throws MissionException while one of the four parts is missing */
    Mission proposed() {
        requireOpen();
        MissionException.unlessEmpty(missingParts());
        if (state != State.TO_FRAME) return this;
        Change change = new Change(this);
        change.state = State.PROPOSED;
        return change.made();
    }

    /** The client agreed to what is written. */
    Mission agreed(LocalDate on, LocalDate today) {
        requireOpen();
        MissionException.when(state == State.TO_FRAME, MissionFault.NOT_PROPOSED);
        EnumSet<MissionFault> faults = missingParts();
        if (agreement.signatory().isEmpty()) faults.add(MissionFault.SIGNATORY_MISSING);
        if (on.isAfter(today)) faults.add(MissionFault.AGREED_ON_IN_FUTURE);
        MissionException.unlessEmpty(faults);
        Change change = new Change(this);
        change.state = State.AGREED;
        change.consent = Optional.of(new Consent(agreement.reach(), on));
        return change.made();
    }

    private EnumSet<MissionFault> missingParts() {
        EnumSet<MissionFault> faults = EnumSet.noneOf(MissionFault.class);
        if (agreement.uses().isEmpty()) faults.add(MissionFault.USES_MISSING);
        if (agreement.data().isEmpty()) faults.add(MissionFault.DATA_MISSING);
        if (agreement.verification().isEmpty()) faults.add(MissionFault.VERIFICATION_MISSING);
        if (agreement.notice().isEmpty()) faults.add(MissionFault.NOTICE_MISSING);
        return faults;
    }

    Mission with(UUID person) {
        requireOpen();
        Change change = new Change(this);
        change.members.add(person);
        return change.made();
    }

    Mission without(UUID person) {
        requireOpen();
        MissionException.when(person.equals(manager), MissionFault.MANAGER_STAYS);
        Change change = new Change(this);
        change.members.remove(person);
        return change.made();
    }

    /** @param purge when its contents are to be erased, not before today */
    Mission closed(LocalDate purge, Instant now) {
        requireOpen();
        MissionException.when(purge.isBefore(LocalDate.ofInstant(now, ZONE)), MissionFault.PURGE_DATE_INVALID);
        Change change = new Change(this);
        change.state = State.CLOSED;
        change.purgeOn = Optional.of(purge);
        change.closedAt = Optional.of(now);
        return change.made();
    }

    /** The day on which its contents are erased: a year after its last one where nobody decided another. */
    public LocalDate purgeDay() {
        return purgeOn.orElse(end.plusYears(YEARS_KEPT));
    }

    /** Whether its contents are only read any more: after its last day, or once it is closed. */
    boolean isFrozen(LocalDate today) {
        return isClosed() || today.isAfter(end);
    }

    /** Erased sooner than it was said. */
    Mission purgedSooner(LocalDate day, LocalDate today) {
        requirePurgeAhead();
        MissionException.when(day.isBefore(today) || !day.isBefore(purgeDay()), MissionFault.PURGE_NOT_EARLIER);
        return purgedOn(day);
    }

    /** Kept longer than it was said. @param reason as a decision states it */
    Mission purgedLater(LocalDate day, String reason) {
        requirePurgeAhead();
        EnumSet<MissionFault> faults = EnumSet.noneOf(MissionFault.class);
        if (!day.isAfter(purgeDay()) || day.isAfter(purgeDay().plusYears(LONGEST_DELAY_YEARS)))
            faults.add(MissionFault.PURGE_NOT_LATER);
        if (reason.isBlank()) faults.add(MissionFault.PURGE_REASON_MISSING);
        MissionException.unlessEmpty(faults);
        return purgedOn(day);
    }

    private void requirePurgeAhead() {
        MissionException.when(!isClosed(), MissionFault.NOT_CLOSED);
        MissionException.when(purgedAt.isPresent(), MissionFault.PURGED);
    }

    private Mission purgedOn(LocalDate day) {
        Change change = new Change(this);
        change.purgeOn = Optional.of(day);
        return change.made();
    }

    private void requireOpen() {
        MissionException.when(state == State.CLOSED, MissionFault.CLOSED);
    }

    public boolean isClosed() {
        return state == State.CLOSED;
    }

    /** Whether its members may work in it at a moment. */
    public boolean isRunning(Instant now) {
        return !isClosed() && validity().holds(now);
    }

    /** All that counts, strictest of them first; what the client has not agreed to never widens. */
    List<Reach> inForce() {
        if (consent.isEmpty()) return List.of(Reach.WITHOUT_AGREEMENT);
        Set<Reach> reaches = new HashSet<>(Set.of(consent.get().reach()));
        if (state == State.MODIFIED) reaches.add(agreement.reach());
        return reaches.stream()
                .sorted((one, other) -> one.regime().compareTo(other.regime()))
                .toList();
    }

    /**
     * What the gateway is to do. The rules of its contents outlive it: its terms may still turn up elsewhere. Membership
     * ends with it.
     */
    List<Draft> effects() {
        List<Draft> drafts = new ArrayList<>();
        if (purgedAt.isEmpty()) {
            for (UUID person : new TreeSet<>(members)) {
                drafts.add(new Draft(
                        EffectScope.person(person), new Rule.MemberOf(code), membership(), Reasons.member(this)));
            }
        }
        for (Reach reach : inForce()) {
            for (Rule rule : reach.rules()) {
                drafts.add(new Draft(EffectScope.mission(code), rule, Reasons.of(this, reach)));
            }
        }
        return drafts;
    }

    /** To its last day, or until it was closed: whoever still asks in it reads by which decision it is over. */
    private Validity membership() {
        Validity days = validity();
        return closedAt.filter(closed -> days.until().filter(closed::isBefore).isPresent())
                .map(closed -> new Validity(days.from(), Optional.of(closed)))
                .orElse(days);
    }

    private Validity validity() {
        return new Validity(
                Optional.of(start.atStartOfDay(ZONE).toInstant()),
                Optional.of(end.plusDays(1).atStartOfDay(ZONE).toInstant()));
    }

    Mission by(String number) {
        Change change = new Change(this);
        change.decision = number;
        change.version = version;
        return change.made();
    }

    /** The next value, while it is being made. */
    private static final class Change {
        private final Mission before;
        private final Set<UUID> members;
        private String name;
        private String client;
        private UUID manager;
        private LocalDate start;
        private LocalDate end;
        private State state;
        private Agreement agreement;
        private Optional<Consent> consent;
        private Optional<LocalDate> purgeOn;
        private Optional<Instant> closedAt;
        private String decision;
        private int version;

        Change(Mission before) {
            this.before = before;
            this.members = new HashSet<>(before.members);
            this.name = before.name;
            this.client = before.client;
            this.manager = before.manager;
            this.start = before.start;
            this.end = before.end;
            this.state = before.state;
            this.agreement = before.agreement;
            this.consent = before.consent;
            this.purgeOn = before.purgeOn;
            this.closedAt = before.closedAt;
            this.decision = before.decision;
            this.version = before.version + 1;
        }

        /** The value of before where nothing changes but the version. */
        Mission made() {
            return made(before.version).equals(before) ? before : made(version);
        }

        private Mission made(int numbered) {
            return new Mission(
                    before.code,
                    name,
                    client,
                    manager,
                    members,
                    start,
                    end,
                    state,
                    agreement,
                    consent,
                    purgeOn,
                    closedAt,
                    before.purgedAt,
                    decision,
                    numbered);
        }
    }
}
