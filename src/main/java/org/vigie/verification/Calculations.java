package org.vigie.verification;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the calculations of an answer again: « 3 × 40 € = 120 € », « 20 % de 500 €, soit 100 € », « de 100 à 120, soit
 * une hausse de 20 % », and totals of what stands before them.
 */
final class Calculations {
    private static final Set<String> OPERATORS = Set.of("+", "-", "−", "–", "×", "x", "*", "/", "÷");
    private static final Set<String> RESULT = Set.of("=", "soit", "donc", "font", "fait");
    private static final Set<String> TOTAL = Set.of("total", "totaux", "somme", "ensemble", "cumul");
    private static final Set<String> DIFFERENCE = Set.of(
            "ecart",
            "difference",
            "hausse",
            "baisse",
            "augmentation",
            "diminution",
            "progression",
            "recul",
            "reduction",
            "economie",
            "solde",
            "reste");
    private static final int REACH = 6;
    private static final int LONGEST_SUM = 24;
    /** An operator with what is counted before it: « 12 postes en location × 40 € ». */
    private static final int LONGEST_NOUN = 4;

    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    private final Reading answer;
    private final List<Mention> mentions;

    Calculations(Reading answer) {
        this.answer = answer;
        mentions = answer.mentions();
    }

    /** What making it again says of the result at a place among the mentions. */
    enum Outcome {
        RIGHT,
        WRONG
    }

    /** An equation written out: empty where the mention is the result of none. */
    Optional<Outcome> equation(int index) {
        if (index == 0) return Optional.empty();
        Optional<Outcome> variation = variation(index);
        if (variation.isPresent()) return variation;
        BigDecimal result = amount(index);
        if (result == null || !isBetween(index - 1, index, RESULT)) return Optional.empty();
        List<BigDecimal> numbers = new ArrayList<>();
        List<String> operators = new ArrayList<>();
        int at = index - 1;
        BigDecimal last = amount(at);
        if (last == null) return Optional.empty();
        numbers.addFirst(last);
        while (at > 0 && amount(at - 1) != null && operator(at - 1, at).isPresent()) {
            operators.addFirst(operator(at - 1, at).get());
            at--;
            numbers.addFirst(share(at, operators.getFirst()));
        }
        if (operators.isEmpty()) return Optional.empty();
        BigDecimal right = evaluated(numbers, operators);
        return Optional.of(right != null && near(right, result) ? Outcome.RIGHT : Outcome.WRONG);
    }

    /** « de 100 à 120, soit une hausse de 20 % ». */
    private Optional<Outcome> variation(int index) {
        int second = before(index);
        int first = before(second);
        boolean told = first >= 0
                && mentions.get(index).kind() == ClaimKind.PERCENT
                && wordsAround(index).stream().anyMatch(DIFFERENCE::contains)
                && answer.sentenceOf(mentions.get(first).first())
                        == answer.sentenceOf(mentions.get(index).first());
        if (!told) return Optional.empty();
        List<Token> between = between(first, second);
        BigDecimal from = amount(first);
        BigDecimal to = amount(second);
        BigDecimal result = amount(index);
        boolean fromTo = between.size() == 1 && between.getFirst().is("a");
        if (!fromTo || from == null || to == null || result == null || from.signum() == 0) return Optional.empty();
        return Optional.of(near(variation(from, to).abs(), result.abs()) ? Outcome.RIGHT : Outcome.WRONG);
    }

    /** The mention before, without « un » and « une »; -1 where there is none. */
    private int before(int index) {
        int at = index - 1;
        while (at >= 0 && mentions.get(at).weak()) at--;
        return Math.max(-1, at);
    }

    /** Whether a value that no passage has is a total, a difference or a variation of what the answer said before it. */
    boolean follows(int index) {
        BigDecimal result = amount(index);
        if (result == null) return false;
        Set<String> around = wordsAround(index);
        boolean total = around.stream().anyMatch(TOTAL::contains);
        boolean difference = around.stream().anyMatch(DIFFERENCE::contains) || around.contains("soit");
        return total && isSum(index, result)
                || difference && isDifference(index, result)
                || around.contains("soit") && isOfTheYear(index, result);
    }

    /** « 480 € par mois, soit 5 760 € par an ». */
    private boolean isOfTheYear(int index, BigDecimal result) {
        BigDecimal monthly = index == 0 ? null : amount(index - 1);
        return monthly != null
                && per(index - 1).equals("mois")
                && Set.of("an", "annee").contains(per(index))
                && near(monthly.multiply(MONTHS), result);
    }

    /** The word behind « par » that follows a mention. */
    private String per(int index) {
        int at = mentions.get(index).next();
        List<Token> tokens = answer.tokens();
        return at + 1 < tokens.size() && tokens.get(at).is("par")
                ? tokens.get(at + 1).folded()
                : "";
    }

