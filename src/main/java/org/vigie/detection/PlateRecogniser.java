package org.vigie.detection;

import java.util.Set;

/**
 * French number plates: SIV since 2009 ({@code AA-123-AA}, no I, O, U, no SS, no WW in front) and FNI before
 * ({@code 1234 AB 75}). With hyphens and capitals the form is enough; otherwise words near it must speak of a vehicle.
 */
final class PlateRecogniser implements DigitRecogniser, CodeRecogniser {
    private static final Cues WORDS = Cues.of("""
            immat*, plaque*, vehicule*, voiture*, camion*, carte grise*, certificat d immat*, auto, automobile*,
            scooter*, moto, parking*, stationn*, utilitaire*, fourgon*, flotte*, amende*, badge*, conducteur*,
            sinistre*, garage*, kilometrage*, remorque*, tracteur, berline*, peugeot, renault, citroen, dacia,
            toyota, volkswagen, bmw, audi, mercedes, ford, fiat, opel, nissan, tesla, skoda, seat, hyundai, kia,
            clio, megane, kangoo, trafic, berlingo, partner, zoe, twingo, plate, pv, vitesse*, frein*, essence,
            gazole, leasing*, barriere*, covoitur*, vidange*, pneu*, chauffeur*, poids lourd*, taxi, peage*,
            immatricul*, registration, license plate*, licence plate*, vehicle*, parc auto*, loueur*, loc auto, garee*,
            gare au, sous sol, recharge*, borne*, telepeage*, carburant, semi remorque*, depann*, remorquage*,
            plein fait, quai, hayon, citerne, bus, autocar*, minibus, quad, tracteur*, pelleteuse*, 4x4,
            feux, phare*, pare brise, boite auto, cabriolet*, monospace*, suv, camping car*, caravane*,
            vito, sprinter, viano, trafic, jumpy, jumper, boxer, rifter, traveller, ducato,
            scudo, doblo, talento, tipo, punto, transit, tourneo, crafter, caddy, transporter, multivan,
            vivaro, movano, corsa, astra, mokka, grandland, crossland, fiesta, kuga, mondeo,
            yaris, corolla, aygo, rav4, c hr, proace, qashqai, micra, nv200, primastar, octavia, fabia,
            kodiaq, karoq, passat, tiguan, touran, touareg, sharan, ibiza, arona, ateca, tucson,
            ioniq, sportage, niro, picanto, ceed, lodgy, dokker, talisman,
            koleos, kadjar, arkana, austral, laguna, r5, picasso, saxo, xsara, ds3, ds4, ds7, jeep,
            land rover, range rover, porsche, jaguar, lexus, honda, mitsubishi, subaru, alfa romeo, byd, cupra,
            simca, saab, lada, piaggio, yamaha, kawasaki, ducati, vespa, daf, scania, man tgx, krone, schmitz,
            constat amiable*, golf, polo, duster, sandero, captur, scenic, volvo, mazda, suzuki, iveco
            """);

    /** « du 6 au 10 », « 2 et 3 » */
    private static final Set<String> BETWEEN_NUMBERS =
            Set.of("au", "et", "de", "an", "ans", "ou", "en", "du", "mn", "km", "ha");

    /** « AF 123 DE Paris » */
    private static final Set<String> BEHIND_NUMBER = Set.of("de", "et", "en", "au", "du", "le", "la", "ce", "se");

    /** « véhicules autorisés : AB123CD, … » */
    private static final int LIST = 100;

    /** Three digits with two letters on both sides, or the digits at the front of an old plate. */
    @Override
    public void at(String text, int start, int end, Findings findings) {
        if (!Characters.isDigit(text.charAt(start))) {
            compact(text, start, end, findings);
            return;
        }
        if (end - start == 3) separated(text, start, end, findings);
        if (end - start <= 4) old(text, start, end, findings);
    }

    private static void separated(String text, int digits, int digitsEnd, Findings findings) {
        int letters = spread(text, digitsEnd, 1);
        int from = spread(text, digits - 1, -1) - 1;
        int to = letters + 2;
        char separator = Characters.at(text, letters - digitsEnd == 3 ? digitsEnd + 1 : digitsEnd);
        char other = Characters.at(text, from + 3 == digits ? from + 2 : digits - 2);
        boolean separators = letters > digitsEnd && isSeparator(separator) && isSeparator(other);
        if (!separators || from < 0 || to > text.length() || !isPlate(text, from, digits, letters)) return;
        if (isGlued(text, from, to)) return;
        boolean capitals = isCapital(text.charAt(from)) && isCapital(text.charAt(to - 1));
        boolean hyphens = Characters.isHyphen(separator) && Characters.isHyphen(other);
        boolean free = capitals && (hyphens || !isInSentence(text, from, to, letters));
        Context context = new Context(text, from, to);
        if ((free && !context.isOtherNumber() && !context.isOfThing()) || context.has(WORDS)) {
            findings.add(FindingType.PLATE, from, to, hyphens ? Finding.CERTAIN : Finding.PROBABLE, "plate-siv");
        }
    }

    /** Over one separator, a hyphen with a space on both sides or at the end of a line, from an offset on. */
    private static int spread(String text, int at, int step) {
        boolean broken = Characters.isHyphen(Characters.at(text, step > 0 ? at : at - 1))
                && Characters.at(text, step > 0 ? at + 1 : at) == '\n';
        if (broken) return at + 2 * step;
        boolean spaced = Characters.isSpace(Characters.at(text, at))
                && Characters.isHyphen(Characters.at(text, at + step))
                && Characters.isSpace(Characters.at(text, at + 2 * step));
        return at + (spaced ? 3 : 1) * step;
    }

