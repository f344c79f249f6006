package org.vigie.detection;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Prints how fast texts are examined, best of many rounds on one core: {@code MB/s} and the time for 1 KB. */
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
        for (String text : List.of(PLAIN, PERSONAL, NAMES)) {
            String large = text.repeat((1 << 20) / text.length());
            double megabytes = large.getBytes(StandardCharsets.UTF_8).length / 1e6;
            System.out.printf("%.1f MB/s%n", megabytes / (nanoseconds(large, 60) / 1e9));
            System.out.printf("1 KB in %.1f µs%n", nanoseconds(text.repeat(3).substring(0, 1_000), 20_000) / 1e3);
        }
    }

    private static long nanoseconds(String text, int rounds) {
        Detector detector = new Detector(StaffDirectory.of(List.of(StaffName.of("Olive Petit"))));
        long best = Long.MAX_VALUE;
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            if (detector.detect(text).size() > text.length()) throw new AssertionError();
            best = Math.min(best, System.nanoTime() - start);
        }
        return best;
    }
}
