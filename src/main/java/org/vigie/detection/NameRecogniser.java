package org.vigie.detection;

import java.util.ArrayList;
import java.util.List;
import org.vigie.detection.NameWord.Shape;

/**
 * Persons in running text, by what {@link NameModel} says of the words and what {@link NameContext} says of their
 * surroundings: a first name beside a surname in either order, initials, a first name or a surname alone. A run of
 * capitalised words is cut where a word is none of a name; what is left is taken when its weights and its surroundings
 * together pass a bound, which is higher for one word than for two, at the start of a sentence, and in code.
 */
final class NameRecogniser {
    private static final int MOST_WORDS = 7;
    private static final float CODE = 5;

    private final String text;
    private final Layout layout;
    private final NameLists lists;
    private final Findings findings;
    /** The end of the name that was found last. */
    private int lastEnd;

    private NameRecogniser(String text, Layout layout, NameLists lists, Findings findings) {
        this.text = text;
        this.layout = layout;
        this.lists = lists;
        this.findings = findings;
    }

    static void find(String text, Layout layout, NameLists lists, Findings findings) {
        NameRecogniser recogniser = new NameRecogniser(text, layout, lists, findings);
        for (int at = 0; at < text.length(); ) at = recogniser.step(at);
    }

    private int step(int at) {
        char c = text.charAt(at);
        if (!Characters.isLetter(c)) return Characters.isDigit(c) ? Characters.wordEnd(text, at) : at + 1;
        if (Character.isUpperCase(c)) return isFree(at) ? run(at) : Characters.wordEnd(text, at);
        int end = at;
        int hash = 0;
        for (; end < text.length() && Characters.isAlphanumeric(c = text.charAt(end)); end++) {
            hash = Characters.hash(hash, c);
        }
        if (end - at > 2 && NameModel.french().mayBeFirstName(hash) && isFree(at)) return Math.max(end, lower(at, end));
        return end;
    }

    /** Whether what stands before is no part of an address, a path, an identifier. */
    private boolean isFree(int at) {
        char before = Characters.at(text, at - 1);
        return switch (before) {
            case '_', '/', '\\', '#', '$', '~', '%', '+' -> false;
            case '.', '-', '=', '&' -> !Characters.isAlphanumeric(Characters.at(text, at - 2));
            case '@' -> !Characters.isAlphanumeric(Characters.at(text, at - 2));
            default -> true;
        };
    }

    /** Examines the run of capitalised words that starts here; returns where it ends. */
    private int run(int start) {
        List<NameWord> words = words(start);
        if (words.isEmpty()) return Math.max(start + 1, NameWord.wordEnd(text, start));
        for (int i = 0; i < words.size(); ) {
            int taken = mayStart(words.get(i)) ? take(words, i) : 0;
            i += Math.max(1, taken);
        }
        return Math.max(start + 1, words.getLast().end());
    }

    private boolean mayStart(NameWord word) {
        if (word.shape() == Shape.INITIAL) return !text.startsWith("M.", word.start()) || word.length() > 3;
        if (word.shape() != Shape.PARTICLE) return !NameContextWords.isTitle(text, word);
        return Character.isUpperCase(text.charAt(word.start()))
                && !(NameWord.isArticle(text, word.start()) && isSentenceStart(word.start()));
    }

    private List<NameWord> words(int start) {
        List<NameWord> words = new ArrayList<>(4);
        int at = start;
        while (words.size() < MOST_WORDS) {
            NameWord word = NameWord.at(text, at, lists);
            if (word == null) break;
            words.add(word);
            int next = word.end();
            if (Characters.isApostrophe(Characters.at(text, next)) && word.shape() == Shape.PARTICLE) next++;
            if (next == word.end() && Characters.isSpace(Characters.at(text, next))) next++;
            if (next == word.end() && word.shape() != Shape.INITIAL) break;
            if (!Characters.isLetter(Characters.at(text, next)) || Characters.at(text, next - 1) == '\t') break;
            at = next;
        }
        while (!words.isEmpty() && words.getLast().shape() == Shape.PARTICLE) words.removeLast();
        return words;
    }

