package org.vigie.detection;

import java.util.Set;

/**
 * Organisations that a text says to be a client: « notre client Fablier Conseil », « Client : X », « X, notre client
 * depuis 2014 », « pour le compte de X », « mission chez X », lists and columns of clients. The name only, with its
 * legal form. « Le client souhaite », « service client » and « client HTTP » name nobody.
 */
final class ClientRecogniser implements WordRecogniser {
    static final int LONGEST_WORD = 30;
    private static final int MOST_WORDS_BETWEEN = 4;
    static final int MOST_ITEMS = 30;

    static final WordSet CLIENTS = WordSet.of("""
            client cliente clients clientes customer customers acheteur nomclient clientname customername
            """);
    private static final WordSet PLURALS = WordSet.of("clients clientes customers");
    private static final WordSet WORK = WordSet.of("mission missions prestation intervention audit chantier regie");
    /** Before « client », they make it a department or a code. */
    private static final WordSet DEPARTMENTS = WordSet.of("""
            service services relation relations support experience satisfaction parcours cote application portail espace
            code numero no n ref reference id centre fichier base logiciel connaissance culture
            """);
    /** Between « client » and its name. */
    static final WordSet BETWEEN = WordSet.of("""
            la le l les societe groupe entreprise banque mutuelle maison enseigne association final finale historique
            principal principale actuel actuelle commun grand compte nouveau nouvelle strategique est sont nomme nommee
            appele appelee concerne concernes concernees impactes suivants suivant de du d actuels actifs name facture facturee livre signe signee gagne gagnee majeur majeure important importante
            """);

    private static final WordSet INTRODUCTIONS =
            WordSet.of("societe groupe entreprise banque mutuelle maison enseigne association la le l les");
    private static final WordSet SINCE = WordSet.of("depuis de historique strategique important majeur du fidele");
    private static final WordSet OWNERS =
            WordSet.of("notre nos mon leur un une le la nouveau nouvelle ancien ancienne our");

    @Override
    public Set<String> triggers() {
        return Set.of(
                "client",
                "cliente",
                "clients",
                "clientes",
                "customer",
                "customers",
                "acheteur",
                "nomclient",
                "clientname",
                "customername",
                "compte",
                "mission",
                "missions",
                "prestation",
                "intervention",
                "audit",
                "chantier",
                "regie");
    }

    @Override
    public void at(String text, int start, int end, Findings findings) {
        if (!CLIENTS.has(text, start, end)) {
            if (WORK.has(text, start, end)) behindLink(text, end, findings, "chez");
            else if (isFor(text, start)) behindLink(text, end, findings, "de", "du", "d");
            return;
        }
        if (isDepartment(text, start)) return;
        if (ClientFields.labelled(text, start, end, findings)) return;
        if (PLURALS.has(text, start, end) && ClientFields.items(text, end, findings)) return;
        if (named(text, end, findings) || before(text, start, findings)) return;
        ClientFields.cells(text, start, end, findings);
    }

    static void add(int start, int end, Findings findings) {
        findings.add(FindingType.ORG_CLIENT, start, end, Finding.PROBABLE, "client");
    }

    private static boolean isDepartment(String text, int start) {
        char sign = Characters.at(text, start - 1);
        if (!Characters.isSpace(sign) && sign != '°') return false;
        int end = sign == '°' ? start - 1 : start - 1;
        return DEPARTMENTS.has(text, Characters.wordStart(text, end, LONGEST_WORD), end);
    }

    /** « notre client X », « notre cliente, la société X », « notre client, X, », « le client (X) ». */
    private static boolean named(String text, int end, Findings findings) {
        int at = end;
        boolean comma = false;
        boolean said = false;
        for (int words = 0; words < MOST_WORDS_BETWEEN; words++) {
            int next = nextWord(text, at, true);
            if (next < 0) return bracketed(text, at, findings);
            comma |= Characters.at(text, at) == ',';
            int wordEnd = Characters.wordEnd(text, next, LONGEST_WORD);
            if (Character.isUpperCase(text.charAt(next)) || !BETWEEN.has(text, next, wordEnd)) {
                return (!comma || said || isEnclosed(text, next)) && name(text, next, findings);
            }
            said |= comma && INTRODUCTIONS.has(text, next, wordEnd);
            at = wordEnd;
        }
        return false;
    }

    /** Whether a name stands between commas, or between one and the end of the sentence. */
    private static boolean isEnclosed(String text, int start) {
        int end = CompanyName.end(text, start);
        char next = end < 0 ? ' ' : Characters.at(text, end);
        return next == ',' || next == '.' || Characters.isLineBreak(next);
    }

    private static boolean bracketed(String text, int at, Findings findings) {
        if (!Characters.isSpace(Characters.at(text, at)) || Characters.at(text, at + 1) != '(') return false;
        int end = CompanyName.end(text, at + 2);
        if (end < 0 || Characters.at(text, end) != ')') return false;
        add(at + 2, end, findings);
        return true;
    }

    private static boolean name(String text, int start, Findings findings) {
        char first = text.charAt(start);
        if (!Character.isUpperCase(first) && !Characters.isDigit(first)) return false;
        int end = CompanyName.end(text, start);
        if (end < 0 || AddressWords.TOWNS.has(text, start, end)) return false;
        add(start, end, findings);
        andOthers(text, end, findings);
        return true;
    }

