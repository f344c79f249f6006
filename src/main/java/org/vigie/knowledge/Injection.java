package org.vigie.knowledge;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether a passage speaks to a machine instead of a reader: what is read in a document is never an instruction, and
 * people are told where one tries to be (OWASP LLM01, indirect prompt injection). A sign, not a proof.
 */
public final class Injection {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern ADDRESSED = Pattern.compile(String.join(
            "|",
            "\\b(?:ignore[rz]?|oublie[rz]?|ne tiens pas compte|disregard|forget|override)\\b[^.\\n]{0,60}"
                    + "\\b(?:instructions?|consignes?|regles?|rules?|ce qui precede|above|previous|prompt)\\b",
            "\\b(?:tu es|vous etes|you are) (?:desormais|maintenant|dorenavant|now)\\b",
            "\\b(?:prompt systeme|system prompt|message systeme|system message|developer message)\\b",
            "\\b(?:ia|assistant|llm|chatbot|modele de langage|language model)\\b ?[,:][^.\\n]{0,40}"
                    + "\\b(?:reponds?|ecris|envoie|revele|affiche|answer|write|send|reveal|print)\\b",
            "\\bne (?:dis|mentionne|revele|signale)[a-z]* (?:pas|rien|jamais)\\b[^.\\n]{0,40}\\b(?:utilisateur|personne|user)\\b",
            "\\b(?:do not|don't|never) (?:tell|mention|reveal)\\b[^.\\n]{0,40}\\b(?:user|human|reader)\\b"));

    private Injection() {}

    public static boolean isIn(String passage) {
        String folded = MARKS.matcher(Normalizer.normalize(passage, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return ADDRESSED.matcher(folded).find();
    }
}
