package org.vigie.detection;

import java.util.ArrayList;
import java.util.List;
import org.vigie.detection.WordSequences.Inflection;
import org.vigie.detection.WordSequences.Sequence;
import org.vigie.kernel.DataClass;

/** The wordings of protective markings, each with the class that it stands for. */
final class MarkingPhrases {
    /** How much a phrase needs around it to be a marking. */
    enum Strength {
        /** Nothing: there is no other use of it. */
        ALONE,
        /** Capitals, or an edge before and behind it. */
        STRONG,
        /** An edge before and behind it, or a label: « INTERNE », « SECRET », « PUBLIC ». */
        WEAK,
        /** A label, or a line or brackets of its own at the start of a line: « C2 » is also a level of English. */
        LABELLED
    }

    record Marking(DataClass dataClass, Strength strength) {}

    static final WordSequences<Marking> ALL = phrases();

    private MarkingPhrases() {}

    private static WordSequences<Marking> phrases() {
        List<Sequence<Marking>> phrases = new ArrayList<>();
        add(phrases, DataClass.C3, Strength.ALONE, "tlp red", "tlp rouge");
        add(
                phrases,
                DataClass.C2,
                Strength.ALONE,
                "tlp amber+strict",
                "tlp amber strict",
                "tlp amber",
                "tlp ambre",
                "tlp orange");
        add(phrases, DataClass.C1, Strength.ALONE, "tlp green", "tlp vert");
        add(phrases, DataClass.C0, Strength.ALONE, "tlp clear", "tlp white", "tlp blanc");
        add(
                phrases,
                DataClass.C3,
                Strength.STRONG,
                "très secret défense",
                "très secret",
                "secret défense",
                "confidentiel défense",
                "spécial france",
                "strictement confidentiel",
                "strictement personnel et confidentiel",
                "hautement confidentiel",
                "ultra confidentiel",
                "très confidentiel",
                "top secret",
                "strictly confidential",
                "highly confidential",
                "eyes only",
                "secret médical");
        add(
                phrases,
                DataClass.C2,
                Strength.STRONG,
                "confidentiel",
                "confidentielle",
                "personnel et confidentiel",
                "privé et confidentiel",
                "document confidentiel",
                "diffusion restreinte",
                "diffusion très restreinte",
                "diffusion limitée",
                "diffusion strictement limitée",
                "diffusion interdite",
                "diffusion contrôlée",
                "accès restreint",
                "accès limité",
                "secret des affaires",
                "secret d'affaires",
                "secret professionnel",
                "secret industriel",
                "ne pas diffuser",
                "à ne pas diffuser",
                "ne pas transmettre",
                "ne pas transférer",
                "ne pas divulguer",
                "ne pas communiquer",
                "non diffusable",
                "confidential",
                "company confidential",
                "private and confidential",
                "proprietary and confidential",
                "commercial in confidence",
                "do not distribute",
                "do not forward",
                "do not share",
                "not for distribution",
                "for official use only",
                "restricted distribution");
        add(
                phrases,
                DataClass.C1,
                Strength.STRONG,
                "usage interne",
                "à usage interne",
                "usage strictement interne",
                "à usage strictement interne",
                "document à usage interne",
                "réservé à l'usage interne",
                "réservé à un usage interne",
                "diffusion interne",
                "document interne",
                "internal use",
                "for internal use",
                "internal only");
        add(phrases, DataClass.C3, Strength.WEAK, "secret");
        add(
                phrases,
                DataClass.C2,
                Strength.WEAK,
                "restreint",
                "restreinte",
                "restricted",
                "sensible",
                "classifié",
                "limitée");
        add(phrases, DataClass.C1, Strength.WEAK, "interne", "internal", "non protégé");
        add(phrases, DataClass.C0, Strength.WEAK, "public", "publique", "non confidentiel", "diffusion libre");
        add(phrases, DataClass.C0, Strength.LABELLED, "C0");
        add(phrases, DataClass.C1, Strength.LABELLED, "C1");
        add(phrases, DataClass.C2, Strength.LABELLED, "C2");
        add(phrases, DataClass.C3, Strength.LABELLED, "C3");
        return new WordSequences<>(Inflection.NONE, phrases);
    }

    private static void add(List<Sequence<Marking>> phrases, DataClass dataClass, Strength strength, String... terms) {
        for (String term : terms) {
            phrases.add(new Sequence<>(WordSequences.words(term), new Marking(dataClass, strength)));
        }
    }
}
