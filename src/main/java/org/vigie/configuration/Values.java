package org.vigie.configuration;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.vigie.kernel.DataClass;
import org.vigie.kernel.Secret;

/** Reads one scalar as the type of its key. */
final class Values {
    /** Far beyond any key or pass phrase. */
    private static final int LARGEST_SECRET_BYTES = 65_536;

    private static final String FILE = "file:";

    private final Path directory;

    /** @param directory what a relative path or {@code file:} reference starts from */
    Values(Path directory) {
        this.directory = directory;
    }

    sealed interface Reading {}

    record Read(Object value) implements Reading {}

    /** @param reason what follows the key's name in the message */
    record Refused(String reason) implements Reading {}

    Reading read(Class<?> type, Setting.Scalar scalar) {
        String text = scalar.text();
        if (type == String.class) {
            return new Read(text);
        }
        if (type == Secret.class) {
            return secret(text);
        }
        if (type.isEnum()) {
            return constant(type, scalar);
        }
        try {
            return new Read(parsed(type, text));
        } catch (IllegalArgumentException | DateTimeException | URISyntaxException malformed) {
            // An address or a path that cannot be read is not quoted back: there may be a password in it.
            boolean quotable = type != URI.class && type != Path.class;
            return new Refused("must be " + wanted(type) + (quotable ? quoted(scalar) : ""));
        }
    }

    private Object parsed(Class<?> type, String text) throws URISyntaxException {
        return switch (type.getName()) {
            case "int", "java.lang.Integer" -> Integer.valueOf(text);
            case "double", "java.lang.Double" -> finite(Double.parseDouble(text));
            case "boolean", "java.lang.Boolean" -> bool(text);
            case "java.net.URI" -> new URI(text);
            case "java.time.LocalDate" -> LocalDate.parse(text);
            case "java.nio.file.Path" -> directory.resolve(text);
            default -> throw new IllegalStateException("no reading for " + type);
        };
    }

    private static String wanted(Class<?> type) {
        return switch (type.getName()) {
            case "int", "java.lang.Integer" -> "a whole number";
            case "double", "java.lang.Double" -> "a number, with a point for decimals";
            case "boolean", "java.lang.Boolean" -> "true or false";
            case "java.time.LocalDate" -> "a day as 2026-01-31";
            case "java.net.URI" -> "an address as https://host/path";
            default -> "a path";
        };
    }

    /** What stands for a value that could not be read. */
    Object filler(Class<?> type) {
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return switch (type.getName()) {
            case "java.lang.String" -> "";
            case "int", "java.lang.Integer" -> 0;
            case "double", "java.lang.Double" -> 0.0;
            case "boolean", "java.lang.Boolean" -> false;
            case "java.net.URI" -> URI.create("");
            case "java.time.LocalDate" -> LocalDate.EPOCH;
            case "java.nio.file.Path" -> Path.of("");
            case "org.vigie.kernel.Secret" -> new Secret("");
            default -> throw new IllegalStateException("no reading for " + type);
        };
    }

    private static Double finite(double number) {
        if (!Double.isFinite(number)) {
            throw new NumberFormatException();
        }
        return number;
    }

    private static Boolean bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        };
    }

    private static Reading constant(Class<?> type, Setting.Scalar scalar) {
        List<Enum<?>> constants = Arrays.stream(type.getEnumConstants())
                .<Enum<?>>map(constant -> (Enum<?>) constant)
                .toList();
        return constants.stream()
                .filter(constant -> written(constant).equals(scalar.text()))
                .findFirst()
                .<Reading>map(Read::new)
                .orElseGet(() -> new Refused("must be one of "
                        + String.join(
                                ", ", constants.stream().map(Values::written).toList())
                        + quoted(scalar)));
    }

    /** {@code EU_SOVEREIGN} as {@code eu-sovereign}; a data class is written as people say it. */
    private static String written(Enum<?> constant) {
        return constant instanceof DataClass
                ? constant.name()
                : constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String quoted(Setting.Scalar scalar) {
        return scalar.printable() ? ", not \"" + scalar.text() + "\"" : "";
    }

    private Reading secret(String text) {
        if (!text.startsWith(FILE)) {
            return new Read(new Secret(text));
        }
        try {
            Path file = directory.resolve(text.substring(FILE.length()).replaceFirst("^///?", "/"));
            if (Files.size(file) > LARGEST_SECRET_BYTES) {
                return new Refused("names a file that is too large for a secret");
            }
            String content = Files.readString(file, StandardCharsets.UTF_8);
            return new Read(new Secret(content.replaceFirst("\\r?\\n\\z", "")));
        } catch (IOException | InvalidPathException unreadable) {
            return new Refused("names a file that cannot be read"
                    + (unreadable instanceof NoSuchFileException ? ": it does not exist" : ""));
        }
    }
}