    /** Takes the name that starts with a word of a run, if one does; returns how many words it has. */
    private int take(List<NameWord> words, int from) {
        int to = nameEnd(words, from);
        for (; to > from; to = shorter(words, from, to)) {
            List<NameWord> name = words.subList(from, to);
            float evidence = evidence(name);
            if (evidence <= -50) continue;
            int start = name.getFirst().start();
            int end = name.getLast().end();
            boolean single = name.size() == 1;
            if (!single && evidence < -1) continue;
            if (!single && NameContextWords.isFirm(text, start, end)) return to - from;
            if (!single && NameContext.announcesNoPerson(text, name.getFirst())) return to - from;
            float behind = NameContext.behind(text, end);
            float before = NameContext.before(text, start, single);
            evidence += before + behind + (behind > 0 && isSentenceStart(start) ? 1 : 0);
            if (single && before < 0 && name.getLast().word() > 3) evidence -= 2.5f; // « à Florence », « à Noël »
            if (single && from > 0 && before < 1 && name.getLast().word() > 4) evidence -= 3; // « Table Rose »
            if (evidence < -50) return to - from; // « rue Victor Hugo », « Jean Martin SA »: none of it
            if (isSignature(start) || isSpeaker(start, end)) evidence += 3;
            if (isBesideFirstName(end)) evidence += 3.5f;
            else if (single && isListedBehindPerson(start)) evidence += 2.5f;
            if (isLiteral(start, end)) evidence += followsPerson(start) ? 3.5f : 0.5f;
            else if (layout.isCode(start)) evidence -= single ? 50 : CODE;
            if (isCapitals(name) && isCapitalLine(start)) evidence -= single ? 4 : 1;
            if (evidence < bound(name, start)) continue;
            lastEnd = end;
            findings.add(FindingType.PERSON, start, end, Finding.PROBABLE, single ? "person-name" : "person-full-name");
            return to - from;
        }
        return 0;
    }

    private static int shorter(List<NameWord> words, int from, int to) {
        int shorter = to - 1;
        while (shorter > from && words.get(shorter - 1).shape() == Shape.PARTICLE) shorter--;
        return shorter;
    }

    /** Behind the last word that may belong to the name. */
    private int nameEnd(List<NameWord> words, int from) {
        int to = from;
        boolean hasFirst = false;
        for (int i = from; i < words.size(); i++) {
            NameWord word = words.get(i);
            switch (word.shape()) {
                case PARTICLE -> {}
                case INITIAL -> to = i + 1;
                default -> {
                    float bound = word.known() || isAcronym(word) ? -0.2f : hasFirst ? -9 : -1.5f;
                    if (i > from && isThi(words.get(i - 1))) bound = -20;
                    if (word.likeness() < bound || (isAcronym(word) && i > from)) return to;
                    hasFirst |= word.first() > 2;
                    to = i + 1;
                }
            }
        }
        return to;
    }

    /** « DRH », « RH »: a few capitals that no list knows. */
    private static boolean isAcronym(NameWord word) {
        return word.shape() == Shape.CAPITALS && word.length() <= 3 && word.likeness() < 4;
    }

    /** What the words say together. */
    private float evidence(List<NameWord> name) {
        int full = 0;
        int initials = 0;
        for (NameWord word : name) {
            if (word.shape() == Shape.INITIAL) initials++;
            else if (word.shape() != Shape.PARTICLE) full++;
        }
        if (full == 0) return -100;
        if (full == 1 && initials == 0) return single(name.getLast()) + (name.size() > 1 ? 1 : 0);
        if (full == 1) return withInitial(name, initials);
        float best = -100;
        for (int i = 0; i < name.size(); i++) {
            NameWord word = name.get(i);
            if (word.shape() == Shape.PARTICLE || word.shape() == Shape.INITIAL) continue;
            float asFirst = word.known() ? word.first() : Math.max(word.first() - 1, 0);
            if ((!word.known() || asFirst < 1.5f) && !hasSurname(name)) continue; // « Noyer Cendré »
            best = Math.max(best, Math.min(asFirst, 8) + others(name, i) / (full - 1) - 3);
        }
        return best;
    }

    /** Whether a word is a surname and no word. */
    private static boolean hasSurname(List<NameWord> name) {
        for (NameWord word : name) {
            if (word.known() && word.word() < 3.6f && word.beside() > 3) return true;
        }
        return false;
    }

