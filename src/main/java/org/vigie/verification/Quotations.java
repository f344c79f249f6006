package org.vigie.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.verification.Claim.Source;

/**
 * What an answer quotes between « » or " ", and marks as {@code [2]}. A quotation stands in one passage word by word;
 * what is left out is marked by « […] ».
 */
final class Quotations {
    private static final int FEWEST_WORDS = 3;
    private static final int MOST_TOKENS = 400;
    private static final int MOST_QUOTATIONS = 200;
    private static final int LONGEST_MARK = 3;
    /** Of its words, in order: enough to be a quotation that was retouched. */
    private static final double NEARLY = 0.75;

    private final Reading answer;
    private final List<Reading> passages;

    Quotations(Reading answer, List<Reading> passages) {
        this.answer = answer;
        this.passages = passages;
    }

    List<Claim> check() {
        List<Claim> claims = new ArrayList<>();
        List<Token> tokens = answer.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            int close = closing(i);
            if (close < 0) continue;
            if (words(i + 1, close) >= FEWEST_WORDS && claims.size() < MOST_QUOTATIONS)
                claims.add(quotation(i + 1, close));
            i = close;
        }
        return claims;
    }

    /** The mark {@code [n]} around a number: whether there is such a passage. */
    Optional<Claim> mark(Mention mention) {
        List<Token> tokens = answer.tokens();
        int before = mention.first() - 1;
        int behind = mention.next();
        boolean bracketed = before >= 0
                && behind < tokens.size()
                && mention.next() == mention.first() + 1
                && tokens.get(mention.first()).length() <= LONGEST_MARK
                && (tokens.get(before).is("[") || tokens.get(before).is(","))
                && (tokens.get(behind).is("]") || tokens.get(behind).is(","))
                && withinBrackets(before, behind);
        if (!bracketed || !(mention.value() instanceof Value.Quantity quantity)) return Optional.empty();
        int number = quantity.amount().intValue();
        boolean exists = number >= 1 && number <= passages.size();
        Optional<Source> source = exists
                ? Optional.of(new Source(
                        number - 1, 0, passages.get(number - 1).text().length()))
                : Optional.empty();
        int start = answer.start(mention);
        int end = answer.end(mention);
        return Optional.of(new Claim(
                start,
                end,
                ClaimKind.CITATION,
                answer.text().substring(start, end),
                exists ? Status.FOUND : Status.NOT_FOUND,
                source));
    }

    /** Brackets that hold nothing but numbers and commas. */
    private boolean withinBrackets(int before, int behind) {
        List<Token> tokens = answer.tokens();
        int open = before;
        while (open >= 0 && (tokens.get(open).is(",") || tokens.get(open).isDigits())) open--;
        int close = behind;
        while (close < tokens.size()
                && (tokens.get(close).is(",") || tokens.get(close).isDigits())) close++;
        return open >= 0
                && close < tokens.size()
                && tokens.get(open).is("[")
                && tokens.get(close).is("]");
    }

    /** The token that closes the quotation which a token opens; -1 where it opens none. */
    private int closing(int open) {
        Token token = answer.tokens().get(open);
        String sign = token.is("«") ? "»" : token.is("\"") ? "\"" : "";
        if (sign.isEmpty()) return -1;
        int last = Math.min(answer.tokens().size(), open + MOST_TOKENS);
        for (int i = open + 1; i < last; i++) {
            if (answer.tokens().get(i).is(sign)) return i;
        }
        return -1;
    }

    private int words(int from, int to) {
        return (int) answer.tokens().subList(from, to).stream()
                .filter(token -> token.kind() != Token.Kind.SIGN)
                .count();
    }

    private Claim quotation(int from, int to) {
        Status status = Status.NOT_FOUND;
        Optional<Source> source = Optional.empty();
        List<List<String>> parts = parts(from, to);
        for (int p = 0; p < passages.size() && status != Status.FOUND; p++) {
            List<Token> words = passages.get(p).tokens().stream()
                    .filter(token -> token.kind() != Token.Kind.SIGN)
                    .toList();
            int end = 0;
            int start = -1;
            for (List<String> part : parts) {
                int at = indexOf(words, part, end);
                if (at < 0) {
                    start = -1;
                    break;
                }
                if (start < 0) start = at;
                end = at + part.size();
            }
            if (start >= 0) {
                status = Status.FOUND;
                source = Optional.of(new Source(
                        p, words.get(start).start(), words.get(end - 1).end()));
            } else if (nearly(words, parts)) {
                status = Status.TO_CHECK;
            }
        }
        int start = answer.tokens().get(from).start();
        int end = answer.tokens().get(to - 1).end();
        return new Claim(start, end, ClaimKind.CITATION, answer.text().substring(start, end), status, source);
    }

    /** What stands between the marks of an omission. */
    private List<List<String>> parts(int from, int to) {
        List<List<String>> parts = new ArrayList<>();
        List<String> part = new ArrayList<>();
        for (Token token : answer.tokens().subList(from, to)) {
            if (token.kind() != Token.Kind.SIGN) {
                part.add(token.folded());
            } else if ((token.is("[") || token.is("…")) && !part.isEmpty()) {
                parts.add(part);
                part = new ArrayList<>();
            }
        }
        if (!part.isEmpty()) parts.add(part);
        return parts;
    }

    private static int indexOf(List<Token> words, List<String> part, int from) {
        for (int i = from; i + part.size() <= words.size(); i++) {
            int k = 0;
            while (k < part.size() && words.get(i + k).is(part.get(k))) k++;
            if (k == part.size()) return i;
        }
        return -1;
    }

    /** Whether most of the words follow each other in the passage, each at most a few words behind the one before. */
    private static boolean nearly(List<Token> words, List<List<String>> parts) {
        List<String> wanted = parts.stream().flatMap(List::stream).toList();
        int best = 0;
        for (int i = 0; i < words.size(); i++) {
            if (!words.get(i).is(wanted.getFirst())) continue;
            int matched = 0;
            int at = i;
            for (String word : wanted) {
                int next = at;
                while (next < words.size() && next < at + 4 && !words.get(next).is(word)) next++;
                if (next < words.size() && next < at + 4) {
                    matched++;
                    at = next + 1;
                }
            }
            best = Math.max(best, matched);
        }
        return best >= NEARLY * wanted.size();
    }
}
