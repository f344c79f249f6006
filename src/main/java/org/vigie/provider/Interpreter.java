package org.vigie.provider;

import java.util.List;
import org.vigie.exchange.Dialect;
import org.vigie.exchange.JsonDocument;
import org.vigie.exchange.Rejection;
import org.vigie.kernel.ProblemException;
import org.vigie.provider.Provider.Events;
import org.vigie.provider.Provider.Reply;
import org.vigie.shield.ClearedPrompt;
import org.vigie.translation.Terms;
import org.vigie.translation.Translation;

/**
 * Stands between a client and a provider of another dialect. What leaves is made of the cleared prompt and nothing else; what
 * comes back is restored in the client's dialect, after it was translated.
 *
 * @param spoken the provider's dialect
 */
record Interpreter(String provider, Dialect spoken, Terms terms) {
    /** The exchange in the provider's own dialect. */
    @FunctionalInterface
    interface Abroad {
        Reply send(byte[] json, Events events) throws ProviderFailure;
    }

    /** Nothing leaves for a provider that could not say how many tokens there are. */
    static Reply counted(ClearedPrompt prompt) {
        return new Reply.Whole(JsonDocument.parse(Translation.estimatedCount(prompt.body())));
    }

    /** @throws ProviderFailure also where the request cannot be said in the provider's dialect; nothing left then */
    Reply send(ClearedPrompt prompt, Events events, Abroad abroad) throws ProviderFailure {
        Translation translation = translation(prompt);
        Translation.Stream stream = translation.stream();
        try {
            return switch (abroad.send(translation.request(), new Translated(stream, events))) {
                case Reply.Whole whole ->
                    new Reply.Whole(
                            JsonDocument.parse(translation.whole(whole.body().bytes())));
                case Reply.Bytes _ -> throw ProviderFailure.failed(provider);
                case Reply.Streamed streamed -> {
                    List<byte[]> last = stream.end();
                    if (!last.isEmpty()) events.events(last);
                    yield streamed;
                }
            };
        } catch (ProviderFailure failure) {
            int status = failure.rejection().map(Rejection::status).orElse(0);
            throw failure.restoredBy(words -> stream.broken(status, words));
        } catch (RuntimeException notWhatItPromised) {
            throw ProviderFailure.failed(provider);
        }
    }

    private Translation translation(ClearedPrompt prompt) throws ProviderFailure {
        try {
            return Translation.of(prompt.dialect(), spoken, terms, prompt.body());
        } catch (ProblemException noCounterpart) {
            throw ProviderFailure.untranslatable(noCounterpart.problem());
        }
    }

    /** Passes on what the provider's events mean, those of one packet together; some mean nothing to the client. */
    private record Translated(Translation.Stream stream, Events client) implements Events {
        @Override
        public void events(List<byte[]> json) {
            List<byte[]> translated = stream.events(json);
            if (!translated.isEmpty()) client.events(translated);
        }

        @Override
        public boolean full() {
            return client.full();
        }

        @Override
        public void whenReady(Runnable more) {
            client.whenReady(more);
        }
    }
}
