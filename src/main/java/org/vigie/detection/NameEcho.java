package org.vigie.detection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds again, everywhere in a text, the first names and surnames that it has told once: « Mme Durand » makes a person
 * of the bare « Durand » and « DURAND » elsewhere, « Sophie Martin » of « Sophie » and « les Martin ».
 */
final class NameEcho {
    private static final int FILTER_BITS = 1 << 12;
    private static final int SHORTEST = 3;
    private static final int MOST_WORDS = 6;

    private final String text;
    private final Map<String, NameModel.Weight> told = new HashMap<>();
    /** What was told in lower case, and is found again so: chats. */
    private final Set<String> lower = new HashSet<>();

    private final HashFilter filter = new HashFilter(FILTER_BITS);

    private NameEcho(String text) {
        this.text = text;
    }

    /** The findings with those that repeat a person of them; both sorted, not overlapping. */
    static List<Finding> withEchoes(String text, List<Finding> found, NameLists lists) {
        if (found.stream().noneMatch(finding -> finding.type() == FindingType.PERSON)) return found;
        NameEcho echo = new NameEcho(text);
        for (Finding finding : found) {
            if (finding.type() == FindingType.PERSON) echo.learn(finding, lists);
        }
        if (echo.told.isEmpty()) return found;
        List<Finding> all = new ArrayList<>(found.size() + 8);
        int at = 0;
        for (Finding finding : found) {
            echo.find(at, finding.start(), all);
            all.add(finding);
            at = finding.end();
        }
        echo.find(at, text.length(), all);
        return all;
    }

    private void learn(Finding person, NameLists lists) {
        for (int at = person.start(); at < person.end(); ) {
            int end = Math.min(person.end(), Characters.wordEnd(text, at));
            if (end - at >= SHORTEST && Characters.isLetter(text.charAt(at))) {
                String folded = Characters.fold(text, at, end);
                if (!NameWord.PARTICLES.has(folded, 0, folded.length()) && told.size() < 2_000) {
                    NameModel.Weight weight = told.computeIfAbsent(folded, lists::weigh);
                    if (Character.isLowerCase(text.charAt(at)) && weight.word() < 6.5f) lower.add(folded);
                    filter.add(Characters.hash(folded));
                }
            }
            at = Math.max(at + 1, end);
        }
    }

    private void find(int from, int to, List<Finding> all) {
        int at = from;
        while (at < to) {
            if (!Characters.isLetter(text.charAt(at))) {
                at++;
                continue;
            }
            int end = at;
            int hash = 0;
            for (; end < to && Characters.isAlphanumeric(text.charAt(end)); end++) {
                hash = Characters.hash(hash, text.charAt(end));
            }
            int stop = filter.mayHold(hash) ? name(at, end, to) : -1;
            if (stop > 0) all.add(new Finding(FindingType.PERSON, at, stop, Finding.PROBABLE, "person-told"));
            at = Math.max(end, stop);
        }
    }

    /** The end of the told name that starts with a word; negative when none does. */
    private int name(int start, int end, int to) {
        String folded = Characters.fold(text, start, end);
        NameModel.Weight weight = told.get(folded);
        if (weight == null || isGlued(start, end)) return -1;
        int stop = end;
        int words = 1;
        for (int next = behindSpace(stop, to); next > 0 && words < MOST_WORDS; next = behindSpace(stop, to)) {
            int nextEnd = Characters.wordEnd(text, next);
            if (nextEnd > to || !told.containsKey(Characters.fold(text, next, nextEnd))) break;
            stop = nextEnd;
            words++;
        }
        if (isGlued(start, stop)) return -1;
        boolean capital = Character.isUpperCase(text.charAt(start));
        if (words == 1 && !capital && lower.contains(folded)) return stop;
        if (words == 1
                && (!capital
                        || weight.word() > 4
                                && isSentenceStart(start)
                                && !isShouted(start, end)
                                && NameContext.behind(text, stop) <= 0)) return -1;
        if (words == 1 && NameContext.before(text, start, true) <= -5) return -1;
        return NameContext.behind(text, stop) < -50 || NameContext.before(text, start, false) < -50 ? -1 : stop;
    }

    /** « MARTIN revient »: capitals before a word in lower case. */
    private boolean isShouted(int start, int end) {
        for (int at = start; at < end; at++) {
            if (Character.isLowerCase(text.charAt(at))) return false;
        }
        return Character.isLowerCase(Characters.at(text, end + 1));
    }

    private int behindSpace(int end, int to) {
        char c = Characters.at(text, end);
        boolean between = Characters.isSpace(c) || Characters.isHyphen(c);
        return between && end + 1 < to && Characters.isLetter(text.charAt(end + 1)) ? end + 1 : -1;
    }

    private boolean isGlued(int start, int end) {
        char before = Characters.at(text, start - 1);
        char behind = Characters.at(text, end);
        if (before == '_' || before == '/' || before == '\\' || before == '#' || before == '$') return true;
        if ((before == '.' || before == '-') && Characters.isAlphanumeric(Characters.at(text, start - 2))) return true;
        return behind == '_' || Characters.isHyphen(behind) && Characters.isLetter(Characters.at(text, end + 1));
    }

    private boolean isSentenceStart(int start) {
        int before = start - 1;
        while (before > start - 4 && Characters.isSpace(Characters.at(text, before))) before--;
        char sign = Characters.at(text, before);
        return sign == '\n' || sign == '.' || sign == '!' || sign == '?' || sign == '-' || sign == '*' || sign == '•';
    }
}
