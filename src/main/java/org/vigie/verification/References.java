package org.vigie.verification;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is called by a code: « article L. 1221-1 », « loi n° 78-17 », « ISO 27001 », « (UE) 2016/679 », « cerfa n° … ». */
final class References {
    private static final Set<String> ARTICLES = Set.of("article", "articles", "art", "arts", "alinea", "annexe");
    private static final Set<String> NAMED = Set.of(
            "loi",
            "decret",
            "ordonnance",
            "directive",
            "reglement",
            "arrete",
            "norme",
            "iso",
            "en",
            "nf",
            "iec",
            "cerfa",
            "circulaire",
            "deliberation",
            "arret",
            "rfc",
            "ue",
            "ce",
            "cee",
            "pourvoi",
            "bulletin",
            "formulaire");
    private static final Set<String> CODES = Set.of("l", "r", "d", "a");
    private static final Set<String> BETWEEN = Set.of("(", ")", ".", "°", "/");
    private static final Set<String> SUFFIXES = Set.of("bis", "ter", "quater", "quinquies");

    private References() {}

    /**
     * The reference that begins at a token.
     *
     * @param previous what was read just before: a list of articles goes on behind « et »
     */
    static Optional<Mention> at(List<Token> tokens, int first, Optional<Mention> previous) {
        Token token = tokens.get(first);
        if (token.isWord() && ARTICLES.contains(token.folded()))
            return code(tokens, first, behindSigns(tokens, first + 1));
        if (isNumberSign(tokens, first)) return code(tokens, first, behindNumberSign(tokens, first));
        if (token.isWord() && NAMED.contains(token.folded())) return named(tokens, first);
        if (isCodeLetter(tokens, first)) return code(tokens, first, first);
        if (token.capitals() && !joinsName(tokens, first)) return alphanumeric(tokens, first);
        if (token.isDigits() && previous.isPresent() && goesOn(tokens, previous.get(), first)) {
            return code(tokens, first, first);
        }
        return token.isDigits() ? bare(tokens, first) : Optional.empty();
    }

    /** « RE-1129 », « F2024-0388 », « E07 »: capitals with digits that no space parts. */
    private static Optional<Mention> alphanumeric(List<Token> tokens, int first) {
        StringBuilder text = new StringBuilder(tokens.get(first).folded());
        boolean digits = false;
        int end = first + 1;
        for (int at = first + 1; at < tokens.size() && tokens.get(at).joined(); at++) {
            Token token = tokens.get(at);
            boolean piece = token.isDigits() || token.capitals();
            if (!piece && !isInner(tokens, at)) break;
            text.append(token.folded());
            digits |= token.isDigits();
            if (piece) end = at + 1;
        }
        return digits
                ? Optional.of(new Mention(ClaimKind.REFERENCE, Value.Code.of(text.toString()), first, end, false))
                : Optional.empty();
    }

    /** Behind a hyphen or an apostrophe: the end of something else. */
    private static boolean joinsName(List<Token> tokens, int at) {
        return at > 0 && tokens.get(at).joined() && !tokens.get(at - 1).is("(");
    }

    /** « norme », « règlement (UE) », « loi »: only with a code, and « en 2018 » is a year. */
    private static Optional<Mention> named(List<Token> tokens, int first) {
        int at = first + 1;
        while (at < tokens.size()
                && at < first + 5
                && tokens.get(at).gap() < Token.LINE
                && (BETWEEN.contains(tokens.get(at).folded())
                        || NAMED.contains(tokens.get(at).folded()))) at++;
        if (isNumberSign(tokens, at)) return code(tokens, first, behindNumberSign(tokens, at));
        if (at >= tokens.size() || !tokens.get(at).isDigits()) return Optional.empty();
        boolean capitals = tokens.get(first).is("iso")
                || tokens.get(first).is("nf")
                || tokens.get(first).is("rfc")
                || tokens.get(first).is("cerfa");
        if (tokens.get(at).gap() >= Token.LINE) return Optional.empty();
        boolean dashed = at + 2 < tokens.size()
                && tokens.get(at + 1).is("-")
                && tokens.get(at + 1).joined();
        if (capitals || dashed && !tokens.get(first).is("en")) return code(tokens, first, at);
        return bare(tokens, at).map(code -> from(code, first));
    }

    private static Mention from(Mention code, int first) {
        return new Mention(code.kind(), code.value(), first, code.next(), false);
    }

