package org.vigie.endtoend;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A program at the REST API with one key. */
record ApiClient(URI url, String key) {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** One with a key of its own that a person makes on their page. */
    static ApiClient of(URI url, String person, String scope) throws IOException, InterruptedException {
        Visitor visitor = new Visitor(url);
        visitor.signIn(person, Installation.PASSWORD);
        return of(url, visitor, scope);
    }

    /** One of somebody who is signed in. */
    static ApiClient of(URI url, Visitor visitor, String scope) throws IOException, InterruptedException {
        String made = visitor.post(
                        "/settings/keys", "/settings/keys", Map.of("name", scope, "scopes", scope, "days", "30"))
                .body();
        return new ApiClient(url, made.replaceFirst("(?s).*<code id=\"new-key\">([^<]+)</code>.*", "$1"));
    }

    record Answer(int status, String text) {
        JsonObject json() {
            return new JsonObject(text);
        }

        String code() {
            return json().getString("code", "");
        }

        /** The first field that is at fault. */
        String field() {
            return json().getJsonArray("errors").getJsonObject(0).getString("field");
        }
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send("GET", path, "", Map.of());
    }

    Answer send(String method, String path, JsonObject body) throws IOException, InterruptedException {
        return send(method, path, body.encode(), Map.of());
    }

    Answer send(String method, String path, String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve(path))
                .header("Authorization", "Bearer " + key)
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) request.header("Content-Type", "application/json");
        headers.forEach(request::setHeader);
        HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.body());
    }

    /** One file in a form, as {@code file}. */
    Answer upload(String path, String name, byte[] content) throws IOException, InterruptedException {
        String head = "--vigie\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        HttpRequest request = HttpRequest.newBuilder(url.resolve(path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "multipart/form-data; boundary=vigie")
                .POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(
                        head.getBytes(StandardCharsets.UTF_8),
                        content,
                        "\r\n--vigie--\r\n".getBytes(StandardCharsets.UTF_8))))
                .build();
        HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.body());
    }
}
