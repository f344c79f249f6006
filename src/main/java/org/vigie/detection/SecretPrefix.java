package org.vigie.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The prefix that an issuer puts before its keys and tokens. Prefixes and lengths follow the rules of gitleaks (MIT
 * licence, commit b58d3f1, see {@code NOTICE}), re-expressed; a minimum length is used where issuers have changed theirs.
 *
 * @param shortest how many characters of the alphabet follow at least
 */
record SecretPrefix(String text, int shortest, int longest, Alphabet alphabet) {
    /** By first character, the longest prefix first where two share a beginning. */
    private static final SecretPrefix[][] PREFIXES = byFirstCharacter(List.of(
            new SecretPrefix("AKIA", 16, 16, Alphabet.UPPER),
            new SecretPrefix("ASIA", 16, 16, Alphabet.UPPER),
            new SecretPrefix("ABIA", 16, 16, Alphabet.UPPER),
            new SecretPrefix("ACCA", 16, 16, Alphabet.UPPER),
            new SecretPrefix("ABSK", 100, 280, Alphabet.BASE64),
            new SecretPrefix("AIza", 35, 35, Alphabet.URL),
            new SecretPrefix("AGE-SECRET-KEY-1", 58, 58, Alphabet.UPPER),
            new SecretPrefix("GOCSPX-", 20, 60, Alphabet.URL),
            new SecretPrefix("GR1348941", 20, 40, Alphabet.URL),
            new SecretPrefix("SG.", 60, 80, Alphabet.DOTTED),
            new SecretPrefix("dapi", 32, 34, Alphabet.DOTTED),
            new SecretPrefix("dop_v1_", 64, 64, Alphabet.URL),
            new SecretPrefix("dp.pt.", 40, 44, Alphabet.URL),
            new SecretPrefix("github_pat_", 22, 255, Alphabet.URL),
            new SecretPrefix("ghp_", 36, 255, Alphabet.URL),
            new SecretPrefix("gho_", 36, 255, Alphabet.URL),
            new SecretPrefix("ghu_", 36, 255, Alphabet.URL),
            new SecretPrefix("ghs_", 36, 255, Alphabet.URL),
            new SecretPrefix("ghr_", 36, 255, Alphabet.URL),
            new SecretPrefix("glpat-", 20, 300, Alphabet.DOTTED),
            new SecretPrefix("gldt-", 20, 100, Alphabet.URL),
            new SecretPrefix("glrt-", 20, 100, Alphabet.DOTTED),
            new SecretPrefix("glptt-", 40, 100, Alphabet.URL),
            new SecretPrefix("glcbt-", 20, 100, Alphabet.URL),
            new SecretPrefix("glsa_", 32, 60, Alphabet.URL),
            new SecretPrefix("glc_", 32, 400, Alphabet.BASE64),
            new SecretPrefix("hf_", 34, 40, Alphabet.URL),
            new SecretPrefix("hvs.", 24, 300, Alphabet.URL),
            new SecretPrefix("hvb.", 24, 300, Alphabet.URL),
            new SecretPrefix("lin_api_", 40, 40, Alphabet.URL),
            new SecretPrefix("npm_", 36, 36, Alphabet.URL),
            new SecretPrefix("ntn_", 40, 60, Alphabet.URL),
            new SecretPrefix("ops_eyJ", 100, 2_000, Alphabet.BASE64),
            new SecretPrefix("pplx-", 48, 60, Alphabet.URL),
            new SecretPrefix("pul-", 40, 40, Alphabet.URL),
            new SecretPrefix("pypi-AgEIcHlwaS5vcmc", 50, 1_000, Alphabet.URL),
            new SecretPrefix("rk_live_", 10, 120, Alphabet.URL),
            new SecretPrefix("rk_test_", 10, 120, Alphabet.URL),
            new SecretPrefix("rubygems_", 48, 48, Alphabet.URL),
            new SecretPrefix("shpat_", 32, 32, Alphabet.URL),
            new SecretPrefix("shpss_", 32, 32, Alphabet.URL),
            new SecretPrefix("sk-ant-", 32, 200, Alphabet.URL),
            new SecretPrefix("sk-proj-", 32, 300, Alphabet.URL),
            new SecretPrefix("sk-svcacct-", 32, 300, Alphabet.URL),
            new SecretPrefix("sk-admin-", 32, 300, Alphabet.URL),
            new SecretPrefix("sk-or-v1-", 32, 100, Alphabet.URL),
            new SecretPrefix("sk-", 32, 200, Alphabet.MIXED),
            new SecretPrefix("sk_live_", 10, 120, Alphabet.URL),
            new SecretPrefix("sk_test_", 10, 120, Alphabet.URL),
            new SecretPrefix("sntrys_", 60, 400, Alphabet.BASE64),
            new SecretPrefix("sntryu_", 60, 80, Alphabet.URL),
            new SecretPrefix("whsec_", 24, 100, Alphabet.BASE64),
            new SecretPrefix("xapp-", 20, 200, Alphabet.URL),
            new SecretPrefix("xoxa-", 20, 200, Alphabet.URL),
            new SecretPrefix("xoxb-", 20, 200, Alphabet.URL),
            new SecretPrefix("xoxe.", 20, 400, Alphabet.DOTTED),
            new SecretPrefix("xoxe-", 20, 400, Alphabet.URL),
            new SecretPrefix("xoxp-", 20, 200, Alphabet.URL),
            new SecretPrefix("xoxr-", 20, 200, Alphabet.URL),
            new SecretPrefix("xoxs-", 20, 200, Alphabet.URL),
            new SecretPrefix("ya29.", 20, 400, Alphabet.URL),
            new SecretPrefix("A3-", 28, 40, Alphabet.URL),
            new SecretPrefix("AKCp", 69, 69, Alphabet.MIXED),
            new SecretPrefix("cmVmd", 59, 59, Alphabet.MIXED),
            new SecretPrefix("API-", 26, 26, Alphabet.UPPER),
            new SecretPrefix("CLOJARS_", 60, 60, Alphabet.MIXED),
            new SecretPrefix("EAAA", 22, 60, Alphabet.URL),
            new SecretPrefix("EAAC", 100, 400, Alphabet.MIXED),
            new SecretPrefix("EAAM", 100, 400, Alphabet.MIXED),
            new SecretPrefix("EZAK", 54, 54, Alphabet.MIXED),
            new SecretPrefix("EZTK", 54, 54, Alphabet.MIXED),
            new SecretPrefix("FLWSECK_TEST-", 12, 40, Alphabet.URL),
            new SecretPrefix("FLWPUBK_TEST-", 32, 40, Alphabet.URL),
            new SecretPrefix("HRKU-AA", 50, 70, Alphabet.URL),
            new SecretPrefix("LTAI", 17, 26, Alphabet.MIXED),
            new SecretPrefix("NRAK-", 27, 27, Alphabet.MIXED),
            new SecretPrefix("NRII-", 32, 32, Alphabet.URL),
            new SecretPrefix("NRJS-", 19, 19, Alphabet.MIXED),
            new SecretPrefix("PMAK-", 50, 64, Alphabet.URL),
            new SecretPrefix("SK", 32, 32, Alphabet.HEX),
            new SecretPrefix("ATATT3", 60, 250, Alphabet.BASE64),
            new SecretPrefix("ATBB", 28, 40, Alphabet.MIXED),
            new SecretPrefix("ATCTT3", 60, 250, Alphabet.BASE64),
            new SecretPrefix("api_org_", 34, 34, Alphabet.URL),
            new SecretPrefix("bkua_", 40, 40, Alphabet.MIXED),
            new SecretPrefix("dnkey-", 60, 100, Alphabet.URL),
            new SecretPrefix("doo_v1_", 64, 64, Alphabet.URL),
            new SecretPrefix("dor_v1_", 64, 64, Alphabet.URL),
            new SecretPrefix("dt0c01.", 80, 100, Alphabet.DOTTED),
            new SecretPrefix("duffel_test_", 43, 43, Alphabet.URL),
            new SecretPrefix("duffel_live_", 43, 43, Alphabet.URL),
            new SecretPrefix("fio-u-", 64, 64, Alphabet.URL),
            new SecretPrefix("fo1_", 43, 43, Alphabet.URL),
            new SecretPrefix("fm1a_", 100, 2_000, Alphabet.BASE64),
            new SecretPrefix("fm1r_", 100, 2_000, Alphabet.BASE64),
            new SecretPrefix("fm2_", 100, 2_000, Alphabet.BASE64),
            new SecretPrefix("glagent-", 50, 100, Alphabet.URL),
            new SecretPrefix("glffct-", 20, 100, Alphabet.URL),
            new SecretPrefix("glft-", 20, 100, Alphabet.URL),
            new SecretPrefix("glimt-", 25, 100, Alphabet.URL),
            new SecretPrefix("gloas-", 64, 100, Alphabet.URL),
            new SecretPrefix("glsoat-", 20, 100, Alphabet.URL),
            new SecretPrefix("gsk_", 48, 60, Alphabet.MIXED),
            new SecretPrefix("ico-", 32, 32, Alphabet.MIXED),
            new SecretPrefix("key-", 32, 32, Alphabet.HEX),
            new SecretPrefix("pat.", 60, 100, Alphabet.DOTTED),
            new SecretPrefix("sat.", 60, 100, Alphabet.DOTTED),
            new SecretPrefix("pnu_", 36, 36, Alphabet.MIXED),
            new SecretPrefix("pscale_tkn_", 32, 64, Alphabet.DOTTED),
            new SecretPrefix("pscale_oauth_", 32, 64, Alphabet.DOTTED),
            new SecretPrefix("pscale_pw_", 32, 64, Alphabet.DOTTED),
            new SecretPrefix("rdme_", 70, 70, Alphabet.MIXED),
            new SecretPrefix("rk_prod_", 10, 120, Alphabet.URL),
            new SecretPrefix("s-s4t2ud-", 64, 64, Alphabet.MIXED),
            new SecretPrefix("s-s4t2af-", 64, 64, Alphabet.MIXED),
            new SecretPrefix("scw_", 30, 60, Alphabet.URL),
            new SecretPrefix("sgp_", 40, 70, Alphabet.URL),
            new SecretPrefix("shippo_live_", 40, 40, Alphabet.MIXED),
            new SecretPrefix("shippo_test_", 40, 40, Alphabet.MIXED),
            new SecretPrefix("shpca_", 32, 32, Alphabet.URL),
            new SecretPrefix("shppa_", 32, 32, Alphabet.URL),
            new SecretPrefix("sk_prod_", 10, 120, Alphabet.URL),
            new SecretPrefix("sl.", 100, 200, Alphabet.DOTTED),
            new SecretPrefix("sm_aat_", 16, 16, Alphabet.MIXED),
            new SecretPrefix("sm_pat_", 16, 16, Alphabet.MIXED),
            new SecretPrefix("sm_sat_", 16, 16, Alphabet.MIXED),
            new SecretPrefix("sq0atp-", 22, 60, Alphabet.URL),
            new SecretPrefix("sq0csp-", 40, 60, Alphabet.URL),
            new SecretPrefix("sqa_", 40, 40, Alphabet.MIXED),
            new SecretPrefix("sqp_", 40, 40, Alphabet.MIXED),
            new SecretPrefix("squ_", 40, 40, Alphabet.MIXED),
            new SecretPrefix("tfp_", 50, 80, Alphabet.DOTTED),
            new SecretPrefix("tk-us-", 48, 48, Alphabet.URL),
            new SecretPrefix("xkeysib-", 64, 90, Alphabet.URL),
            new SecretPrefix("xoxo-", 20, 200, Alphabet.URL),
            new SecretPrefix("xsmtpsib-", 64, 90, Alphabet.URL),
            new SecretPrefix("p8e-", 32, 32, Alphabet.MIXED)));

