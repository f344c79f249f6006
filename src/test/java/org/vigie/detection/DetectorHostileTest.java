package org.vigie.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No text makes the detector slow, break, or answer spans that cannot be used. */
class DetectorHostileTest {
    private static final Detector DETECTOR =
            new Detector(StaffDirectory.of(List.of(StaffName.of("Olive Petit"), StaffName.of("Jean Martin"))));
    private static final int MEGABYTE = 1 << 20;

    private static final long LIMIT = 2_000_000_000L;

    /** What a recogniser might look far around: each fills a megabyte. */
    private static final List<String> PARTS = List.of(
            "0",
            "1 ",
            "97",
            "1 2 3 ",
            "12 34 56 78 9 ",
            "4532 ",
            "06 12 ",
            "visa 4532 ",
            "tél 06 ",
            "1.",
            "1.1.",
            "10.0.0.",
            "::",
            "a:",
            "fe80:",
            "@",
            "a@",
            "@a.b",
            "(at)",
            " arobase ",
            " point ",
            "://",
            "https://",
            "https://a:",
            "https://a:b@",
            "?token=",
            "&key=a",
            "A1-",
            "AA-123-",
            "AB 12 ",
            "A",
            "AB",
            "ABC ",
            "Ab ",
            "Jean ",
            "Jean-",
            "JEAN ",
            "jean ",
            "d'",
            "M. ",
            "Mme ",
            "de ",
            "Le ",
            "J.",
            "J.-",
            ",",
            ", ",
            ";",
            "|",
            "\t",
            "\"",
            "'",
            "«",
            "« ",
            "(",
            "[[",
            "{\"a\":",
            "{\"nom\":\"",
            "[",
            "<",
            "<a>",
            "P<FRA",
            "IDFRA",
            "*",
            "**Nom :** ",
            "# ",
            "> ",
            "rue ",
            "12 rue ",
            "1 rue de la ",
            "75001 ",
            "12 bis, ",
            "avenue, ",
            "BP 12 ",
            "lieu-dit ",
            "né le ",
            "née ",
            "né le 12/",
            "date_naissance;",
            "01/01/",
            "2001-01-",
            "mot de passe : ",
            "mdp ",
            "password=",
            "password: '",
            "clé = \"",
            "token ",
            "secret:",
            "sk-",
            "ghp_",
            "AKIA",
            "eyJhbGciOi",
            "eyJ.eyJ.",
            "-----BEGIN ",
            "-----BEGIN RSA PRIVATE KEY-----\n",
            "Bearer ",
            "Nom : ",
            "Nom :\n",
            "nom;prenom;",
            "client ",
            "Client : ",
            "notre client ",
            "CONFIDENTIEL ",
            "CONFIDENTIEL\n",
            "TLP:",
            "C3 ",
            "enceinte ",
            "elle est malade, ",
            "cancer ",
            "il a un cancer ",
            "Olive est ",
            "CGT ",
            "SIREN ",
            "FR76 ",
            "FR",
            "FR76 3006",
            "IBAN : ",
            "RIB\n",
            "guichet ",
            "carte 4970 ",
            "n° ",
            "n°",
            "passeport ",
            "12AB3",
            "permis 12",
            "zéro ",
            "zéro six ",
            "quatre-vingt-",
            "+33 ",
            "+",
            "00",
            "48.85, 2.35 ",
            "00:11:22:",
            "Bonjour ",
            "Bonjour,\n",
            "Cordialement,\n",
            "De : ",
            "@Jean ",
            "\n",
            "\r\n",
            "\r",
            " ",
            "\u00a0",
            "\u202f",
            "\u200b",
            "\u0000",
            "\ufeff",
            "e\u0301",
            "\u0301",
            "\ud83d\ude00",
            "\ud83d",
            "\ude00",
            "\ud835\udc00",
            "é",
            "ß",
            "İ",
            "ﬁ",
            "٣",
            "漢字",
            "Ａ１",
            "\u202e",
            "-",
            "_",
            "=",
            "/",
            "\\",
            "\\u00e9",
            "%20",
            "&nbsp;",
            "&#233;",
            ".",
            "…",
            ":",
            ": ");

    static Stream<String> parts() {
        return PARTS.stream();
    }

    /** 1 MB within 2 s, and no more than 8 times as long as a quarter of it (quadratic work takes 16 times as long). */
    @ParameterizedTest
    @MethodSource("parts")
    void takes_linear_time(String part) {
        String whole = part.repeat(MEGABYTE / part.length());
        String quarter = part.repeat(MEGABYTE / 4 / part.length());
        long bestOfQuarter = processorNanoseconds(quarter);
        long best = processorNanoseconds(whole);
        for (int round = 0; round < 2 && !isFine(best, bestOfQuarter); round++) {
            bestOfQuarter = Math.min(bestOfQuarter, processorNanoseconds(quarter));
            best = Math.min(best, processorNanoseconds(whole));
        }
        assertThat(best).isLessThan(LIMIT);
        assertThat(isFine(best, bestOfQuarter))
                .as("%d ns after %d ns", best, bestOfQuarter)
                .isTrue();
    }

