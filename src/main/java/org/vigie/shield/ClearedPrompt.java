package org.vigie.shield;

import org.vigie.catalog.Target;
import org.vigie.exchange.ChatRequest;
import org.vigie.pseudonym.Issuance;

/**
 * A request that may leave for one target: every finding replaced. The only thing that a provider accepts, and only
 * {@link Shield#clear} makes one, so that neither a bug nor a fallback can send a raw text.
 */
public final class ClearedPrompt {
    private final Target target;
    private final ChatRequest original;
    private final byte[] body;
    private final Issuance issuance;

    ClearedPrompt(Target target, ChatRequest original, byte[] body, Issuance issuance) {
        this.target = target;
        this.original = original;
        this.body = body;
        this.issuance = issuance;
    }

    public Target target() {
        return target;
    }

    /** The JSON that leaves; not to be changed. */
    public byte[] body() {
        return body;
    }

    public boolean stream() {
        return original.stream();
    }

    /** The request as the provider reads it, placeholders in place of values. */
    public ChatRequest asSent() {
        return ChatRequest.parse(body);
    }

    public boolean masked() {
        return issuance.count() > 0;
    }

    /** Puts the values back into one answer; a new one for each attempt, since it keeps what a stream holds back. */
    public ReplyRestorer restorer() {
        return new ReplyRestorer(issuance, original.usageAsked());
    }
}
