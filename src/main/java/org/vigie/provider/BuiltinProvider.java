package org.vigie.provider;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.catalog.Route;
import org.vigie.exchange.Cancellation;
import org.vigie.exchange.ChatChunk;
import org.vigie.exchange.Dialect;
import org.vigie.exchange.Extracts;
import org.vigie.exchange.JsonDocument;
import org.vigie.exchange.ModelRequest;
import org.vigie.kernel.Ids;
import org.vigie.kernel.Language;
import org.vigie.shield.ClearedPrompt;
import org.vigie.translation.Terms;

/**
 * The built-in provider of an installation that has no model yet: quotes the most central sentences of the text that it
 * is given, or those of documents that answer a question, and says that it is no model. Answers in chat
 * completions, from which other dialects are translated.
 */
final class BuiltinProvider implements Provider {
    private static final Terms TERMS = new Terms(Optional.empty(), false, InstantSource.system());
    private static final Pattern ENGLISH = Pattern.compile("(?i)\\b(the|of|and|is|to|with|this)\\b");
    private static final Pattern FRENCH = Pattern.compile("(?i)\\b(le|la|les|des|et|est|une|dans|ce)\\b");

    private final ExtractiveSummariser summariser = new ExtractiveSummariser();

    @Override
    public Reply send(ClearedPrompt prompt, Route route, Events events, Cancellation cancellation)
            throws ProviderFailure {
        return switch (prompt.dialect()) {
            case CHAT_COMPLETIONS -> answer(prompt, route, events, cancellation);
            case MESSAGES, RESPONSES ->
                new Interpreter(prompt.target().provider().id(), Dialect.CHAT_COMPLETIONS, TERMS)
                        .send(prompt, events, (_, translated) -> answer(prompt, route, translated, cancellation));
            case COUNT_TOKENS -> Interpreter.counted(prompt);
            case EMBEDDINGS, IMAGES, SPEECH, TRANSCRIPTION -> throw ProviderFailure.unsupported(route.model());
        };
    }

    private Reply answer(ClearedPrompt prompt, Route route, Events events, Cancellation cancellation) {
        ModelRequest request = prompt.asSent();
        String question = request.lastText("user").orElse("");
        Language language = language(question);
        List<Extracts.Extract> extracts =
                request.lastText("system").map(Extracts.PASSAGES::in).orElse(List.of());
        String text = extracts.isEmpty()
                ? summariser.answer(withFiles(question), language, howToAddAModel(language))
                : ExtractiveSummariser.notice(language, howToAddAModel(language))
                        + ExtractiveAnswer.of(question, extracts, language);
        String id = "chatcmpl-" + Ids.next();
        if (!prompt.stream()) return new Reply.Whole(JsonDocument.parse(whole(id, route.model(), text)));
        for (String piece : pieces(text)) {
            if (cancellation.isCancelled()) break;
            events.events(List.of(ChatChunk.of(id, route.model(), Optional.of(piece), false)));
        }
        events.events(List.of(ChatChunk.of(id, route.model(), Optional.empty(), true)));
        return new Reply.Streamed();
    }

    /** What was asked, then what the files say that were joined to it. */
    private static String withFiles(String question) {
        List<Extracts.Extract> files = Extracts.FILES.in(question);
        if (files.isEmpty()) return question;
        return Stream.concat(
                        question.lines().limit(1).map(String::strip),
                        files.stream().map(Extracts.Extract::text))
                .collect(Collectors.joining("\n\n"));
    }

    /** The request does not say; the commonest little words do, and French is the house's language. */
    private static Language language(String text) {
        long english = ENGLISH.matcher(text).results().limit(500).count();
        long french = FRENCH.matcher(text).results().limit(500).count();
        return english > french ? Language.ENGLISH : Language.FRENCH;
    }

    private static String howToAddAModel(Language language) {
        return switch (language) {
            case FRENCH ->
                "Pour en ajouter un, déclarez un fournisseur et une route dans `vigie.yaml` (docs/configuration.md).";
            case ENGLISH -> "To add one, declare a provider and a route in `vigie.yaml` (docs/configuration.md).";
        };
    }

    /** Line by line: there is nothing to wait for, and nothing to pretend. */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
            pieces.add(text.substring(from, at + 1));
            from = at + 1;
        }
        if (from < text.length()) pieces.add(text.substring(from));
        return pieces;
    }

    private static byte[] whole(String id, String model, String text) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("id", id).put("object", "chat.completion");
        answer.put("created", System.currentTimeMillis() / 1000).put("model", model);
        ObjectNode choice = answer.putArray("choices").addObject();
        choice.put("index", 0);
        choice.putObject("message").put("role", "assistant").put("content", text);
        choice.put("finish_reason", "stop");
        return answer.toString().getBytes(StandardCharsets.UTF_8);
    }
}
