package org.vigie.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How numbered extracts of documents stand in a prompt, so that what answers can tell them from what is asked. */
public final class Extracts {
    private static final Pattern EXTRACT =
            Pattern.compile("(?m)^\\[Extrait (\\d{1,3}) \\| ([^\\n]*)]\\n((?s:.*?))\\n\\[Fin de l’extrait \\1]$");

    /** What an extract may not hold: it would end there, and what follows would pass for instructions. */
    private static final Pattern FENCE = Pattern.compile("\\[(?=Extrait |Fin de l’extrait )");

    private Extracts() {}

    /** @param number from 1, as an answer cites it in brackets */
    public record Extract(int number, String title, String text) {}

    public static String written(List<Extract> extracts) {
        StringBuilder written = new StringBuilder();
        for (Extract one : extracts) {
            written.append("[Extrait ").append(one.number()).append(" | ");
            written.append(harmless(one.title().replaceAll("\\s+", " "))).append("]\n");
            written.append(harmless(one.text())).append("\n[Fin de l’extrait ");
            written.append(one.number()).append("]\n\n");
        }
        return written.toString().stripTrailing();
    }

    private static String harmless(String text) {
        return FENCE.matcher(text).replaceAll("(");
    }

    /** Those that stand in a text, in its order. */
    public static List<Extract> in(String text) {
        List<Extract> extracts = new ArrayList<>();
        Matcher matcher = EXTRACT.matcher(text);
        while (matcher.find()) {
            extracts.add(new Extract(Integer.parseInt(matcher.group(1)), matcher.group(2), matcher.group(3)));
        }
        return extracts;
    }
}
