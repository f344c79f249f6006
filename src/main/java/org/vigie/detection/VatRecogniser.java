package org.vigie.detection;

import java.util.Locale;
import java.util.Optional;
import org.vigie.detection.DigitSequence.Candidate;

/**
 * VAT numbers of the European Union, Switzerland, Norway and the United Kingdom: French ones by their key (that of
 * Monaco holds no SIREN), others by the form of their country ({@code facts/identifiers-fr.md}; forms as VIES prints
 * them) and words near them, or by their own check ({@link ForeignVat}) where nothing says that they are the number of
 * something else.
 */
final class VatRecogniser implements CodeRecogniser, NumberRecogniser {
    private static final Cues WORDS = Cues.of("""
            tva, vat, intracom*, ust, ustid*, mwst, btw, iva, piva, partita iva, moms, uid, tax
            """);
    /** Said of VAT numbers and of others: beside them the check must be right. */
    private static final Cues FISCAL =
            Cues.of("vies, fiscal*, assujetti*, autoliquid*, reverse charge, entreprise, ide");

    private static final int FRENCH = 13;
    private static final int LONGEST = 15;
    /** « TVA des clients du sud : EL…, MT…, CY…, HR… » */
    private static final int LIST = 100;

    @Override
    public void at(String text, int start, int end, Findings findings) {
        char first = Characters.upper(text.charAt(start));
        char second = Characters.upper(Characters.at(text, start + 1));
        if (first == 'F' && second == 'R') french(text, start, findings);
        else if (first == 'T' && second == 'V') labelled(text, start, findings);
        else foreign(text, start, findings);
    }

    /** « TVA n° 40 851 163 725 »: the country left out, or written elsewhere in the form. */
    @Override
    public Optional<Finding> find(DigitSequence sequence) {
        return sequence.candidate(FRENCH - 2)
                .filter(Candidate::isNumeric)
                .filter(c ->
                        Checksums.frenchVat("FR" + c.digits()) && c.context().isLabelled(WORDS))
                .map(c -> c.finding(FindingType.VAT, Finding.PROBABLE, "vat-fr-without-country"));
    }

    /** {@code TVAFR88839092285} */
    private static void labelled(String text, int start, Findings findings) {
        if (text.regionMatches(true, start, "TVAFR", 0, 5)) french(text, start + 3, findings);
    }

    private static void french(String text, int start, Findings findings) {
        CodeReading reading = CodeReading.of(text, start, FRENCH);
        String vat = reading.compact();
        if (vat.length() < FRENCH || !endsCleanly(text, reading.end()) || !areDigits(vat, 4)) return;
        if (Checksums.frenchVat(vat)) {
            findings.add(reading.finding(FindingType.VAT, Finding.CERTAIN, "vat-fr"));
        } else if (new Context(text, start, reading.end()).isLabelled(WORDS)) {
            findings.add(reading.finding(FindingType.VAT, Finding.LABELLED, "vat-mistyped"));
        }
    }

    private static void foreign(String text, int start, Findings findings) {
        int letters = text.regionMatches(true, start, "CHE", 0, 3) ? 3 : 2;
        String country = text.substring(start, Math.min(text.length(), start + letters));
        Form form = Form.of(country);
        if (form == null) return;
        for (int length = Math.min(form.longest + letters, LONGEST); length >= form.shortest + letters; length--) {
            CodeReading reading = CodeReading.of(text, start, length);
            if (reading.compact().length() < length || !endsCleanly(text, reading.end())) continue;
            String number = reading.compact().substring(letters);
            if (!form.fits(number)) continue;
            Context context = new Context(text, start, reading.end());
            if (context.has(WORDS)) {
                findings.add(reading.finding(FindingType.VAT, Finding.CERTAIN, "vat-eu"));
            } else if (ForeignVat.isValid(form.name(), number)
                    && (context.hasBefore(LIST, WORDS)
                            || context.has(FISCAL)
                            || standsAlone(text, country, reading, context))) {
                findings.add(reading.finding(FindingType.VAT, Finding.PROBABLE, "vat-eu"));
            }
            return;
        }
    }

    /** Without words: in capitals and, as « SI » and « ES » are words too, written in one piece. */
    private static boolean standsAlone(String text, String country, CodeReading reading, Context context) {
        boolean capitals = country.equals(country.toUpperCase(Locale.ROOT));
        boolean glued = Characters.isAlphanumeric(Characters.at(text, reading.start() + country.length()));
        return capitals
                && (glued || ForeignVat.isStrict(country))
                && !context.isOtherNumber()
                && !context.isOfThing()
                && !isGluedBefore(text, reading.start());
    }

    private static boolean isGluedBefore(String text, int start) {
        char sign = Characters.at(text, start - 1);
        return (sign == '-' || sign == '_') && Characters.isAlphanumeric(Characters.at(text, start - 2));
    }

    private static boolean endsCleanly(String text, int end) {
        char next = Characters.at(text, end);
        boolean decimals = next == '.' && Characters.isDigit(Characters.at(text, end + 1));
        return !Characters.isAlphanumeric(next) && next != '_' && !decimals;
    }

    private static boolean areDigits(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (!Characters.isDigit(text.charAt(i))) return false;
        }
        return true;
    }

    /** How many characters follow the country and how many letters may be among them. */
    private enum Form {
        AT(9, 9, 1),
        BE(9, 10, 0),
        BG(9, 10, 0),
        CHE(9, 9, 0),
        CY(9, 9, 1),
        CZ(8, 10, 0),
        DE(9, 9, 0),
        DK(8, 8, 0),
        EE(9, 9, 0),
        EL(9, 9, 0),
        ES(9, 9, 2),
        FI(8, 8, 0),
        GB(9, 12, 0),
        HR(11, 11, 0),
        HU(8, 8, 0),
        IE(8, 9, 2),
        IT(11, 11, 0),
        LT(9, 12, 0),
        LU(8, 8, 0),
        LV(11, 11, 0),
        MT(8, 8, 0),
        NL(12, 12, 1),
        NO(9, 9, 0),
        PL(10, 10, 0),
        PT(9, 9, 0),
        RO(6, 10, 0),
        SE(12, 12, 0),
        SI(8, 8, 0),
        SK(10, 10, 0),
        XI(9, 12, 0);

        private final int shortest;
        private final int longest;
        private final int letters;

        Form(int shortest, int longest, int letters) {
            this.shortest = shortest;
            this.longest = longest;
            this.letters = letters;
        }

        static @org.jspecify.annotations.Nullable Form of(String country) {
            for (Form form : values()) {
                if (form.name().equalsIgnoreCase(country)) return form;
            }
            return null;
        }

        boolean fits(String number) {
            int found = 0;
            for (int i = 0; i < number.length(); i++) {
                if (!Characters.isDigit(number.charAt(i))) found++;
            }
            return switch (this) {
                case AT -> found == 1 && number.charAt(0) == 'U';
                case NL -> found == 1 && number.charAt(9) == 'B';
                case ES, IE, CY -> found >= 1 && found <= letters;
                default -> found == 0;
            };
        }
    }
}
