package org.vigie.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vigie.detection.Classification;
import org.vigie.detection.Finding;
import org.vigie.detection.FindingType;
import org.vigie.kernel.DataClass;

/** What was found in some texts, for a person: a table in Markdown, the most sensitive text first. */
final class DetectionReport {
    private static final int CONTEXT = 30;
    private static final int QUOTED = 5;

    private record Text(String name, Classification classification, List<String> examples) {}

    private final List<Text> texts = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final Map<FindingType, Integer> counts = new EnumMap<>(FindingType.class);
    private int clean;

    void add(String name, String text, List<Finding> findings) {
        if (findings.isEmpty()) {
            clean++;
            return;
        }
        Classification classification = Classification.of(findings);
        classification.counts().forEach((type, count) -> counts.merge(type, count, Integer::sum));
        texts.add(new Text(name, classification, examples(text, findings)));
    }

    void addFault(String name, String message) {
        faults.add(name + ": " + message);
    }

    /** The first findings with a little of what stands around; every value is covered but for its first character. */
    private static List<String> examples(String text, List<Finding> findings) {
        StringBuilder covered = new StringBuilder();
        List<Integer> places = new ArrayList<>();
        int written = 0;
        for (Finding finding : findings) {
            covered.append(text, written, finding.start());
            places.add(covered.length());
            covered.append(text.charAt(finding.start())).append('…');
            written = finding.end();
        }
        covered.append(text, written, text.length());
        List<String> examples = new ArrayList<>();
        for (int i = 0; i < Math.min(QUOTED, findings.size()); i++) {
            int from = Math.max(0, places.get(i) - CONTEXT);
            int to = Math.min(covered.length(), places.get(i) + CONTEXT);
            Finding finding = findings.get(i);
            examples.add(finding.type() + " (" + finding.rule() + "): " + oneLine(covered.substring(from, to)));
        }
        return examples;
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    void print(PrintStream out) {
        int found = counts.values().stream().mapToInt(Integer::intValue).sum();
        out.println("# What the shield found");
        out.println();
        out.printf("%d texts, %d without any finding, %d findings.%n", texts.size() + clean, clean, found);
        if (!counts.isEmpty()) {
            out.println();
            out.println("| type | findings |");
            out.println("| --- | --- |");
            counts.forEach((type, count) -> out.println("| " + type + " | " + count + " |"));
        }
        for (DataClass dataClass : List.of(DataClass.C3, DataClass.C2, DataClass.C1, DataClass.C0)) {
            print(dataClass, out);
        }
        if (!faults.isEmpty()) {
            out.println();
            out.println("## Not examined");
            faults.forEach(fault -> out.println("- " + fault));
        }
    }

    private void print(DataClass dataClass, PrintStream out) {
        List<Text> own = texts.stream()
                .filter(text -> text.classification().asWritten() == dataClass)
                .toList();
        if (own.isEmpty()) return;
        out.println();
        out.println("## " + dataClass + ": " + own.size() + (own.size() == 1 ? " text" : " texts"));
        for (Text text : own) {
            String kinds = text.classification().counts().entrySet().stream()
                    .map(kind -> kind.getKey() + " " + kind.getValue())
                    .collect(Collectors.joining(", "));
            out.println("- " + text.name() + ": " + kinds);
            text.examples().forEach(example -> out.println("  - " + example));
        }
    }
}
