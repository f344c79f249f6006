package org.vigie.benchmarks.shield;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.vigie.detection.Dictionary;
import org.vigie.detection.FindingType;

/** French texts of the workplace, put together from sentences in an order that is drawn once: always the same. */
final class Texts {
    private static final long SEED = 20_261_122;

    private static final List<String> PROSE = List.of(
            "Le comité de pilotage s'est réuni mardi matin pour examiner l'avancement de la refonte du système.",
            "Les équipes ont présenté les résultats du cadrage, qui a mobilisé douze consultants pendant trois"
                    + " semaines.",
            "Le budget atteint 145 000 € hors taxes, dont 12 % pour la reprise des données.",
            "Plusieurs points de vigilance ont été relevés : la disponibilité des métiers et la qualité des données.",
            "La mise en production est prévue le 15 mars 2027, sous réserve des tests de charge.",
            "Il est rappelé que les livrables doivent être déposés avant vendredi dans l'espace partagé.",
            "Nous proposons de commencer par un périmètre restreint, puis d'élargir aux autres directions.",
            "La synthèse comporte quatre parties : contexte, constats, recommandations et calendrier.",
            "L'analyse des écarts montre que les délais de traitement ont baissé d'un tiers en un an.",
            "Peux-tu reformuler ce paragraphe de manière plus directe et en retirer le jargon ?",
            "Les risques sont suivis chaque semaine ; un point d'alerte est fait en cas de dérive.",
            "En annexe figurent la liste des interfaces, le plan de tests et le glossaire du projet.");

    private static final List<String> NAMES = List.of(
            "Compte rendu de la Réunion du Comité de Direction de Clermont-Ferrand",
            "Présents : Sophie Durand, Karim B., M. Petit (DSI), Nguyen Thi Hoa, Élodie Van den Berghe",
            "Nom : Kowalczyk Prénom : Jan",
            "Benoît Lefèvre rappelle à Mme Diallo que la Direction des Systèmes attend le Plan de Reprise.",
            "Selon Garcia, l'Agence de Lyon et la Préfecture du Rhône ont reçu le Rapport de la Cour des Comptes.",
            "Me Caroline Besson a rencontré Thomas Girard et Fatou Ndiaye à Saint-Étienne.");

    private static final List<String> PERSONAL = List.of(
            "M. Durand (a.durand@exemple.fr, 01 99 00 12 34) écrira vendredi à l'agence de Nantes.",
            "Virement attendu sur FR76 1009 6072 6421 4714 7820 706 avant la fin du mois.",
            "La salariée, née le 12/03/1985, habite 12 rue des Lilas, 44000 Nantes.",
            "Numéro de sécurité sociale : 2 41 04 2A 843 963 95, dossier complet.",
            "Le véhicule GT-224-NW est garé au niveau -2, carte 4970 2784 4750 9910 exp. 09/28.",
            "SIRET 77863644900010, TVA FR88839092285, contact : Olive Petit.");

    /** Made of syllables that no text here holds as a word. */
    private static final String[] SYLLABLES = {
        "bra", "cu", "dor", "fle", "gri", "ju", "kal", "lim", "mo", "nex", "ori", "pul", "qua", "rix", "sto", "tav",
        "ul", "vex", "yma", "zor"
    };

    private Texts() {}

    /** @param kind {@code prose}, {@code names} or {@code personal} (prose with a line of personal data every four) */
    static String of(String kind, int characters) {
        Random random = new Random(SEED);
        StringBuilder text = new StringBuilder(characters + 200);
        for (int line = 0; text.length() < characters; line++) {
            List<String> from = switch (kind) {
                case "prose" -> PROSE;
                case "names" -> NAMES;
                case "personal" -> line % 4 == 3 ? PERSONAL : PROSE;
                default -> throw new IllegalArgumentException(kind);
            };
            text.append(from.get(random.nextInt(from.size()))).append(line % 5 == 4 ? "\n\n" : " ");
        }
        return text.substring(0, characters);
    }

    /** Terms of one to three made-up words, as firms and missions are called. */
    static Dictionary dictionary(int entries) {
        Random random = new Random(SEED);
        List<Dictionary.Entry> all = new ArrayList<>(entries);
        for (int i = 0; i < entries; i++) {
            StringBuilder term = new StringBuilder();
            for (int words = 1 + random.nextInt(3); words > 0; words--) {
                if (!term.isEmpty()) term.append(' ');
                for (int part = 2 + random.nextInt(3); part > 0; part--) {
                    term.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
                }
            }
            all.add(Dictionary.Entry.protect(term.toString(), FindingType.ORG_CLIENT));
        }
        return Dictionary.of(all);
    }
}
