package org.vigie.parsing;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.vigie.parsing.Extract.Kind;
import org.vigie.parsing.Unreadable.Fault;

/** Reads pictures with Tesseract in French, where it is installed; measured at 7 s for a page. */
final class Recognition {
    private static final String LANGUAGE = "fra";
    private static final int DOTS_PER_INCH = 300;
    private static final double MOST_PIXELS = 25_000_000;
    private static final long MOST_PIXELS_OF_A_PICTURE = 100_000_000;

    private final Duration most;
    private final Duration mostOfAPage;
    private final Runnable progress;
    private final boolean installed;
    private long spent;
    private boolean missed;

    /**
     * @param most for all pages of a file
     * @param progress told before each page
     */
    Recognition(Duration most, Duration mostOfAPage, boolean installed, Runnable progress) {
        this.most = most;
        this.mostOfAPage = mostOfAPage;
        this.installed = installed;
        this.progress = progress;
    }

    /** Whether Tesseract runs and knows French. */
    static boolean isInstalled() {
        try {
            Path languages = Files.createTempFile("languages", "");
            Process process = new ProcessBuilder("tesseract", "--list-langs")
                    .redirectErrorStream(true)
                    .redirectOutput(languages.toFile())
                    .start();
            if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly();
            return Files.readString(languages).lines().anyMatch(LANGUAGE::equals);
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether something could not be read because Tesseract is not there. */
    boolean wasMissed() {
        return missed;
    }

    /** @return no title: a picture has none */
    String readPicture(Path file, Collected collected) throws IOException, Unreadable {
        requireReasonable(file);
        if (!installed) {
            missed = true;
            throw new Unreadable(Fault.NO_OCR);
        }
        collected.page(1, true);
        recognise(file, "", collected);
        return "";
    }

    void readPage(PDDocument document, int page, Collected collected) throws IOException {
        if (!installed) {
            missed = true;
            collected.note(Kind.PAGES_NOT_RECOGNISED, Integer.toString(page));
            return;
        }
        if (spent > most.toNanos()) {
            collected.note(Kind.PAGES_OUT_OF_TIME, Integer.toString(page));
            return;
        }
        Path picture = Files.createTempFile("page", ".png");
        try {
            var box = document.getPage(page - 1).getCropBox();
            double inches = box.getWidth() / 72.0 * box.getHeight() / 72.0;
            double dots = Math.min(DOTS_PER_INCH, Math.sqrt(MOST_PIXELS / Math.max(inches, 0.01)));
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            BufferedImage image = renderer.renderImageWithDPI(page - 1, (float) dots, ImageType.GRAY);
            ImageIO.write(image, "png", picture.toFile());
            collected.page(page, true);
            recognise(picture, Integer.toString(page), collected);
        } finally {
            Files.delete(picture);
        }
    }

    private void recognise(Path picture, String page, Collected collected) throws IOException {
        progress.run();
        long begun = System.nanoTime();
        Path text = Files.createTempFile("recognised", ".txt");
        Process process = new ProcessBuilder(List.of("tesseract", picture.toString(), "stdout", "-l", LANGUAGE))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(text.toFile())
                .start();
        try {
            if (!process.waitFor(mostOfAPage.toMillis(), TimeUnit.MILLISECONDS)) {
                collected.note(Kind.PAGES_OUT_OF_TIME, page);
                return;
            }
            collected.paragraphs(Words.unbroken(Files.readString(text, StandardCharsets.UTF_8)));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        } finally {
            process.destroyForcibly();
            Files.delete(text);
            spent += System.nanoTime() - begun;
        }
    }

    /** By its header, before anything draws it. */
    private static void requireReasonable(Path file) throws IOException, Unreadable {
        File picture = file.toFile();
        try (ImageInputStream in = ImageIO.createImageInputStream(picture)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) throw new Unreadable(Fault.BROKEN);
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                if (pixels > MOST_PIXELS_OF_A_PICTURE) throw new Unreadable(Fault.BOMB);
            } finally {
                reader.dispose();
            }
        }
    }
}
