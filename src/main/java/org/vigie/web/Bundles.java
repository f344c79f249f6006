package org.vigie.web;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import org.vigie.kernel.Language;

/** A module's messages in one language. */
public final class Bundles {
    private Bundles() {}

    /** @param messages an interface with {@code @MessageBundle} */
    public static <T> T in(Class<T> messages, Language language) {
        return MessageBundles.get(messages, Localized.Literal.of(language.code()));
    }
}