    /** Digits that a sign joins to more: 78-17, 2016/679, 95/46/CE, 12669*02; years and fractions are none. */
    private static Optional<Mention> bare(List<Token> tokens, int first) {
        if (first + 2 >= tokens.size()) return Optional.empty();
        Token sign = tokens.get(first + 1);
        Token second = tokens.get(first + 2);
        boolean apart = sign.gap() > (sign.is("-") ? 2 : 0);
        if (apart || !second.joined() || !second.isDigits()) return Optional.empty();
        if (sign.is("*")) return code(tokens, first, first);
        if (!sign.is("-") && !sign.is("/")) return Optional.empty();
        boolean longer = first + 4 < tokens.size()
                && tokens.get(first + 3).joined()
                && tokens.get(first + 3).is(sign.folded())
                && tokens.get(first + 4).joined();
        int one = tokens.get(first).length();
        int two = second.length();
        if (sign.is("/")) return longer || one == 4 || two == 4 ? code(tokens, first, first) : Optional.empty();
        return longer || one != two ? code(tokens, first, first) : Optional.empty();
    }

    private static boolean goesOn(List<Token> tokens, Mention previous, int first) {
        if (previous.kind() != ClaimKind.REFERENCE || first != previous.next() + 1) return false;
        Token link = tokens.get(first - 1);
        boolean list = link.is(",") || link.is("et") || link.is("ou") || link.is("a");
        Token head = tokens.get(previous.first());
        return list && (head.is("articles") || head.is("art") || head.isDigits());
    }

    private static boolean isNumberSign(List<Token> tokens, int at) {
        if (at + 1 >= tokens.size()
                || tokens.get(at).gap() >= Token.LINE
                        && at > 0
                        && !tokens.get(at).isWord()) return false;
        Token token = tokens.get(at);
        Token next = tokens.get(at + 1);
        if (token.is("numero") || token.is("no") && (next.isDigits() || next.is("."))) {
            return behindNumberSign(tokens, at) < tokens.size()
                    && tokens.get(behindNumberSign(tokens, at)).isDigits();
        }
        return token.is("n") && (next.is("°") || next.is("o") && next.joined());
    }

    private static int behindNumberSign(List<Token> tokens, int at) {
        int next = at + 1;
        while (next < tokens.size()
                && next < at + 4
                && (tokens.get(next).is("°")
                        || tokens.get(next).is(".")
                        || tokens.get(next).is(":")
                        || tokens.get(next).is("o")
                        || tokens.get(next).is("s") && tokens.get(next).joined())) next++;
        return next;
    }

    private static int behindSigns(List<Token> tokens, int at) {
        int next = at;
        while (next < tokens.size()
                && (tokens.get(next).is(".") || tokens.get(next).is("°"))) next++;
        return isNumberSign(tokens, next) ? behindNumberSign(tokens, next) : next;
    }

    /** « L. 1221-1 » and « R413-5 », of three digits at least. */
    private static boolean isCodeLetter(List<Token> tokens, int at) {
        Token letter = tokens.get(at);
        if (!letter.isWord() || !letter.capital() || !CODES.contains(letter.folded())) return false;
        int digits = at + 1 < tokens.size() && tokens.get(at + 1).is(".") ? at + 2 : at + 1;
        return digits < tokens.size()
                && tokens.get(digits).isDigits()
                && tokens.get(digits).gap() <= 1
                && tokens.get(digits).length() >= 3;
    }

    private static Optional<Mention> code(List<Token> tokens, int first, int from) {
        StringBuilder text = new StringBuilder();
        int at = from;
        boolean digits = false;
        if (at < tokens.size()
                && tokens.get(at).isWord()
                && tokens.get(at).length() == 1
                && (CODES.contains(tokens.get(at).folded()))) {
            text.append(tokens.get(at).folded());
            at++;
            if (at < tokens.size() && tokens.get(at).is(".")) at++;
        }
        int end = at;
        while (at < tokens.size() && (at == from || tokens.get(at).gap() < Token.LINE)) {
            Token token = tokens.get(at);
            boolean opening = at == end && !digits;
            // « 300 -2 » is « 300-2 » with a space too many.
            if (!opening && !token.joined() && !(token.is("-") && token.gap() <= 2)) break;
            if (token.isDigits()) digits = true;
            else if (!isInner(tokens, at)) break;
            if (!token.is(".")) text.append(token.folded());
            at++;
            if (token.kind() != Token.Kind.SIGN) end = at;
        }
        if (!digits) return Optional.empty();
        if (end < tokens.size() && SUFFIXES.contains(tokens.get(end).folded()))
            text.append(tokens.get(end++).folded());
        return Optional.of(new Mention(ClaimKind.REFERENCE, Value.Code.of(text.toString()), first, end, false));
    }

    /** A sign or a short word within a code: what is joined to digits on its other side. */
    private static boolean isInner(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        if (token.isWord()) return token.length() <= 3 && !Numerals.isOrdinalEnding(token);
        boolean joins =
                token.is("-") || token.is("/") || token.is("*") || token.is("–") || token.is(".") || token.is(":");
        return joins
                && at + 1 < tokens.size()
                && tokens.get(at + 1).joined()
                && tokens.get(at + 1).kind() != Token.Kind.SIGN
                && (!token.is(".") && !token.is(":") || tokens.get(at + 1).isDigits());
    }
}
