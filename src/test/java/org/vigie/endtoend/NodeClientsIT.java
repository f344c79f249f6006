package org.vigie.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The npm packages of OpenAI and Anthropic, unchanged, against Vigie: in {@code target}, where npm can fetch them. */
class NodeClientsIT {
    @RegisterExtension
    static final ScriptedSite SITE = new ScriptedSite();

    private static final Path HERE = Path.of("target", "node-clients");
    private static final List<String> PACKAGES = List.of("openai@6.49.0", "@anthropic-ai/sdk@1.12.0");
    private static final String ANSWER = "Écrit à olive.petit@client.example";

    @Test
    void the_sdks_read_answers_streams_and_errors() throws Exception {
        assumeTrue(run("node", "--version").code() == 0, "node is not installed");
        Files.createDirectories(HERE);
        if (!Files.isDirectory(HERE.resolve("node_modules/openai"))) {
            List<String> install =
                    new java.util.ArrayList<>(List.of("npm", "install", "--no-audit", "--no-fund", "--silent"));
            install.addAll(PACKAGES);
            assumeTrue(run(install.toArray(String[]::new)).code() == 0, "npm cannot fetch " + PACKAGES);
        }
        try (var script = NodeClientsIT.class.getResourceAsStream("/clients/clients.mjs")) {
            Files.copy(script, HERE.resolve("clients.mjs"), StandardCopyOption.REPLACE_EXISTING);
        }
        SITE.upstream().does(SpokenAnswers::answer);
        Finished finished = run("node", "clients.mjs");
        assertThat(finished.code()).as(finished.printed()).isZero();
        JsonObject seen = new JsonObject(finished.printed());
        assertThat(seen)
                .isEqualTo(new JsonObject()
                        .put("chat", ANSWER)
                        .put("chatStream", ANSWER)
                        .put("chatBroken", "raised APIError")
                        .put("response", ANSWER)
                        .put("responseStream", ANSWER)
                        .put("responseBroken", "raised APIError")
                        .put("embedding", new JsonArray(List.of(1, 2)))
                        .put("models", true)
                        .put("unknownModel", "raised NotFoundError 404")
                        .put("message", ANSWER)
                        .put("messageStream", ANSWER)
                        .put("messageBroken", seen.getString("messageBroken"))
                        .put("tokens", 2095)
                        .put("claudes", true)
                        .put("unknownClaude", "raised NotFoundError 404"));
        assertThat(seen.getString("messageBroken")).startsWith("raised ");
    }

    private record Finished(int code, String printed) {}

    private static Finished run(String... command) throws InterruptedException {
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(
                            Files.isDirectory(HERE)
                                    ? HERE.toFile()
                                    : Path.of(".").toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().put("VIGIE_URL", SITE.vigie().url().toString());
            builder.environment().put("VIGIE_KEY", Installation.KEY);
            Process process = builder.start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor(150, TimeUnit.SECONDS)) return new Finished(process.exitValue(), printed);
            process.destroyForcibly();
            return new Finished(-1, printed);
        } catch (IOException notInstalled) {
            return new Finished(-1, "");
        }
    }
}
