package org.vigie.gateway;

import io.vertx.core.http.HttpServerRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.vigie.exchange.Dialect;
import org.vigie.exchange.MultipartForm;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;

/**
 * The client's headers that belong to a dialect and go on to a provider of it. Nothing examines a header, so each may hold
 * only what cannot be anybody's data: versions and names of features, dated.
 */
final class PassedHeaders {
    private static final Pattern VERSION = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final String FEATURE = "[a-z][a-z0-9]{0,19}(?:-[a-z0-9]{1,12}){0,6}-20\\d{2}-?\\d{2}-?\\d{2}";
    private static final Pattern FEATURES = Pattern.compile(FEATURE + "(?:\\s*,\\s*" + FEATURE + "){0,31}");

    private PassedHeaders() {}

    static Map<String, String> of(Dialect dialect, HttpServerRequest request) {
        return switch (dialect) {
            case MESSAGES, COUNT_TOKENS -> {
                Map<String, String> passed = new HashMap<>();
                pass("anthropic-version", VERSION, request, passed);
                pass("anthropic-beta", FEATURES, request, passed);
                yield passed;
            }
            case TRANSCRIPTION -> {
                Map<String, String> form = new HashMap<>();
                pass("content-type", MultipartForm.CONTENT_TYPE, request, form);
                if (form.isEmpty()) {
                    throw new ProblemException(
                            new Problem.Malformed("content-type", "multipart/form-data is expected"));
                }
                yield form;
            }
            case CHAT_COMPLETIONS, RESPONSES, EMBEDDINGS, IMAGES, SPEECH -> Map.of();
        };
    }

    private static void pass(String name, Pattern form, HttpServerRequest request, Map<String, String> passed) {
        String value = String.join(",", request.headers().getAll(name));
        if (value.isEmpty()) return;
        if (value.length() > 2_000 || !form.matcher(value).matches()) {
            throw new ProblemException(new Problem.Malformed(name, "this header does not have its documented form"));
        }
        passed.put(name, value);
    }
}
