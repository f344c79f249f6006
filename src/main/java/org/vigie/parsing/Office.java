package org.vigie.parsing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.html.HtmlEncodingDetector;
import org.apache.tika.parser.html.JSoupParser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.vigie.parsing.Extract.Kind;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** Office files and web pages, by the parsers of Tika that they need and no other. */
final class Office {
    private static final int BEGINNING = 1 << 16;

    private Office() {}

    /**
     * Reads the text; what is embedded is handed to {@code reading}.
     *
     * @return the title that the file gives itself, empty where it gives none
     */
    static String read(Path file, FileType type, Reading reading) throws IOException, SAXException, TikaException {
        Metadata metadata = new Metadata();
        try (TikaInputStream in = TikaInputStream.get(file, metadata)) {
            parse(in, type, metadata, reading);
        }
        String title = metadata.get(TikaCoreProperties.TITLE);
        return title == null ? "" : title;
    }

    /** A message's body. */
    static void readHtml(InputStream in, Reading reading) throws IOException, SAXException, TikaException {
        parse(in, FileType.HTML, new Metadata(), reading);
    }

    static void readRtf(InputStream in, Reading reading) throws IOException, SAXException, TikaException {
        parse(in, FileType.RTF, new Metadata(), reading);
    }

    private static void parse(InputStream in, FileType type, Metadata metadata, Reading reading)
            throws IOException, SAXException, TikaException {
        OfficeParserConfig config = new OfficeParserConfig();
        config.setExtractMacros(false);
        config.setIncludeSlideMasterContent(false);
        config.setIncludeDeletedContent(false);
        config.setUseSAXDocxExtractor(true);
        config.setUseSAXPptxExtractor(true);
        ParseContext context = new ParseContext();
        context.set(OfficeParserConfig.class, config);
        // Amounts and dates of a sheet as the French read them.
        context.set(Locale.class, Locale.FRANCE);
        context.set(EmbeddedDocumentExtractor.class, new Embedded(reading));
        boolean paged = type != FileType.HTML;
        OfficeText text = new OfficeText(reading.collected(), reading.limits().pages(), paged);
        parser(type).parse(in, text, metadata, context);
    }

    /** As the page says, else as it is. */
    private static Charset encoding(InputStream in, Metadata metadata) throws IOException {
        Charset said = new HtmlEncodingDetector().detect(in, metadata);
        if (said != null) return said;
        in.mark(BEGINNING);
        byte[] beginning = in.readNBytes(BEGINNING);
        in.reset();
        return Words.encoding(beginning);
    }

    private static Parser parser(FileType type) {
        return switch (type) {
            case OOXML -> new OOXMLParser();
            case OLD_OFFICE -> new OfficeParser();
            case RTF -> new RTFParser();
            case HTML -> new JSoupParser(Office::encoding);
            case PDF, OPEN_DOCUMENT, OUTLOOK, MAIL, MARKDOWN, TEXT, PICTURE ->
                throw new IllegalArgumentException(type.name());
        };
    }

    /** Pictures within a text are left; files within it are read after it. */
    private record Embedded(Reading reading) implements EmbeddedDocumentExtractor {
        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            return true;
        }

        @Override
        public void parseEmbedded(InputStream in, ContentHandler handler, Metadata metadata, boolean wrapped)
                throws IOException {
            String kind = metadata.get(TikaCoreProperties.EMBEDDED_RESOURCE_TYPE);
            String type = metadata.get(Metadata.CONTENT_TYPE);
            String name = metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY);
            if (TikaCoreProperties.EmbeddedResourceType.MACRO.name().equals(kind)) {
                reading.collected().note(Kind.MACROS_IGNORED, "");
            } else if (name != null && !isPicture(type, name)) {
                reading.attach(name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1), in);
            }
        }

        private static boolean isPicture(@org.jspecify.annotations.Nullable String type, String name) {
            if (type != null && type.startsWith("image/")) return true;
            return name.toLowerCase(Locale.ROOT).matches(".*\\.(png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|wdp|webp)");
        }
    }
}
