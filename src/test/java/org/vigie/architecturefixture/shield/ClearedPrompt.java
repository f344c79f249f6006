package org.vigie.architecturefixture.shield;

import org.jboss.logging.Logger;

/** Anybody can make it, and it talks. */
public final class ClearedPrompt {
    private static final Logger LOG = Logger.getLogger(ClearedPrompt.class);

    public ClearedPrompt(String text) {
        LOG.info(text);
    }
}
