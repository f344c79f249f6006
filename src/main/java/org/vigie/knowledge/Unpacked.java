package org.vigie.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.vigie.parsing.Archive;
import org.vigie.parsing.Unreadable;

/**
 * The files of a zip that somebody sent, beside it until they are taken.
 *
 * @param leftOut how many were not: archives, names that lead out, files that are too large
 */
record Unpacked(Path folder, List<Documents.Sent> files, int leftOut) implements AutoCloseable {
    Unpacked {
        files = List.copyOf(files);
    }

    /** By its name, since office files are zips too. */
    static boolean isZip(Documents.Sent file) {
        return file.name().toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    /** @throws SpaceException where it does not unpack, or holds too many files */
    static Unpacked of(Documents.Sent zip) {
        try {
            Path folder = Files.createTempDirectory(zip.file().toAbsolutePath().getParent(), "unpacked");
            boolean whole = false;
            try {
                Unpacked unpacked = of(zip, folder);
                whole = true;
                return unpacked;
            } finally {
                if (!whole) remove(folder);
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static Unpacked of(Documents.Sent zip, Path folder) throws IOException {
        Archive.Contents contents = contents(zip, folder);
        SpaceException.when(contents.members().size() > Documents.MOST_AT_ONCE, SpaceFault.TOO_MANY_FILES);
        List<Documents.Sent> files = new ArrayList<>();
        for (Archive.Member member : contents.members()) {
            long size = Files.size(member.file());
            if (size > 0 && size <= Documents.LARGEST)
                files.add(new Documents.Sent(member.name(), member.file(), size));
        }
        int tooLarge = contents.members().size() - files.size();
        return new Unpacked(folder, files, contents.leftOut().size() + tooLarge);
    }

    private static Archive.Contents contents(Documents.Sent zip, Path folder) throws IOException {
        try {
            return Archive.unpack(zip.file(), folder);
        } catch (Unreadable unreadable) {
            throw SpaceException.of(
                    switch (unreadable.fault()) {
                        case BOMB -> SpaceFault.ARCHIVE_BOMB;
                        case ENCRYPTED -> SpaceFault.ARCHIVE_ENCRYPTED;
                        case EMPTY -> SpaceFault.FILE_MISSING;
                        default -> SpaceFault.ARCHIVE_BROKEN;
                    });
        }
    }

    @Override
    public void close() {
        try {
            remove(folder);
        } catch (IOException atTheNextStart) {
            throw new UncheckedIOException(atTheNextStart);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(one);
        }
    }
}