    /** The first three characters of all prefixes, and of JSON Web Tokens. */
    private static final HashFilter BEGINNINGS = beginnings();

    /** Whether a secret with a prefix, or a JSON Web Token, may start at an offset: no for nearly every word of a text. */
    static boolean mayStart(String text, int start) {
        return BEGINNINGS.mayHold(
                beginning(text.charAt(start), Characters.at(text, start + 1), Characters.at(text, start + 2)));
    }

    /** The secret whose prefix stands at an offset. */
    static Optional<Finding> find(String text, int start) {
        if (text.charAt(start) >= PREFIXES.length) return Optional.empty();
        for (SecretPrefix prefix : PREFIXES[text.charAt(start)]) {
            int end = prefix.endOfMatch(text, start);
            if (end > 0) {
                String rule = "secret-" + prefix.name();
                return Optional.of(new Finding(FindingType.SECRET, start, end, Finding.CERTAIN, rule));
            }
        }
        return Optional.empty();
    }

    static int bodyEnd(String text, int from, Alphabet alphabet, int longest) {
        int limit = (int) Math.min(text.length(), (long) from + longest);
        int end = from;
        while (end < limit && alphabet.holds(text.charAt(end))) end++;
        return end;
    }

    private static SecretPrefix[][] byFirstCharacter(List<SecretPrefix> prefixes) {
        List<List<SecretPrefix>> table = new ArrayList<>();
        for (int c = 0; c < 128; c++) table.add(new ArrayList<>());
        for (SecretPrefix prefix : prefixes) table.get(prefix.text().charAt(0)).add(prefix);
        return table.stream().map(list -> list.toArray(SecretPrefix[]::new)).toArray(SecretPrefix[][]::new);
    }

