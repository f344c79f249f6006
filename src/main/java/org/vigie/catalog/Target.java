package org.vigie.catalog;

import org.vigie.configuration.VigieConfiguration.Model;
import org.vigie.configuration.VigieConfiguration.Provider;

/**
 * One model at one provider: where a request can really go.
 *
 * @param name as {@code x-vigie-model} and the records say it: {@code interne/fake-small}
 */
public record Target(Provider provider, Model model, String name) {
    public Target(Provider provider, Model model) {
        this(provider, model, provider.id() + "/" + model.id());
    }
}
