package org.vigie.print;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.vigie.print.Document.Attachment;

/**
 * Makes tagged PDF of documents, in the structure of PDF/UA-1 (ISO 14289-1): every mark in the structure tree or an
 * artifact, headings without gaps, header cells with their scope, the language, the title, fonts embedded, bookmarks.
 * Holds nothing between two documents.
 */
public final class Pdf {
    private Pdf() {}

    /** @throws UncheckedIOException never for want of anything but memory: nothing is read or written but the jar */
    public static byte[] of(Document document) {
        try (PDDocument made = new PDDocument();
                Typeface regular = Typeface.in(made, "sans-regular.ttf");
                Typeface bold = Typeface.in(made, "sans-semibold.ttf")) {
            Tags tags = new Tags(made);
            Bookmarks bookmarks = new Bookmarks(made);
            try (Sheets sheets = new Sheets(made, tags)) {
                Press press = new Press(sheets, tags, bookmarks, regular, bold);
                press.title(document.title());
                for (Part part : document.parts()) press.print(part);
                sheets.feet(new Style(regular, 8.5f, 11), document.footer());
            }
            tags.end();
            bookmarks.end();
            describe(made, document);
            attach(made, document);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            made.save(bytes);
            return bytes.toByteArray();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void describe(PDDocument made, Document document) throws IOException {
        made.setVersion(1.7f);
        PDDocumentCatalog catalog = made.getDocumentCatalog();
        catalog.setLanguage(document.language().code());
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
        PDDocumentInformation information = made.getDocumentInformation();
        information.setTitle(document.title());
        information.setProducer("Vigie");
        information.setCreationDate(calendar(document.made()));
        byte[] metadata = metadata(document).getBytes(StandardCharsets.UTF_8);
        catalog.setMetadata(new PDMetadata(made, new ByteArrayInputStream(metadata)));
    }

    private static Calendar calendar(Instant at) {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        calendar.setTimeInMillis(at.toEpochMilli());
        return calendar;
    }

    /** XMP (ISO 16684-1), where a document says that it keeps to ISO 14289-1 (§5). */
    private static String metadata(Document document) {
        return """
                <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/">
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
                xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" \
                xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
                <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
                <dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>
                <pdf:Producer>Vigie</pdf:Producer>
                <xmp:CreateDate>%s</xmp:CreateDate>
                <pdfuaid:part>1</pdfuaid:part>
                </rdf:Description>
                </rdf:RDF>
                </x:xmpmeta>
                <?xpacket end="w"?>
                """.formatted(
                        escaped(document.title()),
                        document.language().code(),
                        document.made().truncatedTo(ChronoUnit.SECONDS));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static void attach(PDDocument made, Document document) throws IOException {
        if (document.attachments().isEmpty()) return;
        Map<String, PDComplexFileSpecification> files = new HashMap<>();
        for (Attachment attachment : document.attachments()) {
            PDEmbeddedFile file = new PDEmbeddedFile(made, new ByteArrayInputStream(attachment.content()));
            file.setSubtype(attachment.mediaType());
            file.setSize(attachment.content().length);
            file.setModDate(calendar(document.made()));
            PDComplexFileSpecification specification = new PDComplexFileSpecification();
            specification.setFile(attachment.name());
            specification.setFileUnicode(attachment.name());
            specification.setFileDescription(attachment.description());
            specification.getCOSObject().setItem(COSName.getPDFName("AFRelationship"), COSName.getPDFName("Source"));
            specification.setEmbeddedFile(file);
            specification.setEmbeddedFileUnicode(file);
            files.put(attachment.name(), specification);
        }
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(files);
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(made.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        made.getDocumentCatalog().setNames(names);
    }
}
