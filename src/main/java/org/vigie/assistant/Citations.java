package org.vigie.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** Puts a link where an answer cites a source as {@code [2]} or {@code [1, 3]}; a number of no source stays as it is. */
final class Citations extends AbstractVisitor {
    private static final Pattern CITED = Pattern.compile("\\[(\\d{1,3}(?:\\s?[,;]\\s?\\d{1,3}){0,9})]");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");

    private final Map<Integer, Source> sources;

    Citations(List<Source> sources) {
        this.sources = sources.stream().collect(Collectors.toMap(Source::number, Function.identity()));
    }

    /** Where a source is cited. */
    static final class Citation extends CustomNode {
        private final Source source;

        private Citation(Source source) {
            this.source = source;
        }

        Source source() {
            return source;
        }
    }

    /** The numbers that a text cites. */
    static Set<Integer> in(String text) {
        Set<Integer> numbers = new TreeSet<>();
        CITED.matcher(text).results().forEach(found -> numbers.addAll(numbers(found.group(1))));
        return numbers;
    }

    private static List<Integer> numbers(String list) {
        return NUMBER.matcher(list)
                .results()
                .map(number -> Integer.parseInt(number.group()))
                .toList();
    }

    /** A link in a link would be none. */
    @Override
    public void visit(Link link) {
        return;
    }

    @Override
    public void visit(Text text) {
        String literal = text.getLiteral();
        Matcher matcher = CITED.matcher(literal);
        List<Node> pieces = new ArrayList<>();
        int from = 0;
        while (matcher.find()) {
            Optional<List<Citation>> citations = citations(matcher.group(1));
            if (citations.isEmpty()) continue;
            if (matcher.start() > from) pieces.add(new Text(literal.substring(from, matcher.start())));
            pieces.addAll(citations.get());
            from = matcher.end();
        }
        if (pieces.isEmpty()) return;
        if (from < literal.length()) pieces.add(new Text(literal.substring(from)));
        pieces.forEach(text::insertBefore);
        text.unlink();
    }

    /** Empty where one of them is of no source. */
    private Optional<List<Citation>> citations(String list) {
        List<Integer> numbers = numbers(list);
        List<Citation> found = numbers.stream()
                .flatMap(number -> Optional.ofNullable(sources.get(number)).stream())
                .map(Citation::new)
                .toList();
        return found.size() == numbers.size() ? Optional.of(found) : Optional.empty();
    }
}