    /** « nos clients X, Y et Z ». */
    private static void andOthers(String text, int end, Findings findings) {
        int at = end;
        for (int items = 0; items < MOST_ITEMS; items++) {
            int next = text.startsWith(", ", at) ? at + 2 : text.startsWith(" et ", at) ? at + 4 : -1;
            if (next < 0 || !Character.isUpperCase(Characters.at(text, next))) return;
            int nameEnd = CompanyName.end(text, next);
            char behind = Characters.at(text, Math.max(0, nameEnd));
            if (nameEnd < 0 || (behind != ',' && behind != '.' && behind != ' ' && !Characters.isLineBreak(behind)))
                return;
            if (!isListed(text, nameEnd)) return;
            add(next, nameEnd, findings);
            at = nameEnd;
        }
    }

    /** A comma or « et » begins something else when a verb follows the next name. */
    private static boolean isListed(String text, int end) {
        return !Characters.isSpace(Characters.at(text, end))
                || text.startsWith(" et ", end)
                || text.startsWith(" (", end);
    }

    /** « X, notre client depuis 2014 », « X est un client », « X (client) ». */
    private static boolean before(String text, int start, Findings findings) {
        int at = start - 1;
        char sign = Characters.at(text, at);
        if (sign == '(') {
            return preceding(text, at - 1, findings);
        }
        if (sign != ' ') return false;
        if (Characters.at(text, at - 1) == ',' && isSince(text, start)) return preceding(text, at - 1, findings);
        for (int words = 0; words < 2; words++) {
            int word = Characters.wordStart(text, at, LONGEST_WORD);
            if (word == at || !OWNERS.has(text, word, at)) return false;
            int end = word - 1;
            if (Characters.at(text, end) == '(') return preceding(text, end - 1, findings);
            if (Characters.at(text, end) != ' ') return false;
            char before = Characters.at(text, end - 1);
            if (before == ',' || before == '(') return preceding(text, before == '(' ? end - 2 : end - 1, findings);
            if (before == '–' || before == '-') return preceding(text, end - 2, findings);
            int verb = Characters.wordStart(text, end, LONGEST_WORD);
            if (Characters.isFolded(text, verb, end, "est") || Characters.isFolded(text, verb, end, "etait")) {
                return preceding(text, verb - 1, findings);
            }
            at = end;
        }
        return false;
    }

    /** « X, client depuis 2014 ». */
    private static boolean isSince(String text, int start) {
        int next = Characters.wordEnd(text, start, LONGEST_WORD) + 1;
        return SINCE.has(text, next, Characters.wordEnd(text, next, LONGEST_WORD));
    }

    private static boolean preceding(String text, int end, Findings findings) {
        if (end <= 0) return false;
        int start = CompanyName.start(text, end);
        if (start < 0 || isTitleBefore(text, start)) return false;
        add(start, end, findings);
        return true;
    }

    private static boolean isTitleBefore(String text, int start) {
        int end = start;
        while (end > start - 3
                && (Characters.isSpace(Characters.at(text, end - 1)) || Characters.at(text, end - 1) == '.')) end--;
        String word = Characters.fold(text, Characters.wordStart(text, end, 12), end);
        return switch (word) {
            case "m", "mr", "mme", "mlle", "monsieur", "madame", "maitre", "me", "dr" -> true;
            default -> false;
        };
    }

    /** « pour le compte », « au compte ». */
    private static boolean isFor(String text, int start) {
        int le = Characters.wordStart(text, Math.max(0, start - 1), 4);
        if (!Characters.isFolded(text, le, Math.max(0, start - 1), "le") || le < 2) return false;
        return Characters.isFolded(text, Characters.wordStart(text, le - 1, 6), le - 1, "pour");
    }

    /** « mission chez X », « pour le compte de la société X ». */
    private static void behindLink(String text, int end, Findings findings, String... links) {
        int at = end;
        boolean linked = false;
        for (int words = 0; words < MOST_WORDS_BETWEEN + 2; words++) {
            int next = nextWord(text, at, false);
            if (next < 0) return;
            int wordEnd = Characters.wordEnd(text, next, LONGEST_WORD);
            if (!linked) {
                for (String link : links) linked |= Characters.isFolded(text, next, wordEnd, link);
                if (!linked && words > 0) return;
            } else if (Character.isUpperCase(text.charAt(next))) {
                name(text, next, findings);
                return;
            } else if (!BETWEEN.has(text, next, wordEnd)) {
                return;
            }
            at = wordEnd;
        }
    }

    /** The next word on the line, behind a space, an apostrophe or, where allowed, a comma or a quote. */
    private static int nextWord(String text, int end, boolean comma) {
        int at = end;
        while (at < end + 3) {
            char c = Characters.at(text, at);
            boolean joint =
                    Characters.isSpace(c) || Characters.isApostrophe(c) || c == '«' || c == '"' || (comma && c == ',');
            if (!joint) break;
            at++;
        }
        return at > end && Characters.isAlphanumeric(Characters.at(text, at)) ? at : -1;
    }
}
