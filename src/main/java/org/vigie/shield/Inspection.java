package org.vigie.shield;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vigie.detection.Classification;
import org.vigie.detection.Finding;
import org.vigie.exchange.ModelRequest;
import org.vigie.kernel.DataClass;
import org.vigie.kernel.FindingSummary;

/** What the shield found in every string of one request. */
public final class Inspection {
    private final ModelRequest request;
    private final List<Examined> examined;
    private final Classification classification;
    private final Set<String> missions;

    Inspection(ModelRequest request, List<Examined> examined) {
        this.request = request;
        this.examined = List.copyOf(examined);
        List<Finding> all = new ArrayList<>();
        examined.forEach(text -> text.findings(all::add));
        this.classification = Classification.of(all);
        this.missions = all.stream()
                .map(Finding::mission)
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    public ModelRequest request() {
        return request;
    }

    /** The missions whose terms of the dictionary stand in it. */
    public Set<String> missions() {
        return missions;
    }

    List<Examined> examined() {
        return examined;
    }

    public FindingSummary summary() {
        Map<String, Integer> counts = new TreeMap<>();
        classification.counts().forEach((type, count) -> counts.put(type.name(), count));
        return new FindingSummary(counts);
    }

    /** The class of the readable part, before and after masking, and why. */
    public Classification classification() {
        return classification;
    }

    /** The class of the request as it was written; what cannot be read counts as confidential. */
    public DataClass dataClass() {
        DataClass readable = classification.asWritten();
        return request.unreadable().isEmpty() ? readable : readable.max(DataClass.C2);
    }

    /** The class of its readable part once every finding is replaced. */
    public DataClass dataClassMasked() {
        return classification.masked();
    }

    /** What is replaced in the string at a place such as {@code messages[2].content}; empty when nothing stands there. */
    public List<Finding> replacedAt(String path) {
        List<Finding> found = new ArrayList<>();
        examined.stream()
                .filter(text -> text.path().toString().equals(path))
                .forEach(text -> text.findings(found::add));
        found.removeIf(finding -> !Examined.isReplaced(finding));
        return found;
    }
}
