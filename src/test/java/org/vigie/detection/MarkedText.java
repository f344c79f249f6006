package org.vigie.detection;

import java.util.List;

/** Writes findings into their text, as {@code Tél. ⟦PHONE 06 12 34 56 78⟧}, so that tables of tests can be read. */
final class MarkedText {
    private MarkedText() {}

    static String plain(String marked) {
        return marked.replaceAll("⟦[A-Z_]+ ", "").replace("⟧", "");
    }

    static String mark(String text, List<Finding> findings) {
        StringBuilder marked = new StringBuilder(text);
        for (Finding finding : findings.reversed()) {
            marked.insert(finding.end(), '⟧').insert(finding.start(), "⟦" + finding.type() + ' ');
        }
        return marked.toString();
    }

    /** The marked text that a detector without a directory makes of the same text without marks. */
    static String detected(String marked) {
        String text = plain(marked);
        return mark(text, new Detector(StaffDirectory.EMPTY).detect(text));
    }
}