    /** Below 100 ms a ratio says more of the machine than of the text. */
    private static boolean isFine(long whole, long quarter) {
        return whole < 100_000_000L || whole < 8 * quarter;
    }

    @Test
    void takes_wide_tables_and_deep_nests() {
        List<String> texts = new ArrayList<>();
        texts.add("nom;".repeat(10_000) + "\n" + "Durand;".repeat(10_000) + "\n" + "Paul;".repeat(10_000));
        texts.add("date_naissance,".repeat(10_000) + "\n" + "12/03/1980,".repeat(10_000));
        texts.add("| nom ".repeat(10_000) + "|\n" + "|---".repeat(10_000) + "|\n" + "| Durand ".repeat(10_000) + "|");
        texts.add("nom\tprenom\n" + "Durand\tPaul\n".repeat(60_000));
        texts.add("{\"nom\":".repeat(50_000) + "\"Durand\"" + "}".repeat(50_000));
        texts.add("« \"'".repeat(100_000) + "Durand" + "'\" »".repeat(100_000));
        texts.add("Nom :" + " ".repeat(MEGABYTE) + "Durand");
        texts.add("mot de passe :" + "\n".repeat(MEGABYTE) + "Cigogne12");
        texts.add("12 rue" + " de la".repeat(150_000) + " 75001 Paris");
        texts.add("né le" + " ".repeat(MEGABYTE) + "12/03/1980");
        texts.add("https://a:" + "b".repeat(MEGABYTE) + "@exemple.fr/");
        texts.add("-----BEGIN PRIVATE KEY-----\n" + "A".repeat(MEGABYTE) + "\n-----END PRIVATE KEY-----");
        texts.add("a".repeat(MEGABYTE) + "@exemple.fr");
        texts.add("a@" + "exemple.".repeat(MEGABYTE / 8) + "fr");
        texts.add("A".repeat(MEGABYTE));
        texts.add("Jean " + "Martin-".repeat(MEGABYTE / 7));
        texts.add("12345678901234567890".repeat(MEGABYTE / 20));
        for (String text : texts) {
            assertUsable(text);
            long best = Math.min(processorNanoseconds(text), processorNanoseconds(text));
            assertThat(best).as(text.substring(0, 20)).isLessThan(LIMIT);
        }
    }

    @Test
    void answers_usable_spans_on_mixed_parts() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 4_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                text.append(PARTS.get(random.nextInt(PARTS.size())));
                if (random.nextInt(6) == 0) text.append(random.nextInt(100_000));
            }
            assertUsable(text.toString(), seed);
        }
    }

    @Test
    void answers_usable_spans_on_any_characters() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 4_000; round++) {
            StringBuilder text = new StringBuilder();
            int reach = List.of(0x80, 0x250, 0x3000, 0x10000, 0x110000).get(random.nextInt(5));
            for (int i = random.nextInt(200); i > 0; i--) text.appendCodePoint(random.nextInt(reach));
            assertUsable(text.toString(), seed);
        }
    }

    /** Development texts with a character dropped, doubled or replaced, so that recognisers are entered deeply. */
    @Test
    void answers_usable_spans_on_damaged_texts() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String strange = "\ud83d\ude00\u0301\u0000\u00a0\n\t\"'{}[]<>@:;,.-0A";
        for (AnnotatedText annotated : DevelopmentSet.development()) {
            for (int round = 0; round < 4; round++) {
                StringBuilder text = new StringBuilder(annotated.text());
                for (int i = 1 + text.length() / 40; i > 0 && !text.isEmpty(); i--) {
                    int at = random.nextInt(text.length());
                    switch (random.nextInt(3)) {
                        case 0 -> text.deleteCharAt(at);
                        case 1 -> text.insert(at, text.charAt(at));
                        default -> text.setCharAt(at, strange.charAt(random.nextInt(strange.length())));
                    }
                }
                assertUsable(text.toString(), seed);
            }
        }
    }

    private static void assertUsable(String text) {
        assertUsable(text, 0);
    }

    private static void assertUsable(String text, long seed) {
        int end = 0;
        for (Finding finding : DETECTOR.detect(text)) {
            assertThat(finding.start())
                    .as("%s, seed %d: %s", finding, seed, shown(text))
                    .isGreaterThanOrEqualTo(end);
            assertThat(finding.end())
                    .as("%s, seed %d: %s", finding, seed, shown(text))
                    .isLessThanOrEqualTo(text.length());
            assertThat(cutsPair(text, finding.start()) || cutsPair(text, finding.end()))
                    .as("%s cuts a pair, seed %d: %s", finding, seed, shown(text))
                    .isFalse();
            end = finding.end();
        }
    }

    private static boolean cutsPair(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isHighSurrogate(text.charAt(at - 1))
                && Character.isLowSurrogate(text.charAt(at));
    }

    private static String shown(String text) {
        return text.length() > 500 ? text.substring(0, 500) : text;
    }

    private static long processorNanoseconds(String text) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        assertThat(DETECTOR.detect(text)).isNotNull();
        return threads.getCurrentThreadCpuTime() - start;
    }
}
