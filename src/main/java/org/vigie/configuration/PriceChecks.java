package org.vigie.configuration;

import java.util.Optional;
import org.vigie.configuration.VigieConfiguration.Model;
import org.vigie.configuration.VigieConfiguration.Price;

/** {@code prices} of a model: none below nothing, and one at most for a day. */
record PriceChecks(Checks checks) {
    void run(String path, Model model) {
        checks.each(path + ".prices", model.prices(), this::price);
        checks.unique(
                path + ".prices",
                "from",
                model.prices().stream().map(price -> price.from().toString()));
    }

    private void price(String path, Price price) {
        checks.notNegative(path + ".inputPerMillion", Optional.of(price.inputPerMillion()));
        checks.notNegative(path + ".outputPerMillion", Optional.of(price.outputPerMillion()));
        checks.notNegative(path + ".cachedInputPerMillion", price.cachedInputPerMillion());
        checks.notNegative(path + ".cacheWritePerMillion", price.cacheWritePerMillion());
    }
}
