package org.vigie.verification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.verification.Claim.Source;

/** Names in the answer, told by their capitals within a sentence: their words follow each other in a passage. */
final class Names {
    private static final Set<String> PARTICLES = Set.of(
            "de", "du", "des", "d", "la", "le", "l", "les", "von", "van", "der", "den", "ben", "el", "al", "et", "en");
    private static final Set<String> TITLES = Set.of(
            "m", "mm", "mme", "mmes", "mlle", "dr", "pr", "me", "mr", "mrs", "ms", "monsieur", "madame", "maitre");
    /** Words that begin sentences and names of institutions, and that alone name nobody. */
    private static final Set<String> COMMON = Set.of(
            "le",
            "la",
            "les",
            "l",
            "un",
            "une",
            "des",
            "de",
            "du",
            "d",
            "il",
            "elle",
            "ils",
            "elles",
            "on",
            "nous",
            "vous",
            "je",
            "tu",
            "ce",
            "cet",
            "cette",
            "ces",
            "son",
            "sa",
            "ses",
            "leur",
            "leurs",
            "votre",
            "vos",
            "notre",
            "nos",
            "selon",
            "dans",
            "pour",
            "par",
            "en",
            "au",
            "aux",
            "sur",
            "sous",
            "si",
            "mais",
            "et",
            "ou",
            "donc",
            "ainsi",
            "enfin",
            "apres",
            "avant",
            "depuis",
            "lors",
            "voici",
            "oui",
            "non",
            "toutefois",
            "cependant",
            "chaque",
            "tout",
            "toute",
            "tous",
            "toutes",
            "quand",
            "comme",
            "que",
            "qui",
            "quel",
            "quelle",
            "a",
            "y",
            "s",
            "c",
            "n",
            "qu",
            "j",
            "note",
            "attention",
            "important",
            "remarque",
            "source",
            "sources",
            "reponse",
            "question",
            "exemple",
            "article",
            "the",
            "this",
            "it",
            "in",
            "of",
            "and",
            "according");

    private static final Set<String> GENERIC = Set.of(
            "commission",
            "ministere",
            "ministre",
            "etat",
            "code",
            "loi",
            "conseil",
            "cour",
            "tribunal",
            "assemblee",
            "senat",
            "president",
            "directeur",
            "directrice",
            "comite",
            "union",
            "republique",
            "mairie",
            "prefecture",
            "internet",
            "web",
            "france",
            "europe",
            "etats",
            "membres",
            "departement",
            "region",
            "societe",
            "groupe");

    private static final int LONGEST = 16;
    private static final int MOST_PLACES = 500;

    private final Reading answer;
    private final List<Reading> passages;
    private final Map<String, List<int[]>> places = new HashMap<>();
    private final Set<String> lowerCase = new HashSet<>();

    Names(Reading answer, List<Reading> passages) {
        this.answer = answer;
        this.passages = passages;
        for (int p = 0; p < passages.size(); p++) {
            List<Token> tokens = passages.get(p).tokens();
            for (int i = 0; i < tokens.size(); i++) {
                Token token = tokens.get(i);
                if (!token.isWord()) continue;
                List<int[]> known = places.computeIfAbsent(token.folded(), _ -> new ArrayList<>());
                if (known.size() < MOST_PLACES) known.add(new int[] {p, i});
                if (!token.capital()) lowerCase.add(token.folded());
            }
        }
        answer.tokens().stream().filter(t -> t.isWord() && !t.capital()).forEach(t -> lowerCase.add(t.folded()));
    }

    List<Claim> check() {
        List<Claim> claims = new ArrayList<>();
        List<Token> tokens = answer.tokens();
        int at = 0;
        while (at < tokens.size()) {
            if (!isPart(tokens.get(at))) {
                at++;
                continue;
            }
            int end = end(at);
            List<Integer> words = words(at, end);
            if (!words.isEmpty()) claims.add(claim(words));
            at = end;
        }
        return claims;
    }

    private static boolean isPart(Token token) {
        return token.isWord() && token.capital() && !TITLES.contains(token.folded());
    }

