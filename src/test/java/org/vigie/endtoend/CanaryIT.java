package org.vigie.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.vigie.endtoend.GatewayClient.Seen;
import org.vigie.store.DataDirectory;
import org.vigie.store.EmbeddedPostgres;

/**
 * Canaries are sent by every way into the program; then every place where one could have stayed is searched. What was
 * sent is made by {@link #plant}, once, before the places are looked at.
 */
@TestMethodOrder(MethodOrderer.MethodName.class)
class CanaryIT {
    /** What the shield finds: one value of each type, and how a text says it. */
    private static final Map<String, String> VALUES = Map.of(
            "canari.zqx7@client-canari.example", "Écris à canari.zqx7@client-canari.example",
            "06 39 98 45 67", "Appelle le 06 39 98 45 67",
            "FR76 1009 6072 6421 4714 7820 706", "Vire sur FR76 1009 6072 6421 4714 7820 706",
            "4970 2784 4750 9910", "Débite la carte 4970 2784 4750 9910",
            "1 35 01 59 812 833 80", "n° de sécu : 1 35 01 59 812 833 80",
            "552 100 554", "SIREN 552 100 554",
            "732 829 320 00074", "SIRET 732 829 320 00074",
            "ghp_Zq7Kd2Mx9Rt4Vw8Bn5Lc3Fh6Jp1Sy0GuTeXa", "jeton ghp_Zq7Kd2Mx9Rt4Vw8Bn5Lc3Fh6Jp1Sy0GuTeXa",
            "Quinquempoix", "Préviens Mme Quinquempoix");

    /** Of the staff directory: it stands in the database by right, but never leaves. */
    private static final String COLLEAGUE = "Amélie Durand";

    /** No finding: it may go to the model, and stays nowhere. */
    private static final String WORD = "zorglubicanari";
    /** In headers, which go nowhere at all. */
    private static final String HEADER = "entetecanari";

    private static final String PASSWORD = "canari-mot-de-passe-9731";

    private static final String ALL =
            WORD + ". " + String.join(". ", VALUES.values()) + ". Vois avec " + COLLEAGUE + ".";

    private static final List<String> FAILING = List.of(
            "fake-500",
            "fake-400",
            "fake-429",
            "fake-html-503",
            "fake-dead",
            "fake-cut-5",
            "fake-stall-0",
            "fake-stall-3",
            "fake-error-in-stream",
            "fake-bad-json",
            "closed",
            "inconnu");

    private static Installation here;
    private static GatewayClient client;
    private static final List<Seen> answers = new ArrayList<>();
    private static final List<String> errors = new ArrayList<>();

    @BeforeAll
    static void plant() throws Exception {
        here = Installation.start();
        here.model().record();
        client = new GatewayClient(() -> here.vigie().url(), Installation.KEY);
        intoPrompts();
        intoBrokenRequests();
        intoHeadersAndPaths();
        intoPages();
    }

    @AfterAll
    static void stop() {
        here.close();
    }

    private static void intoPrompts() {
        for (boolean stream : new boolean[] {false, true}) {
            answers.add(client.ask("assistant", stream, ALL));
            answers.add(client.ask("fake-bytes-3", stream, ALL));
            answers.add(client.ask("extractif", stream, ALL));
            answers.add(client.send(everywhere(stream)));
            for (String model : FAILING) refused(client.ask(model, stream, ALL));
        }
    }

    /** In each place of a request that holds text, keys of objects too. */
    private static String everywhere(boolean stream) {
        JsonObject schema = new JsonObject()
                .put("type", "object")
                .put("description", ALL)
                .put("properties", new JsonObject().put("champ", Map.of("type", "string", "description", ALL)));
        return new JsonObject(GatewayClient.body("assistant", stream, ALL))
                .put(
                        "tools",
                        List.of(Map.of(
                                "type",
                                "function",
                                "function",
                                Map.of("name", "agir", "description", ALL, "parameters", schema))))
                .put("metadata", Map.of("note", ALL))
                .put("user", ALL)
                .put("inconnu", new JsonObject().put("profond", List.of(Map.of("texte", ALL))))
                .put("stop", List.of(ALL))
                .encode();
    }

    private static void refused(Seen seen) {
        if (seen.status() == 200) errors.addAll(errorEvents(seen.text()));
        else errors.add(seen.text());
    }

    private static List<String> errorEvents(String stream) {
        return stream.lines()
                .filter(line -> line.startsWith("data: {\"error\""))
                .toList();
    }

    private static void intoBrokenRequests() {
        String good = GatewayClient.body("assistant", false, ALL);
        List<String> broken = List.of(
                good.substring(0, good.length() - 3),
                ALL,
                "\"" + ALL + "\"",
                "{\"" + WORD + "\":}",
                "{\"model\":\"assistant\",\"messages\":\"" + ALL + "\"}",
                "{\"model\":{\"" + WORD + "\":\"" + ALL + "\"},\"messages\":[]}",
                "{\"model\":\"assistant\",\"messages\":[{\"role\":\"" + WORD + "\",\"content\":7}]," + "\"a\":" + WORD
                        + "}",
                "{\"" + WORD + "\":1,\"" + WORD + "\":2}",
                GatewayClient.body("assistant", false, ALL + "a".repeat(17 * 1024 * 1024)));
        for (String body : broken) refused(client.send(body));
        for (String model : List.of(ALL, "Bonjour " + WORD, "canari.zqx7@client-canari.example")) {
            refused(client.ask(model, false, ALL));
            refused(client.ask(model, true, ALL));
        }
    }

