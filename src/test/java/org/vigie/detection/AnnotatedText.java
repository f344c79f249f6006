package org.vigie.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text with what a reader would have masked in it, as {@code facts/annotation.md} says.
 *
 * @param id file and title of its skeleton
 * @param spans sorted, not overlapping; those without a type may be found or not, as anyone likes
 */
record AnnotatedText(String id, String text, List<Span> spans) {
    /** @param type empty where a finding is neither asked for nor a fault: a wrong checksum, a documentation address */
    record Span(Optional<FindingType> type, int start, int end) {
        Span {
            if (start < 0 || end <= start) throw new IllegalArgumentException("empty span " + start + ".." + end);
        }

        boolean isNeutral() {
            return type.isEmpty();
        }

        boolean is(FindingType wanted) {
            return type.isPresent() && type.get() == wanted;
        }

        boolean overlaps(Finding finding) {
            return finding.start() < end && start < finding.end();
        }

        boolean covers(Finding finding) {
            return start <= finding.start() && finding.end() <= end;
        }

        boolean isCoveredBy(Finding finding) {
            return finding.start() <= start && end <= finding.end();
        }
    }

    AnnotatedText {
        spans = List.copyOf(spans);
        int at = 0;
        for (Span span : spans) {
            if (span.start() < at || span.end() > text.length()) throw new IllegalArgumentException(id + ": " + span);
            at = span.end();
        }
    }

    List<Span> entities() {
        return spans.stream().filter(span -> !span.isNeutral()).toList();
    }

    boolean isClean() {
        return entities().isEmpty();
    }

    String value(Span span) {
        return text.substring(span.start(), span.end());
    }

    /** The text around a span on one line, with the span in brackets. */
    String around(int start, int end) {
        String before = text.substring(Math.max(0, start - 45), start);
        String behind = text.substring(end, Math.min(text.length(), end + 30));
        return (before + '⟦' + text.substring(start, end) + '⟧' + behind)
                .replace("\n", "⏎")
                .replace("\r", "")
                .replace('\t', '⇥');
    }

    /** What stands between the marks: two texts with the same skeleton are one text with other values. */
    String skeleton() {
        StringBuilder skeleton = new StringBuilder();
        int at = 0;
        for (Span span : spans) {
            skeleton.append(text, at, span.start()).append('□');
            at = span.end();
        }
        return skeleton.append(text, at, text.length())
                .toString()
                .replaceAll("[0-9\\s]+", " ")
                .strip();
    }

    static AnnotatedText read(String id, String skeleton, DrawnValues values) {
        StringBuilder text = new StringBuilder(skeleton.length());
        List<Span> spans = new ArrayList<>();
        int at = 0;
        for (SkeletonMark mark : SkeletonMark.all(skeleton)) {
            text.append(skeleton, at, mark.start());
            int start = text.length();
            text.append(mark.value(values));
            if (mark.isSpan()) spans.add(new Span(mark.type(), start, text.length()));
            at = mark.end();
        }
        text.append(skeleton, at, skeleton.length());
        return new AnnotatedText(id, text.toString(), spans);
    }
}
