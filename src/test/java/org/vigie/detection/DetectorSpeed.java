package org.vigie.detection;

import static java.util.stream.Collectors.joining;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Prints how fast texts are examined, best of many rounds, in processor time of the one thread: prose, prose with
 * somebody in it, and the development set (a finding every 60 characters: the slowest that real work gets). The p99 of
 * 32 kB is given in processor time and by the clock: where they differ, others had the processor.
 */
final class DetectorSpeed {
    private static final String PLAIN = """
            Le comité de pilotage s'est réuni mardi matin pour examiner l'avancement du projet de refonte du système \
            d'information. Les équipes ont présenté les résultats du cadrage, qui a mobilisé douze consultants pendant \
            trois semaines et dont le budget atteint 145 000 € hors taxes. Plusieurs points de vigilance ont été \
            relevés : la disponibilité des métiers, la qualité des données à reprendre et la mise en production, prévue \
            le 15 mars 2027. Madame la Directrice a demandé que les risques soient suivis chaque semaine.
            """;
    private static final String PERSONAL = PLAIN + "M. Durand (a.durand@exemple.fr, 01 99 00 12 34) écrira vendredi.\n";

    private static final String NAMES = """
            Compte rendu de la Réunion du Comité de Direction de Clermont-Ferrand
            Présents : Sophie Durand, Karim B., M. Petit (DSI), Nguyen Thi Hoa, Élodie Van den Berghe
            Nom : Kowalczyk Prénom : Jan
            Benoît Lefèvre rappelle à Mme Diallo que la Direction des Systèmes d'Information attend le Plan de Reprise.
            Selon Garcia, l'Agence de Lyon et la Préfecture du Rhône ont reçu le Rapport de la Cour des Comptes.
            """;

    private DetectorSpeed() {}

    public static void main(String[] arguments) {
        String mixed =
                DevelopmentSet.development().stream().map(AnnotatedText::text).collect(joining("\n\n"));
        print("prose", PLAIN);
        print("prose with personal data", PERSONAL);
        print("names and what looks like them", NAMES);
        print("development set", mixed);
    }

    private static void print(String title, String text) {
        String large = text.repeat(Math.max(1, (1 << 20) / text.length()));
        String kilobytes = large.substring(0, 4_096);
        double megabytes = large.getBytes(StandardCharsets.UTF_8).length / 1e6;
        System.out.printf(
                Locale.ROOT,
                "%s: %.1f MB/s, 4,096 characters in %.0f µs%n",
                title,
                megabytes / (nanoseconds(large, 40) / 1e9),
                nanoseconds(kilobytes, 4_000) / 1e3);
        printLatency(large.substring(0, 32_768));
    }

    private static void printLatency(String text) {
        Detector detector = new Detector(StaffDirectory.EMPTY);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        int rounds = 2_000;
        long[] processor = new long[rounds];
        long[] clock = new long[rounds];
        for (int round = -rounds; round < rounds; round++) {
            long start = threads.getCurrentThreadCpuTime();
            long began = System.nanoTime();
            if (detector.detect(text).size() > text.length()) throw new AssertionError();
            if (round < 0) continue;
            clock[round] = System.nanoTime() - began;
            processor[round] = threads.getCurrentThreadCpuTime() - start;
        }
        Arrays.sort(processor);
        Arrays.sort(clock);
        int last = rounds * 99 / 100;
        System.out.printf(
                Locale.ROOT,
                "  32,768 characters: p50 %.1f ms, p99 %.1f ms of the processor; p50 %.1f ms, p99 %.1f ms by the clock%n",
                processor[rounds / 2] / 1e6,
                processor[last] / 1e6,
                clock[rounds / 2] / 1e6,
                clock[last] / 1e6);
    }

    private static long nanoseconds(String text, int rounds) {
        Detector detector = new Detector(StaffDirectory.of(List.of(StaffName.of("Olive Petit"))));
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long best = Long.MAX_VALUE;
        for (int round = 0; round < rounds; round++) {
            long start = threads.getCurrentThreadCpuTime();
            if (detector.detect(text).size() > text.length()) throw new AssertionError();
            best = Math.min(best, threads.getCurrentThreadCpuTime() - start);
        }
        return best;
    }
}
