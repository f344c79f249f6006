package org.vigie.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How numbered texts that are not the asker's own words stand in a prompt, so that what answers can tell them apart. */
public enum Extracts {
    /** Passages of documents, which an answer cites by their numbers. */
    PASSAGES("Extrait", "Fin de l’extrait"),
    /** Files that somebody joined to a question. */
    FILES("Fichier", "Fin du fichier");

    /** What a text may not hold: it would end there, and what follows would pass for instructions. */
    private static final Pattern FENCE = Pattern.compile("\\[(?=Extrait |Fin de l’extrait |Fichier |Fin du fichier )");

    private final String begin;
    private final String end;
    private final Pattern whole;

    Extracts(String begin, String end) {
        this.begin = begin;
        this.end = end;
        this.whole =
                Pattern.compile("(?m)^\\[" + begin + " (\\d{1,3}) \\| ([^\\n]*)]\\n((?s:.*?))\\n\\[" + end + " \\1]$");
    }

    /** @param number from 1, as an answer cites it in brackets */
    public record Extract(int number, String title, String text) {}

    public String written(List<Extract> extracts) {
        StringBuilder written = new StringBuilder();
        for (Extract one : extracts) {
            written.append('[').append(begin).append(' ').append(one.number()).append(" | ");
            written.append(harmless(one.title().replaceAll("\\s+", " "))).append("]\n");
            written.append(harmless(one.text())).append("\n[").append(end).append(' ');
            written.append(one.number()).append("]\n\n");
        }
        return written.toString().stripTrailing();
    }

    private static String harmless(String text) {
        return FENCE.matcher(text).replaceAll("(");
    }

    /** Those that stand in a text, in its order. */
    public List<Extract> in(String text) {
        List<Extract> extracts = new ArrayList<>();
        Matcher matcher = whole.matcher(text);
        while (matcher.find()) {
            extracts.add(new Extract(Integer.parseInt(matcher.group(1)), matcher.group(2), matcher.group(3)));
        }
        return extracts;
    }

    /** A text without what stands in its extracts: what was said besides. */
    public String outside(String text) {
        return whole.matcher(text).replaceAll("").strip();
    }
}