    private static void intoHeadersAndPaths() throws Exception {
        String plain = GatewayClient.body("assistant", false, ALL);
        for (String name : List.of(
                "X-Vigie-Mission",
                "X-Vigie-Use-Case",
                "traceparent",
                "x-request-id",
                "x-stainless-lang",
                "cookie",
                "user-agent",
                "accept-language",
                "openai-organization",
                "x-api-key")) {
            refused(client.send(plain, name, HEADER + " " + WORD));
        }
        refused(client.send(plain, "authorization", "Bearer " + HEADER + "-".repeat(40)));
        for (String path :
                List.of("/v1/models/" + HEADER, "/v1/" + HEADER, "/api/v1/requests/" + HEADER, "/" + HEADER)) {
            assertThat(client.get(path).statusCode()).as(path).isIn(404, 405);
        }
    }

    private static void intoPages() throws Exception {
        Visitor stranger = new Visitor(here.vigie().url());
        stranger.signIn("canari.zqx7@client-canari.example", PASSWORD);
        stranger.signIn(Installation.EMPLOYEE, PASSWORD);
        stranger.signIn(PASSWORD, WORD);
        assertThat(stranger.isSignedIn()).isFalse();
        Visitor employee = new Visitor(here.vigie().url());
        employee.signIn("autre@example.org", Installation.PASSWORD);
        assertThat(employee.isSignedIn()).isTrue();
        long served = here.model().served();
        for (String model : List.of("assistant", "fake-500")) {
            HttpResponse<String> asked = employee.post("/chat", "/chat/messages", Map.of("text", ALL, "model", model));
            assertThat(asked.statusCode()).as(asked.body()).isEqualTo(303);
            String conversation = asked.headers().firstValue("location").orElseThrow();
            assertThat(employee.get(conversation).body()).contains(WORD);
        }
        long end = System.nanoTime() + 10_000_000_000L;
        while (here.model().served() < served + 2 && System.nanoTime() < end) Thread.sleep(50);
        assertThat(here.model().served()).isGreaterThanOrEqualTo(served + 2);
        employee.get("/chat/list?q=" + WORD);
    }

    @Test
    void what_was_planted_was_used() {
        assertThat(answers).allMatch(Seen::answered);
        assertThat(answers.getFirst().text()).contains(VALUES.keySet()).contains(COLLEAGUE);
        assertThat(errors).hasSizeGreaterThan(30);
        assertThat(here.model().received()).hasSizeGreaterThan(20);
        assertThat(here.model().received().getFirst().body()).contains(WORD);
    }

    @Test
    void no_value_leaves_for_a_provider() {
        assertThat(here.model().received()).allSatisfy(request -> {
            String sent = request.headers() + request.body();
            for (String value : VALUES.keySet()) {
                assertThat(sent).doesNotContain(value).doesNotContain(value.replace(" ", ""));
            }
            assertThat(sent).doesNotContain(COLLEAGUE).doesNotContain(PASSWORD);
            assertThat(request.headers().toString()).doesNotContain(HEADER).doesNotContain(WORD);
        });
    }

    @Test
    void no_canary_is_in_an_error() {
        for (String error : errors) assertFree("error", error);
    }

    @Test
    void no_canary_is_in_the_log() {
        assertFree("log", here.vigie().log());
    }

    @Test
    void no_canary_is_in_the_metrics() throws Exception {
        Visitor admin = new Visitor(here.vigie().url());
        admin.signIn(Installation.ADMIN, Installation.PASSWORD);
        HttpResponse<String> metrics = admin.get("/q/metrics");
        assertThat(metrics.statusCode()).isEqualTo(200);
        assertFree("metrics", metrics.body());
    }

    @Test
    void no_canary_is_in_any_column_of_the_database() throws Exception {
        try (Connection connection =
                EmbeddedPostgres.accessOfRunning(new DataDirectory(here.data())).connectAsOwner()) {
            List<String> tables = tables(connection);
            assertThat(tables).contains("audit.entry", "assistant.message", "identity.person");
            for (String table : tables) assertFree(table, rows(connection, table));
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        return column(connection, """
                SELECT format('%I.%I', table_schema, table_name) FROM information_schema.tables
                WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')""");
    }

    /** Binary columns are text in hexadecimal here; {@link #assertFree} knows. */
    private static String rows(Connection connection, String table) throws SQLException {
        return String.join("\n", column(connection, "SELECT row_to_json(t)::text FROM " + table + " t"));
    }

    private static List<String> column(Connection connection, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) values.add(row.getString(1));
        }
        return values;
    }

    /** The database's own files too: its log before writing, and what it has deleted but not yet overwritten. */
    @Test
    void no_canary_is_in_any_file_of_the_data_directory() throws Exception {
        try (Stream<Path> files = Files.walk(here.data())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) assertFree(file.toString(), content(file));
        }
    }

    private static String content(Path file) throws IOException {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (java.nio.file.NoSuchFileException gone) {
            return "";
        }
    }

    private static void assertFree(String place, String text) {
        String searched = text.toLowerCase(Locale.ROOT);
        for (String canary : canaries()) {
            String low = canary.toLowerCase(Locale.ROOT);
            String hex = HexFormat.of().formatHex(canary.getBytes(StandardCharsets.UTF_8));
            assertThat(searched.contains(low) || searched.contains(hex))
                    .as("« %s » in %s%s", canary, place, around(searched, low))
                    .isFalse();
        }
    }

    private static String around(String text, String found) {
        int at = text.indexOf(found);
        return at < 0 ? "" : ": " + text.substring(Math.max(0, at - 80), Math.min(text.length(), at + 80));
    }

    private static List<String> canaries() {
        List<String> all = new ArrayList<>(List.of(WORD, HEADER, PASSWORD));
        VALUES.keySet().forEach(value -> {
            all.add(value);
            all.add(value.replace(" ", ""));
        });
        return all;
    }
}
