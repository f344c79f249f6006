package org.vigie.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.kernel.ProblemException;

class OfferedToolsTest {
    private static Set<String> of(Dialect dialect, String more) {
        String said = dialect == Dialect.RESPONSES
                ? "\"input\": \"x\""
                : "\"messages\": [{\"role\": \"user\", \"content\": \"x\"}]";
        String json = "{\"model\": \"m\", \"max_tokens\": 5, " + said + ", " + more + "}";
        return OfferedTools.of(ModelRequest.parse(dialect, Map.of(), json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_function_counts_by_its_name_in_each_dialect() {
        assertThat(of(Dialect.CHAT_COMPLETIONS, """
                        "tools": [{"type": "function", "function": {"name": "cherche", "parameters": {"name": "autre", "type": "object"}}}]""")).containsExactly("cherche");
        assertThat(of(Dialect.CHAT_COMPLETIONS, """
                        "tools": [{"type": "custom", "custom": {"name": "libre"}}]""")).containsExactly("libre");
        assertThat(of(Dialect.CHAT_COMPLETIONS, """
                        "functions": [{"name": "ancienne"}]""")).containsExactly("ancienne");
        assertThat(of(Dialect.RESPONSES, """
                        "tools": [{"type": "function", "name": "cherche", "parameters": {"properties": {"name": {"type": "string"}}}}]""")).containsExactly("cherche");
        assertThat(of(Dialect.MESSAGES, """
                        "tools": [{"name": "cherche", "input_schema": {"type": "object"}}, {"type": "custom", "name": "autre"}]""")).containsExactly("cherche", "autre");
    }

    @Test
    void what_the_provider_runs_counts_by_its_type_whatever_it_is_called() {
        assertThat(of(Dialect.RESPONSES, """
                        "tools": [{"type": "web_search_preview"}, {"type": "mcp", "server_label": "x", "server_url": "https://x.example"}]""")).containsExactly("web_search_preview", "mcp");
        assertThat(of(Dialect.MESSAGES, """
                        "tools": [{"type": "web_search_20250305", "name": "cherche"}], "mcp_servers": [{"type": "url", "url": "https://x.example", "name": "cherche"}]""")).containsExactly("web_search_20250305", "mcp");
        assertThat(of(Dialect.CHAT_COMPLETIONS, """
                        "web_search_options": {}""")).containsExactly("web_search_options");
    }

    @Test
    void nothing_hides_by_its_shape() {
        assertThat(of(Dialect.CHAT_COMPLETIONS, """
                        "tools": [{}, 5, {"type": "function", "function": {}}]""")).containsExactly("unnamed");
        assertThat(of(Dialect.CHAT_COMPLETIONS, """
                        "tools": [{"type": "function", "function": {"name": "un", "name": "deux"}}]""")).containsExactly("un", "deux");
        assertThat(of(Dialect.RESPONSES, """
                        "tools": [{"type": "function", "type": "web_search", "name": "cherche"}]""")).containsExactlyInAnyOrder("web_search", "cherche");
        assertThatThrownBy(() -> of(Dialect.RESPONSES, """
                        "tools": [], "tools": [{"type": "web_search"}]""")).isInstanceOf(ProblemException.class);
    }

    @Test
    void a_request_without_tools_offers_none() {
        assertThat(of(Dialect.CHAT_COMPLETIONS, "\"tools\": []")).isEmpty();
        assertThat(of(Dialect.MESSAGES, "\"metadata\": {\"tools\": [{\"name\": \"x\"}]}"))
                .isEmpty();
    }
}
