package org.vigie.assistant;

import java.util.Locale;
import java.util.Optional;
import org.vigie.configuration.VigieConfiguration.Zone;
import org.vigie.kernel.DataClass;
import org.vigie.kernel.Language;

/**
 * A model that may be chosen, and where a message for it goes.
 *
 * @param model the name that one asks by
 * @param provider the provider's name, as people read it
 * @param highest the highest class that may go there unmasked
 * @param location ISO 3166-1 alpha-3 country of the machines
 */
public record Destination(String model, String provider, Zone zone, DataClass highest, Optional<String> location) {
    /** The country in the reader's language; empty when it is not said or not a country. */
    Optional<String> country(Language language) {
        return location.flatMap(Destination::alpha2)
                .map(code -> Locale.of("", code).getDisplayCountry(language.locale()));
    }

    private static Optional<String> alpha2(String alpha3) {
        return Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).stream()
                .filter(code -> Locale.of("", code).getISO3Country().equals(alpha3))
                .findFirst();
    }
}
