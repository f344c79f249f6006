package org.vigie.detection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The texts that recognisers are judged by. Skeletons stand in {@code src/test/resources}, several a file, each behind a
 * line {@code === title}; {@link SkeletonMark} says how spans are marked. Everything is invented; what is drawn is drawn
 * from a seed that depends on the text's title alone, so that a text stays as it is when others come.
 *
 * <p>The held-out set is for its figures only: who writes a rule does not read it.
 */
final class DevelopmentSet {
    private static final String TITLE = "=== ";

    private DevelopmentSet() {}

    static List<AnnotatedText> development() {
        return read("development");
    }

    static List<AnnotatedText> heldOut() {
        return read("heldout");
    }

    /** Written before the rules that were then improved with its misses; {@code docs/shield.md} says how. */
    static List<AnnotatedText> unseen() {
        return read("unseen");
    }

    /** Ordinary notes of workplaces, written before the rules were read; {@code docs/shield.md} gives both looks. */
    static List<AnnotatedText> workplace() {
        return read("workplace");
    }

    /**
     * Leaves, disabilities, beliefs, VAT numbers and plates of human resources and of car fleets, with as much that only
     * looks like it; {@code docs/shield.md} gives the looks.
     */
    static List<AnnotatedText> administration() {
        return read("administration");
    }

    /**
     * Written by someone who had read neither the rules nor the other sets: mails, human resources, systems, forms and
     * what only looks like it. Says how far the rules carry beyond the texts they were improved with.
     */
    static List<AnnotatedText> witness() {
        return read("witness");
    }

    private static List<AnnotatedText> read(String set) {
        URL folder = DevelopmentSet.class.getResource(set);
        if (folder == null) throw new IllegalStateException("no texts " + set);
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            List<AnnotatedText> texts = new ArrayList<>();
            for (Path file : files.sorted().toList()) texts.addAll(readFile(file));
            return List.copyOf(texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<AnnotatedText> readFile(Path file) throws IOException {
        String name = file.getFileName().toString().replace(".txt", "");
        List<AnnotatedText> texts = new ArrayList<>();
        String content = "\n" + Files.readString(file).strip() + "\n";
        String[] parts = content.split("\n" + TITLE);
        for (String part : List.of(parts).subList(1, parts.length)) {
            int end = part.indexOf('\n');
            String id = name + "/" + part.substring(0, end).strip();
            try {
                texts.add(AnnotatedText.read(
                        id, part.substring(end + 1).stripTrailing(), new DrawnValues(id.hashCode())));
            } catch (RuntimeException e) {
                throw new IllegalStateException(id + ": " + e.getMessage(), e);
            }
        }
        return texts;
    }
}
