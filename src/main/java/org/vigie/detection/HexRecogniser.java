package org.vigie.detection;

/**
 * What is written in hexadecimal groups: MAC addresses ({@code :}, {@code -}, Cisco's points) and IPv6 addresses (RFC
 * 4291 §2.2). Not loopback, multicast, nor {@code ::} of programs: a shortened address must start as the assigned ones.
 */
final class HexRecogniser implements SignRecogniser {
    private static final Cues MAC_WORDS = Cues.of("mac, ethernet*, wifi, bluetooth*, arp, hwaddr");
    /** Eight groups of four and their colons, or an IPv4 address at the end. */
    private static final int LONGEST_IPV6 = 45;

    @Override
    public String signs() {
        return ":-.";
    }

    @Override
    public void at(String text, int at, Findings findings) {
        char sign = text.charAt(at);
        if (sign == '.') {
            cisco(text, at, findings);
            return;
        }
        if (isHex(Characters.at(text, at - 1))
                && isHex(Characters.at(text, at - 2))
                && !Characters.isAlphanumeric(Characters.at(text, at - 3))
                && Characters.at(text, at + 3) == sign
                && Characters.at(text, at - 3) != sign) {
            mac(text, at, sign, findings);
        }
        if (sign == ':') ipv6(text, at, findings);
    }

    private static void mac(String text, int firstSign, char sign, Findings findings) {
        int start = firstSign - 2;
        boolean letter = false;
        boolean equal = true;
        for (int i = 0; i < 17; i++) {
            char c = Characters.at(text, start + i);
            if (i % 3 == 2 ? c != sign : !isHex(c)) return;
            letter |= i % 3 != 2 && !Characters.isDigit(c);
            equal &= i % 3 == 2 || Characters.upper(c) == Characters.upper(text.charAt(start));
        }
        char next = Characters.at(text, start + 17);
        boolean longer = next == sign && isHex(Characters.at(text, start + 18));
        if (Characters.isAlphanumeric(next) || longer || equal) return;
        if (letter || sign == ':' || new Context(text, start, start + 17).has(MAC_WORDS)) {
            findings.add(FindingType.MAC, start, start + 17, Finding.CERTAIN, "mac");
        }
    }

    /** {@code 0011.22aa.33bb} */
    private static void cisco(String text, int firstPoint, Findings findings) {
        if (Characters.at(text, firstPoint + 5) != '.') return;
        int start = firstPoint - 4;
        boolean letter = false;
        boolean digit = false;
        for (int i = 0; i < 14; i++) {
            char c = Characters.at(text, start + i);
            if (i % 5 == 4 ? c != '.' : !isHex(c)) return;
            letter |= i % 5 != 4 && !Characters.isDigit(c);
            digit |= Characters.isDigit(c);
        }
        char before = Characters.at(text, start - 1);
        char next = Characters.at(text, start + 14);
        boolean glued = Characters.isAlphanumeric(before) || before == '.' || Characters.isAlphanumeric(next);
        boolean longer = next == '.' && Characters.isAlphanumeric(Characters.at(text, start + 15));
        if (glued || longer) return;
        if ((letter && digit) || new Context(text, start, start + 14).has(MAC_WORDS)) {
            findings.add(FindingType.MAC, start, start + 14, Finding.CERTAIN, "mac-cisco");
        }
    }

    /** The address whose first colon stands at an offset. */
    private static void ipv6(String text, int firstColon, Findings findings) {
        int start = firstColon;
        while (start > firstColon - 5 && isHex(Characters.at(text, start - 1))) start--;
        char before = Characters.at(text, start - 1);
        if (firstColon - start > 4 || Characters.isAlphanumeric(before) || before == ':' || before == '.') return;
        char next = Characters.at(text, firstColon + 1);
        if (!isHex(next) && next != ':') return;
        int groups = firstColon > start ? 1 : 0;
        boolean shortened = false;
        int at = firstColon;
        int limit = start + LONGEST_IPV6;
        while (at < limit && Characters.at(text, at) == ':') {
            if (Characters.at(text, at + 1) == ':') {
                if (shortened) return;
                shortened = true;
                at++;
            }
            int groupEnd = at + 1;
            while (groupEnd < at + 6 && isHex(Characters.at(text, groupEnd))) groupEnd++;
            if (groupEnd == at + 1) {
                if (!shortened || Characters.at(text, at - 1) != ':') break;
                at = groupEnd;
                break;
            }
            if (groupEnd - at > 5) return;
            int mapped = Characters.at(text, groupEnd) == '.' ? ipv4End(text, at + 1) : -1;
            groups += mapped > 0 ? 2 : 1;
            at = mapped > 0 ? mapped : groupEnd;
        }
        boolean clean = !Characters.isAlphanumeric(Characters.at(text, at)) && Characters.at(text, at) != '_';
        boolean whole = shortened ? groups >= 1 && groups < 8 : groups == 8;
        if (clean && whole && isSomebodys(text, start, at, shortened)) {
            findings.add(FindingType.IP, start, at, Finding.CERTAIN, "ipv6");
        }
    }

    private static int ipv4End(String text, int start) {
        int at = start;
        for (int i = 0; i < 4; i++) {
            int end = at;
            while (end < at + 3 && Characters.isDigit(Characters.at(text, end))) end++;
            if (end == at || (i < 3 && Characters.at(text, end) != '.')) return -1;
            at = i < 3 ? end + 1 : end;
        }
        return at;
    }

    /** Global (2000::/3), unique local (fc00::/7), link local (fe80::/10), translated ones; no loopback or multicast. */
    private static boolean isSomebodys(String text, int start, int end, boolean shortened) {
        char first = Characters.upper(text.charAt(start));
        char second = Characters.upper(text.charAt(start + 1));
        boolean four = Characters.at(text, start + 4) == ':';
        if (four && first == 'F' && second == 'F') return false;
        if (!shortened) return !isLoopback(text, start, end);
        if (four && (first == '2' || first == '3')) return true;
        if (four && first == 'F' && (second == 'C' || second == 'D' || second == 'E')) return true;
        return text.regionMatches(true, start, "::ffff:", 0, 7) && end - start > 12
                || text.startsWith("64:ff9b::", start);
    }

    private static boolean isLoopback(String text, int start, int end) {
        for (int i = start; i < end - 1; i++) {
            if (text.charAt(i) != '0' && text.charAt(i) != ':') return false;
        }
        return true;
    }

    private static boolean isHex(char c) {
        return Characters.isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }
}
