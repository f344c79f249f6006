package org.vigie.detection;

import java.util.ArrayList;
import java.util.List;
import org.vigie.detection.NameWord.Shape;

/**
 * Persons in running text, by what {@link NameModel} says of the words and what {@link NameContext} says of their
 * surroundings. A run of capitalised words is cut where a word is none of a name; what is left is taken when its weights
 * ({@link NameEvidence}) and its surroundings together pass a bound, which is higher for one word than for two, at the
 * start of a sentence, and in code. Of a list, what falls a little short is taken when its neighbour is.
 */
final class NameRecogniser {
    private static final int MOST_WORDS = 7;
    private static final float CODE = 5;
    private static final float LISTED = 2.5f;

    private final String text;
    private final Layout layout;
    private final NameLists lists;
    private final Findings findings;
    private final NameSurroundings surroundings;
    private final NameEvidence evidences;
    private final LowerCaseNames lowerCase;
    private final NameModel model = NameModel.french();
    private final List<NameWord> words = new ArrayList<>(MOST_WORDS);
    /** The end of the name that was found last. */
    private int lastEnd;
    /** What fell a little short, and would be taken as a neighbour of a person. */
    private int shortStart = -1;

    private int shortEnd = -1;

    /** The end of what is called like a person and is none: « rue Gambetta ». */
    private int rejectedEnd;

    private NameRecogniser(String text, Layout layout, NameLists lists, Findings findings) {
        this.text = text;
        this.layout = layout;
        this.lists = lists;
        this.findings = findings;
        this.surroundings = new NameSurroundings(text, lists);
        this.evidences = new NameEvidence(text, surroundings);
        this.lowerCase = new LowerCaseNames(text, lists, surroundings, layout, findings);
    }

    static void find(String text, Layout layout, NameLists lists, Findings findings) {
        NameRecogniser recogniser = new NameRecogniser(text, layout, lists, findings);
        for (int at = 0; at < text.length(); ) at = recogniser.step(at);
    }

    private int step(int at) {
        char c = text.charAt(at);
        if (!Characters.isLetter(c)) return Characters.isDigit(c) ? Characters.wordEnd(text, at) : at + 1;
        if (Character.isUpperCase(c)) return surroundings.isFree(at) ? run(at) : Characters.wordEnd(text, at);
        int end = at;
        int hash = 0;
        for (; end < text.length() && Characters.isAlphanumeric(c = text.charAt(end)); end++) {
            hash = Characters.hash(hash, c);
        }
        if (end - at < 3) return end;
        if (model.mayBeFirstName(hash)) return surroundings.isFree(at) ? Math.max(end, lowerCase.at(at, end)) : end;
        return c == ',' || c == '!' || c == '\n' || c == ' ' ? Math.max(end, lowerCase.called(at, end)) : end;
    }

    /** Examines the run of capitalised words that starts here; returns where it ends. */
    private int run(int start) {
        readWords(start);
        if (words.isEmpty()) return Math.max(start + 1, NameWord.wordEnd(text, start));
        boolean full = words.size() == MOST_WORDS;
        boolean decided = full;
        for (int i = 0; i < words.size(); ) {
            if (full && i >= MOST_WORDS / 2 && i > 0) return words.get(i).start(); // a name may go on behind the run
            int taken = mayStart(i) ? take(i) : 0;
            decided |= taken > 0;
            i += Math.max(1, taken);
        }
        if (!decided && NameDoubt.isCandidate(words, surroundings.isSentenceStart(start)) && !layout.isCode(start)) {
            findings.addUndecided(start, words.getLast().end());
        }
        return Math.max(start + 1, words.getLast().end());
    }

    private boolean mayStart(int index) {
        NameWord word = words.get(index);
        if (word.shape() == Shape.INITIAL) {
            return word.length() > 1 && (!text.startsWith("M.", word.start()) || word.length() > 3);
        }
        if (word.shape() != Shape.PARTICLE) return !NameContextWords.isTitle(text, word);
        if (!Character.isUpperCase(text.charAt(word.start()))) return false;
        if (!NameWord.isArticle(text, word) || !surroundings.isSentenceStart(word.start())) return true;
        // « LE CORRE Gaëtan » at the start of a line
        return index + 2 < words.size()
                && Character.isUpperCase(Characters.at(text, word.end() - 1))
                && words.get(index + 1).shape() == Shape.CAPITALS
                && words.get(index + 2).shape() == Shape.CAPITALISED
                && words.get(index + 2).first() > 1;
    }

    private void readWords(int start) {
        words.clear();
        int at = start;
        while (words.size() < MOST_WORDS) {
            NameWord word = NameWord.at(text, at, lists);
            if (word == null) break;
            words.add(word);
            int next = word.end();
            char c = Characters.at(text, next);
            boolean particle = word.shape() == Shape.PARTICLE;
            if (particle && (Characters.isApostrophe(c) || Characters.isHyphen(c)) || Characters.isSpace(c)) next++;
            if (next == word.end() && word.shape() != Shape.INITIAL) break;
            if (!Characters.isLetter(Characters.at(text, next)) || Characters.at(text, next - 1) == '\t') break;
            at = next;
        }
        while (!words.isEmpty() && words.getLast().shape() == Shape.PARTICLE && !isLastName()) words.removeLast();
    }

