package org.vigie.catalog;

import org.vigie.configuration.VigieConfiguration.Model;
import org.vigie.configuration.VigieConfiguration.Provider;

/** One model at one provider: where a request can really go. */
public record Target(Provider provider, Model model) {
    /** As {@code x-vigie-model} and the records name it: {@code interne/fake-small}. */
    public String name() {
        return provider.id() + "/" + model.id();
    }
}
