package org.vigie.provider;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.vigie.catalog.Route;
import org.vigie.exchange.Cancellation;
import org.vigie.exchange.Dialect;
import org.vigie.exchange.JsonDocument;
import org.vigie.exchange.ModelRequest;
import org.vigie.exchange.Rejection;
import org.vigie.local.Answering;
import org.vigie.local.LocalFailure;
import org.vigie.local.LocalModel;
import org.vigie.local.Question;
import org.vigie.local.Told;
import org.vigie.local.Told.Finish;
import org.vigie.provider.ChatCompletion.Tokens;
import org.vigie.shield.ClearedPrompt;
import org.vigie.translation.Terms;

/**
 * A model in a GGUF file, served by a child process of ours. Answers in chat completions, from which other dialects are
 * translated.
 */
final class LocalProvider implements Provider {
    private static final Terms TERMS = new Terms(Optional.empty(), false, InstantSource.system());
    private static final long READER_PATIENCE_MILLIS = 120_000;
    private static final long LOOK_UP_MILLIS = 200;

    private final String id;
    private final LocalModel model;

    LocalProvider(String id, LocalModel model) {
        this.id = id;
        this.model = model;
    }

    @Override
    public Reply send(ClearedPrompt prompt, Route route, Events events, Cancellation cancellation)
            throws ProviderFailure {
        return switch (prompt.dialect()) {
            case CHAT_COMPLETIONS -> new Exchange(prompt, route, events, cancellation).run(prompt.body());
            case MESSAGES, RESPONSES ->
                new Interpreter(id, Dialect.CHAT_COMPLETIONS, TERMS)
                        .send(
                                prompt,
                                events,
                                (json, translated) -> new Exchange(prompt, route, translated, cancellation).run(json));
            case COUNT_TOKENS -> Interpreter.counted(prompt);
            case EMBEDDINGS, IMAGES, SPEECH, TRANSCRIPTION -> throw ProviderFailure.unsupported(route.model());
        };
    }

    private ProviderFailure failure(LocalFailure local) {
        return switch (local.kind()) {
            case BUSY -> ProviderFailure.busy(id, Optional.empty(), Optional.empty());
            case DOWN -> ProviderFailure.unreachable(id);
            case TIMED_OUT -> ProviderFailure.timedOut(id);
            case BROKE -> ProviderFailure.failed(id);
            case CANCELLED -> ProviderFailure.cancelled(id);
        };
    }

    private final class Exchange {
        private final ClearedPrompt prompt;
        private final Route route;
        private final Events events;
        private final Cancellation cancellation;
        private final ChatCompletion completion;
        private final StringBuilder whole = new StringBuilder();

        Exchange(ClearedPrompt prompt, Route route, Events events, Cancellation cancellation) {
            this.prompt = prompt;
            this.route = route;
            this.events = events;
            this.cancellation = cancellation;
            this.completion = ChatCompletion.begin(route.model());
        }

        /** @param json a chat completion: the prompt's own body, or its translation */
        Reply run(byte[] json) throws ProviderFailure {
            Question question = LocalRequest.question(
                    ModelRequest.parse(Dialect.CHAT_COMPLETIONS, Map.of(), json),
                    prompt.target().model().maxOutputTokens());
            try (Answering answering = model.ask(question, route.patience(prompt.target()), cancellation)) {
                while (true) {
                    switch (answering.next()) {
                        case Told.Text(int _, String text) -> piece(text);
                        case Told.Ended ended -> {
                            return reply(ended);
                        }
                        case Told.Ready _, Told.Unfit _ -> throw ProviderFailure.failed(id);
                    }
                }
            } catch (LocalFailure local) {
                throw failure(local);
            }
        }

        private void piece(String text) throws ProviderFailure {
            if (prompt.stream()) hand(List.of(completion.piece(text)));
            else whole.append(text);
        }

        private Reply reply(Told.Ended ended) throws ProviderFailure {
            if (ended.finish() == Finish.TOO_LONG) throw tooLong(ended.asked());
            String reason = ended.finish() == Finish.LENGTH ? "length" : "stop";
            Tokens tokens = new Tokens(ended.asked(), ended.kept(), ended.written());
            if (!prompt.stream()) {
                return new Reply.Whole(JsonDocument.parse(completion.whole(whole.toString(), reason, tokens)));
            }
            hand(List.of(completion.end(reason), completion.usage(tokens)));
            return new Reply.Streamed();
        }

        /** What the client has not read waits here; the model writes on, up to the bound of its answer. */
        private void hand(List<byte[]> json) throws ProviderFailure {
            events.events(json);
            if (!events.full()) return;
            CountDownLatch ready = new CountDownLatch(1);
            events.whenReady(ready::countDown);
            try {
                for (long waited = 0; waited < READER_PATIENCE_MILLIS; waited += LOOK_UP_MILLIS) {
                    if (ready.await(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS)) return;
                    if (cancellation.isCancelled()) throw ProviderFailure.cancelled(id);
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw ProviderFailure.cancelled(id);
            }
            throw ProviderFailure.unread(id);
        }

        /** In OpenAI's words, since programs know this code and shorten what they send. */
        private ProviderFailure tooLong(int asked) {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.putObject("error")
                    .put("message", "The messages have " + asked + " tokens, which is more than this model's context.")
                    .put("type", "invalid_request_error")
                    .put("param", "messages")
                    .put("code", "context_length_exceeded");
            byte[] words = body.toString().getBytes(StandardCharsets.UTF_8);
            return ProviderFailure.rejected(id, new Rejection(400, words, Map.of()));
        }
    }
}
