package org.vigie.detection;

/** Reads the name of a firm: « Fablier Conseil SAS », « Brasserie du Haut-Doubs », « Petit & Fils », « La Poste ». */
final class CompanyName {
    private static final int MOST_WORDS = 8;
    private static final int LONGEST_WORD = 30;

    private static final WordSet LINKS = WordSet.of("de du des d la le les l en of and the");
    private static final WordSet LEGAL_FORMS = WordSet.of("""
            sa sas sarl sasu snc sci scop eurl gmbh ltd ag inc bv nv spa srl llc plc sca se kg co corp
            """);
    private static final WordSet PARTNERS =
            WordSet.of("fils fille filles freres soeurs associes associees cie compagnie partners");
    private static final WordSet ARTICLES = WordSet.of("le la les l");
    /** Capitalised words that begin a sentence, an answer or another label, and no firm. */
    private static final WordSet NO_NAMES = WordSet.of("""
            bonjour bonsoir merci oui non ok je tu il elle nous vous ils elles on c ce cet cette ces j m mr mme mlle
            monsieur madame maitre me dr mon ma mes votre vos notre nos son sa ses pour dans avec suite selon en et ou
            mais donc si quand comme apres avant depuis par sur sans sous est a qui que dont voici veuillez tel email
            mail adresse date objet ref reference siret siren iban tva numero n no nom prenom contact projet mission
            montant total code statut oui non aucun aucune neant nc tbd null none true false undefined string object
            id ip ht ttc crm erp vip final client clients cliente customer prestataire fournisseur vendeur acheteur titulaire bailleur
            locataire partie parties janvier fevrier mars avril mai juin juillet
            where select from order group join limit set values insert into update delete
            aout septembre octobre novembre decembre lundi mardi mercredi jeudi vendredi samedi dimanche
            """);
    /** What a program that talks to a server is called: « client HTTP ». */
    private static final WordSet PROGRAMS = WordSet.of("""
            windows linux http https rest api smtp imap pop ftp sftp ssh vpn ldap dns dhcp ntp java python node react
            angular vue outlook exchange teams citrix oracle sql mysql postgresql postgres redis kafka android ios mac
            macos web wifi git docker kubernetes oauth oauth2 openid oidc rdp tcp udp mqtt s3 zoom slack chrome firefox
            tls ssl graphql grpc soap b2b b2c jdbc odbc nfs smb websocket socket jwt kerberos sso vnc telnet snmp syslog
            bittorrent thunderbird lotus notes maven gradle elastic elasticsearch mongo mongodb rabbitmq amqp openai aws
            azure gcp hadoop spark feign retrofit okhttp axios httpclient unix x11 wsus sccm proxmox veeam
            """);

    private CompanyName() {}

    /** The end of the name that starts at an offset; negative if there is none. */
    static int end(String text, int start) {
        int end = -1;
        int at = start;
        for (int words = 0; words < MOST_WORDS; words++) {
            int wordEnd = Characters.wordEnd(text, at, LONGEST_WORD);
            if (wordEnd == at || wordEnd - at > LONGEST_WORD) break;
            char first = text.charAt(at);
            boolean joined = at > start && !Characters.isSpace(text.charAt(at - 1));
            if (end < 0 && NO_NAMES.has(text, at, wordEnd)) return -1;
            if (Character.isUpperCase(first) || (Characters.isDigit(first) && hasUpperCase(text, at, wordEnd))) {
                if (end >= 0 && !joined && NO_NAMES.has(text, at, wordEnd) && !ARTICLES.has(text, at, wordEnd)) break;
                end = wordEnd;
            } else if (LEGAL_FORMS.has(text, at, wordEnd) && end >= 0) {
                end = wordEnd;
            } else if (joined && end == at - 1) {
                end = wordEnd; // « Saint-gobain »
            } else if (isAndPartners(text, at, wordEnd)) {
                end = Characters.wordEnd(text, wordEnd + 1, LONGEST_WORD);
                wordEnd = end;
            } else if (!LINKS.has(text, at, wordEnd) || (end < 0 && !ARTICLES.has(text, at, wordEnd))) {
                break;
            }
            int next = next(text, wordEnd);
            if (next < 0) break;
            at = next;
        }
        if (end < 0 || isProgram(text, start, end) || isArticle(text, start, end)) return -1;
        return end;
    }

    /** The start of the name that ends at an offset; negative if there is none. */
    static int start(String text, int end) {
        int start = -1;
        int at = end;
        for (int words = 0; words < MOST_WORDS; words++) {
            int word = Characters.wordStart(text, at, LONGEST_WORD);
            if (word == at) break;
            boolean link = LINKS.has(text, word, at) && !Character.isUpperCase(text.charAt(word));
            if (!link) {
                if (!Character.isUpperCase(text.charAt(word)) || NO_NAMES.has(text, word, at)) break;
                start = word;
            } else if (start < 0) {
                break;
            }
            char before = Characters.at(text, word - 1);
            boolean joint = before == ' ' || Characters.isHyphen(before) || Characters.isApostrophe(before);
            if (!joint) break;
            at = word - 1;
            if (Characters.at(text, at - 1) == '&') at = at - 1;
            while (at > 0 && (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '&')) at--;
        }
        return start >= 0 && end(text, start) == end ? start : -1;
    }

    /** « Petit et Fils »; « Verrival et Ondaline » are two. */
    private static boolean isAndPartners(String text, int start, int end) {
        return Characters.isFolded(text, start, end, "et")
                && PARTNERS.has(text, end + 1, Characters.wordEnd(text, end + 1, LONGEST_WORD));
    }

    private static int next(String text, int wordEnd) {
        char sign = Characters.at(text, wordEnd);
        boolean joint = Characters.isHyphen(sign) || Characters.isApostrophe(sign) || sign == '&';
        if (joint && Characters.isAlphanumeric(Characters.at(text, wordEnd + 1))) return wordEnd + 1;
        if (!Characters.isSpace(sign) || sign == '\t') return -1;
        int at = wordEnd + 1;
        boolean and = Characters.at(text, at) == '&' || Characters.at(text, at) == '+';
        if (and && Characters.isSpace(Characters.at(text, at + 1))) at += 2;
        return Characters.isAlphanumeric(Characters.at(text, at)) ? at : -1;
    }

    private static boolean isProgram(String text, int start, int end) {
        return PROGRAMS.has(text, start, Characters.wordEnd(text, start, LONGEST_WORD))
                || PROGRAMS.has(text, Characters.wordStart(text, end, LONGEST_WORD), end)
                || isFoldedSuffix(text, end);
    }

    /** {@code HttpClient} is a class. */
    private static boolean isFoldedSuffix(String text, int end) {
        return end > 6 && Characters.isFolded(text, end - 6, end, "client");
    }

    private static boolean isArticle(String text, int start, int end) {
        return ARTICLES.has(text, start, end);
    }

    private static boolean hasUpperCase(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (Character.isUpperCase(text.charAt(i))) return true;
        }
        return false;
    }
}
