package org.vigie.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.vigie.demo.DemoFirm.DemoPerson;
import org.vigie.kernel.Secret;
import org.vigie.store.OwnerOnly;

/**
 * {@code DIR/demo.json}: how to sign in to a demonstration. The only place where its passwords are kept, so that they stay
 * the same from one start to the next.
 *
 * @param passwords by e-mail address
 */
record DemoFile(Map<String, Secret> passwords, Secret apiKey) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** No I, O, l, 0, 1: these are read off a screen and typed. */
    private static final String LEGIBLE = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    private static final int PASSWORD_CHARACTERS = 16;
    private static final int API_KEY_BYTES = 30;

    /** What the file holds, completed for people that it does not know yet. */
    static DemoFile readOrMake(Path file) {
        SecureRandom random = new SecureRandom();
        JsonNode held = read(file);
        Map<String, Secret> known = new LinkedHashMap<>();
        Stream.concat(
                        Stream.of(held.path("admin")),
                        Stream.of(held.path("users")).flatMap(JsonNode::valueStream))
                .forEach(user -> text(user, "password")
                        .ifPresent(password -> known.put(user.path("email").asText(), password)));
        Map<String, Secret> passwords = new LinkedHashMap<>();
        for (DemoPerson person : DemoFirm.people()) {
            Secret password = known.get(person.email());
            passwords.put(person.email(), password == null ? password(random) : password);
        }
        return new DemoFile(passwords, text(held, "apiKey").orElseGet(apiKey(random)));
    }

    private static JsonNode read(Path file) {
        try {
            return Files.exists(file) ? JSON.readTree(file.toFile()) : JSON.createObjectNode();
        } catch (IOException unreadable) {
            throw new IllegalStateException(file + " cannot be read, and only it knows the passwords.", unreadable);
        }
    }

    private static Optional<Secret> text(JsonNode object, String key) {
        return Optional.of(object.path(key).asText(""))
                .filter(text -> !text.isEmpty())
                .map(Secret::new);
    }

    /** In groups of four. */
    private static Secret password(SecureRandom random) {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < PASSWORD_CHARACTERS; i++) {
            password.append(i > 0 && i % 4 == 0 ? "-" : "").append(LEGIBLE.charAt(random.nextInt(LEGIBLE.length())));
        }
        return new Secret(password.toString());
    }

    private static Supplier<Secret> apiKey(SecureRandom random) {
        return () -> {
            byte[] bytes = new byte[API_KEY_BYTES];
            random.nextBytes(bytes);
            return new Secret(
                    "vigie_demo_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        };
    }

    Secret passwordOf(DemoPerson person) {
        Secret password = passwords.get(person.email());
        if (password == null) throw new IllegalArgumentException("not of the demonstration: " + person.email());
        return password;
    }

    /** Writes it for its owner alone; a reader sees the old one or the new one. */
    void write(Path file, String url) throws IOException {
        OwnerOnly.write(file, json(url).getBytes(StandardCharsets.UTF_8));
    }

    private String json(String url) throws IOException {
        DemoPerson administrator = DemoFirm.administrator();
        ObjectNode file = JSON.createObjectNode().put("url", url);
        file.putObject("admin")
                .put("email", administrator.email())
                .put("password", passwordOf(administrator).reveal());
        var users = file.putArray("users");
        for (DemoPerson person : DemoFirm.people()) {
            ObjectNode user = users.addObject()
                    .put("email", person.email())
                    .put("password", passwordOf(person).reveal());
            person.roles().forEach(user.putArray("roles")::add);
        }
        file.put("apiKey", apiKey.reveal());
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(file) + "\n";
    }
}
