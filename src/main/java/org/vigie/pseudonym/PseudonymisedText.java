package org.vigie.pseudonym;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.vigie.detection.Finding;
import org.vigie.detection.FindingType;

/** A whole text with placeholders in the place of its findings. */
public final class PseudonymisedText {
    private PseudonymisedText() {}

    /**
     * The text must have been reserved ({@link Issuance#reserve}) with all others that share the issuance. What stands in
     * it and reads like a placeholder that is issued already is replaced too, so that it comes back
     * as it is. Markings stay.
     *
     * @param findings sorted, not overlapping
     */
    public static String of(String text, List<Finding> findings, Issuance issuance) {
        StringBuilder masked = new StringBuilder(text.length() + 64);
        int written = 0;
        for (Place place : places(text, findings, issuance)) {
            masked.append(text, written, place.start())
                    .append(issuance.placeholderFor(place.type(), text, place.start(), place.end()));
            written = place.end();
        }
        return masked.append(text, written, text.length()).toString();
    }

    private record Place(FindingType type, int start, int end) {}

    private static Collection<Place> places(String text, List<Finding> findings, Issuance issuance) {
        NavigableMap<Integer, Place> places = new TreeMap<>();
        for (Issuance.Span span : issuance.likenessesIn(text)) {
            places.put(span.start(), new Place(FindingType.TERM, span.start(), span.end()));
        }
        for (Finding finding : findings) {
            Map.Entry<Integer, Place> before = places.lowerEntry(finding.end());
            boolean free = before == null || before.getValue().end() <= finding.start();
            if (finding.type() != FindingType.MARKING && free) {
                places.put(finding.start(), new Place(finding.type(), finding.start(), finding.end()));
            }
        }
        return places.values();
    }
}
