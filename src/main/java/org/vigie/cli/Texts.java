package org.vigie.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.store.StoreException;

/** Texts from files and standard input; UTF-8 alone, since what is misread is not examined. */
final class Texts {
    private static final long LARGEST = 256L * 1024 * 1024;

    private Texts() {}

    /** A file, or standard input when it is absent or {@code -}. */
    static String read(@Nullable Path file) {
        try {
            return file == null || file.toString().equals("-")
                    ? decoded(System.in.readAllBytes(), "The input")
                    : of(file);
        } catch (IOException unreadable) {
            throw unusable(file == null ? Path.of("-") : file, unreadable);
        }
    }

    /** Standard output in UTF-8, whatever the locale says; flushed by whoever writes. */
    static PrintStream output() {
        return new PrintStream(System.out, false, StandardCharsets.UTF_8);
    }

    static InputStream open(@Nullable Path file) {
        if (file == null || file.toString().equals("-")) return System.in;
        try {
            return Files.newInputStream(file);
        } catch (IOException unreadable) {
            throw unusable(file, unreadable);
        }
    }

    private static String of(Path file) throws IOException {
        if (Files.size(file) > LARGEST) throw new StoreException(file + " is larger than 256 MiB; split it.");
        return decoded(Files.readAllBytes(file), file.toString());
    }

    /** @throws StoreException where the bytes are not UTF-8 */
    static String decoded(byte[] bytes, String whose) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(buffer)
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new StoreException(whose + " is not UTF-8 at byte " + buffer.position() + "; convert it first.");
        }
    }

    /** The regular files below a directory, in the order of their names; hidden ones are left out. */
    static List<Path> below(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> Stream.of(
                                    directory.relativize(file).toString().split("/"))
                            .noneMatch(part -> part.startsWith(".")))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw unusable(directory, unreadable);
        }
    }

    static StoreException unusable(Path file, IOException fault) {
        String why = switch (fault) {
            case NoSuchFileException _ -> "there is no such file";
            case AccessDeniedException _ -> "access is denied";
            case CharacterCodingException _ -> "it is not UTF-8";
            default -> fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
        };
        return new StoreException(file + " cannot be used: " + why + ".", fault);
    }
}
