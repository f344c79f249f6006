package org.vigie.parsing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text as it stands; Markdown's headings are headings, the rest of it is kept as it was written. */
final class PlainText {
    private static final Pattern HEADING = Pattern.compile("\\s{0,3}(#{1,6})\\s+(.+?)\\s*#*");
    private static final Pattern FENCE = Pattern.compile("\\s{0,3}(```|~~~).*");

    private PlainText() {}

    /** @return no title: plain text has none */
    static String read(Path file, Collected collected) throws IOException {
        collected.paragraphs(Words.decode(Files.readAllBytes(file)));
        return "";
    }

    /** @return no title of its own: the first heading is one */
    static String readMarkdown(Path file, Collected collected) throws IOException {
        StringBuilder block = new StringBuilder();
        boolean code = false;
        for (String line : Words.decode(Files.readAllBytes(file)).split("\n")) {
            if (FENCE.matcher(line).matches()) code = !code;
            Matcher heading = HEADING.matcher(line);
            if (!code && heading.matches()) {
                collected.paragraph(block.toString());
                block.setLength(0);
                collected.heading(heading.group(1).length(), heading.group(2));
            } else if (line.isBlank()) {
                collected.paragraph(block.toString());
                block.setLength(0);
            } else {
                block.append(line).append('\n');
            }
        }
        collected.paragraph(block.toString());
        return "";
    }
}
