package org.vigie.dictionary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.vigie.detection.Classification;
import org.vigie.detection.Finding;
import org.vigie.kernel.DataClass;
import org.vigie.pseudonym.Issuance;
import org.vigie.pseudonym.PseudonymisedText;
import org.vigie.pseudonym.Vault;

/**
 * What the shield does with a text.
 *
 * @param pieces the text, cut where a finding starts and ends
 * @param leaving the text with placeholders
 * @param destinations what would become of it for each model, best first
 */
record Trial(
        String text,
        List<Piece> pieces,
        List<Found> found,
        Classification classification,
        List<Piece> leaving,
        List<Destination> destinations) {

    /** Some text; what kind of thing it is, or nothing. */
    record Piece(String text, String kind, String type) {}

    /** One finding, as the table tells it; the same value is told once. */
    record Found(String text, String kind, String type, String subtype, String rule, int percent, int times) {}

    /**
     * @param provider that would receive it; empty when it is refused
     * @param highest the highest class that a provider of this model takes
     */
    record Destination(String model, String provider, boolean rerouted, DataClass highest) {
        public boolean isRefused() {
            return provider.isEmpty();
        }
    }

    private record Same(String type, String text) {}

    static Trial of(String text, List<Finding> findings, Function<Classification, List<Destination>> policy) {
        Classification classification = Classification.of(findings);
        Issuance issuance = Vault.fresh().issuance();
        issuance.reserve(text);
        String masked = PseudonymisedText.of(text, findings, issuance);
        return new Trial(
                text,
                pieces(text, findings),
                found(text, findings),
                classification,
                placeholders(masked, issuance),
                policy.apply(classification));
    }

    private static List<Piece> pieces(String text, List<Finding> findings) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Finding finding : findings) {
            if (finding.start() > at) pieces.add(new Piece(text.substring(at, finding.start()), "", ""));
            pieces.add(new Piece(
                    text.substring(finding.start(), finding.end()),
                    kind(finding),
                    finding.type().name()));
            at = finding.end();
        }
        if (at < text.length()) pieces.add(new Piece(text.substring(at), "", ""));
        return pieces;
    }

    private static List<Found> found(String text, List<Finding> findings) {
        Map<Same, Found> found = new LinkedHashMap<>();
        for (Finding finding : findings) {
            String value = text.substring(finding.start(), finding.end());
            Found one = new Found(
                    value,
                    kind(finding),
                    finding.type().name(),
                    finding.subtype(),
                    finding.rule(),
                    (int) Math.round(finding.confidence() * 100),
                    1);
            found.merge(new Same(finding.type().name(), value), one, Trial::together);
        }
        return List.copyOf(found.values());
    }

    private static Found together(Found one, Found other) {
        return new Found(
                one.text(),
                one.kind(),
                one.type(),
                one.subtype(),
                one.rule(),
                Math.max(one.percent(), other.percent()),
                one.times() + other.times());
    }

    private static List<Piece> placeholders(String masked, Issuance issuance) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Issuance.Span span : issuance.likenessesIn(masked)) {
            if (span.start() > at) pieces.add(new Piece(masked.substring(at, span.start()), "", ""));
            pieces.add(new Piece(masked.substring(span.start(), span.end()), "placeholder", ""));
            at = span.end();
        }
        if (at < masked.length()) pieces.add(new Piece(masked.substring(at), "", ""));
        return pieces;
    }

    /** Types that belong together have one colour; the table and the tip say which it is, without any colour. */
    private static String kind(Finding finding) {
        return switch (finding.type()) {
            case PERSON, EMAIL, PHONE, ADDRESS, DATE_OF_BIRTH, AGE -> "person";
            case SECRET, URL_CRED, IP, MAC -> "secret";
            case HEALTH, MARKING -> "sensitive";
            case ORG_CLIENT, TERM, SIREN, SIRET, VAT, BIC, FINESS, AMOUNT -> "firm";
            case NIR, TAX_ID, PASSPORT_ID, IBAN, CARD, PLATE, GPS, RPPS, CAF -> "number";
        };
    }

    public boolean isClean() {
        return found.isEmpty();
    }
}
