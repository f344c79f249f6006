package org.vigie.detection;

/**
 * IPv4 addresses: four strict octets. Not the ones that say nothing of anybody: this host, loopback, masks, multicast.
 * Small octets without a word, a port or a network near them are as well a version or the number of a section.
 */
final class IpRecogniser implements DigitRecogniser {
    private static final Cues WORDS = Cues.of("""
            ip, ips, ipv4, adresse*, hote*, host*, serveur*, server*, ping*, ssh, dns, passerelle*, gateway*,
            pare feu*, firewall*, vpn, reseau*, port, client, routeur*, router*, nslookup*, traceroute*, depuis,
            from, remote*, addr*, src, dst, machine, poste, connexion*, nameserver*, via
            """);
    private static final Cues OTHERS = Cues.of("""
            version*, v, ver, chapitre*, section*, article*, paragraphe*, annexe*, release*, build*, firmware*,
            micrologiciel*, logiciel*, correctif*, patch*, bios, kernel*, driver*, pilote*, revision*, clause*,
            alinea*, titre, etape*, exigence*, chapter*, oid, mise a jour*
            """);
    private static final Cues IP = Cues.of("ip");
    private static final int LABEL = 16;
    /** Numbers of sections and versions seldom pass this; addresses mostly do in one of their octets. */
    private static final int LARGE = 50;

    @Override
    public void at(String text, int start, int end, Findings findings) {
        if (end - start > 3 || Characters.at(text, end) != '.' || isGlued(text, start)) return;
        int[] octets = new int[4];
        int at = start;
        for (int i = 0; i < 4; i++) {
            int octetEnd = at;
            int value = 0;
            while (octetEnd < at + 3 && Characters.isDigit(Characters.at(text, octetEnd))) {
                value = 10 * value + text.charAt(octetEnd++) - '0';
            }
            boolean strict = octetEnd > at && value <= 255 && (octetEnd == at + 1 || text.charAt(at) != '0');
            if (!strict || (i < 3 && Characters.at(text, octetEnd) != '.')) return;
            octets[i] = value;
            at = i < 3 ? octetEnd + 1 : octetEnd;
        }
        if (endsCleanly(text, at) && isSomebodys(octets) && isAddress(text, start, at, octets)) {
            findings.add(FindingType.IP, start, at, Finding.CERTAIN, "ipv4");
        }
    }

    private static boolean isGlued(String text, int start) {
        char before = Characters.at(text, start - 1);
        return before == '.' || before == '_' || (before == '-' && Characters.isLetter(Characters.at(text, start - 2)));
    }

    private static boolean endsCleanly(String text, int end) {
        char next = Characters.at(text, end);
        if (next == '.') return !Characters.isAlphanumeric(Characters.at(text, end + 1));
        return !Characters.isAlphanumeric(next);
    }

    static boolean isSomebodys(int[] octets) {
        return octets[0] != 0 && octets[0] != 127 && octets[0] < 224;
    }

    private static boolean isAddress(String text, int start, int end, int[] octets) {
        Context context = new Context(text, start, end);
        if (context.hasBefore(LABEL, OTHERS) && !context.hasBefore(LABEL, IP)) return false;
        boolean personal = octets[0] == 10
                || (octets[0] == 172 && octets[1] >= 16 && octets[1] < 32)
                || (octets[0] == 192 && octets[1] == 168);
        boolean network = Characters.at(text, end) == '/' || Characters.at(text, end) == ':';
        boolean followed = network && Characters.isDigit(Characters.at(text, end + 1));
        boolean large = octets[0] > LARGE || octets[1] > LARGE || octets[2] > LARGE || octets[3] > LARGE;
        return octets[0] == 10
                || personal && large
                || followed
                || large && octets[1] + octets[2] + octets[3] > 0
                || context.has(WORDS);
    }
}
