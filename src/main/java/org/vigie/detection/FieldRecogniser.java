package org.vigie.detection;

import org.jspecify.annotations.Nullable;
import org.vigie.detection.NameWord.Shape;

/**
 * What a label or the head of a column names ({@link Layout}): persons, and in columns birth dates, addresses, secrets
 * and clients. A column of names is believed, whatever stands in its cells; a role (« Responsable ») may be a service's.
 */
final class FieldRecogniser {
    private static final int LONGEST_NAME = 60;
    private static final int MOST_NAMES = 40;

    private static final WordSet EMPTY = WordSet.of("""
            neant inconnu inconnue vide null none nom prenom nc na n x xx xxx xxxx tbd tbc aucun aucune oui non total
            string true false anonyme anonymise undefined name unknown todo example exemple confidentiel masque nan
            varchar text required obligatoire votre voir idem id aussi bot system systeme admin support assistant user
            """);

    private static final WordSet TITLES = WordSet.of("""
            m mr mme mlle me dr pr monsieur madame mademoiselle maitre docteur professeur mrs ms mm mmes
            """);

    private final String text;
    private final NameLists lists;
    private final Findings findings;

    private FieldRecogniser(String text, NameLists lists, Findings findings) {
        this.text = text;
        this.lists = lists;
        this.findings = findings;
    }

    static void find(String text, Layout layout, NameLists lists, Findings findings) {
        FieldRecogniser recogniser = new FieldRecogniser(text, lists, findings);
        for (Layout.Field field : layout.fields()) recogniser.read(field);
    }

    private void read(Layout.Field field) {
        int start = field.start();
        int end = field.end();
        switch (field.label()) {
            case GIVEN_NAME, SURNAME, FULL_NAME -> {
                if (!field.cell() || !wholeCell(start, end)) names(field.label(), start, end);
            }
            case PERSON, PEOPLE, SPEAKER, NAME_OF_ANYTHING -> names(field.label(), start, end);
            case BIRTH_DATE -> column(field, FindingType.DATE_OF_BIRTH, 6, 24, true);
            case ADDRESS -> column(field, FindingType.ADDRESS, 8, 160, true);
            case SECRET -> column(field, FindingType.SECRET, 4, 120, false);
            case CLIENT -> column(field, FindingType.ORG_CLIENT, 2, 80, false);
            case SPECIAL, SPECIAL_IN_CARE, ABSENCE -> SpecialValues.read(text, field, findings);
            case OF_PERSON, OTHER -> {}
        }
    }

    private void column(Layout.Field field, FindingType type, int shortest, int longest, boolean withDigit) {
        int length = field.end() - field.start();
        if (!field.cell() || length < shortest || length > longest) return;
        boolean digit = false;
        boolean letter = false;
        for (int at = field.start(); at < field.end(); at++) {
            digit |= Characters.isDigit(text.charAt(at));
            letter |= Characters.isLetter(text.charAt(at));
        }
        if (withDigit && !digit || type == FindingType.ADDRESS && !letter) return;
        if (!digit && (!letter || EMPTY.has(text, field.start(), field.end()))) return;
        char first = text.charAt(field.start());
        if (type == FindingType.SECRET && Placeholder.is(text, field.start(), field.end())) return;
        if (type == FindingType.SECRET && text.indexOf(' ', field.start(), field.end()) >= 0) return;
        findings.add(type, field.start(), field.end(), Finding.PROBABLE, "column");
    }

    /** The cell of a column of names: all of it, as long as it could be one. */
    private boolean wholeCell(int start, int end) {
        int from = behindTitles(start, end);
        if (end - from > LONGEST_NAME || end <= from) return false;
        int words = 0;
        boolean letter = false;
        for (int at = from; at < end; at++) {
            char c = text.charAt(at);
            if (Characters.isLetter(c)) {
                letter = true;
                if (!Characters.isLetter(Characters.at(text, at - 1))) words++;
            } else if (c == '.') {
                if (Characters.isAlphanumeric(Characters.at(text, at + 1))
                        && Characters.isLetter(Characters.at(text, at - 2))) {
                    return false; // « rapport.pdf »
                }
            } else if (!Characters.isSpace(c) && !Characters.isHyphen(c) && !Characters.isApostrophe(c)) {
                return false;
            }
        }
        if (!letter || words > 6) return false;
        if (end - from == 1 && text.charAt(from) < 128) return true; // « X »: who is left out
        if (words == 1 && EMPTY.has(text, from, end)) return true;
        if (words > 3 && NameWord.at(text, from, lists) == null) return false;
        findings.add(FindingType.PERSON, from, end, Finding.CERTAIN, "person-field");
        return true;
    }

    /** The names of a value, parted by commas and « et ». */
    private void names(Label label, int start, int end) {
        int at = start;
        for (int count = 0; count < MOST_NAMES && at < end; count++) {
            int to = elementEnd(at, end);
            name(label, at, to, count > 0);
            at = to + 1;
            if (text.startsWith("et ", at)) at += 3;
        }
    }

