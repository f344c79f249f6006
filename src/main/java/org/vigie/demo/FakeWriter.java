package org.vigie.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.exchange.Extracts;

/**
 * Composes an answer out of the message itself. There is no intelligence in it, and it says so first: it is there so that
 * one sees which placeholders arrived, and how the answer reads once they are restored.
 */
final class FakeWriter {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int QUOTED_WORDS = 12;
    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\d])\\d{1,9}(?![\\p{L}\\d])");
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final Pattern TABLE = words("tableau", "table", "liste", "list");
    private static final Pattern LETTER = words(
            "mail",
            "mails",
            "courriel",
            "courriels",
            "e-mail",
            "email",
            "lettre",
            "letter",
            "message",
            "réponse",
            "reply");

    private static final Set<String> ENGLISH = Set.of(
            "the", "is", "are", "and", "of", "to", "you", "please", "what", "write", "with", "for", "my", "this", "how",
            "hello");
    private static final Set<String> FRENCH = Set.of(
            "le", "la", "les", "et", "est", "de", "des", "du", "un", "une", "je", "vous", "pour", "mon", "avec",
            "bonjour");

    private FakeWriter() {}

    private static Pattern words(String... words) {
        return Pattern.compile(
                "\\b(" + String.join("|", words) + ")\\b",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    static FakeReply reply(ChatRequest request) {
        String message = request.lastUserMessage();
        FakePhrases phrases = english(message) ? FakePhrases.ENGLISH : FakePhrases.FRENCH;
        return request.toolToCall()
                .<FakeReply>map(function -> call(function, message))
                .orElseGet(() -> new FakeReply.Text(request.toolResult()
                        .map(result -> afterTool(phrases, result))
                        .orElseGet(() -> request.extracts().isEmpty()
                                ? text(phrases, message)
                                : cited(phrases, request.extracts()))));
    }

    private static boolean english(String message) {
        int balance = 0;
        Matcher words = WORD.matcher(message.toLowerCase(Locale.ROOT));
        while (words.find()) {
            balance += (ENGLISH.contains(words.group()) ? 1 : 0) - (FRENCH.contains(words.group()) ? 1 : 0);
        }
        return balance > 0;
    }

    private static String text(FakePhrases phrases, String message) {
        Placeholders placeholders = Placeholders.in(message);
        return String.join(
                "\n\n",
                phrases.mark(),
                phrases.thanks(message.codePointCount(0, message.length())),
                phrases.received(placeholders),
                TABLE.matcher(message).find() && !placeholders.all().isEmpty()
                        ? phrases.table(placeholders)
                        : LETTER.matcher(message).find() || !placeholders.all().isEmpty()
                                ? phrases.letter(placeholders, quoted(message))
                                : phrases.nextStep(quoted(message)));
    }

    /** The first line of the first two. */
    private static String cited(FakePhrases phrases, List<Extracts.Extract> extracts) {
        StringBuilder text = new StringBuilder(phrases.mark()).append("\n\n");
        for (Extracts.Extract one : extracts.subList(0, Math.min(2, extracts.size()))) {
            text.append(phrases.said(one.text().lines().findFirst().orElse("").strip()));
            text.append(" [").append(one.number()).append("]\n\n");
        }
        return text.toString();
    }

    private static String afterTool(FakePhrases phrases, String result) {
        return String.join(
                "\n\n",
                phrases.mark(),
                phrases.toolAnswered(quoted(result)),
                phrases.received(Placeholders.in(result)));
    }

    /** The first words of the first paragraph on one line; a word is never cut, so that a placeholder stays whole. */
    private static String quoted(String message) {
        String[] words = message.strip().split("\\R\\s*\\R", 2)[0].split("\\s+");
        String start = String.join(" ", List.of(words).subList(0, Math.min(QUOTED_WORDS, words.length)));
        return (words.length > QUOTED_WORDS ? start + " …" : start)
                .replace("|", "\\|")
                .replace("`", "'");
    }

    private static FakeReply call(JsonNode function, String message) {
        Iterator<String> placeholders = Placeholders.in(message).all().iterator();
        ObjectNode arguments = JSON.createObjectNode();
        function.path("parameters")
                .path("properties")
                .properties()
                .forEach(property ->
                        arguments.set(property.getKey(), argument(property.getValue(), placeholders, message)));
        return new FakeReply.ToolCall(function.path("name").asText(), arguments.toString());
    }

    /** A value that fits the property's schema: the next placeholder where a text is asked for. */
    private static JsonNode argument(JsonNode schema, Iterator<String> placeholders, String message) {
        if (!schema.path("enum").isEmpty()) {
            return schema.path("enum").path(0);
        }
        Matcher number = NUMBER.matcher(message);
        return switch (schema.path("type").asText("string")) {
            case "integer", "number" ->
                JSON.getNodeFactory().numberNode(number.find() ? Integer.parseInt(number.group()) : 1);
            case "boolean" -> JSON.getNodeFactory().booleanNode(true);
            case "array" -> JSON.createArrayNode().add(argument(schema.path("items"), placeholders, message));
            case "object" -> JSON.createObjectNode();
            default -> JSON.getNodeFactory().textNode(placeholders.hasNext() ? placeholders.next() : quoted(message));
        };
    }
}
