package org.vigie.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What one look at a text gave: what was found, and where the recognisers could not tell. */
public final class Examination {
    /** Characters that look like a name and were not taken for one; {@code end} is behind the last UTF-16 unit. */
    public record Undecided(int start, int end) {}

    private final String text;
    private final Set<FindingType> types;
    private final Vocabulary vocabulary;
    private final List<Finding> findings;
    private final List<Undecided> undecided;

    Examination(
            String text,
            Set<FindingType> types,
            Vocabulary vocabulary,
            List<Finding> findings,
            List<Undecided> undecided) {
        this.text = text;
        this.types = types;
        this.vocabulary = vocabulary;
        this.findings = List.copyOf(findings);
        this.undecided = outside(undecided);
    }

    public String text() {
        return text;
    }

    /** Sorted by offset, not overlapping. */
    public List<Finding> findings() {
        return findings;
    }

    /** Sorted by offset; never within a finding. */
    public List<Undecided> undecided() {
        return undecided;
    }

    /**
     * The findings with those of somebody else: what was found here stays as it is, and only what lies outside of it is
     * added. Types that were not asked for and terms to be ignored stay out. A person that is new is found again
     * wherever the text names them.
     *
     * @param others in any order, within the text
     * @return sorted by offset, not overlapping
     */
    public List<Finding> with(List<Finding> others) {
        List<Finding> added = new ArrayList<>();
        others.stream().filter(other -> types.contains(other.type())).forEach(other -> uncovered(other, added));
        added.removeIf(this::isIgnored);
        if (added.isEmpty()) return findings;
        Findings all = new Findings(types);
        findings.forEach(all::add);
        added.forEach(all::add);
        List<Finding> once = all.resolved().stream().sorted(Findings.BY_PLACE).toList();
        if (added.stream().noneMatch(finding -> finding.type() == FindingType.PERSON)) return once;
        return NameEcho.withEchoes(text, once, vocabulary.names()).stream()
                .filter(finding -> !isIgnored(finding))
                .toList();
    }

    /** Adds what of a finding no finding of ours covers, where that is more than signs. */
    private void uncovered(Finding other, List<Finding> added) {
        int from = other.start();
        for (int i = firstBehind(from); i < findings.size(); i++) {
            Finding ours = findings.get(i);
            if (ours.start() >= other.end()) break;
            part(other, from, ours.start(), added);
            from = ours.end();
        }
        part(other, from, other.end(), added);
    }

    private void part(Finding whole, int from, int to, List<Finding> added) {
        int start = from;
        int end = to;
        while (start < end && !Characters.isAlphanumeric(text.charAt(start))) start++;
        while (end > start && !Characters.isAlphanumeric(text.charAt(end - 1))) end--;
        if (end == start) return;
        added.add(new Finding(
                whole.type(), whole.subtype(), start, end, whole.confidence(), whole.rule(), whole.mission()));
    }

    private boolean isIgnored(Finding finding) {
        return vocabulary.dictionary().ignores(text, finding.start(), finding.end());
    }

    /** Both are sorted: one walk along the two, however many there are. */
    private List<Undecided> outside(List<Undecided> places) {
        List<Undecided> outside = new ArrayList<>();
        int next = 0;
        for (Undecided place : places) {
            while (next < findings.size() && findings.get(next).end() <= place.start()) next++;
            if (next == findings.size() || findings.get(next).start() >= place.end()) outside.add(place);
        }
        return List.copyOf(outside);
    }

    /** The first finding that ends behind an offset. */
    private int firstBehind(int offset) {
        int low = 0;
        int high = findings.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (findings.get(middle).end() <= offset) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