    private boolean isSum(int index, BigDecimal result) {
        BigDecimal sum = BigDecimal.ZERO;
        int terms = 0;
        for (int i = index - 1; i >= 0 && terms < LONGEST_SUM; i--) {
            BigDecimal amount = amount(i);
            if (amount == null || mentions.get(i).weak() || !unit(i).equals(unit(index))) continue;
            sum = sum.add(amount);
            if (++terms >= 2 && near(sum, result)) return true;
        }
        return false;
    }

    private boolean isDifference(int index, BigDecimal result) {
        boolean percent = mentions.get(index).kind() == ClaimKind.PERCENT;
        for (int i = Math.max(0, index - REACH); i < index; i++) {
            for (int k = Math.max(0, index - REACH); k < index; k++) {
                BigDecimal from = amount(i);
                BigDecimal to = amount(k);
                if (i == k || from == null || to == null || !unit(i).equals(unit(k))) continue;
                if (unit(i).equals(unit(index)) && near(from.subtract(to).abs(), result.abs())) return true;
                if (percent && from.signum() != 0 && near(variation(from, to).abs(), result.abs())) return true;
            }
        }
        return false;
    }

    private static BigDecimal variation(BigDecimal from, BigDecimal to) {
        return to.subtract(from).multiply(BigDecimal.valueOf(100)).divide(from, MathContext.DECIMAL64);
    }

    private Set<String> wordsAround(int index) {
        Mention mention = mentions.get(index);
        Set<String> words = new java.util.HashSet<>();
        for (int i = Math.max(0, mention.first() - REACH); i < mention.first(); i++) {
            words.add(answer.tokens().get(i).folded());
        }
        return words;
    }

    /** The operator that stands alone between two mentions; « 20 % de 500 » multiplies. */
    private Optional<String> operator(int one, int two) {
        List<Token> between = between(one, two);
        List<Token> signs = between.stream()
                .filter(token -> token.kind() == Token.Kind.SIGN || token.is("x"))
                .toList();
        if (between.size() <= LONGEST_NOUN
                && signs.size() == 1
                && OPERATORS.contains(signs.getFirst().folded())) {
            return Optional.of(signs.getFirst().folded());
        }
        boolean percent = mentions.get(one).kind() == ClaimKind.PERCENT;
        boolean of = between.size() == 1 && between.getFirst().is("de")
                || between.size() == 2
                        && between.getFirst().is("d")
                        && between.getLast().is("'");
        return percent && of ? Optional.of("*") : Optional.empty();
    }

    private BigDecimal share(int index, String operator) {
        BigDecimal amount = amount(index);
        if (amount == null) throw new IllegalStateException("asked before");
        boolean percent = mentions.get(index).kind() == ClaimKind.PERCENT && operator.equals("*");
        return percent ? amount.movePointLeft(2) : amount;
    }

    private boolean isBetween(int one, int two, Set<String> words) {
        List<Token> between = between(one, two);
        return !between.isEmpty()
                && between.size() <= 3
                && between.stream().anyMatch(token -> words.contains(token.folded()))
                && between.stream()
                        .allMatch(token -> token.kind() == Token.Kind.SIGN || words.contains(token.folded()));
    }

    private List<Token> between(int one, int two) {
        int from = mentions.get(one).next();
        int to = mentions.get(two).first();
        return from <= to ? answer.tokens().subList(from, to) : List.of();
    }

    private @Nullable BigDecimal amount(int index) {
        return mentions.get(index).value() instanceof Value.Quantity quantity ? quantity.amount() : null;
    }

    private String unit(int index) {
        return mentions.get(index).value() instanceof Value.Quantity quantity ? quantity.unit() : "";
    }

    /** Products before sums; null where it divides by zero. */
    private static @Nullable BigDecimal evaluated(List<BigDecimal> numbers, List<String> operators) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal product = numbers.getFirst();
        boolean minus = false;
        for (int i = 0; i < operators.size(); i++) {
            BigDecimal next = numbers.get(i + 1);
            switch (operators.get(i)) {
                case "×", "x", "*" -> product = product.multiply(next);
                case "/", "÷" -> {
                    if (next.signum() == 0) return null;
                    product = product.divide(next, MathContext.DECIMAL64);
                }
                default -> {
                    sum = minus ? sum.subtract(product) : sum.add(product);
                    product = next;
                    minus = !operators.get(i).equals("+");
                }
            }
        }
        return minus ? sum.subtract(product) : sum.add(product);
    }

    /** Equal once rounded, or cut off, to the digits that are written. */
    private static boolean near(BigDecimal right, BigDecimal written) {
        int decimals = Math.max(0, written.scale());
        return right.setScale(decimals, RoundingMode.HALF_UP).compareTo(written) == 0
                || right.setScale(decimals, RoundingMode.DOWN).compareTo(written) == 0;
    }
}
