package org.vigie;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Modules and the arrows between them, as {@code a --> b}.
 *
 * @param modules names of the direct sub-packages of the root package
 */
record ModuleGraph(Set<String> modules, Set<String> arrows) {
    private static final Pattern FLOWCHART = Pattern.compile("```mermaid\\s+flowchart\\b.*\\n([\\s\\S]*?)```");

    static String arrow(String from, String to) {
        return from + " --> " + to;
    }

    /**
     * Reads the one Mermaid flowchart of a page, of whose syntax it knows what we use: a module's name alone on its line,
     * and {@code a & b --> c & d}. A line that is neither is an error, so that no arrow is overlooked.
     */
    static ModuleGraph drawnIn(String markdown) {
        Matcher flowchart = FLOWCHART.matcher(markdown);
        if (!flowchart.find()) throw new IllegalArgumentException("no flowchart");
        ModuleGraph graph = new ModuleGraph(new TreeSet<>(), new TreeSet<>());
        flowchart
                .group(1)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(graph::draw);
        return graph;
    }

    private void draw(String line) {
        String[] sides = line.split("-->", -1);
        if (sides.length > 2) throw new IllegalArgumentException("more than one arrow: " + line);
        for (String from : names(sides[0])) {
            modules.add(from);
            if (sides.length == 1) continue;
            for (String to : names(sides[1])) {
                modules.add(to);
                if (!arrows.add(arrow(from, to))) throw new IllegalArgumentException("drawn twice: " + arrow(from, to));
            }
        }
    }

    private static String[] names(String side) {
        String[] names = side.strip().split("\\s*&\\s*");
        for (String name : names) {
            if (!name.matches("[a-z]+"))
                throw new IllegalArgumentException("not a module: \"" + name + "\" in " + side);
        }
        return names;
    }
}
