package org.vigie.flow;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vigie.audit.Opening;
import org.vigie.cache.CacheControl;
import org.vigie.exchange.Dialect;
import org.vigie.identity.Caller;
import org.vigie.kernel.Ids;

/**
 * One chat request at the door, not yet read.
 *
 * @param id of the exchange, always ours: {@code x-request-id}
 * @param scope what shares its placeholders: a conversation, or an API key and mission
 * @param dialect in which the body is written and the answer expected
 * @param headers what the dialect sends on to a provider besides the body
 * @param body JSON
 * @param provenance of what stands in the body besides what the caller wrote
 * @param cacheControl what the client wants of the cache
 */
public record Demand(
        UUID id,
        Caller caller,
        Opening.Door door,
        String scope,
        Optional<String> mission,
        Optional<String> useCase,
        Dialect dialect,
        Map<String, String> headers,
        byte[] body,
        Provenance provenance,
        CacheControl cacheControl) {

    /** A request of the assistant's page, in the scope of its conversation and in the mission that this is held in. */
    public static Demand ofAssistant(
            Caller caller, UUID conversation, Optional<String> mission, byte[] body, Provenance provenance) {
        return new Demand(
                Ids.next(),
                caller,
                Opening.Door.ASSISTANT,
                "conversation:" + conversation,
                mission,
                Optional.empty(),
                Dialect.CHAT_COMPLETIONS,
                Map.of(),
                body,
                provenance,
                CacheControl.NONE);
    }

    /**
     * A request of the API, in the scope of its credential and mission.
     *
     * @param cacheControl the header of that name
     */
    public static Demand ofGateway(
            Caller caller,
            Optional<String> mission,
            Optional<String> useCase,
            Dialect dialect,
            Map<String, String> headers,
            byte[] body,
            Optional<String> cacheControl) {
        String credential = switch (caller.credential()) {
            case Caller.Credential.Key key -> "key:" + key.id();
            case Caller.Credential.Session session -> "session:" + session.id();
        };
        return new Demand(
                Ids.next(),
                caller,
                Opening.Door.GATEWAY,
                credential + mission.map(code -> "/mission:" + code).orElse(""),
                mission,
                useCase,
                dialect,
                headers,
                body,
                Provenance.NONE,
                CacheControl.of(cacheControl));
    }

    Optional<UUID> key() {
        return caller.credential() instanceof Caller.Credential.Key key ? Optional.of(key.id()) : Optional.empty();
    }
}
