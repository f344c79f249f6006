package org.vigie.detection;

/**
 * Places told by coordinates: latitude and longitude with four decimals and more (a few metres), or in degrees, minutes
 * and seconds. One finding covers both.
 */
final class GpsRecogniser implements DigitRecogniser {
    private static final Cues WORDS = Cues.of("""
            gps, coordonnee*, lat, latitude*, lon, lng, longitude*, position*, localis*, maps, geoloc*, point,
            location*
            """);
    private static final int FEWEST_DECIMALS = 4;
    private static final int MOST_DECIMALS = 15;
    /** « 48.8566, lon : 2.3522 », {@code "lat":48.8566,"longitude":2.3522} */
    private static final int BETWEEN = 20;

    @Override
    public void at(String text, int start, int end, Findings findings) {
        if (end - start > 3 || findings.covers(start)) return;
        char next = Characters.at(text, end);
        if (next == '.' || next == ',') decimal(text, start, end, findings);
        else if (next == '°' || next == 'º') degrees(text, start, end, findings);
    }

    private static void decimal(String text, int start, int end, Findings findings) {
        char before = Characters.at(text, start - 1);
        if (before == '.' || before == ',' && Characters.isDigit(Characters.at(text, start - 2))) return;
        int latitudeEnd = decimalsEnd(text, end);
        if (latitudeEnd < 0 || Integer.parseInt(text, start, end, 10) > 90) return;
        int second = secondStart(text, latitudeEnd);
        if (second < 0) return;
        int secondEnd = second;
        while (Characters.isDigit(Characters.at(text, secondEnd))) secondEnd++;
        if (secondEnd == second || secondEnd - second > 3 || Integer.parseInt(text, second, secondEnd, 10) > 180)
            return;
        if (Characters.at(text, secondEnd) != text.charAt(end)) return;
        int to = decimalsEnd(text, secondEnd);
        if (to < 0) return;
        char last = Characters.at(text, to);
        if (Characters.isAlphanumeric(last) && last != 'N' && last != 'E' && last != 'W' && last != 'O') return;
        boolean precise =
                text.charAt(end) == '.' && latitudeEnd - end > FEWEST_DECIMALS + 1 && text.charAt(start) != '0';
        Context context = new Context(text, start, to);
        if (context.has(WORDS) || (precise && !isInList(text, withSign(text, start), to))) {
            findings.add(FindingType.GPS, withSign(text, start), to, Finding.PROBABLE, "gps-decimal");
        }
    }

    /** A third number before or behind: a vector, a table. */
    private static boolean isInList(String text, int start, int to) {
        int before = start - 1;
        while (before > start - 4 && isDivider(Characters.at(text, before))) before--;
        int behind = to;
        while (behind < to + 4 && (isDivider(Characters.at(text, behind)) || Characters.at(text, behind) == '-'))
            behind++;
        return Characters.isDigit(Characters.at(text, before)) || Characters.isDigit(Characters.at(text, behind));
    }

    private static int withSign(String text, int start) {
        char sign = Characters.at(text, start - 1);
        return sign == '-' || sign == '\u2212' || sign == '+' ? start - 1 : start;
    }

    /** Behind the decimals whose point stands at an offset; negative when they are too few or too many. */
    private static int decimalsEnd(String text, int point) {
        int end = point + 1;
        while (end < point + MOST_DECIMALS + 2 && Characters.isDigit(Characters.at(text, end))) end++;
        int decimals = end - point - 1;
        return decimals >= FEWEST_DECIMALS && decimals <= MOST_DECIMALS ? end : -1;
    }

    /** Where the digits of the longitude start; between them only separators and words that name it. */
    private static int secondStart(String text, int from) {
        boolean divided = false;
        int at = from;
        for (; at < from + BETWEEN && at < text.length(); at++) {
            char c = text.charAt(at);
            if (Characters.isDigit(c)) return divided ? at : -1;
            if (Characters.isLetter(c)) {
                int end = Math.min(Characters.at(text, at) == '\n' ? at : wordEnd(text, at), text.length());
                String word = Characters.fold(text, at, end);
                boolean names = switch (word) {
                    case "n", "s", "nord", "sud", "lon", "lng", "long", "longitude", "x", "y" -> true;
                    default -> false;
                };
                if (!names) return -1;
                at = end - 1;
            } else if ("-+\u2212°".indexOf(c) < 0 && !isDivider(c)) {
                return -1;
            }
            divided = true;
        }
        return -1;
    }

    private static boolean isDivider(char c) {
        return Characters.isSpace(c) || ",;/|:\"'=\n".indexOf(c) >= 0;
    }

    private static int wordEnd(String text, int start) {
        int end = start;
        while (end < start + 12 && end < text.length() && Characters.isLetter(text.charAt(end))) end++;
        return end;
    }

    /** {@code 48°51'24"N 2°21'03"E}: two places of degrees, each with the letter of its side. */
    private static void degrees(String text, int start, int end, Findings findings) {
        int first = sideEnd(text, end, "NS");
        if (first < 0) return;
        int second = first;
        while (second < first + 4
                && (Characters.isSpace(Characters.at(text, second)) || Characters.at(text, second) == ',')) {
            second++;
        }
        int secondEnd = second;
        while (secondEnd < second + 4 && Characters.isDigit(Characters.at(text, secondEnd))) secondEnd++;
        char degree = Characters.at(text, secondEnd);
        int to = secondEnd == second || (degree != '°' && degree != 'º') ? -1 : sideEnd(text, secondEnd, "EWO");
        findings.add(FindingType.GPS, start, to < 0 ? first : to, Finding.CERTAIN, "gps-degrees");
    }

    /** Behind the letter of the side, with minutes before it; negative when these are an angle or a temperature. */
    private static int sideEnd(String text, int degree, String sides) {
        boolean minutes = false;
        for (int at = degree + 1; at < degree + 18; at++) {
            char c = Characters.at(text, at);
            if (sides.indexOf(c) >= 0)
                return minutes && !Characters.isLetter(Characters.at(text, at + 1)) ? at + 1 : -1;
            minutes |= Characters.isDigit(c);
            boolean part =
                    Characters.isDigit(c) || Characters.isSpace(c) || ".,'\"\u2019\u2032\u2033\u201D".indexOf(c) >= 0;
            if (!part) return -1;
        }
        return -1;
    }
}
