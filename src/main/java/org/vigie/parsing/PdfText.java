package org.vigie.parsing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTerminalField;
import org.apache.pdfbox.text.PDFTextStripper;
import org.vigie.parsing.Extract.Kind;
import org.vigie.parsing.Unreadable.Fault;

/** A PDF's text by pages, under the headings of its outline; pages that are pictures by OCR. */
final class PdfText {
    /** A page with fewer letters and a picture on it was scanned: a stamp or a page number may be text. */
    private static final int FEW_LETTERS = 16;

    private static final long MEMORY = 64L << 20;
    private static final long SCRATCH = 1L << 30;

    private final PDDocument document;
    private final Reading reading;
    private final Collected collected;
    private final PDFTextStripper stripper;

    private PdfText(PDDocument document, Reading reading) {
        this.document = document;
        this.reading = reading;
        this.collected = reading.collected();
        this.stripper = new PDFTextStripper();
        stripper.setLineSeparator("\n");
        stripper.setParagraphEnd("\n");
        stripper.setPageEnd("");
        stripper.setSuppressDuplicateOverlappingText(true);
    }

    /** @return the title that the file gives itself, empty where it gives none */
    static String read(Path file, Reading reading) throws IOException, Unreadable {
        MemoryUsageSetting memory = MemoryUsageSetting.setupMixed(MEMORY, SCRATCH);
        try (PDDocument document = Loader.loadPDF(file.toFile(), "", null, null, memory.streamCache)) {
            if (document.getNumberOfPages() > reading.limits().pages()) throw new Unreadable(Fault.TOO_MANY_PAGES);
            // What is thrown out of sight of its library is a broken file all the same.
            if (document.getNumberOfPages() == 0) throw new Unreadable(Fault.BROKEN);
            new PdfText(document, reading).pages();
            String title = document.getDocumentInformation().getTitle();
            return title == null ? "" : title;
        }
    }

    private void pages() throws IOException, Unreadable {
        PdfOutline outline = PdfOutline.of(document);
        int number = 0;
        for (PDPage page : document.getPages()) {
            number++;
            String text = Words.unbroken(textOf(number));
            if (letters(text) < FEW_LETTERS && hasPicture(page.getResources(), 0)) {
                outline.enter(number, collected);
                reading.recognition().readPage(document, number, collected);
            } else {
                collected.page(number, false);
                outline.place(number, text, collected);
            }
            for (String field : fields(page)) collected.line(field);
        }
        var names = document.getDocumentCatalog().getNames();
        if (names != null && names.getEmbeddedFiles() != null) collected.note(Kind.ATTACHMENT_SKIPPED, "");
    }

    private String textOf(int page) throws IOException {
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document);
    }

    private static long letters(String text) {
        return text.codePoints().filter(Character::isLetterOrDigit).count();
    }

    private static boolean hasPicture(@org.jspecify.annotations.Nullable PDResources resources, int depth)
            throws IOException {
        if (resources == null || depth > 3) return false;
        for (COSName name : resources.getXObjectNames()) {
            if (resources.isImageXObject(name)) return true;
            if (resources.getXObject(name) instanceof org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject form
                    && hasPicture(form.getResources(), depth + 1)) {
                return true;
            }
        }
        return false;
    }

    /** What was filled in: a form's values are not part of its pages' text. */
    private List<String> fields(PDPage page) throws IOException {
        PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
        if (form == null) return List.of();
        List<PDAnnotationWidget> here = page.getAnnotations().stream()
                .filter(PDAnnotationWidget.class::isInstance)
                .map(PDAnnotationWidget.class::cast)
                .toList();
        if (here.isEmpty()) return List.of();
        return java.util.stream.StreamSupport.stream(form.getFieldTree().spliterator(), false)
                .filter(PDTerminalField.class::isInstance)
                .filter(field -> field.getWidgets().stream()
                        .anyMatch(widget ->
                                here.stream().anyMatch(other -> other.getCOSObject() == widget.getCOSObject())))
                .filter(field -> !field.getValueAsString().isBlank())
                .map(PdfText::named)
                .toList();
    }

    private static String named(PDField field) {
        String label = field.getAlternateFieldName();
        return (label == null ? field.getPartialName() : label) + " : " + field.getValueAsString();
    }
}
