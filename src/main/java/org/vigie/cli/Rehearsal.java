package org.vigie.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import org.vigie.store.DataDirectory;

/** The requests of a first minute: pages, and exchanges through the gateway with the demonstration's key. */
final class Rehearsal {
    private static final int ROUNDS = 3;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String url;
    private final DataDirectory directory;

    Rehearsal(String url, DataDirectory directory) {
        this.url = url;
        this.directory = directory;
    }

    void run() throws InterruptedException {
        try {
            Optional<String> key = key();
            for (int round = 0; round < ROUNDS; round++) {
                for (String page : new String[] {"/", "/sign-in", "/q/health/ready", "/v1/models"}) send(get(page));
                key.ifPresent(this::exchange);
            }
        } catch (IOException fault) {
            // A shorter rehearsal gives a smaller cache, nothing worse.
            System.err.println("The rehearsal was cut short: " + fault.getMessage());
        }
    }

    private void exchange(String key) {
        for (boolean stream : new boolean[] {false, true}) {
            String body = "{\"model\":\"assistant\",\"stream\":" + stream
                    + ",\"messages\":[{\"role\":\"user\",\"content\":\"Écris à a.durand@example.org, 06 12 34 56 78.\"}]}";
            try {
                send(HttpRequest.newBuilder(URI.create(url + "/v1/chat/completions"))
                        .timeout(Duration.ofSeconds(10))
                        .header("Authorization", "Bearer " + key)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
            } catch (IOException fault) {
                System.err.println("An exchange of the rehearsal failed: " + fault.getMessage());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private HttpRequest get(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(10))
                .header("Accept", "text/html,application/json")
                .build();
    }

    private void send(HttpRequest request) throws IOException, InterruptedException {
        client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private Optional<String> key() throws IOException {
        if (!Files.exists(directory.demoFile())) return Optional.empty();
        JsonNode demo = new ObjectMapper().readTree(directory.demoFile().toFile());
        return Optional.ofNullable(demo.get("apiKey")).map(JsonNode::asText);
    }
}