    /** Behind the last capital that particles, hyphens and apostrophes join to the first. */
    private int end(int first) {
        List<Token> tokens = answer.tokens();
        int end = first + 1;
        int at = first + 1;
        while (at < tokens.size()
                && at < end + 4
                && at < first + LONGEST
                && tokens.get(at).gap() <= 1) {
            Token token = tokens.get(at);
            boolean link = token.is("'")
                    || token.is("&")
                    || token.is("-") && token.joined()
                    || PARTICLES.contains(token.folded());
            if (isPart(token)) end = at + 1;
            else if (!link) break;
            at++;
        }
        return end;
    }

    /** The words that name: without those that begin the sentence and would be written large whatever they are. */
    private List<Integer> words(int first, int end) {
        List<Integer> words = new ArrayList<>();
        boolean opens = opensSentence(first);
        for (int i = first; i < end; i++) {
            Token token = answer.tokens().get(i);
            if (!isPart(token) || token.length() < 2) continue;
            boolean ordinary =
                    COMMON.contains(token.folded()) || i == first && opens && lowerCase.contains(token.folded());
            if (!ordinary) words.add(i);
        }
        boolean onlyFirst = words.size() == 1 && words.getFirst() == first && opens && !isAcronym(answer, first);
        return onlyFirst || isRoman(words) ? List.of() : words;
    }

    private boolean isRoman(List<Integer> words) {
        return words.size() == 1
                && Numerals.roman(textOf(answer, answer.tokens().get(words.getFirst()))) > 0;
    }

    private boolean opensSentence(int token) {
        int at = token - 1;
        int sentence = answer.sentences().get(answer.sentenceOf(token));
        while (at >= sentence && answer.tokens().get(at).kind() == Token.Kind.SIGN) at--;
        return at < sentence;
    }

    private Claim claim(List<Integer> words) {
        List<Token> tokens = answer.tokens();
        Optional<Source> source = together(words);
        Status status = source.isPresent() ? Status.FOUND : apart(words);
        int start = tokens.get(words.getFirst()).start();
        int end = tokens.get(words.getLast()).end();
        return new Claim(start, end, ClaimKind.NAME, answer.text().substring(start, end), status, source);
    }

    /** Where the words follow each other, with particles between them at most. */
    private Optional<Source> together(List<Integer> words) {
        String first = folded(words.getFirst());
        for (int[] place : places.getOrDefault(first, List.of())) {
            List<Token> tokens = passages.get(place[0]).tokens();
            int at = place[1];
            boolean all = true;
            for (int i = 1; i < words.size() && all; i++) {
                int next = at + 1;
                while (next < tokens.size()
                        && next < at + 6
                        && !tokens.get(next).is(folded(words.get(i)))) next++;
                all = next < tokens.size() && next < at + 6;
                at = next;
            }
            if (all) {
                return Optional.of(new Source(
                        place[0], tokens.get(place[1]).start(), tokens.get(at).end()));
            }
        }
        return Optional.empty();
    }

    private Status apart(List<Integer> words) {
        boolean generic = words.size() == 1 && GENERIC.contains(folded(words.getFirst()));
        boolean acronym = words.size() == 1 && isAcronym(answer, words.getFirst());
        // What an acronym stands for may be in the passages, in words.
        if (generic || acronym) return Status.TO_CHECK;
        boolean missing = words.stream().anyMatch(word -> !places.containsKey(folded(word)));
        return missing || otherBearer(words) ? Status.NOT_FOUND : Status.TO_CHECK;
    }

    /** Whether the passages give the last name to somebody with another first name alone. */
    private boolean otherBearer(List<Integer> words) {
        if (words.size() < 2) return false;
        List<int[]> last = places.getOrDefault(folded(words.getLast()), List.of());
        return !last.isEmpty()
                && last.stream().allMatch(place -> {
                    List<Token> tokens = passages.get(place[0]).tokens();
                    return place[1] > 0
                            && isPart(tokens.get(place[1] - 1))
                            && tokens.get(place[1]).gap() == 1;
                });
    }

    private static boolean isAcronym(Reading reading, int token) {
        return reading.tokens().get(token).length() >= 2
                && reading.tokens().get(token).capitals();
    }

    private static String textOf(Reading reading, Token token) {
        return reading.text().substring(token.start(), token.end());
    }

    private String folded(int word) {
        return answer.tokens().get(word).folded();
    }
}
