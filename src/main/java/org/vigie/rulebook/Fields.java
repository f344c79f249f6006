package org.vigie.rulebook;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.configuration.Nearest;
import org.vigie.kernel.Quotable;
import org.vigie.rulebook.DocumentFault.Kind;

/**
 * The keys of one table of a document, each given its type by whoever asks for it. What nobody asked for is a fault, and
 * so is a value of another type; all of them are gathered. A key that is not there is empty.
 */
public final class Fields {
    private final Node.Table table;
    private final List<DocumentFault> faults;
    private final Set<String> known = new TreeSet<>();
    private final List<Fields> within = new ArrayList<>();
    private boolean abandoned;

    Fields(Node.Table table, List<DocumentFault> faults) {
        this.table = table;
        this.faults = faults;
    }

    public String text(String key) {
        return switch (at(key)) {
            case null -> "";
            case Node.Scalar(String text, int _) -> text;
            case Node other -> {
                wrong(other, key, "text");
                yield "";
            }
        };
    }

    public Optional<LocalDate> day(String key) {
        return value(key, "YYYY-MM-DD", LocalDate::parse);
    }

    public Optional<Instant> moment(String key) {
        return value(key, "YYYY-MM-DDThh:mm:ssZ", Instant::parse);
    }

    public Optional<Integer> number(String key) {
        return value(key, "12", Integer::valueOf);
    }

    public Optional<BigDecimal> amount(String key) {
        return value(key, "12.5", BigDecimal::new);
    }

    public boolean truth(String key) {
        return value(key, "true | false", text -> switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException("neither");
                })
                .orElse(false);
    }

    /** A word out of several. @param codes in the order that an error names them */
    public <T> Optional<T> oneOf(String key, List<T> values, Function<T, String> code) {
        String codes = String.join(" | ", values.stream().map(code).toList());
        return value(
                key,
                codes,
                text -> values.stream()
                        .filter(one -> code.apply(one).equals(text))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("none of them")));
    }

    private <T> Optional<T> value(String key, String expected, Function<String, T> read) {
        String text = text(key);
        if (text.isEmpty()) return Optional.empty();
        try {
            return Optional.of(read.apply(text));
        } catch (IllegalArgumentException | DateTimeParseException unfit) {
            faults.add(new DocumentFault(line(key), Kind.BAD_VALUE, key, expected));
            return Optional.empty();
        }
    }

    public List<String> texts(String key) {
        return switch (at(key)) {
            case null -> List.of();
            case Node.Scalar(String text, int _) when text.isEmpty() -> List.of();
            case Node.Items(List<Node> items, int _) ->
                items.stream().flatMap(item -> scalar(key, item)).toList();
            case Node other -> {
                wrong(other, key, "list");
                yield List.of();
            }
        };
    }

    private Stream<String> scalar(String key, Node item) {
        if (item instanceof Node.Scalar(String text, int _)) return Stream.of(text);
        wrong(item, key, "text");
        return Stream.of();
    }

    /** A table within; an empty one where there is none. */
    public Fields table(String key) {
        Fields found = new Fields(
                switch (at(key)) {
                    case null -> new Node.Table(Map.of(), table.line());
                    case Node.Table inner -> inner;
                    case Node.Scalar(String text, int line) when text.isEmpty() -> new Node.Table(Map.of(), line);
                    case Node other -> {
                        wrong(other, key, "table");
                        yield new Node.Table(Map.of(), other.line());
                    }
                },
                faults);
        within.add(found);
        return found;
    }

    /** Whether the key is written at all. */
    public boolean has(String key) {
        known.add(key);
        return table.entries().containsKey(key);
    }

    /** The tables within, by their names: names are of the document's choosing. */
    public Map<String, Fields> tables() {
        Map<String, Fields> tables = new LinkedHashMap<>();
        table.entries().keySet().forEach(name -> tables.put(name, table(name)));
        return tables;
    }

    /** The texts within, by their names. */
    public Map<String, String> pairs() {
        Map<String, String> pairs = new LinkedHashMap<>();
        table.entries().keySet().forEach(name -> pairs.put(name, text(name)));
        return pairs;
    }

    private @Nullable Node at(String key) {
        known.add(key);
        return table.entries().get(key);
    }

    private int line(String key) {
        Node found = table.entries().get(key);
        return found == null ? table.line() : found.line();
    }

    private void wrong(Node node, String key, String expected) {
        faults.add(new DocumentFault(node.line(), Kind.WRONG_TYPE, key, expected));
    }

    /** From here on nobody reads it to its end. */
    void giveUp() {
        abandoned = true;
    }

    /** Counts what nobody asked for as a fault, here and within. */
    void finish() {
        if (abandoned) return;
        table.entries().forEach((key, value) -> {
            if (known.contains(key)) return;
            String nearest = Nearest.to(key, known).orElse("");
            faults.add(new DocumentFault(value.line(), Kind.UNKNOWN_KEY, Quotable.name(key), nearest));
        });
        within.forEach(Fields::finish);
    }
}
