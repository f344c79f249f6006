package org.vigie.dictionary;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * An uploaded file as text: plain, or the one text file of a ZIP archive; UTF-8, UTF-16 with its mark, or else
 * windows-1252. It is read twice, since only its end tells whether it is UTF-8.
 */
final class NameFile {
    private static final long LARGEST = 256L << 20;
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int MARK = 0xFEFF;

    private final Path file;
    private final IntConsumer percent;
    private long size = 1;
    private long read;
    private int told = -1;

    /** @param percent told how much of the file has been read, from 0 to 100, at most once a value */
    NameFile(Path file, IntConsumer percent) {
        this.file = file;
        this.percent = percent;
    }

    /** Something that reads the text to its end. */
    interface Use<T> {
        T of(Reader text) throws IOException, NameFileException;
    }

    <T> T read(Use<T> use) throws NameFileException {
        try {
            if (Files.size(file) == 0) throw new NameFileException(NameFault.EMPTY, 0);
            Charset charset = charset();
            try (Reader text = reader(charset)) {
                return use.of(text);
            }
        } catch (ZipException damaged) {
            throw new NameFileException(NameFault.ARCHIVE, 0);
        } catch (TooLargeException tooLarge) {
            throw new NameFileException(NameFault.TOO_LARGE, 0);
        } catch (IOException unreadable) {
            throw new NameFileException(NameFault.UNREADABLE, 0);
        }
    }

    private Reader reader(Charset charset) throws IOException, NameFileException {
        Reader text = new BufferedReader(new InputStreamReader(open(), charset), 1 << 16);
        text.mark(1);
        if (text.read() != MARK) text.reset();
        return text;
    }

    private Charset charset() throws IOException, NameFileException {
        try (InputStream in = open()) {
            byte[] first = in.readNBytes(2);
            boolean little = first.length == 2 && first[0] == (byte) 0xFF && first[1] == (byte) 0xFE;
            boolean big = first.length == 2 && first[0] == (byte) 0xFE && first[1] == (byte) 0xFF;
            if (little) return StandardCharsets.UTF_16LE;
            if (big) return StandardCharsets.UTF_16BE;
        }
        read = 0;
        try (Reader strict = new InputStreamReader(
                open(), StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT))) {
            char[] piece = new char[1 << 14];
            while (strict.read(piece) >= 0) {}
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException notUtf8) {
            return WINDOWS;
        }
    }

    private InputStream open() throws IOException, NameFileException {
        if (!isZip()) {
            size = Files.size(file);
            return new Counted(Files.newInputStream(file), () -> {});
        }
        ZipFile archive = new ZipFile(file.toFile());
        try {
            ZipEntry entry = textIn(archive);
            size = Math.max(1, entry.getSize());
            return new Counted(archive.getInputStream(entry), archive::close);
        } catch (IOException | NameFileException fault) {
            archive.close();
            throw fault;
        }
    }

    private boolean isZip() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] first = in.readNBytes(4);
            return first.length == 4 && first[0] == 'P' && first[1] == 'K' && first[2] == 3 && first[3] == 4;
        }
    }

    private static ZipEntry textIn(ZipFile archive) throws NameFileException {
        ZipEntry found = null;
        for (Enumeration<? extends ZipEntry> entries = archive.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            String name = entry.getName().toLowerCase(Locale.ROOT);
            boolean text = !entry.isDirectory() && !name.startsWith("__macosx/");
            if (!text || !name.endsWith(".csv") && !name.endsWith(".txt") && !name.endsWith(".tsv")) continue;
            if (found != null) throw new NameFileException(NameFault.ARCHIVE, 0);
            found = entry;
        }
        if (found == null) throw new NameFileException(NameFault.ARCHIVE, 0);
        return found;
    }

    private void count(long bytes) {
        read += bytes;
        int now = (int) Math.min(100, 50 * read / size);
        if (now <= told) return;
        told = now;
        percent.accept(now);
    }

    private static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** Counts what comes out, whatever an archive says of its size. */
    private final class Counted extends FilterInputStream {
        private final Closing also;
        private long mine;

        private interface Closing {
            void close() throws IOException;
        }

        Counted(InputStream in, Closing also) {
            super(in);
            this.also = also;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int got = super.read(into, offset, length);
            if (got <= 0) return got;
            mine += got;
            if (mine > LARGEST) throw new TooLargeException();
            count(got);
            return got;
        }

        @Override
        public void close() throws IOException {
            super.close();
            also.close();
        }
    }
}
