package org.vigie.verification;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Numbers with what they count in: « 1 234,56 € », « 3,5 % », « deux mois », « 14 h 30 », « XIXe ». */
final class Figures {
    /** Words of which the Roman reading is none. */
    private static final Set<String> NO_ROMAN = Set.of("il", "ix", "ll", "xl", "xxl", "lv", "li", "vi");

    /** « les deux offres » counts what is known already. */
    private static final Set<String> DETERMINERS =
            Set.of("les", "ces", "des", "tous", "toutes", "ses", "leurs", "nos", "vos", "aux");

    private static final int LONGEST = 18;

    private Figures() {}

    static Optional<Mention> at(String text, List<Token> tokens, int first) {
        Token token = tokens.get(first);
        if (token.isDigits()) return inDigits(text, tokens, first);
        if (!token.isWord()) return Optional.empty();
        int roman = token.capital() ? Numerals.roman(text.substring(token.start(), token.end())) : 0;
        if (roman > 0 && !NO_ROMAN.contains(token.folded())) return Optional.of(roman(tokens, first, roman));
        return Numerals.at(tokens, first).map(numeral -> inWords(tokens, first, numeral));
    }

    private static Mention roman(List<Token> tokens, int first, int value) {
        boolean ending = first + 1 < tokens.size() && Numerals.isOrdinalEnding(tokens.get(first + 1));
        return new Mention(ClaimKind.NUMBER, Value.Quantity.of(value), first, ending ? first + 2 : first + 1, false);
    }

    private static Mention inWords(List<Token> tokens, int first, Numerals.Numeral numeral) {
        Units.Unit unit = Units.behind(tokens, numeral.next(), -1);
        BigDecimal amount = BigDecimal.valueOf(numeral.value()).multiply(unit.factor());
        // « neuf » is a number before what is counted, and new behind what it describes.
        boolean counts =
                tokens.get(first).is("neuf") && (unit.next() > numeral.next() || isPlural(tokens, unit.next()));
        boolean determined = first > 0
                && numeral.value() <= 10
                && DETERMINERS.contains(tokens.get(first - 1).folded());
        boolean weak =
                numeral.doubtful() && !counts || determined && unit.code().isEmpty();
        return new Mention(
                unit.kind(), new Value.Quantity(amount, null, unit.factor(), unit.code()), first, unit.next(), weak);
    }

    private static boolean isPlural(List<Token> tokens, int at) {
        if (at >= tokens.size() || !tokens.get(at).isWord()) return false;
        String word = tokens.get(at).folded();
        return word.length() > 3 && (word.endsWith("s") || word.endsWith("x"));
    }

    private static Optional<Mention> inDigits(String text, List<Token> tokens, int first) {
        // « m2 », « CO2 », « B2B »: part of a name.
        boolean named =
                first > 0 && tokens.get(first).joined() && tokens.get(first - 1).isWord();
        if (named || tokens.get(first).length() > LONGEST) return Optional.empty();
        Optional<Mention> time = time(tokens, first);
        if (time.isPresent()) return time;
        Written written = written(tokens, first);
        int next = written.next();
        if (next < tokens.size() && tokens.get(next).isWord() && Numerals.isOrdinalEnding(tokens.get(next))) {
            return Optional.of(
                    new Mention(ClaimKind.NUMBER, quantity(written, BigDecimal.ONE, ""), first, next + 1, false));
        }
        Units.Unit unit = Units.behind(tokens, next, first - 1);
        boolean item = isItem(tokens, first, next);
        return Optional.of(new Mention(
                unit.kind(),
                quantity(signed(text, tokens, first, written), unit.factor(), unit.code()),
                first,
                unit.next(),
                item));
    }

    /** The number of a list's item at the beginning of a line. */
    private static boolean isItem(List<Token> tokens, int first, int next) {
        return tokens.get(first).gap() >= Token.LINE
                && next == first + 1
                && next < tokens.size()
                && tokens.get(next).joined()
                && (tokens.get(next).is(".") || tokens.get(next).is(")"));
    }

