package org.vigie.verification;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.verification.Claim.Source;
import org.vigie.verification.Sources.Likeness;
import org.vigie.verification.Sources.Located;
import org.vigie.verification.Sources.Sentence;
import org.vigie.verification.Value.Quantity;

/**
 * Looks for an answer's claims in passages. A value that stands there in another notation is found; one that stands
 * there but of something else is not: what is around it in the answer must be around it in the passage, and nothing
 * else may stand in its place there.
 */
final class ValueCheck {
    /** How much liker the place of another value must be, to speak against one that is found elsewhere. */
    private static final double CLEARLY = 0.15;
    /** From here on two places are the same sentence, written again. */
    private static final double SAME_PLACE = 0.7;
    /** Around a value that is found outside the likest sentences. */
    private static final double RELATED = 0.4;

    private static final double OF_SURROUNDINGS = 0.65;
    /** From here on a sentence of the answer repeats one of a passage, whose values it must have. */
    private static final double REPEATED = 0.75;
    /** Places of one value; no honest text has more. */
    private static final int MOST_COMPARED = 500;

    private static final int CUE_BEFORE = 8;
    private static final int CUE_BEHIND = 4;
    private static final Set<String> WORKED_OUT = Stream.of(
                    "soit",
                    "donc",
                    "total",
                    "ensemble",
                    "somme",
                    "écart",
                    "différence",
                    "plus",
                    "moins",
                    "hausse",
                    "baisse",
                    "recul",
                    "recule",
                    "progression",
                    "progresse",
                    "augmentation",
                    "augmente",
                    "diminution",
                    "diminue",
                    "gain",
                    "économie",
                    "moyenne",
                    "revient",
                    "reviennent",
                    "représente",
                    "représentent",
                    "tout",
                    "=",
                    "+",
                    "−",
                    "|",
                    "double",
                    "moitié",
                    "reste",
                    "solde",
                    "marge",
                    "part",
                    "gagne",
                    "gagné",
                    "perd",
                    "perdu",
                    "passe",
                    "passant",
                    "porte",
                    "ramène",
                    "monterait",
                    "serait",
                    "coûterait",
                    "environ",
                    "jusqu",
                    "chacun",
                    "chacune",
                    "par",
                    "minimum",
                    "maximum")
            .map(word -> Stems.of(Token.of(word).getFirst()))
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> ABOUT =
            Set.of("environ", "pres", "presque", "quelque", "approximativement", "autour", "plus", "moins", "~", "≈");

    private final Sources sources;
    private final Reading answer;
    private final Derivation derivation;
    private final Map<Integer, Likeness> compared = new HashMap<>();

    ValueCheck(Reading answer, Sources sources) {
        this.answer = answer;
        this.sources = sources;
        derivation = new Derivation(answer, sources.passages());
    }

    Claim check(Mention mention) {
        Likeness likeness = compared.computeIfAbsent(
                answer.sentenceOf(mention.first()), sentence -> sources.likeness(Sources.stems(answer, sentence)));
        Surroundings around = Surroundings.of(answer, mention);
        Value value = mention.value();
        Optional<Scored> support =
                best(around, likeness, located -> located.mention().value().supports(value));
        Status status = support.map(found -> judged(found, against(mention, around, likeness), likeness))
                .orElseGet(() -> likeness.highest() >= REPEATED ? Status.NOT_FOUND : unsupported(mention));
        return claim(mention, status, support.filter(_ -> status == Status.FOUND));
    }

    /** The best place in the likest sentences that says something else. */
    private Optional<Scored> against(Mention mention, Surroundings around, Likeness likeness) {
        return best(
                around,
                likeness,
                located -> likeness.likest().contains(located.sentence())
                        && located.mention().comparableWith(mention)
                        && !located.mention().weak()
                        && !located.mention().value().supports(mention.value()));
    }

    /** A claim that was not looked for. */
    Claim unchecked(Mention mention) {
        return claim(mention, Status.TO_CHECK, Optional.empty());
    }

    private static Status judged(Scored support, Optional<Scored> against, Likeness likeness) {
        Sentence place = support.located().sentence();
        boolean likest = likeness.likest().contains(place);
        boolean contradicted = against.isPresent()
                && against.get().surroundings() >= SAME_PLACE
                && against.get().score() - support.score() > CLEARLY
                && (!likest
                        || likeness.highest() >= REPEATED
                        || against.get().located().sentence() == place);
        if (contradicted) return Status.NOT_FOUND;
        boolean related = likest || support.surroundings() >= RELATED;
        if (related) return Status.FOUND;
        if (likeness.highest() >= REPEATED) return Status.NOT_FOUND;
        boolean year = support.located().mention().value() instanceof Quantity quantity && quantity.isYear();
        return year ? Status.FOUND : Status.TO_CHECK;
    }

    /** What may have been worked out, and what is short enough to mean something else, is for a person to judge. */
    private Status unsupported(Mention mention) {
        boolean doubtful = switch (mention.value()) {
            case Quantity claim ->
                claim.isCount() || derivation.explains(claim, isWorkedOut(mention), isAbout(mention));
            case Value.Day day -> derivation.explains(day);
            case Value.Code code -> code.isShortName();
        };
        return doubtful ? Status.TO_CHECK : Status.NOT_FOUND;
    }

    /** Whether the sentence says so: « soit », « au total », « de plus », a rounding, a table. */
    private boolean isWorkedOut(Mention mention) {
        int sentence = answer.sentenceOf(mention.first());
        int from = Math.max(answer.sentences().get(sentence), mention.first() - CUE_BEFORE);
        int to = Math.min(answer.sentences().get(sentence + 1), mention.next() + CUE_BEHIND);
        return isAbout(mention)
                || answer.tokens().subList(from, to).stream().anyMatch(token -> WORKED_OUT.contains(Stems.of(token)));
    }

    private boolean isAbout(Mention mention) {
        return answer.tokens().subList(Math.max(0, mention.first() - 3), mention.first()).stream()
                .anyMatch(token -> ABOUT.contains(token.folded()));
    }

    private record Scored(Located located, double surroundings, double score) {}

    private Optional<Scored> best(Surroundings around, Likeness likeness, Predicate<Located> which) {
        return sources.mentions().stream()
                .filter(which)
                .limit(MOST_COMPARED)
                .map(located -> scored(located, around, likeness))
                .max(Comparator.comparingDouble(Scored::score));
    }

    private static Scored scored(Located located, Surroundings around, Likeness likeness) {
        double surroundings = around.likeness(located.surroundings());
        double sentence = likeness.degrees().getOrDefault(located.sentence(), 0.0);
        return new Scored(located, surroundings, OF_SURROUNDINGS * surroundings + (1 - OF_SURROUNDINGS) * sentence);
    }

    private Claim claim(Mention mention, Status status, Optional<Scored> support) {
        int start = answer.start(mention);
        int end = answer.end(mention);
        return new Claim(
                start, end, mention.kind(), answer.text().substring(start, end), status, support.map(this::source));
    }

    private Source source(Scored support) {
        int passage = support.located().sentence().passage();
        Reading reading = sources.passages().get(passage);
        Mention mention = support.located().mention();
        return new Source(passage, reading.start(mention), reading.end(mention));
    }
}
