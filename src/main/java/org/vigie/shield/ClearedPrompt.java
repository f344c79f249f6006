package org.vigie.shield;

import java.util.Map;
import org.vigie.catalog.Target;
import org.vigie.exchange.Dialect;
import org.vigie.exchange.ModelRequest;
import org.vigie.pseudonym.Issuance;

/**
 * A request that may leave for one target: every finding replaced. The only thing that a provider accepts, and only
 * {@link Shield#clear} makes one, so that neither a bug nor a fallback can send a raw text.
 */
public final class ClearedPrompt {
    private final Target target;
    private final ModelRequest original;
    private final byte[] body;
    private final Issuance issuance;

    ClearedPrompt(Target target, ModelRequest original, byte[] body, Issuance issuance) {
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

    /** In which {@link #body} is written, and in which {@link #restorer} reads the answer. */
    public Dialect dialect() {
        return original.dialect();
    }

    /** What goes with the body as HTTP headers, lower case. */
    public Map<String, String> headers() {
        return original.headers();
    }

    public boolean stream() {
        return original.stream();
    }

    /** The request as the provider reads it, placeholders in place of values. */
    public ModelRequest asSent() {
        return ModelRequest.parse(original.dialect(), original.headers(), body);
    }

    public boolean masked() {
        return issuance.count() > 0;
    }

    /** Puts the values back into one answer; a new one for each attempt, since it keeps what a stream holds back. */
    public ReplyRestorer restorer() {
        return new ReplyRestorer(original.dialect().answer(), issuance, original.usageAsked());
    }
}
