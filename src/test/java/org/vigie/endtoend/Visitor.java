package org.vigie.endtoend;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person at the pages without a browser: keeps the cookie, copies the form's token, follows no redirection. */
final class Visitor {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static final Pattern PASSWORD = Pattern.compile("id=\"password-once\"[^>]*>([^<]+)<");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();
    private final URI url;

    Visitor(URI url) {
        this.url = url;
    }

    HttpResponse<String> signIn(String email, String password) throws IOException, InterruptedException {
        return post("/sign-in", Map.of("email", email, "password", password, "next", "/"));
    }

    boolean isSignedIn() {
        return cookies.getCookieStore().getCookies().stream()
                .map(HttpCookie::getName)
                .anyMatch("vigie_session"::equals);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(url.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** A file that is not text. */
    HttpResponse<byte[]> file(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(url.resolve(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** Makes an account, as an administrator does. @return the password that is shown once */
    String employ(String email, String name, String role) throws IOException, InterruptedException {
        HttpResponse<String> made =
                post("/settings/people/new", "/settings/people", Map.of("email", email, "name", name, "roles", role));
        Matcher shown = PASSWORD.matcher(made.body());
        if (!shown.find()) throw new IllegalStateException("no account for " + email + ": " + made.statusCode());
        return shown.group(1);
    }

    /** Posts a form with the token of the page that it stands on. */
    HttpResponse<String> post(String page, String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(get(page).body());
        if (!token.find()) throw new IllegalStateException("no form on " + page);
        Map<String, String> all = new java.util.HashMap<>(fields);
        all.put("_csrf", token.group(1));
        return post(path, all);
    }

    private HttpResponse<String> post(String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        String form = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return http.send(
                HttpRequest.newBuilder(url.resolve(path))
                        .header("content-type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Sends a file by the form of a page. */
    HttpResponse<String> send(String page, String path, String name, byte[] content)
            throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(get(page).body());
        if (!token.find()) throw new IllegalStateException("no form on " + page);
        String head = "--vigie\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token.group(1)
                + "\r\n--vigie\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        return http.send(
                HttpRequest.newBuilder(url.resolve(path))
                        .header("content-type", "multipart/form-data; boundary=vigie")
                        .POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(
                                head.getBytes(StandardCharsets.UTF_8),
                                content,
                                "\r\n--vigie--\r\n".getBytes(StandardCharsets.UTF_8))))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
