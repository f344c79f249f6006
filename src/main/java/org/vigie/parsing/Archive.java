package org.vigie.parsing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.vigie.parsing.Unreadable.Fault;

/**
 * Takes the files out of a zip, one after the other, within bounds: so many, so much in all, and none that unpacks to
 * far more than it takes. Nothing is written under a name that the zip gives.
 */
public final class Archive {
    static final int MOST_FILES = 10_000;
    static final long MOST_BYTES = 1L << 30;
    /** Text of office files compresses to a hundredth at the best; blank pictures and bombs to a thousandth. */
    private static final int RATIO = 200;
    /** What is smaller may compress as it likes. */
    private static final long SMALL = 10L << 20;

    private Archive() {}

    /**
     * A file of a zip.
     *
     * @param name its path in the zip, with {@code /}; never absolute, without {@code ..}
     * @param file where its bytes are
     */
    public record Member(String name, Path file) {}

    /** What a zip holds, and the names that were left out: archives within it, and names that lead out of it. */
    public record Contents(List<Member> members, List<String> leftOut) {
        public Contents {
            members = List.copyOf(members);
            leftOut = List.copyOf(leftOut);
        }
    }

    /**
     * Unpacks into a directory of the caller, which removes it; there, files have numbers for names.
     *
     * @throws Unreadable {@code BOMB}, {@code ENCRYPTED}, {@code BROKEN}, or {@code EMPTY} where it holds no file
     */
    public static Contents unpack(Path zip, Path into) throws Unreadable, IOException {
        List<Member> members = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        try (ZipFile files = open(zip)) {
            Count count = new Count();
            for (ZipArchiveEntry entry : entries(files, count)) {
                String name = entry.getName().replace('\\', '/');
                if (isNoise(name)) continue;
                if (leadsOut(name) || isArchive(name) || entry.isUnixSymlink()) {
                    leftOut.add(name);
                    continue;
                }
                Path file = into.resolve(Integer.toString(members.size()));
                try (OutputStream out = Files.newOutputStream(file)) {
                    copy(files, entry, out, count);
                }
                members.add(new Member(name, file));
            }
        }
        if (members.isEmpty() && leftOut.isEmpty()) throw new Unreadable(Fault.EMPTY);
        return new Contents(members, leftOut);
    }

    /** Reads a zip through, as whoever parses it will, and keeps nothing. */
    static void requireHarmless(Path zip) throws Unreadable, IOException {
        try (ZipFile files = open(zip)) {
            Count count = new Count();
            for (ZipArchiveEntry entry : entries(files, count)) {
                copy(files, entry, OutputStream.nullOutputStream(), count);
            }
        }
    }

    private static final class Count {
        private long bytes;
    }

    private static ZipFile open(Path zip) throws Unreadable {
        try {
            return ZipFile.builder()
                    .setPath(zip)
                    .setCharset(StandardCharsets.UTF_8)
                    .get();
        } catch (IOException | IllegalArgumentException _) {
            throw new Unreadable(Fault.BROKEN);
        }
    }

    private static List<ZipArchiveEntry> entries(ZipFile files, Count count) throws Unreadable {
        List<ZipArchiveEntry> entries = new ArrayList<>();
        for (var all = files.getEntries(); all.hasMoreElements(); ) {
            ZipArchiveEntry entry = all.nextElement();
            if (entry.isDirectory()) continue;
            if (entry.getGeneralPurposeBit().usesEncryption()) throw new Unreadable(Fault.ENCRYPTED);
            if (!files.canReadEntryData(entry)) throw new Unreadable(Fault.BROKEN);
            entries.add(entry);
            // The sizes that it declares may lie, so they only refuse.
            count.bytes += Math.max(0, entry.getSize());
            if (entries.size() > MOST_FILES || count.bytes > MOST_BYTES) throw new Unreadable(Fault.BOMB);
        }
        count.bytes = 0;
        return entries;
    }

    private static void copy(ZipFile files, ZipArchiveEntry entry, OutputStream out, Count count)
            throws Unreadable, IOException {
        long most = Math.max(SMALL, RATIO * Math.max(0, entry.getCompressedSize()));
        try (InputStream in = files.getInputStream(entry)) {
            count.bytes += in.transferTo(new Bounded(out, Math.min(most, MOST_BYTES - count.bytes)));
        } catch (Bounded.Exceeded _) {
            throw new Unreadable(Fault.BOMB);
        } catch (IOException _) {
            throw new Unreadable(Fault.BROKEN);
        }
    }

    private static boolean leadsOut(String name) {
        return name.startsWith("/")
                || name.matches("(?s)[A-Za-z]:.*")
                || name.indexOf('\0') >= 0
                || List.of(name.split("/")).contains("..");
    }

    private static boolean isArchive(String name) {
        return name.toLowerCase(Locale.ROOT).matches("(?s).*\\.(zip|jar|7z|rar|tar|tgz|gz|bz2|xz|zst|iso|cab)");
    }

    /** What systems leave in archives beside what people put in. */
    private static boolean isNoise(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        return name.startsWith("__MACOSX/") || last.equals(".DS_Store") || last.equals("Thumbs.db");
    }
}
