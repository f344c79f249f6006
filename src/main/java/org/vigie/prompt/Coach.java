package org.vigie.prompt;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vigie.kernel.Folded;

/**
 * What a request says and what it leaves open, by rules: what is wanted, from where, for whom, in which form, within which
 * limits, on which sources, and what to do with what is uncertain. Signs of French and English wording, so a hint to its
 * author and no judgement.
 *
 * @param remarks one for each criterion, in its order
 */
record Coach(List<Remark> remarks) {
    private static final int LONGEST_READ = 20_000;
    /** From here on a text brings its own context. */
    private static final int LONG_TEXT = 400;

    Coach {
        remarks = List.copyOf(remarks);
    }

    /** @param sign the words that say it; empty where nothing does, or where it is the text's length */
    record Remark(Criterion criterion, boolean met, String sign) {}

    enum Criterion {
        /** What is to be done: an imperative, a wish or a question. */
        AIM(
                "\\b(?:resume|synthetise|redige|ecris|reformule|corrige|relis|traduis|compare|explique|propose|liste|classe|"
                        + "extrais|analyse|prepare|verifie|calcule|cherche|trouve|transforme|complete|simplifie|decris|definis|"
                        + "genere|cree|donne|fais|aide|reponds|imagine|critique|evalue)(?:r|z|s|-moi|-nous)?\\b"
                        + "|\\b(?:je (?:veux|voudrais|souhaite|cherche|dois)|j'ai besoin|il (?:me|nous) faut|peux-tu|pouvez-vous|"
                        + "pourrais-tu|pourriez-vous)\\b"
                        + "|\\b(?:summari[sz]e|write|draft|rewrite|correct|proofread|translate|compare|explain|suggest|list|"
                        + "extract|analy[sz]e|prepare|check|find|describe|review|i (?:want|need|would like)|can you|could you)\\b"
                        + "|\\?"),
        /** From where it is asked. */
        CONTEXT(
                "\\b(?:contexte|dans le cadre|je suis|nous sommes|notre (?:entreprise|equipe|client|projet|service)|"
                        + "mon (?:equipe|client|projet|service)|suite a|a la suite|en vue d|depuis que|parce que|car|afin d)"
                        + "|\\b(?:context|background|i am|i'm|we are|our (?:company|team|client|project)|because|following)\\b"),
        /** For whom. */
        READER(
                "\\b(?:a destination d|destinataire|adresse[erz]* a|s'adresse|lecteurs?|lectrices?|public (?:vise|cible)|"
                        + "grand public)"
                        + "|\\bpour (?:un|une|des|le|la|les|l'|mon|ma|mes|notre|nos|leur)\\s?"
                        + "(?:\\p{L}+ ){0,2}(?:client|direct|equipe|collegue|comite|salarie|collaborat|responsable|manager|"
                        + "chef|cadre|debutant|expert|utilisat|usager|fournisseur|partenaire|actionnaire|avocat|juriste|dirigeant|"
                        + "candidat|enfant|eleve|etudiant|elu|personne|non-specialiste|novice)"
                        + "|\\ba (?:un|une|mon|ma|mes|nos|notre|l'|la|le|les)\\s?(?:\\p{L}+ ){0,1}(?:client|direct|equipe|collegue|comite|"
                        + "salarie|responsable|manager|fournisseur|partenaire|candidat|usager)"
                        + "|\\bfor (?:a|an|the|my|our) (?:\\p{L}+ ){0,2}(?:client|customer|manager|team|colleague|board|committee|"
                        + "beginner|expert|audience|reader|user|supplier|partner)|\\baudience\\b"),
        /** In which form. */
        FORMAT("(?<!\\b(?:ce|cet|cette|ces|le|la|les|mon|ma|mes|notre|nos|the|this|my|our) )"
                + "\\b(?:tableau|liste|puces|courriel|e-?mail|mail|note|plan|paragraphes?|titres?|lettre|compte rendu|"
                + "markdown|json|csv|diaporama|diapositives?|ton|style|format|forme|sous forme|etapes)\\b"
                + "|\\b(?:en|de) (?:\\d+|un|une|deux|trois|quatre|cinq|six|dix|quelques) (?:\\p{L}+ )?"
                + "(?:points?|lignes?|phrases?|mots?|pages?|parties|idees|exemples?|questions?)"
                + "|\\b(?:table|list|bullets?|bullet points|letter|paragraphs?|tone|headings?|slides?)\\b"),
        /** Within which limits. */
        LIMITS(
                "\\b(?:au plus|au maximum|maximum|max|au moins|moins de|pas plus|sans|seulement|uniquement|exclusivement|"
                        + "evite[rz]?|n'(?:utilise|ecris|ajoute|emploie)|ne (?:\\p{L}+ ){1,3}pas|court[es]?|bref|breve|concis[es]?|"
                        + "limite[erz]?|hors|avant le)\\b"
                        + "|\\b(?:at most|at least|no more than|without|only|avoid|do not|don't|short|brief|concise|limit)\\b"
                        + "|\\b\\d+ (?:mots|lignes|phrases|caracteres|points|pages|words|lines|sentences)\\b"),
        /** On what it is to stand. */
        SOURCES(
                "\\b(?:d'apres|a partir d|selon|source|cite[rz]?|reference|appuie|fonde[rz]? sur|ci-joint|ci-dessous|ci-apres|"
                        + "suivante?s?|voici|document|fichier|extrait|joint|texte :|article)"
                        + "|\\b(?:according to|based on|source|cite|reference|attached|below|following|here is|document|file)\\b"),
        /** What to do with what is uncertain. */
        CHECKING(
                "\\b(?:si tu ne sais pas|si vous ne savez pas|dis-le|dites-le|signale|n'invente|sans inventer|incertain|"
                        + "incertitude|doute|hypotheses?|a verifier|verifie[rz]?|pose-moi|posez-moi|demande-moi|questions? d'abord|"
                        + "justifie|montre (?:ton|le) calcul|etape par etape|manque)"
                        + "|\\b(?:if you (?:do not|don't) know|say so|do not invent|don't invent|uncertain|assumptions?|"
                        + "ask me|verify|double-check|step by step|missing)\\b");

        private final Pattern sign;

        Criterion(String sign) {
            this.sign = Pattern.compile(sign);
        }

        private Optional<String> in(Folded folded, String text) {
            Matcher found = sign.matcher(folded.text());
            if (!found.find()) return Optional.empty();
            return Optional.of(text.substring(folded.origin()[found.start()], folded.origin()[found.end()])
                    .strip());
        }
    }

    static Coach of(String whole) {
        String text = whole.substring(0, Math.min(whole.length(), LONGEST_READ));
        Folded folded = Folded.of(text);
        return new Coach(Stream.of(Criterion.values())
                .map(criterion -> remark(criterion, criterion.in(folded, text), text.length() >= LONG_TEXT))
                .toList());
    }

    /** Whoever pastes a text has said from where it comes and what to use. */
    private static Remark remark(Criterion criterion, Optional<String> sign, boolean isLong) {
        boolean brought = isLong && (criterion == Criterion.CONTEXT || criterion == Criterion.SOURCES);
        return new Remark(criterion, sign.isPresent() || brought, sign.orElse(""));
    }

    long met() {
        return remarks.stream().filter(Remark::met).count();
    }

    List<Criterion> open() {
        return remarks.stream()
                .filter(remark -> !remark.met())
                .map(Remark::criterion)
                .toList();
    }
}
