package org.vigie.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetectorTest {
    private static final Detector DETECTOR = new Detector(StaffDirectory.of(List.of(StaffName.of("Olive Petit"))));

    @Test
    void finds_all_families_in_one_text() {
        String marked = "Bonjour M. ⟦PERSON Durand⟧, votre IBAN ⟦IBAN BE31 1860 3204 7255⟧ et votre n° de sécu"
                + " ⟦NIR 1 35 01 59 812 833 80⟧ sont enregistrés. Appelez le ⟦PHONE 01 99 00 12 34⟧ ou écrivez à"
                + " ⟦EMAIL o.petit@exemple.fr⟧ (SIRET ⟦SIRET 77863644900010⟧, carte ⟦CARD 4970278447509910⟧).";
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[[PERS_k7f2qx]] et [[NIR_2a3b4c]] sont des substituts",
                "Conformément à l'article L. 1234-5 du code du travail (loi n° 2016-1088 du 8 août 2016)",
                "Le 12/06/2024 à 14:30, version 3.31.3, 1 234 567,89 €, facture FA-2024-000123",
                "for (int i = 0; i < 1000000000; i++) { x[i] += 0x7fffffff; }",
                "550e8400-e29b-41d4-a716-446655440000",
                "2026-11-22T05:35:10.123456789Z",
                "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            })
    void leaves_ordinary_texts(String text) {
        assertThat(DETECTOR.detect(text)).isEmpty();
    }

    @Test
    void answers_sorted_spans_that_do_not_overlap_on_random_text() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String alphabet = "0123456789 0123456789 .-/@+[(MmeéDr aAFR76\n_'skghpeyJ:";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(80); i > 0; i--)
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            int end = 0;
            for (Finding finding : DETECTOR.detect(text.toString())) {
                assertThat(finding.start()).as("seed %d: %s", seed, text).isGreaterThanOrEqualTo(end);
                assertThat(finding.end()).as("seed %d: %s", seed, text).isLessThanOrEqualTo(text.length());
                end = finding.end();
            }
        }
    }

    /** Quadratic work would take 256 times as long for 16 times the text (1 MB); 80 leaves room for a noisy machine. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "@",
                "0",
                "0 ",
                "06 ",
                "M. ",
                "M. A ",
                "Mme D. ",
                "a@",
                "a@a.",
                "-----BEGIN PRIVATE KEY-----",
                "-",
                "eyJ",
                "eyJ-",
                "eyJ.",
                "sk-",
                "[at]",
                "+33 ",
                "1234567890123 ",
                "SIREN 123456789 ",
                "FR76 ",
                "FR76",
                "Olive ",
                "Mme Durand ",
                "Olive Petit",
                "a://b:c",
                "00",
                "J.-P. ",
                "MM. Durand, ",
                "é",
                "iban FR76 1234 ",
            })
    void takes_linear_time_on_hostile_text(String part) {
        String text = part.repeat(65_536 / part.length());
        String sixteenTimes = part.repeat(16 * 65_536 / part.length());
        long best = Long.MAX_VALUE;
        long bestOfLonger = Long.MAX_VALUE;
        for (int round = 0; round < 4; round++) {
            bestOfLonger = Math.min(bestOfLonger, processorNanoseconds(sixteenTimes));
            for (int i = 0; i < 4; i++) best = Math.min(best, processorNanoseconds(text));
        }
        assertThat((double) bestOfLonger / best).isLessThan(80);
    }

    private static long processorNanoseconds(String text) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        assertThat(DETECTOR.detect(text)).isNotNull();
        return threads.getCurrentThreadCpuTime() - start;
    }
}