    private static Value.Quantity quantity(Written written, BigDecimal factor, String unit) {
        BigDecimal other = written.otherwise();
        return new Value.Quantity(
                written.amount().multiply(factor),
                other == null ? null : other.multiply(factor),
                factor.movePointLeft(written.amount().scale()),
                unit);
    }

    private record Written(BigDecimal amount, @Nullable BigDecimal otherwise, int next) {}

    /** Digits in groups of three, and a decimal part; « 1.500 » can be read as both. */
    private static Written written(List<Token> tokens, int first) {
        StringBuilder digits = new StringBuilder(tokens.get(first).folded());
        int at = first + 1;
        int pointed = 0;
        if (digits.length() <= 3 && !digits.toString().startsWith("0")) {
            while (isGroup(tokens, at) && digits.length() < LONGEST) {
                digits.append(tokens.get(at).folded());
                at++;
            }
            while (at == first + 1 + 2 * pointed && isPointedGroup(tokens, at) && digits.length() < LONGEST) {
                digits.append(tokens.get(at + 1).folded());
                at += 2;
                pointed++;
            }
        }
        if (isDecimal(tokens, at, pointed > 0 ? "," : ",.")) {
            digits.append('.').append(tokens.get(at + 1).folded());
            at += 2;
        }
        BigDecimal amount = new BigDecimal(digits.toString());
        BigDecimal otherwise = pointed == 1 && at == first + 3 ? amount.movePointLeft(3) : null;
        return new Written(amount, otherwise, at);
    }

    private static boolean isGroup(List<Token> tokens, int at) {
        return at < tokens.size()
                && tokens.get(at).isDigits()
                && tokens.get(at).length() == 3
                && tokens.get(at).gap() == 1;
    }

    private static boolean isPointedGroup(List<Token> tokens, int at) {
        return at + 1 < tokens.size()
                && (tokens.get(at).is(".") || tokens.get(at).is("'"))
                && tokens.get(at).joined()
                && tokens.get(at + 1).isDigits()
                && tokens.get(at + 1).joined()
                && tokens.get(at + 1).length() == 3;
    }

    private static boolean isDecimal(List<Token> tokens, int at, String signs) {
        return at + 1 < tokens.size()
                && signs.contains(tokens.get(at).folded())
                && tokens.get(at).joined()
                && tokens.get(at + 1).isDigits()
                && tokens.get(at + 1).joined();
    }

    /** A minus stands close to its number and apart from what is before it. */
    private static Written signed(String text, List<Token> tokens, int first, Written written) {
        if (first == 0) return written;
        Token sign = tokens.get(first - 1);
        boolean minus = (sign.is("-") || sign.is("−")) && tokens.get(first).joined();
        if (!minus || sign.gap() == 0 && sign.start() > 0 && text.charAt(sign.start() - 1) != '(') return written;
        BigDecimal amount = written.amount();
        return new Written(amount.negate(), amount, written.next());
    }

    /** « 14 h 30 », « 14h », « 14:30 ». */
    private static Optional<Mention> time(List<Token> tokens, int first) {
        if (tokens.get(first).length() > 2 || first + 2 >= tokens.size()) return Optional.empty();
        Token sign = tokens.get(first + 1);
        Token minutes = tokens.get(first + 2);
        boolean hours = sign.is("h") || sign.is("heures");
        boolean colon = sign.is(":") && sign.joined() && minutes.joined();
        if (!hours && !colon || !minutes.isDigits() || minutes.length() != 2 || minutes.gap() > 1)
            return Optional.empty();
        BigDecimal value = new BigDecimal(tokens.get(first).folded())
                .multiply(BigDecimal.valueOf(60))
                .add(new BigDecimal(minutes.folded()));
        return Optional.of(new Mention(
                ClaimKind.NUMBER, new Value.Quantity(value, null, BigDecimal.ONE, "min"), first, first + 3, false));
    }
}
