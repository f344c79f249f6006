package org.vigie.detection;

/**
 * Values whose label or head of column says that they are of a special category, whatever they are: a column
 * « Pathologie », {@code "religion": "…"}, {@code <allergies>…</allergies>}. Where the label may be of something else
 * (« Diagnostic : disque plein »), the text must be of care; why somebody is away counts where it says an illness.
 */
final class SpecialValues {
    private static final int LONGEST = 80;
    private static final int WINDOW = 400;

    private static final WordSet EMPTY = WordSet.of("""
            aucun aucune neant non no ras nc n inconnu inconnue null none nan na false rien sans string text varchar
            integer boolean int voir sans so
            """);
    private static final WordSet YES = WordSet.of("oui o x yes true 1");
    private static final WordSet ABSENCES = WordSet.of("""
            maladie accident arret maternite hospitalisation at mp am mat grossesse longue cld clm citis tpt mal ald cmo cgm operation
            """);
    private static final WordSet CARE = WordSet.of("""
            patient patiente patients medecin docteur dr infirmier infirmiere hopital clinique ordonnance consultation
            sante ipp soignant soins admission hospitalisation nir
            """);

    private SpecialValues() {}

    static void read(String text, Layout.Field field, Findings findings) {
        int start = field.start();
        int end = end(text, start, field.end());
        int wordEnd = Characters.wordEnd(text, start, LONGEST);
        if (end - start < 2 && !YES.has(text, start, end) || EMPTY.has(text, start, wordEnd)) return;
        if (!Characters.isAlphanumeric(text.charAt(start))) return;
        Finding finding = new Finding(FindingType.HEALTH, "health", start, end, Finding.PROBABLE, "special-value");
        switch (field.label()) {
            case SPECIAL -> {
                if (field.cell() && Characters.isLetter(text.charAt(start))) findings.add(finding);
                else findings.addBesidePerson(finding, windowStart(start), end);
            }
            case SPECIAL_IN_CARE -> {
                if (!YES.has(text, start, end) && isOfCare(text, start)) findings.add(finding);
            }
            case ABSENCE -> {
                if (ABSENCES.has(text, start, wordEnd)) {
                    findings.addBesidePerson(finding, field.cell() ? lineStart(text, start) : windowStart(start), end);
                }
            }
            default -> {}
        }
    }

    private static int windowStart(int start) {
        return Math.max(0, start - WINDOW);
    }

    /** Of a longer line, the window's. */
    private static int lineStart(String text, int start) {
        int at = start;
        while (at > windowStart(start) && text.charAt(at - 1) != '\n') at--;
        return at;
    }

    private static int end(String text, int start, int fieldEnd) {
        int end = start;
        int last = Math.min(fieldEnd, start + LONGEST);
        while (end < last && !(text.charAt(end) == '.' && Characters.at(text, end + 1) == ' ')) end++;
        return end;
    }

    private static boolean isOfCare(String text, int start) {
        for (int at = windowStart(start); at < start; ) {
            int end = Characters.wordEnd(text, at, 30);
            if (end == at) at++;
            else if (CARE.has(text, at, end)) return true;
            else at = end;
        }
        return false;
    }
}
