package org.vigie.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A text as it is compared: its tokens, its sentences, and the values that it mentions.
 *
 * @param sentences by their first token, in order, and the number of tokens at the end
 */
record Reading(String text, List<Token> tokens, List<Mention> mentions, List<Integer> sentences) {
    private static final Set<String> ABBREVIATIONS = Set.of(
            "m", "mm", "mme", "dr", "pr", "st", "ste", "art", "al", "cf", "ex", "p", "pp", "no", "n", "tel", "av", "l",
            "r", "d", "janv", "fevr", "sept", "oct", "nov", "dec", "env", "max", "min");

    private static final Set<String> LINKS = Set.of("a", "et", "ou", "-", "–", ",", "contre");

    static Reading of(String text) {
        List<Token> tokens = Token.of(text);
        return new Reading(text, tokens, mentions(text, tokens), sentences(tokens));
    }

    /** The sentence that holds a token, from 0. */
    int sentenceOf(int token) {
        int low = 0;
        int high = sentences.size() - 2;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (sentences.get(middle) <= token) low = middle;
            else high = middle - 1;
        }
        return low;
    }

    int sentenceCount() {
        return sentences.size() - 1;
    }

    int start(Mention mention) {
        return tokens.get(mention.first()).start();
    }

    int end(Mention mention) {
        return tokens.get(mention.next() - 1).end();
    }

    private static List<Mention> mentions(String text, List<Token> tokens) {
        List<Mention> mentions = new ArrayList<>();
        Optional<Mention> previous = Optional.empty();
        int at = 0;
        while (at < tokens.size()) {
            int first = at;
            Optional<Mention> before = previous;
            Optional<Mention> found = Dates.at(tokens, first)
                    .or(() -> References.at(tokens, first, before))
                    .or(() -> Figures.at(text, tokens, first));
            found.ifPresent(mentions::add);
            if (found.isPresent()) previous = found;
            at = found.map(Mention::next).orElse(at + 1);
        }
        shareMultipliers(tokens, mentions);
        return List.copyOf(mentions);
    }

    /** « de 9,8 à 11,3 M€ », « 18, 32 et 25 k€ »: from the last to the first. */
    private static void shareMultipliers(List<Token> tokens, List<Mention> mentions) {
        for (int i = mentions.size() - 2; i >= 0; i--) {
            Mention one = mentions.get(i);
            Mention next = mentions.get(i + 1);
            boolean linked = next.first() == one.next() + 1
                    && LINKS.contains(tokens.get(one.next()).folded());
            if (linked
                    && one.value() instanceof Value.Quantity first
                    && next.value() instanceof Value.Quantity second) {
                mentions.set(i, new Mention(one.kind(), first.sharing(second), one.first(), one.next(), one.weak()));
            }
        }
    }

    private static List<Integer> sentences(List<Token> tokens) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int i = 1; i < tokens.size(); i++) {
            if (begins(tokens, i)) starts.add(i);
        }
        starts.add(tokens.size());
        return List.copyOf(starts);
    }

    private static boolean begins(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        Token before = tokens.get(at - 1);
        if (token.gap() >= Token.LINE) return token.capital() || token.kind() == Token.Kind.SIGN || ends(before);
        if (token.gap() == 0 || !ends(before)) return false;
        boolean opens = token.capital() || token.isDigits() || token.is("«") || token.is("\"");
        return opens
                && !(before.is(".")
                        && at > 1
                        && ABBREVIATIONS.contains(tokens.get(at - 2).folded()));
    }

    private static boolean ends(Token token) {
        return token.is(".") || token.is("!") || token.is("?") || token.is("…") || token.is(";") || token.is(":");
    }
}