    /** « Minh Khoa Le », and nothing behind it: a particle that is a surname. */
    private boolean isLastName() {
        NameWord last = words.getLast();
        if (words.size() < 3 || !Character.isUpperCase(text.charAt(last.start())) || last.length() < 2) return false;
        if (words.get(words.size() - 2).shape() == Shape.PARTICLE) return false;
        char c = Characters.at(text, last.end());
        return !Characters.isApostrophe(c)
                && !(Characters.isSpace(c) && Characters.isLetter(Characters.at(text, last.end() + 1)));
    }

    /** Takes the name that starts with a word of the run, if one does; returns how many words it has. */
    private int take(int from) {
        int to = evidences.nameEnd(words, from);
        for (; to > from; to = shorter(from, to)) {
            List<NameWord> name = words.subList(from, to);
            int end = name.getLast().end();
            int start = name.getFirst().start();
            boolean single = name.size() == 1;
            float behind = NameContext.behind(text, end);
            float before = NameContext.before(text, start, single);
            float evidence = evidences.of(name, before, behind);
            if (evidence <= -50) continue;
            if (!single && evidence < -1) continue;
            if (!single && NameContextWords.isFirm(text, start, end)) return to - from;
            if (!single && NameContext.announcesNoPerson(text, name.getFirst())) return to - from;
            if (behind < -50 && isAmongPersons(start, end)) behind = 0;
            evidence += before + behind + (behind > 0 && surroundings.isSentenceStart(start) ? 1 : 0);
            if (evidence < -50) { // « rue Victor Hugo », « Jean Martin SA »: none of it
                rejectedEnd = end;
                return to - from;
            }
            if (single) {
                float followed = followed(name.getLast(), to);
                evidence += alone(name.getLast(), from, followed > 0 ? Math.min(before, 1) : before) - followed;
            }
            evidence += place(name, start, end, single);
            float bound = evidences.bound(name);
            if (evidence < bound) {
                if (before <= -5 || rejectedEnd > 0 && surroundings.isListed(rejectedEnd, start)) rejectedEnd = end;
                else if (single
                        && before >= 0
                        && evidence >= bound - LISTED
                        && name.getLast().word() < 7) {
                    shortStart = start;
                    shortEnd = end;
                }
                continue;
            }
            found(start, end, single);
            return to - from;
        }
        return 0;
    }

    /** What is said of one word by the context of its run. */
    private static float alone(NameWord word, int from, float before) {
        float evidence = 0;
        if (before < 0 && word.word() > 3) evidence -= 2.5f; // « à Florence », « à Noël »
        if (from > 0 && before < 1) evidence -= word.word() > 4 ? 3 : 1.2f; // « Table Rose », « Carte Vitale »
        if (before >= 2 && word.surname() > 1 && word.word() < 7) evidence += 0.25f * word.word(); // « avec Bourgeois »
        return evidence;
    }

    /** « Blanc Perle », « Rose Poudré »: a capitalised word behind that is none of a name. */
    private float followed(NameWord word, int to) {
        if (to >= words.size() || words.get(to).start() > word.end() + 1) return 0;
        NameWord next = words.get(to);
        if (next.shape() != Shape.CAPITALISED || next.likeness() > 1 && next.word() <= 4) return 0;
        return word.word() > 4 ? 3 : 0.8f;
    }

    /** What the place says: a signature, a list, a string, a line of capitals. */
    private float place(List<NameWord> name, int start, int end, boolean single) {
        float evidence = 0;
        if (Closings.standsBefore(text, start) || surroundings.isSpeaker(start, end)) evidence += 3.5f;
        if (single) evidence += surroundings.ownership(start, end, lastEnd);
        if (surroundings.isBesideFirstName(end)) evidence += 3.5f;
        else if (single && lastEnd > 0 && surroundings.isListed(lastEnd, start)) evidence += LISTED;
        else if (surroundings.isBesidePerson(start, lastEnd)) evidence += 2.5f;
        if (single && rejectedEnd > 0 && surroundings.isListed(rejectedEnd, start)) evidence -= 5;
        if (surroundings.isLiteral(start, end)) evidence += lastEnd > 0 && start - lastEnd <= 5 ? 3.5f : 0.5f;
        else if (layout.isCode(start) && !surroundings.isInSentence(start)) evidence -= single ? 50 : CODE;
        if (isCapitals(name) && surroundings.isCapitalLine(start)) evidence -= single ? 4 : 1;
        return evidence;
    }

    private void found(int start, int end, boolean single) {
        if (shortEnd > 0 && shortEnd > lastEnd && surroundings.isListed(shortEnd, start)) {
            findings.add(FindingType.PERSON, shortStart, shortEnd, Finding.PROBABLE, "person-name");
        }
        shortEnd = -1;
        lastEnd = end;
        findings.add(FindingType.PERSON, start, end, Finding.PROBABLE, single ? "person-name" : "person-full-name");
    }

    /** « Sophie, Hamza & Karim »: no firm. */
    private boolean isAmongPersons(int start, int end) {
        return lastEnd > 0 && text.startsWith(" & ", end) && surroundings.isListed(lastEnd, start);
    }

    private int shorter(int from, int to) {
        int shorter = to - 1;
        while (shorter > from && words.get(shorter - 1).shape() == Shape.PARTICLE) shorter--;
        return shorter;
    }

    private static boolean isCapitals(List<NameWord> name) {
        for (int i = 0; i < name.size(); i++) {
            if (name.get(i).shape() == Shape.CAPITALISED) return false;
        }
        return true;
    }
}
