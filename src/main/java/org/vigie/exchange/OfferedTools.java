package org.vigie.exchange;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.exchange.JsonDocument.Value;

/**
 * The tools that a request offers to a model: a function by its name, what a provider runs itself by its type, as {@code
 * web_search_preview}. One that has neither is called {@code unnamed}, so that no list allows it.
 */
public final class OfferedTools {
    private static final String UNNAMED = "unnamed";
    /** Types of tools that the client runs: their names count. */
    private static final Set<String> OF_CLIENT = Set.of("function", "custom", "");

    /** Root fields that are lists of tools. */
    private static final Set<String> LISTS = Set.of("tools", "functions", "mcp_servers");

    /** Of Messages: the servers that the provider asks. */
    private static final String MCP = "mcp_servers";

    /** Of chat completions: a provider's own search, switched on by its options. */
    private static final String WEB_SEARCH = "web_search_options";

    private OfferedTools() {}

    /** All that is said of it: of two equal keys another parser may take the other. */
    private static final class Tool {
        private final Set<String> types = new LinkedHashSet<>();
        private final Set<String> names = new LinkedHashSet<>();

        Set<String> called() {
            Set<String> called = new LinkedHashSet<>(types);
            called.removeAll(OF_CLIENT);
            if (called.isEmpty() || types.stream().anyMatch(OF_CLIENT::contains)) called.addAll(names);
            return called.isEmpty() ? Set.of(UNNAMED) : called;
        }
    }

    /** In the order of the request. */
    public static Set<String> of(ModelRequest request) {
        Map<String, Tool> tools = new LinkedHashMap<>();
        boolean search = false;
        for (Value value : request.document().values()) {
            List<Object> steps = value.path().steps();
            if (steps.isEmpty() || !(steps.getFirst() instanceof String list)) continue;
            if (list.equals(WEB_SEARCH)) search = true;
            if (!LISTS.contains(list) || steps.size() < 2 || !(steps.get(1) instanceof Integer position)) continue;
            Tool tool = tools.computeIfAbsent(list + " " + position, _ -> new Tool());
            if (value instanceof Value.Text text) read(tool, steps, text.value());
        }
        Set<String> names = new LinkedHashSet<>();
        tools.forEach((place, tool) -> names.addAll(place.startsWith(MCP) ? Set.of("mcp") : tool.called()));
        if (search) names.add(WEB_SEARCH);
        return names;
    }

    /** Steps are {@code tools, 0, name}, or {@code tools, 0, function, name}. */
    private static void read(Tool tool, List<Object> steps, String value) {
        Object last = steps.getLast();
        boolean itself = steps.size() == 3;
        boolean inside = steps.size() == 4
                && (steps.get(2).equals("function") || steps.get(2).equals("custom"));
        if (itself && last.equals("type")) tool.types.add(value);
        if ((itself || inside) && last.equals("name")) tool.names.add(value);
    }
}
