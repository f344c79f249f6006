package org.vigie.verification;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What stands behind or before a number and says of what it is one: a multiplier, a currency, per cent, a duration. */
final class Units {
    private static final Map<String, String> CURRENCIES = Map.ofEntries(
            entry("€", "EUR"),
            entry("euro", "EUR"),
            entry("euros", "EUR"),
            entry("eur", "EUR"),
            entry("$", "USD"),
            entry("dollar", "USD"),
            entry("dollars", "USD"),
            entry("usd", "USD"),
            entry("£", "GBP"),
            entry("gbp", "GBP"),
            entry("chf", "CHF"),
            entry("franc", "FRF"),
            entry("francs", "FRF"));
    private static final Map<String, String> DURATIONS = Map.ofEntries(
            entry("seconde", "s"),
            entry("secondes", "s"),
            entry("minute", "min"),
            entry("minutes", "min"),
            entry("min", "min"),
            entry("mn", "min"),
            entry("heure", "h"),
            entry("heures", "h"),
            entry("h", "h"),
            entry("jour", "jour"),
            entry("jours", "jour"),
            entry("j", "jour"),
            entry("journee", "jour"),
            entry("semaine", "semaine"),
            entry("semaines", "semaine"),
            entry("mois", "mois"),
            entry("trimestre", "trimestre"),
            entry("trimestres", "trimestre"),
            entry("semestre", "semestre"),
            entry("semestres", "semestre"),
            entry("an", "an"),
            entry("ans", "an"),
            entry("annee", "an"),
            entry("annees", "an"));
    /** Of measures, as they are written behind a number. */
    private static final Set<String> MEASURES = Set.of(
            "mm", "cm", "m", "km", "mg", "g", "kg", "t", "ml", "cl", "l", "w", "kw", "mw", "wh", "kwh", "mwh", "ko",
            "mo", "go", "to");

    private static final Map<String, Integer> SHORT_POWERS =
            Map.of("k", 3, "m", 6, "md", 9, "mds", 9, "mrd", 9, "mrds", 9, "mio", 6);
    private static final Set<String> PERCENT = Set.of("pourcent", "pourcents", "pct");

    private Units() {}

    /** @param next the token behind the unit */
    record Unit(ClaimKind kind, String code, BigDecimal factor, int next) {}

    /**
     * What follows the number that ends before a token.
     *
     * @param before the token before the number, for a currency that is written there; -1 where there is none
     */
    static Unit behind(List<Token> tokens, int next, int before) {
        long power = Numerals.POWERS.getOrDefault(word(tokens, next), 0L);
        int exponent = power > 0 ? 0 : shortPower(tokens, next);
        BigDecimal factor = power > 0 ? BigDecimal.valueOf(power) : BigDecimal.TEN.pow(exponent);
        int at = power > 0 || exponent > 0 ? next + 1 : next;
        int noun = at > next ? behindOf(tokens, at) : at;
        String currency = currency(tokens, noun);
        if (!currency.isEmpty()) return new Unit(ClaimKind.MONEY, currency, factor, noun + 1);
        String ahead = currencyAhead(tokens, before);
        if (!ahead.isEmpty()) return new Unit(ClaimKind.MONEY, ahead, factor, at);
        int percent = behindPercent(tokens, at);
        if (percent > at) return new Unit(ClaimKind.PERCENT, "%", factor, percent);
        String duration = DURATIONS.getOrDefault(word(tokens, at), "");
        if (!duration.isEmpty() && !isInitial(tokens, at)) return new Unit(ClaimKind.NUMBER, duration, factor, at + 1);
        if (isMeasure(tokens, at)) return new Unit(ClaimKind.NUMBER, word(tokens, at), factor, at + 1);
        return new Unit(ClaimKind.NUMBER, "", factor, at);
    }

    /** Not « l' », not « m² » and not « km/h ». */
    private static boolean isMeasure(List<Token> tokens, int at) {
        if (!MEASURES.contains(word(tokens, at)) || tokens.get(at).gap() > 1) return false;
        boolean goesOn = at + 1 < tokens.size()
                && tokens.get(at + 1).joined()
                && !Set.of(".", ",", ")", ";", ":", "*")
                        .contains(tokens.get(at + 1).folded());
        return !goesOn;
    }

    /** Of a sign that belongs to what follows, and not to the amount before it. */
    private static String currencyAhead(List<Token> tokens, int at) {
        boolean ahead = at >= 0
                && tokens.get(at).kind() == Token.Kind.SIGN
                && tokens.get(at + 1).gap() <= 1
                && (at == 0 || !tokens.get(at - 1).isDigits());
        return ahead ? CURRENCIES.getOrDefault(tokens.get(at).folded(), "") : "";
    }

    /** « j » and « h » as units stand close to their number, and « h » is no initial as in « 3 H. Martin ». */
    private static boolean isInitial(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        return token.length() == 1 && (token.capital() || token.gap() > 1);
    }

    /** The exponent of « k€ », « M d'euros » and « Md€ »; 0 where the letter stands alone. */
    private static int shortPower(List<Token> tokens, int at) {
        boolean money = !currency(tokens, behindOf(tokens, at + 1)).isEmpty();
        return money ? SHORT_POWERS.getOrDefault(word(tokens, at), 0) : 0;
    }

    private static String currency(List<Token> tokens, int at) {
        return CURRENCIES.getOrDefault(word(tokens, at), "");
    }

    private static int behindPercent(List<Token> tokens, int at) {
        String word = word(tokens, at);
        if (word.equals("%") || PERCENT.contains(word)) return at + 1;
        return word.equals("pour") && word(tokens, at + 1).equals("cent") ? at + 2 : at;
    }

    /** Behind « d' » or « de ». */
    private static int behindOf(List<Token> tokens, int at) {
        if (word(tokens, at).equals("de")) return at + 1;
        return word(tokens, at).equals("d") && word(tokens, at + 1).equals("'") ? at + 2 : at;
    }

    /** The token as it is compared; empty behind the end and on another line. */
    private static String word(List<Token> tokens, int at) {
        if (at >= tokens.size() || tokens.get(at).gap() >= Token.LINE) return "";
        return tokens.get(at).folded();
    }
}
