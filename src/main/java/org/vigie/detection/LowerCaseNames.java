package org.vigie.detection;

import org.jspecify.annotations.Nullable;
import org.vigie.detection.NameWord.Shape;

/** First names in lower case, as chats and dictation have them: « demande à karim », « slt manu, », « @maud ». */
final class LowerCaseNames {
    private static final float USUAL = 8.6f;
    private static final float NEVER_A_WORD = 7.4f;
    /** From here on a word is worth asking somebody else about. */
    private static final float DOUBT = 5;

    private static final WordSet GREETINGS =
            WordSet.of("salut coucou slt bonjour bjr hello hey bonsoir bsr bravo merci ciao yo wesh");

    private final String text;
    private final NameLists lists;
    private final NameSurroundings surroundings;
    private final Layout layout;
    private final Findings findings;
    private int lastEnd = -1;

    LowerCaseNames(String text, NameLists lists, NameSurroundings surroundings, Layout layout, Findings findings) {
        this.text = text;
        this.lists = lists;
        this.surroundings = surroundings;
        this.layout = layout;
        this.findings = findings;
    }

    /** Examines a word that is no frequent one and may be a first name; returns where it ends. */
    int at(int start, int end) {
        char next = Characters.at(text, end);
        if (next == '_' || next == '@' || next == '=') return end;
        if (Characters.isHyphen(next) && !Characters.isLetter(Characters.at(text, end + 1))) return end;
        if (next == '.' && Characters.isLetter(Characters.at(text, end + 1))) return account(start, end);
        if (layout.isCode(start)) return end;
        NameWord word = NameWord.lower(text, start, lists);
        if (word == null || !word.known() || word.first() < 2 || word.first() + 1 < word.surname()) return end;
        float behind = NameContext.behind(text, word.end());
        float before = NameContext.before(text, start, true);
        if (behind < -50 || before < -50) return word.end();
        NameWord surname = followingSurname(word);
        float evidence = word.first() + before + behind - (word.word() > 4.5f ? 2 : 0) + (before < 0 ? 2.5f : 0);
        if (Closings.standsBefore(text, start) || surroundings.isSpeaker(start, word.end())) evidence += 4;
        if (isListed(start) || isPresented(start) || isLastWord(start, word.end())) evidence += 3;
        if (surname != null) evidence += 2.5f;
        int stop = surname == null ? initialEnd(word.end()) : surname.end();
        if (stop > word.end() && surname == null) evidence += 2;
        boolean called = (before >= 4 || Characters.at(text, start - 1) == '@') && word.first() >= 2;
        float bound = word.word() == 0 ? NEVER_A_WORD : USUAL;
        if (!called && evidence > DOUBT && evidence < bound + 0.7f) findings.addUndecided(start, stop);
        if (!called && evidence < bound) return word.end();
        if (!called && stop == word.end() && before + behind < 1 && evidence < bound + 0.7f) return word.end();
        return found(start, stop);
    }

    /** Whether a word in lower case that is in no filter stands where only a name can: « slt titi, ». */
    int called(int start, int end) {
        if (end - start < 3 || !isCalled(start, end) || layout.isCode(start)) return end;
        NameWord word = NameWord.lower(text, start, lists);
        if (word == null || word.word() > 0 || word.alone() < -2.5f) return end;
        return found(start, word.end());
    }

    private boolean isCalled(int start, int end) {
        if (Characters.at(text, start - 1) != ' ') return false;
        char next = Characters.at(text, end);
        if (next != ',' && next != '!' && next != '\n' && !(next == ' ' && Characters.at(text, end + 1) == '!')) {
            return false;
        }
        return GREETINGS.has(text, Characters.wordStart(text, start - 1, 10), start - 1);
    }

    /** « karim, sofia et jb »: behind one that was found. */
    private boolean isListed(int start) {
        return lastEnd > 0 && surroundings.isListed(lastEnd, start);
    }

    /** The one word behind the last sentence: who wrote it. */
    private boolean isLastWord(int start, int end) {
        if (end != text.length()) return false;
        char before = Characters.at(text, start - 2);
        return Characters.at(text, start - 1) == '\n' || before == '.' || before == '!' || before == '?';
    }

    /** « c'est karim », « moi c'est sofia ». */
    private boolean isPresented(int start) {
        return text.startsWith("c'est ", start - 6) || text.startsWith("c’est ", start - 6);
    }

    /** {@code prenom.nom} on its own: an account that is called as its owner. */
    private int account(int start, int end) {
        int surname = end + 1;
        int stop = Characters.wordEnd(text, surname, 24);
        char behind = Characters.at(text, stop);
        boolean open = behind == '@'
                || behind == '('
                || behind == '/'
                || behind == '='
                || behind == '_'
                || behind == '.' && Characters.isAlphanumeric(Characters.at(text, stop + 1));
        if (open || stop - surname < 4 || layout.isCode(start) || Characters.at(text, start - 1) == '@') return end;
        NameWord first = NameWord.lower(text, start, lists);
        NameWord last = NameWord.lower(text, surname, lists);
        if (first == null || last == null || first.first() < 5 || last.end() != stop) return end;
        boolean name = last.known() ? last.beside() > 2.5f : last.alone() > -1;
        return name ? found(start, stop) : end;
    }

    private int found(int start, int end) {
        findings.add(FindingType.PERSON, start, end, Finding.PROBABLE, "person-lower-case");
        lastEnd = end;
        return end;
    }

    /** « karim b. ». */
    private int initialEnd(int end) {
        boolean initial = Characters.at(text, end) == ' '
                && Characters.isLetter(Characters.at(text, end + 1))
                && Characters.at(text, end + 2) == '.'
                && !Characters.isAlphanumeric(Characters.at(text, end + 3));
        return initial ? end + 3 : end;
    }

    private @Nullable NameWord followingSurname(NameWord first) {
        int next = first.end() + 1;
        if (Characters.at(text, first.end()) != ' ' || !Characters.isLetter(Characters.at(text, next))) return null;
        NameWord word = Character.isUpperCase(text.charAt(next))
                ? NameWord.at(text, next, lists)
                : NameWord.lower(text, next, lists);
        if (word == null || word.shape() == Shape.PARTICLE) return null;
        return word.known() && word.surname() > 4 && word.word() < 2 ? word : null;
    }
}