    private static void compact(String text, int start, int end, Findings findings) {
        if (end - start == 5) half(text, start, end, findings);
        if (end - start != 7 || isGlued(text, start, end)) return;
        for (int i = start + 2; i < start + 5; i++) {
            if (!Characters.isDigit(text.charAt(i))) return;
        }
        Context context = new Context(text, start, end);
        if (isPlate(text, start, start + 2, start + 5) && (context.has(WORDS) || context.hasBefore(LIST, WORDS))) {
            findings.add(FindingType.PLATE, start, end, Finding.PROBABLE, "plate-siv");
        }
    }

    /** « DK707 TA »: a separator behind the digits alone. */
    private static void half(String text, int start, int end, Findings findings) {
        int to = end + 3;
        if (to > text.length() || !isSeparator(text.charAt(end)) || isGlued(text, start, to)) return;
        for (int i = start + 2; i < end; i++) {
            if (!Characters.isDigit(text.charAt(i))) return;
        }
        Context context = new Context(text, start, to);
        if (isPlate(text, start, start + 2, end + 1) && context.has(WORDS) && !context.isOfThing()) {
            findings.add(FindingType.PLATE, start, to, Finding.PROBABLE, "plate-siv");
        }
    }

    private static boolean isPlate(String text, int letters, int digits, int lastLetters) {
        char first = Characters.upper(text.charAt(letters));
        char second = Characters.upper(text.charAt(letters + 1));
        char third = Characters.upper(text.charAt(lastLetters));
        char fourth = Characters.upper(text.charAt(lastLetters + 1));
        if (!isSivLetter(first) || !isSivLetter(second) || !isSivLetter(third) || !isSivLetter(fourth)) return false;
        boolean kept =
                (first == 'S' && second == 'S') || (third == 'S' && fourth == 'S') || (first == 'W' && second == 'W');
        return !kept && !text.startsWith("000", digits);
    }

    private static boolean isSivLetter(char c) {
        return isCapital(c) && c != 'I' && c != 'O' && c != 'U';
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isSeparator(char c) {
        return Characters.isSpace(c) || Characters.isHyphen(c) || c == '\u2013' || c == '.' || c == '\u00B7';
    }

    private static boolean isGlued(String text, int from, int to) {
        char before = Characters.at(text, from - 1);
        char next = Characters.at(text, to);
        boolean hyphenBefore = before == '-' && Characters.isAlphanumeric(Characters.at(text, from - 2));
        boolean hyphenBehind = next == '-' && Characters.isAlphanumeric(Characters.at(text, to + 1));
        return Characters.isAlphanumeric(before)
                || Characters.isAlphanumeric(next)
                || before == '_'
                || next == '_'
                || hyphenBefore
                || hyphenBehind;
    }

    /** In a line of capitals « EN 123 DE » is no plate; « AF 123 DE » is a flight from somewhere. */
    private static boolean isInSentence(String text, int from, int to, int letters) {
        return BEHIND_NUMBER.contains(Characters.fold(text, letters, to))
                || endsWithCapitals(text, from - 1)
                || startsWithCapitals(text, to + 1);
    }

    private static boolean endsWithCapitals(String text, int end) {
        return isCapital(Characters.at(text, end - 1)) && isCapital(Characters.at(text, end - 2));
    }

    private static boolean startsWithCapitals(String text, int start) {
        return isCapital(Characters.at(text, start)) && isCapital(Characters.at(text, start + 1));
    }

    /** {@code 2300 JP 31}, {@code 2781LA31}. */
    private static void old(String text, int start, int end, Findings findings) {
        if (text.charAt(start) == '0') return;
        int letters = skip(text, end);
        int lettersEnd = letters;
        while (lettersEnd - letters < 4 && isFniLetter(Characters.at(text, lettersEnd))) lettersEnd++;
        int count = lettersEnd - letters;
        if (count < 2 || count > 3 || BETWEEN_NUMBERS.contains(Characters.fold(text, letters, lettersEnd))) return;
        int department = skip(text, lettersEnd);
        int to = departmentEnd(text, department);
        if (to < 0 || isGlued(text, start, to)) return;
        if (new Context(text, start, to).has(WORDS)) {
            findings.add(FindingType.PLATE, start, to, Finding.PROBABLE, "plate-fni");
        }
    }

    private static int skip(String text, int at) {
        return isSeparator(Characters.at(text, at)) ? at + 1 : at;
    }

    private static boolean isFniLetter(char c) {
        return isCapital(Characters.upper(c)) && Characters.upper(c) != 'I' && Characters.upper(c) != 'O';
    }

    /** 01 to 95, 2A, 2B, 971 to 976. */
    private static int departmentEnd(String text, int at) {
        char first = Characters.at(text, at);
        char second = Characters.upper(Characters.at(text, at + 1));
        if (first == '2' && (second == 'A' || second == 'B')) return at + 2;
        if (!Characters.isDigit(first) || !Characters.isDigit(second)) return -1;
        int number = 10 * (first - '0') + second - '0';
        char third = Characters.at(text, at + 2);
        if (number == 97) return third >= '1' && third <= '6' ? at + 3 : -1;
        return number >= 1 && number <= 95 ? at + 2 : -1;
    }
}
