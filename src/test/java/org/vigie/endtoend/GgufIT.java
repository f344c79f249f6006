package org.vigie.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vigie.endtoend.GatewayClient.Seen;
import org.vigie.local.TinyModel;
import org.vigie.store.DataDirectory;
import org.vigie.store.EmbeddedPostgres;

/**
 * A model in a file, from the client's request to the child process and back, on random weights that this test writes.
 * Skipped where the runtime does not load on this machine.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class GgufIT {
    private static final String CANARY = "canari-7d1f";
    private static final Duration SECONDS = Duration.ofSeconds(20);

    private static Path files;
    private static Installation here;
    private static GatewayClient client;
    private static AuditTrail audit;

    @BeforeAll
    static void start() throws Exception {
        files = Installation.temporaryDirectory();
        Path file = TinyModel.write(files.resolve("tiny.gguf"), 1);
        skipWhereItDoesNotLoad();
        here = Installation.start(
                List.of("{id: local, kind: gguf, gguf: {file: \"" + file + "\", threads: 1, waiting: 2},"
                        + " models: [{id: tiny, contextTokens: " + TinyModel.CONTEXT + "}]}"),
                List.of("{model: local, targets: [local/tiny], retries: 0}"));
        client = new GatewayClient(() -> here.vigie().url(), Installation.KEY);
        audit = new AuditTrail(() -> EmbeddedPostgres.accessOfRunning(new DataDirectory(here.data())));
    }

    private static void skipWhereItDoesNotLoad() throws IOException {
        Path yaml = Files.writeString(files.resolve("trial.yaml"), provider("tiny.gguf"));
        String printed = VigieProcess.run(
                        Map.of(),
                        "doctor",
                        "--config",
                        yaml.toString(),
                        "--data",
                        files.resolve("none").toString())
                .printed();
        Files.delete(yaml);
        for (String reason : List.of("Vigie has no library for", "the native library does not load")) {
            if (!printed.contains(reason)) continue;
            System.out.println("GgufIT is skipped:\n" + printed);
            Assumptions.abort(reason);
        }
    }

    @AfterAll
    static void stop() throws IOException {
        if (here != null) here.close();
        for (String name : List.of("tiny.gguf", "half.gguf")) Files.deleteIfExists(files.resolve(name));
        Files.delete(files);
    }

    private static String body(boolean stream, String content, String more) {
        return "{\"model\":\"local\",\"stream\":" + stream + more
                + ",\"messages\":[{\"role\":\"system\",\"content\":\"Réponds.\"},"
                + "{\"role\":\"user\",\"content\":\"" + content + "\"}]}";
    }

    private static Seen ask(boolean stream, String more) {
        return client.send(body(stream, "Bonjour, " + CANARY, more));
    }

    private static ProcessHandle child(VigieProcess vigie) {
        return vigie.process()
                .descendants()
                .filter(process -> process.info()
                        .arguments()
                        .filter(arguments -> Arrays.stream(arguments).anyMatch(one -> one.endsWith("ModelProcess")))
                        .isPresent())
                .findFirst()
                .orElseThrow();
    }

    /** A stream that goes on for seconds, its first line read. */
    private static BufferedReader longStream() throws IOException, InterruptedException {
        HttpResponse<InputStream> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(here.vigie().url().resolve("/v1/chat/completions"))
                                .header("authorization", "Bearer " + Installation.KEY)
                                .POST(HttpRequest.BodyPublishers.ofString(body(true, "Bonjour", "")))
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        BufferedReader lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
        assertThat(lines.readLine()).startsWith("data: ");
        return lines;
    }

    private static List<String> outcomesAfter(long entry) throws Exception {
        return audit.ended(entry, SECONDS).stream()
                .map(AuditTrail.Exchange::state)
                .toList();
    }

    @Test
    void answers_in_one_piece_and_counts_its_own_tokens() {
        Seen seen = ask(false, ",\"max_tokens\":12,\"temperature\":0");

        assertThat(seen.status()).as(seen.text()).isEqualTo(200);
        assertThat(seen.model()).isEqualTo("local/tiny");
        JsonObject answer = new JsonObject(seen.text());
        JsonObject choice = answer.getJsonArray("choices").getJsonObject(0);
        assertThat(choice.getString("finish_reason")).isEqualTo("length");
        assertThat(choice.getJsonObject("message").getString("content")).hasSize(12);
        assertThat(answer.getJsonObject("usage").getInteger("completion_tokens"))
                .isEqualTo(12);
        assertThat(answer.getJsonObject("usage").getInteger("prompt_tokens")).isBetween(40, 120);
    }

    @Test
    void answers_in_pieces_the_same_text() {
        String whole = new JsonObject(
                        ask(false, ",\"max_tokens\":30,\"seed\":5").text())
                .getJsonArray("choices")
                .getJsonObject(0)
                .getJsonObject("message")
                .getString("content");
        Seen seen = ask(true, ",\"max_tokens\":30,\"seed\":5,\"stream_options\":{\"include_usage\":true}");

        assertThat(seen.answered()).isTrue();
        List<JsonObject> chunks = seen.text()
                .lines()
                .filter(line -> line.startsWith("data: {"))
                .map(line -> new JsonObject(line.substring("data: ".length())))
                .toList();
        StringBuilder text = new StringBuilder();
        chunks.stream()
                .flatMap(chunk -> chunk.getJsonArray("choices").stream())
                .map(choice -> ((JsonObject) choice).getJsonObject("delta").getString("content", ""))
                .forEach(text::append);
        assertThat(text.toString()).isEqualTo(whole);
        assertThat(chunks).hasSizeGreaterThan(10);
        assertThat(chunks.getLast().getJsonObject("usage").getInteger("completion_tokens"))
                .isEqualTo(30);
    }

    @Test
    void ends_before_a_stop_and_refuses_what_it_cannot_do() {
        String text = new JsonObject(ask(false, ",\"max_tokens\":30,\"seed\":6").text())
                .getJsonArray("choices")
                .getJsonObject(0)
                .getJsonObject("message")
                .getString("content");
        String stop = text.substring(8, 11);
        JsonObject cut = new JsonObject(ask(false, ",\"max_tokens\":30,\"seed\":6,\"stop\":\"" + stop + "\"")
                        .text())
                .getJsonArray("choices")
                .getJsonObject(0);
        assertThat(cut.getJsonObject("message").getString("content")).isEqualTo(text.substring(0, text.indexOf(stop)));
        assertThat(cut.getString("finish_reason")).isEqualTo("stop");

        Seen tools = ask(false, ",\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"x\",\"parameters\":{}}}]");
        assertThat(tools.status()).isEqualTo(400);
        assertThat(tools.text()).contains("tools");
        Seen long_ = client.send(body(false, "a ".repeat(TinyModel.CONTEXT), ""));
        assertThat(long_.status()).isEqualTo(400);
        assertThat(long_.code()).isEqualTo("context_length_exceeded");
    }

    @Test
    void answers_a_client_of_anthropics_api() throws Exception {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(here.vigie().url().resolve("/v1/messages"))
                                .header("x-api-key", Installation.KEY)
                                .header("anthropic-version", "2023-06-01")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"model\":\"local\",\"max_tokens\":9,"
                                        + "\"messages\":[{\"role\":\"user\",\"content\":\"Bonjour\"}]}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        JsonObject answer = new JsonObject(response.body());
        assertThat(answer.getString("stop_reason")).isEqualTo("max_tokens");
        assertThat(answer.getJsonObject("usage").getInteger("output_tokens")).isEqualTo(9);
    }

    @Test
    void stops_when_the_client_goes_away() throws Exception {
        long before = audit.last();
        longStream().close();
        long from = System.nanoTime();
        assertThat(ask(false, ",\"max_tokens\":1").status()).isEqualTo(200);
        Duration next = Duration.ofNanos(System.nanoTime() - from);

        System.out.println("GgufIT: the next question is answered " + next.toMillis() + " ms after a client left");
        assertThat(next).isLessThan(Duration.ofSeconds(2));
        assertThat(outcomesAfter(before)).containsExactlyInAnyOrder("cancelled", "answered");
    }

    @Test
    void a_killed_process_ends_its_answer_with_an_error_and_the_next_question_works() throws Exception {
        long before = audit.last();
        ProcessHandle killed;
        String rest;
        try (BufferedReader lines = longStream()) {
            killed = child(here.vigie());
            killed.destroyForcibly();
            rest = lines.lines().reduce("", (all, line) -> all + line + "\n");
        }
        assertThat(rest).contains("\"error\"", "upstream_failed").doesNotContain("[DONE]");
        assertThat(outcomesAfter(before)).containsExactly("failed");
        long from = System.nanoTime();
        Seen next = ask(false, ",\"max_tokens\":3");
        System.out.println("GgufIT: answered " + (System.nanoTime() - from) / 1_000_000 + " ms after kill -9");

        assertThat(next.status()).as(next.text()).isEqualTo(200);
        assertThat(child(here.vigie()).pid()).isNotEqualTo(killed.pid());
        assertThat(here.vigie().log()).contains("The model of provider local is not there", "signal 9");
    }

    @Test
    void some_wait_for_their_turn_and_more_are_told_that_it_is_busy() throws Exception {
        List<Thread> waiting = new ArrayList<>();
        List<Integer> answered = new CopyOnWriteArrayList<>();
        try (BufferedReader _ = longStream()) {
            for (int i = 0; i < 2; i++) {
                waiting.add(Thread.startVirtualThread(
                        () -> answered.add(ask(false, ",\"max_tokens\":1").status())));
            }
            Thread.sleep(500);
            Seen refused = ask(false, ",\"max_tokens\":1");
            assertThat(answered).isEmpty();
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.code()).isEqualTo("upstream_unavailable");
        }
        for (Thread thread : waiting) assertThat(thread.join(SECONDS)).isTrue();
        assertThat(answered).containsExactly(200, 200);
    }

    @Test
    void supervision_sees_it_and_nobody_sees_a_content() throws Exception {
        ask(true, ",\"max_tokens\":2");
        assertThat(client.get("/q/health/ready").body()).contains("local-models", "\"local\": \"ready\"");
        assertThat(here.vigie().log()).doesNotContain(CANARY);
        ProcessHandle child = child(here.vigie());
        assertThat(Files.readString(Path.of("/proc/" + child.pid() + "/oom_score_adj"))
                        .strip())
                .isEqualTo("900");
        assertThat(Files.readString(Path.of("/proc/" + child.pid() + "/environ")))
                .doesNotContain(Installation.PASSWORD, Installation.KEY);
    }

    @Test
    void its_process_ends_with_the_server_however_that_ends() throws Exception {
        ProcessHandle first = child(here.vigie());
        longStream();
        here.vigie().kill();
        first.onExit().get(5, TimeUnit.SECONDS);
        here.restart();
        assertThat(ask(false, ",\"max_tokens\":1").status()).isEqualTo(200);
        ProcessHandle second = child(here.vigie());
        longStream();
        assertThat(here.vigie().stop()).isLessThan(Duration.ofSeconds(5));
        second.onExit().get(5, TimeUnit.SECONDS);
        here.restart();
    }

    @Test
    void a_wrong_file_is_said_at_the_start_and_by_doctor() throws Exception {
        Path data = Installation.temporaryDirectory();
        Path yaml = data.resolve("vigie.yaml");
        Files.writeString(data.resolve("notes.gguf"), "Ceci n'est pas un modèle.");
        Files.writeString(yaml, provider("notes.gguf"));
        String said = "providers[0].gguf.file names a file that is not a GGUF";
        VigieProcess.Finished start = VigieProcess.run(Map.of(), "start", "--port", "0", "--data", data.toString());
        assertThat(start.exitCode()).isEqualTo(1);
        assertThat(start.printed()).contains("vigie.yaml:4: " + said);
        VigieProcess.Finished doctor = VigieProcess.run(Map.of(), "doctor", "--data", data.toString());
        assertThat(doctor.exitCode()).isEqualTo(1);
        assertThat(doctor.printed()).contains("!!  ", said);

        byte[] whole = Files.readAllBytes(files.resolve("tiny.gguf"));
        Files.write(data.resolve("half.gguf"), Arrays.copyOf(whole, whole.length / 2));
        Files.writeString(yaml, provider("half.gguf"));
        VigieProcess.Finished half = VigieProcess.run(Map.of(), "doctor", "--data", data.toString());
        assertThat(half.exitCode()).isEqualTo(1);
        assertThat(half.printed()).contains("cannot be served: it cannot be read (");

        Files.write(data.resolve("good.gguf"), whole);
        Files.writeString(yaml, provider("good.gguf"));
        assertThat(VigieProcess.run(Map.of(), "doctor", "--data", data.toString())
                        .printed())
                .contains("ok  Provider local: the model in ", "can be served (llama");
    }

    private static String provider(String file) {
        return """
                providers:
                  - id: local
                    kind: gguf
                    gguf: {file: %s}
                    models: [{id: m}]
                """.formatted(file);
    }
}