    private int elementEnd(int from, int end) {
        int depth = 0;
        for (int at = from; at < end; at++) {
            char c = text.charAt(at);
            if (c == '(' || c == '<') depth++;
            else if (c == ')' || c == '>') depth--;
            else if (depth <= 0 && (c == ',' || c == ';' || c == '/' || c == '&' || c == '+' || c == '|')) return at;
            else if (depth <= 0 && c == 'e' && isEt(at)) return at - 1;
        }
        return end;
    }

    private boolean isEt(int at) {
        return text.startsWith("et ", at) && Characters.isSpace(Characters.at(text, at - 1));
    }

    private void name(Label label, int start, int end, boolean furtherOne) {
        int from = behindTitles(start, end);
        boolean believed = !furtherOne && label.ordinal() <= Label.FULL_NAME.ordinal();
        int to = from;
        int words = 0;
        int unknown = 0;
        int initials = 0;
        float most = -10;
        float sum = 0;
        boolean lower = false;
        int at = from;
        while (at < end && words < 6) {
            if (!Characters.isLetter(text.charAt(at))) break;
            NameWord word = word(at, words == 0 || lower);
            if (word == null || word.end() > end + 1) break;
            if (word.shape() == Shape.INITIAL) initials++;
            else if (word.shape() != Shape.PARTICLE) {
                if (word.likeness() < bound(label, word, words, believed)) break;
                lower |= word.shape() == Shape.LOWER;
                most = Math.max(most, word.known() ? word.alone() : word.alone() - 1);
                sum += word.likeness();
                if (!word.known()) unknown++;
                words++;
            }
            if (word.shape() != Shape.PARTICLE) to = Math.min(end, word.end());
            at = word.end();
            while (at < word.end() + 2 && at < end && isBetween(text.charAt(at))) at++;
            if (at == word.end() && word.shape() != Shape.INITIAL) break;
        }
        if (label == Label.SPEAKER && lower && text.charAt(Math.min(to, end - 1)) == '.') to = accountEnd(to, end);
        if (words == 0 || to <= from || isContinued(to, end) || words > 1 && NameContextWords.isFirm(text, from, to))
            return;
        boolean person = switch (label) {
            case GIVEN_NAME, SURNAME, FULL_NAME -> believed || most > 2;
            case PERSON, PEOPLE, SPEAKER ->
                most > 1.5f
                        || (words - unknown > 0 || words > 1) && sum / words > 0.5f
                        || words == 1 && unknown == 1 && sum > -0.5f && initials + (text.length() > to ? 1 : 0) > 0
                        || initials > 0 && sum > 0;
            default -> most > 4 && (words > 1 || initials > 0 || most > 5.5f);
        };
        if (!person || words == 1 && EMPTY.has(text, from, to)) return;
        findings.add(FindingType.PERSON, from, to, Finding.CERTAIN, "person-field");
    }

    /** « karim.b », « karim.benali » of a chat. */
    private int accountEnd(int point, int end) {
        int to = Characters.wordEnd(text, point + 1);
        return to <= end ? to : point;
    }

    /** The least that a word must speak for a name. */
    private static float bound(Label label, NameWord word, int words, boolean believed) {
        if (word.shape() != Shape.LOWER) return believed ? -4.5f : word.known() ? -0.5f : words > 0 ? -6 : -3;
        if (words > 0 || believed) return 0;
        return label == Label.SPEAKER ? 1.5f : 4;
    }

    private @Nullable NameWord word(int at, boolean lowerToo) {
        NameWord word = NameWord.at(text, at, lists);
        if (word != null || !lowerToo || Character.isUpperCase(text.charAt(at))) return word;
        return NameWord.lower(text, at, lists);
    }

    private static boolean isBetween(char c) {
        return Characters.isSpace(c) || Characters.isApostrophe(c);
    }

    /** « Nom : durand_a », « prenom = personne.getPrenom() » are identifiers. */
    private boolean isContinued(int to, int end) {
        char next = Characters.at(text, to);
        return next == '_'
                || next == '@'
                || next == '='
                || next == '(' && Characters.at(text, to - 1) != ' '
                || next == '.' && Characters.isLetter(Characters.at(text, to + 1)) && to < end;
    }

    private int behindTitles(int start, int end) {
        int at = start;
        for (int titles = 0; titles < 4; titles++) {
            while (at < end && !Characters.isLetter(text.charAt(at))) {
                if (Characters.isDigit(text.charAt(at))) return end;
                at++;
            }
            int word = Characters.wordEnd(text, at);
            if (word - at > 12 || word >= end || !TITLES.has(text, at, word)) break;
            char next = Characters.at(text, word);
            if (next != '.' && !Characters.isSpace(next)) break;
            if (word - at == 1 && next != '.' && next != ' ') break;
            at = word + 1;
        }
        return at;
    }
}
