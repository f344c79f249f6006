package org.vigie.detection;

import java.util.Set;

/** Fields of forms and records whose whole value is a special category: « Allergie : arachide », « Religion : … ». */
final class SpecialFieldRecogniser implements WordRecogniser {
    private static final int LONGEST_WORD = 30;
    private static final int LONGEST_VALUE = 60;

    private static final WordSet UNION = WordSet.of("syndicat");
    private static final WordSet RELIGION = WordSet.of("religion confession culte");
    private static final WordSet EMPTY = WordSet.of("""
            aucun aucune neant non ras nc inconnu inconnue null none a voir nan na no false rien sans so oui string
            text varchar integer boolean int notre votre nos vos le la les l d il elle un une des ce cette comment quel quelle quels pour
            dans et ou en public
            """);

    @Override
    public Set<String> triggers() {
        return Set.of(
                "allergie",
                "allergies",
                "religion",
                "confession",
                "culte",
                "lesion",
                "lesions",
                "pathologie",
                "pathologies",
                "atcd",
                "antecedents",
                "handicap",
                "syndicat",
                "medicaments",
                "sexuelle",
                "politiques",
                "politique",
                "ethnique",
                "sanguin");
    }

    @Override
    public void at(String text, int start, int end, Findings findings) {
        int label = labelStart(text, start);
        if (label < 0 || !fits(text, label, start, end)) return;
        int value = valueStart(text, end);
        if (value < 0) return;
        int valueEnd = valueEnd(text, value);
        if (valueEnd <= value || !Characters.isLetter(text.charAt(value))) return;
        if (EMPTY.has(text, value, Characters.wordEnd(text, value, LONGEST_WORD))) return;
        findings.add(new Finding(
                FindingType.HEALTH, subtype(text, start, end), value, valueEnd, Finding.PROBABLE, "special-field"));
    }

    /** The start of a label of at most three words at the start of a line, a cell or a key; negative if it is prose. */
    private static int labelStart(String text, int start) {
        int at = start;
        for (int words = 0; words < 3; words++) {
            char c = Characters.at(text, at - 1);
            if (!Characters.isSpace(c) && c != '_') {
                return Characters.isLineBreak(c) || "*\"'-,;|{(#>•".indexOf(c) >= 0 ? at : -1;
            }
            int word = Characters.wordStart(text, at - 1, LONGEST_WORD);
            if (word == at - 1) {
                char sign = Characters.at(text, at - 2);
                return Characters.isLineBreak(sign) || "*-,;|{(#>•".indexOf(sign) >= 0 || Characters.isSpace(sign)
                        ? at
                        : -1;
            }
            at = word;
        }
        return -1;
    }

    /** « sexuelle » and « politiques » are labels only behind « orientation » and « opinions ». */
    private static boolean fits(String text, int label, int start, int end) {
        String before = Characters.fold(text, label, start);
        return switch (Characters.fold(text, start, end)) {
            case "sexuelle" -> before.startsWith("orientation");
            case "politique", "politiques" -> before.startsWith("opinion") || before.startsWith("conviction");
            case "ethnique" -> before.startsWith("origine");
            case "sanguin" -> before.startsWith("groupe");
            default -> true;
        };
    }

    private static int valueStart(String text, int end) {
        int at = end;
        boolean colon = false;
        boolean word = false;
        while (at < end + 24) {
            char c = Characters.at(text, at);
            if (c == ':' || c == '=') {
                if (colon) return -1;
                colon = true;
            } else if (Characters.isAlphanumeric(c)) {
                if (colon) return at;
                if (word) return -1;
                word = true;
                at = Characters.wordEnd(text, at, 16);
                continue;
            } else if (!Characters.isSpace(c) && "\"'*«(s)_".indexOf(c) < 0) {
                return -1;
            }
            at++;
        }
        return -1;
    }

    private static int valueEnd(String text, int start) {
        int end = start;
        while (end < start + LONGEST_VALUE && end < text.length()) {
            char c = text.charAt(end);
            if (Characters.isLineBreak(c) || c == '.' || c == ';' || c == '"' || c == '}' || c == '|' || c == '<')
                break;
            if (c == '\'' && !Characters.isLetter(Characters.at(text, end + 1))) break;
            if (c == ',' || c == '(' || c == '»') break;
            end++;
        }
        while (end > start && Characters.isSpace(text.charAt(end - 1))) end--;
        return end;
    }

    private static String subtype(String text, int start, int end) {
        if (UNION.has(text, start, end)) return "union";
        if (RELIGION.has(text, start, end)) return "religion";
        return switch (Characters.fold(text, start, end)) {
            case "sexuelle" -> "orientation";
            case "politique", "politiques" -> "politics";
            case "ethnique" -> "origin";
            default -> "health";
        };
    }
}
