package org.vigie.parsing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLStreamException;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.poi.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.vigie.parsing.Extract.Kind;
import org.vigie.parsing.Unreadable.Fault;
import org.xml.sax.SAXException;

/** One file being read in the child process, with the files that it holds. */
final class Reading {
    /** Files within files within files are seldom meant to be read. */
    private static final int DEEPEST = 3;

    private static final int MOST_ATTACHMENTS = 100;

    private final Limits limits;
    private final Collected collected;
    private final Recognition recognition;
    private final long begun = System.nanoTime();
    private final Deque<Attachment> attachments = new ArrayDeque<>();
    private String above = "";
    private int depth;
    private int attached;
    private long attachedBytes;

    Reading(Limits limits, Recognition recognition) {
        this.limits = limits;
        this.collected = new Collected(limits.characters());
        this.recognition = recognition;
    }

    private record Attachment(Path file, String name, String above, int depth) {}

    Limits limits() {
        return limits;
    }

    Collected collected() {
        return collected;
    }

    Recognition recognition() {
        return recognition;
    }

    Extract read(Path file, String name) throws Unreadable {
        String title = "";
        try {
            title = one(file, name);
            while (!attachments.isEmpty()) next(attachments.poll());
        } catch (Collected.Full _) {
            // What there is so far is what is kept.
        } finally {
            attachments.forEach(left -> left.file().toFile().delete());
        }
        if (collected.isEmpty()) throw new Unreadable(recognition.wasMissed() ? Fault.NO_OCR : Fault.EMPTY);
        return collected.extract(title);
    }

    /** Keeps a file that was found in the one being read, to be read after it. */
    void attach(String name, InputStream in) throws IOException {
        boolean fits = depth < DEEPEST && attached++ < MOST_ATTACHMENTS;
        if (!fits) {
            collected.note(Kind.ATTACHMENT_SKIPPED, name);
            return;
        }
        long room = limits.bytes() - attachedBytes;
        Path kept = Files.createTempFile("attached", "");
        long size;
        try (var out = Files.newOutputStream(kept)) {
            size = in.transferTo(new Bounded(out, room));
        } catch (Bounded.Exceeded _) {
            Files.delete(kept);
            collected.note(Kind.ATTACHMENT_SKIPPED, name);
            return;
        }
        attachedBytes += size;
        attachments.add(new Attachment(kept, name, above, depth));
    }

    private void next(Attachment attachment) {
        String name = attachment.name();
        above = attachment.above().isEmpty() ? name : attachment.above() + Part.UNDER + name;
        depth = attachment.depth() + 1;
        try {
            if (elapsed().compareTo(limits.soft()) > 0) throw new Unreadable(Fault.TIMEOUT);
            collected.within(above);
            one(attachment.file(), name);
        } catch (Unreadable _) {
            collected.note(Kind.ATTACHMENT_SKIPPED, name);
        } finally {
            attachment.file().toFile().delete();
        }
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private String one(Path file, String name) throws Unreadable {
        try {
            FileType type = FileType.of(file, name);
            if (type == FileType.OOXML || type == FileType.OPEN_DOCUMENT) Archive.requireHarmless(file);
            if (FileType.hasMacros(file, type)) collected.note(Kind.MACROS_IGNORED, depth == 0 ? "" : name);
            return switch (type) {
                case PDF -> PdfText.read(file, this);
                case OPEN_DOCUMENT -> OpenDocument.read(file, this);
                case OOXML, OLD_OFFICE, RTF, HTML -> Office.read(file, type, this);
                case OUTLOOK -> Letter.readOutlook(file, this);
                case MAIL -> Letter.readMail(file, this);
                case MARKDOWN -> PlainText.readMarkdown(file, collected);
                case TEXT -> PlainText.read(file, collected);
                case PICTURE -> recognition.readPicture(file, collected);
            };
        } catch (Unreadable | Collected.Full known) {
            throw known;
        } catch (IOException
                | SAXException
                | TikaException
                | XMLStreamException
                | RuntimeException
                | StackOverflowError fault) {
            throw explained(fault);
        }
    }

    /** What the libraries mean; the messages themselves may hold text of the file, and stay here. */
    private static RuntimeException explained(Throwable fault) throws Unreadable {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case Collected.Full full -> throw full;
                case Unreadable known -> throw known;
                case OfficeText.TooManyPages pages -> throw pages.fault();
                case EncryptedDocumentException _ -> throw new Unreadable(Fault.ENCRYPTED);
                case org.apache.tika.exception.EncryptedDocumentException _ -> throw new Unreadable(Fault.ENCRYPTED);
                case InvalidPasswordException _ -> throw new Unreadable(Fault.ENCRYPTED);
                default -> {
                    String message = String.valueOf(cause.getMessage());
                    if (message.contains("Zip bomb")) throw new Unreadable(Fault.BOMB);
                    if (message.contains("encrypted ZIP entry")) throw new Unreadable(Fault.ENCRYPTED);
                }
            }
        }
        throw new Unreadable(Fault.BROKEN);
    }
}
