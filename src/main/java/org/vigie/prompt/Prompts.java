package org.vigie.prompt;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.text.Collator;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.vigie.audit.Act;
import org.vigie.audit.AuditLog;
import org.vigie.identity.Caller;
import org.vigie.identity.Right;
import org.vigie.identity.Rights;
import org.vigie.kernel.Ids;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.kernel.Tally;
import org.vigie.store.InstanceKeys;

/** The library, for each what they may read of it. Whoever may not read a prompt is told that there is none. */
@Singleton
public final class Prompts {
    private static final int MOST_OF_ONE = 1_000;

    private final Jdbi jdbi;
    private final AuditLog audit;
    private final Clock clock;
    private final PromptSeal seal;

    @Inject
    Prompts(Jdbi jdbi, AuditLog audit, Clock clock, InstanceKeys keys) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.clock = clock;
        this.seal = new PromptSeal(keys);
    }

    /**
     * What people think of one.
     *
     * @param mean from 1 to 5; absent until five people have said so, whose own stars it would tell
     * @param own what the reader gave; 0 for nothing
     */
    public record Rating(Optional<Double> mean, int raters, int own) {}

    /** By family and title, as French sorts them. */
    public List<Prompt> readableBy(Caller caller) {
        Collator french = Collator.getInstance(Locale.FRENCH);
        return with(store -> store.shownTo(caller.person(), caller.team())).stream()
                .filter(prompt -> prompt.isReadableBy(caller))
                .sorted(Comparator.comparing((Prompt one) -> one.content().family(), french)
                        .thenComparing(one -> one.content().title(), french))
                .toList();
    }

    /** @throws ProblemException {@code not_found} also for one that this caller may not read */
    public Prompt find(Caller caller, UUID id) {
        return with(store -> store.find(id))
                .filter(prompt -> prompt.isReadableBy(caller))
                .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
    }

    /** @throws ProblemException {@code not_found}, or {@code forbidden} for one that is not theirs to change */
    Prompt editable(Caller caller, UUID id) {
        Prompt prompt = find(caller, id);
        if (!prompt.isEditableBy(caller)) throw new ProblemException(new Problem.Forbidden());
        return prompt;
    }

    /** Where somebody may put what they write. */
    static List<Shelf> shelvesOf(Caller caller) {
        return Stream.of(Shelf.values()).filter(shelf -> isOpen(caller, shelf)).toList();
    }

    private static boolean isOpen(Caller caller, Shelf shelf) {
        return switch (shelf) {
            case OWN -> true;
            case TEAM -> caller.team().isPresent();
            case FIRM -> Rights.allows(caller, Right.KEEP_LIBRARY);
        };
    }

    /** @throws PromptException with every fault at once */
    public Prompt add(Caller caller, Shelf shelf, Content content) {
        return addAll(caller, shelf, List.of(content)).getFirst();
    }

    /** All or none. @throws PromptException with the faults of the first that does not fit */
    public List<Prompt> addAll(Caller caller, Shelf shelf, List<Content> contents) {
        PromptException.when(!isOpen(caller, shelf), PromptFault.SHELF_CLOSED);
        contents.forEach(Content::check);
        List<Prompt> added = contents.stream()
                .map(content -> new Prompt(
                        Ids.next(),
                        shelf,
                        Optional.of(caller.person()),
                        shelf == Shelf.TEAM ? caller.team() : Optional.empty(),
                        1,
                        now(),
                        0,
                        content.fitted()))
                .toList();
        added.forEach(prompt -> record(caller, "prompt.added", prompt));
        return with(store -> {
            PromptException.when(store.countOf(caller.person()) + added.size() > MOST_OF_ONE, PromptFault.TOO_MANY);
            added.forEach(store::insert);
            return added;
        });
    }

    /**
     * @param version that was read
     * @throws PromptException with every fault at once, {@link PromptFault#CHANGED_MEANWHILE} among them
     */
    public Prompt change(Caller caller, UUID id, int version, Shelf shelf, Content content) {
        Prompt before = editable(caller, id);
        PromptException.when(shelf != before.shelf() && !isOpen(caller, shelf), PromptFault.SHELF_CLOSED);
        PromptException.when(version != before.version(), PromptFault.CHANGED_MEANWHILE);
        content.check();
        // Nobody's prompt can be on no shelf but the firm's.
        PromptException.when(before.owner().isEmpty() && shelf != Shelf.FIRM, PromptFault.SHELF_CLOSED);
        Optional<String> team = shelf == before.shelf() ? before.team() : caller.team();
        Prompt after = new Prompt(
                id,
                shelf,
                before.owner(),
                shelf == Shelf.TEAM ? team : Optional.empty(),
                version + 1,
                now(),
                before.uses(),
                content.fitted());
        record(caller, "prompt.changed", after);
        PromptException.when(!with(store -> store.update(after, caller.person())), PromptFault.CHANGED_MEANWHILE);
        return after;
    }

    public void delete(Caller caller, UUID id) {
        Prompt prompt = editable(caller, id);
        record(caller, "prompt.deleted", prompt);
        with(store -> {
            store.delete(id);
            return prompt;
        });
    }

    /** What one that may be read says and said, the newest first. */
    List<PromptStore.Past> versions(Prompt readable) {
        return with(store -> store.versions(readable.id()));
    }

    /** It was put into a message: counted, without by whom. */
    void used(Caller caller, UUID id) {
        find(caller, id);
        with(store -> {
            store.used(id);
            return id;
        });
    }

    /** @param stars from 1 to 5; 0 takes them back */
    void rate(Caller caller, UUID id, int stars) {
        find(caller, id);
        if (stars < 0 || stars > 5) throw new ProblemException(new Problem.Malformed("stars", "from 0 to 5"));
        with(store -> {
            store.rate(id, caller.person(), stars);
            return id;
        });
    }

    Rating rating(Caller caller, UUID id) {
        PromptStore.Stars stars = with(store -> store.stars(id, caller.person()));
        boolean enough = stars.raters() >= Tally.SMALLEST;
        Optional<Double> mean = enough ? Optional.of((double) stars.sum() / stars.raters()) : Optional.empty();
        return new Rating(mean, stars.raters(), stars.own());
    }

    private <T> T with(Function<PromptStore, T> work) {
        return jdbi.inTransaction(handle -> work.apply(new PromptStore(handle, seal)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void record(Caller caller, String act, Prompt prompt) {
        audit.act(Act.of(
                clock.instant(),
                caller.person(),
                act,
                "prompt:" + prompt.id(),
                Map.of("shelf", prompt.shelf().code())));
    }
}
