package org.vigie.shield;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.detection.Finding;
import org.vigie.exchange.ChatRequest;
import org.vigie.kernel.DataClass;
import org.vigie.kernel.FindingSummary;

/** What the shield found in every string of one request. */
public final class Inspection {
    private final ChatRequest request;
    private final List<Examined> examined;
    private final FindingSummary summary;
    private final DataClass dataClass;

    Inspection(ChatRequest request, List<Examined> examined) {
        this.request = request;
        this.examined = List.copyOf(examined);
        Map<String, Integer> counts = new TreeMap<>();
        DataClass highest = request.unreadable().isEmpty() ? DataClass.C1 : DataClass.C2;
        List<Finding> all = new ArrayList<>();
        examined.forEach(text -> text.findings(all::add));
        for (Finding finding : all) {
            counts.merge(finding.type().name(), 1, Integer::sum);
            highest = highest.max(finding.type().dataClass());
        }
        this.summary = new FindingSummary(counts);
        this.dataClass = highest;
    }

    public ChatRequest request() {
        return request;
    }

    List<Examined> examined() {
        return examined;
    }

    public FindingSummary summary() {
        return summary;
    }

    /** The class of the request as it was written: internal at least, since a workplace wrote it. */
    public DataClass dataClass() {
        return dataClass;
    }

    /** The class of its readable part once every finding is replaced. */
    public DataClass dataClassMasked() {
        return DataClass.C1;
    }

    /** The findings in the string at a place such as {@code messages[2].content}; empty when nothing stands there. */
    public List<Finding> findingsAt(String path) {
        List<Finding> found = new ArrayList<>();
        examined.stream()
                .filter(text -> text.path().toString().equals(path))
                .forEach(text -> text.findings(found::add));
        return found;
    }
}
