package org.vigie.detection;

import java.util.Set;

/**
 * A French account told field by field: « Banque 30066 Guichet 90400 Compte 29733212104 Clé 76 », on one line, on four,
 * or as a table whose names stand above. The key says that the fields belong together; one finding covers them all.
 */
final class RibFieldsRecogniser implements WordRecogniser {
    /** Four labels and four values. */
    private static final int WINDOW = 200;

    private static final int[] LENGTHS = {5, 5, 11, 2};

    @Override
    public Set<String> triggers() {
        return Set.of("banque", "etablissement", "guichet", "bank");
    }

    @Override
    public void at(String text, int start, int end, Findings findings) {
        StringBuilder rib = new StringBuilder(23);
        int limit = Math.min(text.length(), end + WINDOW);
        int field = 0;
        int from = -1;
        int to = -1;
        for (int at = end; at < limit && field < LENGTHS.length; ) {
            if (!Characters.isAlphanumeric(text.charAt(at))) {
                at++;
                continue;
            }
            int wordEnd = Math.min(limit, at + 12);
            int next = at;
            boolean digit = false;
            while (next < wordEnd && Characters.isAsciiAlphanumeric(text.charAt(next))) {
                digit |= Characters.isDigit(text.charAt(next++));
            }
            if (digit && next - at == LENGTHS[field] && !Characters.isAlphanumeric(Characters.at(text, next))) {
                if (from < 0) from = at;
                for (int i = at; i < next; i++) rib.append(Characters.upper(text.charAt(i)));
                field++;
                to = next;
            } else if (digit) {
                return;
            }
            at = Math.max(next, at + 1);
        }
        if (field == LENGTHS.length && BankRecogniser.isRib(rib.toString()) && Checksums.rib(rib.toString())) {
            findings.add(FindingType.IBAN, from, to, Finding.CERTAIN, "rib-fields");
        }
    }
}