    private static HashFilter beginnings() {
        HashFilter filter = new HashFilter(1 << 13);
        for (SecretPrefix[] prefixes : PREFIXES) {
            for (SecretPrefix prefix : prefixes) {
                String text = prefix.text();
                if (text.length() > 2) filter.add(beginning(text.charAt(0), text.charAt(1), text.charAt(2)));
                else for (char c = 0; c < 128; c++) filter.add(beginning(text.charAt(0), text.charAt(1), c));
            }
        }
        filter.add(beginning('e', 'y', 'J'));
        return filter;
    }

    private static int beginning(char first, char second, char third) {
        return 31 * (31 * first + second) + third;
    }

    private String name() {
        StringBuilder name = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Characters.isAsciiAlphanumeric(c)) Characters.fold(c, name);
            else if (i + 1 < text.length()) name.append('-');
        }
        return name.toString();
    }

    /** The end of the secret, negative when it is none: too short, too long, or a slug such as a file name. */
    private int endOfMatch(String haystack, int start) {
        if (!haystack.startsWith(text, start)) return -1;
        int body = start + text.length();
        int end = bodyEnd(haystack, body, alphabet, longest);
        while (end > body && haystack.charAt(end - 1) == '.') end--;
        boolean cut = end < haystack.length() && Characters.isAsciiAlphanumeric(haystack.charAt(end));
        return end - body >= shortest && !cut && looksRandom(haystack, body, end) ? end : -1;
    }

    /** A key has letters and digits, or both cases: "sk-ou-un-tres-long-nom-de-branche-en-minuscules" has not. */
    private boolean looksRandom(String haystack, int from, int to) {
        boolean digit = false;
        boolean upper = false;
        boolean lower = false;
        for (int i = from; i < to; i++) {
            char c = haystack.charAt(i);
            digit |= Characters.isDigit(c);
            upper |= c >= 'A' && c <= 'Z';
            lower |= c >= 'a' && c <= 'z';
        }
        return (digit && (upper || lower)) || (upper && lower) || alphabet == Alphabet.UPPER;
    }

    enum Alphabet {
        /** Capitals and digits. */
        UPPER,
        /** Hexadecimal digits. */
        HEX,
        /** Letters and digits. */
        MIXED,
        /** Letters, digits, hyphen, underscore. */
        URL,
        /** As URL, with points. */
        DOTTED,
        /** Letters, digits, {@code + / =} and underscore. */
        BASE64;

        boolean holds(char c) {
            if (this == UPPER) return Characters.isDigit(c) || (c >= 'A' && c <= 'Z');
            if (this == HEX) return Character.digit(c, 16) >= 0 && c < 128;
            if (Characters.isAsciiAlphanumeric(c)) return true;
            return switch (this) {
                case UPPER, HEX, MIXED -> false;
                case URL -> c == '-' || c == '_';
                case DOTTED -> c == '-' || c == '_' || c == '.';
                case BASE64 -> c == '+' || c == '/' || c == '=' || c == '_';
            };
        }
    }
}
