package org.vigie.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /mcp} as the npm SDK of the Model Context Protocol meets it, and as somebody who means harm does. */
class McpIT {
    private static final Path HERE = Path.of("target", "mcp-client");
    private static final String PACKAGE = "@modelcontextprotocol/sdk@1.32.2";
    private static final Pattern REVOKE = Pattern.compile("/settings/keys/[0-9a-f-]{36}/revoke");

    private static Installation here;

    @BeforeAll
    static void start() {
        here = Installation.start();
    }

    @AfterAll
    static void stop() {
        if (here != null) here.close();
    }

    @Test
    void the_sdk_lists_and_calls_the_tools_and_is_refused_where_it_should_be() throws Exception {
        Files.createDirectories(HERE);
        assumeTrue(succeeds("node", "--version"), "node is not installed");
        if (!Files.isDirectory(HERE.resolve("node_modules/@modelcontextprotocol"))) {
            assumeTrue(
                    succeeds("npm", "install", "--no-audit", "--no-fund", "--silent", PACKAGE),
                    "npm cannot fetch " + PACKAGE);
        }
        try (var script = McpIT.class.getResourceAsStream("/clients/mcp.mjs")) {
            Files.copy(script, HERE.resolve("mcp.mjs"), StandardCopyOption.REPLACE_EXISTING);
        }
        JsonObject seen = new JsonObject(answers());
        assertThat(seen.getJsonArray("tools"))
                .isEqualTo(new JsonArray(List.of("search", "shield_detect", "shield_pseudonymise")));
        assertThat(seen.getJsonObject("schema").getJsonArray("required")).isEqualTo(new JsonArray(List.of("text")));
        JsonObject found = seen.getJsonObject("detect").getJsonArray("findings").getJsonObject(0);
        assertThat(found.getString("type")).isEqualTo("EMAIL");
        // In code points: the ship is one.
        assertThat(found.getInteger("start")).isEqualTo(2);
        assertThat(found.getInteger("end")).isEqualTo(2 + "olive.petit@client.example".length());
        assertThat(seen.getString("pseudonymise")).matches("Écris à \\[\\[MAIL_[0-9a-z]+]]");
        assertThat(seen.getJsonObject("empty").getJsonArray("findings")).isEmpty();
        assertThat(seen.getString("longest")).matches("C[0-3]");
        assertThat(seen.getString("tooLong")).startsWith("error: ").contains("1000001");
        for (String wrong : List.of("object", "null", "missing")) {
            assertThat(seen.getString(wrong))
                    .as(wrong)
                    .matches("(raised -32602|error: .*)")
                    .doesNotContain("canari");
        }
        // A number is read as its digits.
        assertThat(seen.getString("number")).startsWith("{\"class\":\"C1\"");
        assertThat(seen.getString("unknownTool")).matches("raised -32602|error: .*");
        assertThat(seen.getInteger("after")).isZero();
        assertThat(seen.getInteger("apiKeyHeader")).isEqualTo(3);
        assertThat(seen.getString("withoutKey")).isEqualTo("raised 401");
        assertThat(seen.getString("unknownKey")).isEqualTo("raised 401");
        assertThat(seen.getInteger("beforeRevocation")).isEqualTo(3);
        assertThat(seen.getString("afterRevocation")).isEqualTo("raised 401");
        assertThat(here.vigie().log()).doesNotContain("olive.petit").doesNotContain("canari-mcp");
    }

    private static String answers() throws Exception {
        ProcessBuilder builder = new ProcessBuilder("node", "mcp.mjs")
                .directory(HERE.toFile())
                .redirectError(HERE.resolve("errors.txt").toFile());
        builder.environment().put("VIGIE_URL", here.vigie().url().toString());
        builder.environment().put("VIGIE_KEY", Installation.KEY);
        Process process = builder.start();
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            String line = said.readLine();
            assertThat(line).as(Files.readString(HERE.resolve("errors.txt"))).isEqualTo("revoke");
            revokeTheOtherKey();
            process.outputWriter().append("done\n").flush();
            return said.readLine();
        } finally {
            if (!process.waitFor(20, TimeUnit.SECONDS)) process.destroyForcibly();
        }
    }

    private static void revokeTheOtherKey() throws IOException, InterruptedException {
        Visitor person = new Visitor(here.vigie().url());
        person.signIn("autre@example.org", Installation.PASSWORD);
        Matcher revoke = REVOKE.matcher(person.get("/settings/keys").body());
        assertThat(revoke.find()).isTrue();
        assertThat(person.post(revoke.group(), revoke.group(), Map.of()).statusCode())
                .isEqualTo(303);
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(HERE.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(150, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "canari-mcp",
                "[]",
                " [{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}]",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"canari-mcp\",\"params\":[]}",
                "{\"jsonrpc\":\"1.0\",\"id\":{},\"method\":7}"
            })
    void what_is_no_message_is_answered_and_never_printed(String body) throws Exception {
        var answer = post(BodyPublishers.ofString(body));
        assertThat(answer.statusCode()).isBetween(200, 499);
        assertThat(here.vigie().log()).doesNotContain("canari-mcp");
        assertThat(new GatewayClient(() -> here.vigie().url(), Installation.KEY)
                        .ask("assistant", false, "x")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void several_messages_at_once_and_one_too_large_are_refused_in_the_protocol_s_own_words() throws Exception {
        var several = post(BodyPublishers.ofString("[]"));
        assertThat(several.statusCode()).isEqualTo(400);
        assertThat(new JsonObject(several.body()).getJsonObject("error").getInteger("code"))
                .isEqualTo(-32600);
        var large =
                post(BodyPublishers.ofString("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{\"x\":\""
                        + "a".repeat(9 << 20) + "\"}}"));
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(large.body()).contains("jsonrpc");
    }

    private static HttpResponse<String> post(HttpRequest.BodyPublisher body) throws IOException, InterruptedException {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(
                        HttpRequest.newBuilder(here.vigie().url().resolve("/mcp"))
                                .header("authorization", "Bearer " + Installation.KEY)
                                .header("content-type", "application/json")
                                .header("accept", "application/json, text/event-stream")
                                .POST(body)
                                .build(),
                        BodyHandlers.ofString());
    }
}
