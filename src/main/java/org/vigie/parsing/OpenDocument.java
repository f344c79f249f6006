package org.vigie.parsing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.vigie.parsing.Unreadable.Fault;

/**
 * The text of OpenDocument files (ISO/IEC 26300) by headings, slides and named sheets, which Tika's reader for them does
 * not tell apart. Values of cells are taken as the file shows them.
 */
final class OpenDocument {
    /** What is not, or no longer, part of the text. */
    private static final Set<String> UNREAD =
            Set.of("tracked-changes", "annotation", "notes", "forms", "event-listeners", "scripts");

    private static final int MOST_SPACES = 100;

    private final Collected collected;
    private final int mostPages;
    private final StringBuilder words = new StringBuilder();
    private final List<String> row = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private boolean sheets;
    private int unread;
    private int tables;
    private int rows;
    private int pages;
    private int heading;
    /** How many paragraphs we are in: a frame stands in one, and holds others. */
    private int level;

    private OpenDocument(Collected collected, int mostPages) {
        this.collected = collected;
        this.mostPages = mostPages;
    }

    /** @return the title that the file gives itself, empty where it gives none */
    static String read(Path file, Reading reading) throws IOException, XMLStreamException, Unreadable {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (contains(zip, "META-INF/manifest.xml", "encryption-data")) throw new Unreadable(Fault.ENCRYPTED);
            OpenDocument document =
                    new OpenDocument(reading.collected(), reading.limits().pages());
            try (InputStream in = entry(zip, "content.xml")) {
                document.read(factory().createXMLStreamReader(in));
            }
            return title(zip);
        }
    }

    /** Neither a document type nor anything outside of the file. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((_, _, _, _) -> InputStream.nullInputStream());
        return factory;
    }

    private static InputStream entry(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) throw new IOException("no " + name);
        return zip.getInputStream(entry);
    }

    private static boolean contains(ZipFile zip, String name, String element) throws IOException, XMLStreamException {
        try (InputStream in = entry(zip, name)) {
            XMLStreamReader xml = factory().createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals(element)) return true;
            }
            return false;
        }
    }

    private static String title(ZipFile zip) throws IOException, XMLStreamException {
        if (zip.getEntry("meta.xml") == null) return "";
        try (InputStream in = entry(zip, "meta.xml")) {
            XMLStreamReader xml = factory().createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("title")) {
                    return xml.getElementText();
                }
            }
            return "";
        }
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(xml);
                case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (unread == 0 && level > 0) words.append(xml.getText());
                }
                default -> {}
            }
        }
    }

    private void start(XMLStreamReader xml) {
        String name = xml.getLocalName();
        if (UNREAD.contains(name)) unread++;
        if (unread > 0) return;
        switch (name) {
            case "spreadsheet" -> sheets = true;
            case "page" -> nextPage("");
            case "table" -> {
                if (tables++ == 0) {
                    rows = 0;
                    if (sheets) nextPage(attribute(xml, "name"));
                }
            }
            case "table-row" -> {
                if (tables == 1) row.clear();
            }
            case "p", "h" -> level++;
            case "tab" -> words.append(' ');
            case "line-break" -> words.append('\n');
            case "s" -> words.append(" ".repeat(Math.clamp(number(xml, "c"), 1, MOST_SPACES)));
            default -> {}
        }
        if (name.equals("h")) heading = Math.clamp(number(xml, "outline-level"), 1, 10);
    }

    private void end(String name) {
        if (UNREAD.contains(name)) {
            unread--;
            return;
        }
        if (unread > 0) return;
        switch (name) {
            case "p", "h" -> {
                if (--level == 0) endParagraph(name.equals("h"));
            }
            case "table-cell", "covered-table-cell" -> {
                if (tables == 1) endCell();
            }
            case "table-row" -> {
                if (tables == 1) endRow();
            }
            case "table" -> tables--;
            default -> {}
        }
    }

    private void endParagraph(boolean isHeading) {
        String text = words.toString();
        words.setLength(0);
        if (tables > 0) {
            cell.append(cell.isEmpty() ? "" : " ").append(text.strip());
        } else if (isHeading) {
            collected.heading(heading, text);
        } else {
            collected.paragraph(text);
        }
    }

    private void endCell() {
        row.add(cell.toString().replaceAll("\\s+", " "));
        cell.setLength(0);
    }

    private void endRow() {
        while (!row.isEmpty() && row.getLast().isBlank()) row.removeLast();
        if (row.isEmpty()) return;
        String line = String.join(Part.CELL, row);
        if (rows++ == 0) {
            collected.paragraph(line);
        } else {
            collected.line(line);
        }
    }

    private void nextPage(String heading) {
        if (++pages > mostPages) throw new OfficeText.TooManyPages();
        collected.heading(1, "");
        collected.page(pages, false);
        collected.heading(1, heading);
    }

    private static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) return xml.getAttributeValue(i);
        }
        return "";
    }

    private static int number(XMLStreamReader xml, String name) {
        String value = attribute(xml, name);
        return value.matches("\\d{1,6}") ? Integer.parseInt(value) : 1;
    }
}
