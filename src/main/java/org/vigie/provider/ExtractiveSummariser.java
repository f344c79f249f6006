package org.vigie.provider;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.kernel.Language;

/**
 * The engine of an installation that has no model yet. It quotes the most central sentences of a text that it is given,
 * word for word and in their order, and says first that no generative model is configured; anything else it declines.
 * It writes nothing of its own about the subject, so it cannot be taken for a model, and placeholders stay whole.
 *
 * <p>Pure: the same text always gives the same answer. Time is linear in the text but for at most
 * {@value #MOST_SENTENCES} sentences, which are compared pair by pair.
 */
public final class ExtractiveSummariser {
    /** Above, sentences are sampled: the first ones of every paragraph. */
    static final int MOST_SENTENCES = 400;

    private static final int FEWEST_SENTENCES = 4;
    private static final int SHORTEST_TEXT = 300;
    private static final int FEWEST_QUOTED = 3;
    private static final int MOST_QUOTED = 7;
    private static final int ONE_QUOTED_OF = 5;
    private static final int LONGEST_REQUEST = 240;
    private static final Set<String> REQUESTS = Set.of(
            "résume",
            "résumer",
            "résumez",
            "synthétise",
            "synthétisez",
            "peux",
            "pouvez",
            "pourrais",
            "pourriez",
            "fais",
            "faites",
            "donne",
            "donnez",
            "voici",
            "merci",
            "bonjour",
            "summarise",
            "summarize",
            "please",
            "can",
            "could",
            "here",
            "give",
            "hello",
            "résumé",
            "synthèse",
            "summary");

    /**
     * Answers the last message of a user.
     *
     * @param lastUserText the message, with placeholders where values stood
     * @param howToAddAModel one sentence for whoever installs, in that language
     * @return Markdown
     */
    public String answer(String lastUserText, Language language, String howToAddAModel) {
        List<SentenceSplitter.Sentence> sentences = withoutRequest(SentenceSplitter.split(lastUserText));
        int length = sentences.stream().mapToInt(s -> s.text().length()).sum();
        boolean summarisable = sentences.size() >= FEWEST_SENTENCES && length >= SHORTEST_TEXT;
        return notice(language, howToAddAModel)
                + (summarisable ? summary(sentences, language) : onlySummaries(language));
    }

    private static String summary(List<SentenceSplitter.Sentence> all, Language language) {
        List<SentenceSplitter.Sentence> examined = SentenceSplitter.sample(all, MOST_SENTENCES);
        int quoted = Math.clamp(all.size() / ONE_QUOTED_OF, FEWEST_QUOTED, MOST_QUOTED);
        List<String> central = SentenceCentrality.mostCentral(
                examined.stream().map(SentenceSplitter.Sentence::text).toList(), quoted);
        String quotes = central.stream().map(sentence -> "> " + sentence).collect(Collectors.joining("\n>\n"));
        return introduction(central.size(), examined.size(), all.size(), language) + "\n\n" + quotes + "\n";
    }

    /** « Peux-tu résumer ce texte ? » before the text is no part of it. */
    private static List<SentenceSplitter.Sentence> withoutRequest(List<SentenceSplitter.Sentence> sentences) {
        if (sentences.isEmpty()) return sentences;
        SentenceSplitter.Sentence first = sentences.getFirst();
        String firstWord = first.text().split("[^\\p{L}]+", 2)[0].toLowerCase(Locale.ROOT);
        boolean asks = first.text().endsWith(":") || first.text().endsWith("?");
        boolean request = first.text().length() <= LONGEST_REQUEST && (asks || REQUESTS.contains(firstWord));
        return request ? sentences.subList(1, sentences.size()) : sentences;
    }

    /** That it is no model, before anything that it quotes. */
    static String notice(Language language, String howToAddAModel) {
        String notice = switch (language) {
            case FRENCH -> "Aucun modèle génératif n’est configuré sur cette installation.";
            case ENGLISH -> "No generative model is configured on this installation.";
        };
        return "**" + notice + "** " + howToAddAModel.strip() + "\n\n";
    }

    private static String introduction(int quoted, int examined, int all, Language language) {
        Locale locale = language.locale();
        return switch (language) {
            case FRENCH ->
                examined < all
                        ? String.format(
                                locale,
                                "Voici, cités tels quels, %d passages parmi les plus centraux de votre texte"
                                        + " (%,d phrases, dont %,d examinées) :",
                                quoted,
                                all,
                                examined)
                        : String.format(
                                locale,
                                "Voici, citées telles quelles, les %d phrases les plus centrales de votre"
                                        + " texte, qui en compte %,d :",
                                quoted,
                                all);
            case ENGLISH ->
                examined < all
                        ? String.format(
                                locale,
                                "These are %d of the most central sentences of your text, quoted as they are"
                                        + " (%,d sentences, of which %,d were examined):",
                                quoted,
                                all,
                                examined)
                        : String.format(
                                locale,
                                "These are the %d most central sentences of your text, quoted as they are;"
                                        + " it has %,d:",
                                quoted,
                                all);
        };
    }

    private static String onlySummaries(Language language) {
        return switch (language) {
            case FRENCH ->
                "Sans modèle, Vigie ne peut ni répondre à une question ni rédiger. Elle peut seulement résumer"
                        + " un texte que vous lui donnez, d’au moins quatre phrases, en citant les plus centrales.\n";
            case ENGLISH ->
                "Without a model, Vigie can neither answer a question nor write. It can only summarise a text"
                        + " that you give it, of at least four sentences, by quoting the most central ones.\n";
        };
    }
}
