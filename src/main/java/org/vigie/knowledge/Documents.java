package org.vigie.knowledge;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.vigie.identity.Caller;
import org.vigie.kernel.Ids;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;

/**
 * The documents of spaces: added, shown, handed out, read again, taken out. Originals are kept in the database, sealed.
 * Each space has its own copy of a file, so that the rights of one say nothing of the other's.
 */
@Singleton
public final class Documents {
    /** Bytes of one file. Sealing takes the file whole, so it bounds the memory of an upload. */
    static final long LARGEST = 50L << 20;

    /** Files of one upload. */
    static final int MOST_AT_ONCE = 500;

    private static final int LONGEST_NAME = 255;

    private final Jdbi jdbi;
    private final Spaces spaces;
    private final Originals originals;
    private final Clock clock;

    @Inject
    Documents(Jdbi jdbi, Spaces spaces, Originals originals, Clock clock) {
        this.jdbi = jdbi;
        this.spaces = spaces;
        this.originals = originals;
        this.clock = clock;
    }

    /** A file that somebody sent. @param size in bytes */
    public record Sent(String name, Path file, long size) {
        /** Those of a request that hold anything. */
        static List<Sent> of(@Nullable List<FileUpload> files) {
            if (files == null) return List.of();
            return files.stream()
                    .filter(file -> file.size() > 0)
                    .map(file -> new Sent(file.fileName(), file.uploadedFile(), file.size()))
                    .toList();
        }
    }

    /** By their names. */
    public List<Document> of(Caller caller, Space space) {
        return as(caller, store -> store.of(space.id()));
    }

    /** How many documents of each space are searched, of those that this caller may read. */
    public Map<UUID, Integer> searchable(Caller caller) {
        return as(caller, DocumentStore::searchable);
    }

    int count(Caller caller, UUID space) {
        return as(caller, store -> store.count(space));
    }

    /** @throws ProblemException {@code not_found} also for one that this caller may not read */
    public Document find(Caller caller, UUID id) {
        Document document =
                as(caller, store -> store.find(id)).orElseThrow(() -> new ProblemException(new Problem.NotFound()));
        spaces.find(caller, document.space());
        return document;
    }

    /**
     * Adds files, which wait to be read; of a zip, the files in it.
     *
     * @throws SpaceException where there is none, too many, one that is too large, or an archive that does not unpack
     * @throws ProblemException {@code not_found} or {@code forbidden}
     */
    public Added add(Caller caller, UUID id, List<Sent> files) {
        Space space = spaces.find(caller, id, Access.CONTRIBUTOR);
        SpaceException.when(files.isEmpty(), SpaceFault.FILE_MISSING);
        SpaceException.when(files.size() > MOST_AT_ONCE, SpaceFault.TOO_MANY_FILES);
        for (Sent file : files) {
            SpaceException.when(file.size() > LARGEST && !Unpacked.isZip(file), SpaceFault.FILE_TOO_LARGE);
        }
        int added = 0;
        int known = 0;
        int leftOut = 0;
        for (Sent file : files) {
            if (!Unpacked.isZip(file)) {
                if (add(caller, space, file)) added++;
                else known++;
                continue;
            }
            try (Unpacked unpacked = Unpacked.of(file)) {
                for (Sent member : unpacked.files()) {
                    if (add(caller, space, member)) added++;
                    else known++;
                }
                leftOut += unpacked.leftOut();
            }
        }
        return new Added(added, known, leftOut);
    }

    /** @return whether it is new */
    private boolean add(Caller caller, Space space, Sent file) {
        byte[] content = content(file);
        String name = nameOf(file.name());
        String sha256 = sha256(content);
        if (as(caller, store -> store.holds(space.id(), name, sha256))) return false;
        UUID id = Ids.next();
        spaces.record(
                caller,
                "document.added",
                space,
                Map.of("document", id.toString(), "sha256", sha256, "size", Integer.toString(content.length)));
        byte[] sealed = originals.seal(space, id, content);
        SpaceStore.as(jdbi, caller.person(), handle -> {
            originals.hold(handle, space);
            DocumentStore store = new DocumentStore(handle);
            int version = store.nextVersion(space.id(), name);
            store.insert(
                    new Document(
                            id,
                            space.id(),
                            name,
                            version,
                            sha256,
                            content.length,
                            Document.State.WAITING,
                            Optional.empty(),
                            "",
                            List.of(),
                            Optional.empty(),
                            caller.person(),
                            clock.instant().truncatedTo(ChronoUnit.MICROS)),
                    sealed);
            return version;
        });
        return true;
    }

    /** A file whole. */
    public record Content(Document document, byte[] bytes) {}

    /** @throws ProblemException {@code not_found} also for one that this caller may not read */
    public Content read(Caller caller, UUID id) {
        Document document = find(caller, id);
        Space space = spaces.find(caller, document.space());
        spaces.record(caller, "document.handed_out", space, Map.of("document", id.toString()));
        return SpaceStore.as(
                        jdbi,
                        caller.person(),
                        handle -> new DocumentStore(handle)
                                .original(id)
                                .flatMap(kept -> originals.open(handle, space.mission(), id, kept)))
                .map(bytes -> new Content(document, bytes))
                .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
    }

    /** Lets a document that could not be read be read once more. */
    public UUID retry(Caller caller, UUID id) {
        Document document = find(caller, id);
        Space space = spaces.find(caller, document.space(), Access.CONTRIBUTOR);
        spaces.record(caller, "document.retried", space, Map.of("document", id.toString()));
        as(caller, store -> store.retry(id));
        return space.id();
    }

    /** Erases it with all its versions, for good. */
    public UUID delete(Caller caller, UUID id) {
        Document document = find(caller, id);
        Space space = spaces.find(caller, document.space(), Access.CONTRIBUTOR);
        spaces.record(caller, "document.deleted", space, Map.of("document", id.toString()));
        as(caller, store -> {
            store.delete(space.id(), document.name());
            return id;
        });
        return space.id();
    }

    /** Erases a space with all that is in it, for good. */
    public void deleteSpace(Caller caller, UUID id) {
        Space space = spaces.find(caller, id, Access.OWNER);
        int documents = count(caller, id);
        spaces.record(caller, "space.deleted", space, Map.of("documents", Integer.toString(documents)));
        SpaceStore.as(jdbi, caller.person(), handle -> {
            new DocumentStore(handle).deleteAll(id);
            new SpaceStore(handle).delete(id);
            return id;
        });
    }

    private <T> T as(Caller caller, Function<DocumentStore, T> work) {
        return SpaceStore.as(jdbi, caller.person(), handle -> work.apply(new DocumentStore(handle)));
    }

    private static byte[] content(Sent file) {
        try {
            return Files.readAllBytes(file.file());
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** With the folders below what was sent, without those above it, and without what does not show. */
    static String nameOf(String sent) {
        String below = sent.startsWith("/") ? sent.substring(sent.lastIndexOf('/') + 1) : sent;
        String name = Stream.of(below.substring(below.lastIndexOf('\\') + 1)
                        .replaceAll("\\p{C}", "")
                        .split("/"))
                .map(String::strip)
                .filter(step -> !step.isEmpty() && !step.equals(".") && !step.equals(".."))
                .collect(Collectors.joining("/"));
        if (name.isEmpty()) return "document";
        return name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