    /** What the words but the first name speak for surnames and further first names. */
    private float others(List<NameWord> name, int firstAt) {
        float sum = 0;
        for (int i = 0; i < name.size(); i++) {
            NameWord word = name.get(i);
            if (i == firstAt || word.shape() == Shape.PARTICLE || word.shape() == Shape.INITIAL) continue;
            float likeness = word.likeness();
            if (word.shape() == Shape.CAPITALS && name.get(firstAt).shape() != Shape.CAPITALS) likeness += 1.5f;
            if (!word.known() || i > 0 && isThi(name.get(i - 1))) likeness = Math.max(likeness, 0);
            sum += Math.clamp(likeness, -3, 6);
        }
        return sum;
    }

    /** « Nguyen Thi Mai »: behind « Thi » stands a first name, whatever it means in French. */
    private boolean isThi(NameWord word) {
        return word.length() == 3
                && Characters.fold(text, word.start(), word.end()).equals("thi");
    }

    private static float withInitial(List<NameWord> name, int initials) {
        NameWord word = name.getFirst().shape() == Shape.INITIAL ? name.getLast() : name.getFirst();
        boolean before = name.getFirst().shape() == Shape.INITIAL;
        if (name.getLast().shape() == Shape.INITIAL && before) return -100;
        boolean point = before || name.getLast().length() > 1;
        float likeness = before ? word.beside() : Math.max(word.first(), word.surname());
        if (before && name.getFirst().length() == 1) return -100; // « A Durand »
        if (initials > 2) return -100;
        return likeness + (point ? 1 : -1);
    }

    /** Within a sentence, a capital says that « Rose » is no flower. */
    private float single(NameWord word) {
        if (!word.known()) return word.alone() - 4;
        if (isSaint(word)) return -100;
        boolean within =
                word.shape() == Shape.CAPITALISED && !isSentenceStart(word.start()) && !isBehindColon(word.start());
        return Math.max(word.alone(), within ? word.first() + 0.35f * word.word() : -10) - 3;
    }

    private boolean isBehindColon(int start) {
        return Characters.at(text, start - 1) == ':' || Characters.at(text, start - 2) == ':';
    }

    /** « la Saint-Nicolas », « Sainte-Anne » are days and places. */
    private boolean isSaint(NameWord word) {
        return text.startsWith("Saint", word.start()) && word.length() > 6;
    }

    private float bound(List<NameWord> name, int start) {
        if (name.size() > 1 && name.getFirst().shape() != Shape.PARTICLE) return 1;
        NameWord word = name.getLast();
        float bound = word.first() >= word.surname() ? 1.5f : 2.7f;
        if (word.shape() == Shape.CAPITALS && word.length() <= 4) bound += 2.5f;
        if (word.length() <= 3) bound += 1;
        if (isSentenceStart(start)) bound += 1.2f;
        return bound;
    }

    /** All of a string in quotes: « new Person("Alice", "Durand") ». */
    private boolean isLiteral(int start, int end) {
        char quote = Characters.at(text, start - 1);
        return (quote == '"' || quote == '\'') && Characters.at(text, end) == quote;
    }

    /** A surname's cell before a first name's, in lines of data without heads: « Traoré;Moussa;… ». */
    private boolean isBesideFirstName(int end) {
        char separator = Characters.at(text, end);
        if (separator != ';' && separator != '|' && separator != '\t' && separator != ',') return false;
        if (!Character.isUpperCase(Characters.at(text, end + 1))) return false;
        NameWord next = NameWord.at(text, end + 1, lists);
        return next != null && next.first() > 5 && Characters.at(text, next.end()) == separator;
    }

    /** « Sophie, Karim et Ngo »: a list that starts with persons. */
    private boolean isListedBehindPerson(int start) {
        if (lastEnd == 0 || start - lastEnd > 4 || start - lastEnd < 2) return false;
        return text.startsWith(", ", lastEnd) && start - lastEnd == 2
                || text.startsWith(" et ", lastEnd) && start - lastEnd == 4
                || text.startsWith(" / ", lastEnd) && start - lastEnd == 3;
    }

    private boolean followsPerson(int start) {
        return lastEnd > 0 && start - lastEnd <= 5;
    }

    private static boolean isCapitals(List<NameWord> name) {
        for (NameWord word : name) {
            if (word.shape() == Shape.CAPITALISED) return false;
        }
        return true;
    }

    /** Whether the line has next to no lower case: then capitals say nothing. */
    private boolean isCapitalLine(int at) {
        int lower = 0;
        for (int i = at; i > at - 60 && i >= 0 && text.charAt(i) != '\n'; i--) {
            if (Character.isLowerCase(text.charAt(i))) lower++;
        }
        for (int i = at; i < at + 60 && i < text.length() && text.charAt(i) != '\n'; i++) {
            if (Character.isLowerCase(text.charAt(i))) lower++;
        }
        return lower < 3;
    }

    private boolean isSentenceStart(int start) {
        int before = start - 1;
        while (before > start - 4 && isOpening(Characters.at(text, before))) before--;
        return switch (Characters.at(text, before)) {
            case '\n', '\r', '.', '!', '?', '…', '-', '*', '•', '–', '>', '|', ']' -> true;
            default -> false;
        };
    }

    private static boolean isOpening(char c) {
        return Characters.isSpace(c) || c == '«' || c == '"' || c == '(' || c == '“';
    }

    /** « Cordialement,\nSophie », « Merci, Karim ». */
    private boolean isSignature(int start) {
        return Closings.standsBefore(text, start);
    }

    /** « Sophie : d'accord », « [10:32] Karim: ok », at the start of a line. */
    private boolean isSpeaker(int start, int end) {
        int colon = end;
        while (Characters.isSpace(Characters.at(text, colon)) && colon < end + 2) colon++;
        if (Characters.at(text, colon) != ':') return false;
        int before = start - 1;
        while (before > start - 24) {
            char c = Characters.at(text, before);
            if (c == '\n') return true;
            if (Characters.isLetter(c)) return false;
            before--;
        }
        return false;
    }

    /** Examines a word in lower case that may be a first name; returns where it ends. */
    private int lower(int start, int end) {
        char next = Characters.at(text, end);
        if (Characters.isHyphen(next) || next == '_' || next == '@' || next == '=') {
            if (!Characters.isHyphen(next) || !Characters.isLetter(Characters.at(text, end + 1))) return end;
        }
        if (layout.isCode(start)) return end;
        NameWord word = NameWord.lower(text, start, lists);
        if (word == null || !word.known() || word.first() < 2 || word.first() + 1 < word.surname()) return end;
        float behind = NameContext.behind(text, word.end());
        float before = NameContext.before(text, start, true);
        if (behind < -50 || before < -50) return word.end();
        NameWord surname = followingSurname(word);
        float evidence = word.first() + before + behind - (word.word() > 4.5f ? 2 : 0) + (before < 0 ? 2.5f : 0);
        if (isSignature(start) || isSpeaker(start, word.end())) evidence += 4;
        if (surname != null) evidence += 2.5f;
        int stop = surname == null ? lowerInitial(word.end()) : surname.end();
        if (stop > word.end() && surname == null) evidence += 2;
        boolean called = before >= 4 && word.first() >= 2;
        if (!called && evidence < 8.6f) return word.end();
        if (!called && stop == word.end() && before + behind < 1 && evidence < 9.3f) return word.end();
        findings.add(FindingType.PERSON, start, stop, Finding.PROBABLE, "person-lower-case");
        return stop;
    }

    /** « karim b. ». */
    private int lowerInitial(int end) {
        boolean initial = Characters.at(text, end) == ' '
                && Characters.isLetter(Characters.at(text, end + 1))
                && Characters.at(text, end + 2) == '.'
                && !Characters.isAlphanumeric(Characters.at(text, end + 3));
        return initial ? end + 3 : end;
    }

    private @org.jspecify.annotations.Nullable NameWord followingSurname(NameWord first) {
        int next = first.end() + 1;
        if (Characters.at(text, first.end()) != ' ' || !Characters.isLetter(Characters.at(text, next))) return null;
        NameWord word = Character.isUpperCase(text.charAt(next))
                ? NameWord.at(text, next, lists)
                : NameWord.lower(text, next, lists);
        return word != null && word.known() && word.surname() > 4 && word.word() < 2 ? word : null;
    }
}
