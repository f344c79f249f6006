package org.vigie.parsing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.vigie.parsing.Unreadable.Fault;

/** What a file is: by its content where that says so, by its name where it is plain text. */
enum FileType {
    PDF,
    OOXML,
    OPEN_DOCUMENT,
    /** Word, Excel, PowerPoint before 2007. */
    OLD_OFFICE,
    OUTLOOK,
    RTF,
    HTML,
    MAIL,
    MARKDOWN,
    TEXT,
    PICTURE;

    private static final int BEGINNING = 4096;
    private static final Map<String, FileType> BY_EXTENSION = Map.ofEntries(
            Map.entry("pdf", PDF),
            Map.entry("docx", OOXML),
            Map.entry("docm", OOXML),
            Map.entry("pptx", OOXML),
            Map.entry("pptm", OOXML),
            Map.entry("xlsx", OOXML),
            Map.entry("xlsm", OOXML),
            Map.entry("odt", OPEN_DOCUMENT),
            Map.entry("ods", OPEN_DOCUMENT),
            Map.entry("odp", OPEN_DOCUMENT),
            Map.entry("doc", OLD_OFFICE),
            Map.entry("xls", OLD_OFFICE),
            Map.entry("ppt", OLD_OFFICE),
            Map.entry("msg", OUTLOOK),
            Map.entry("rtf", RTF),
            Map.entry("html", HTML),
            Map.entry("htm", HTML),
            Map.entry("xhtml", HTML),
            Map.entry("eml", MAIL),
            Map.entry("md", MARKDOWN),
            Map.entry("markdown", MARKDOWN),
            Map.entry("txt", TEXT),
            Map.entry("text", TEXT),
            Map.entry("csv", TEXT),
            Map.entry("tsv", TEXT),
            Map.entry("log", TEXT),
            Map.entry("png", PICTURE),
            Map.entry("jpg", PICTURE),
            Map.entry("jpeg", PICTURE),
            Map.entry("tif", PICTURE),
            Map.entry("tiff", PICTURE),
            Map.entry("bmp", PICTURE));
    private static final Set<FileType> WORDS = Set.of(HTML, MAIL, MARKDOWN, TEXT);
    private static final List<String> PICTURES =
            List.of("\u0089PNG\r\n\u001a\n", "\u00ff\u00d8\u00ff", "II*\0", "MM\0*", "BM");
    private static final String OLE2 = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";
    private static final Pattern MAIL_HEADER = Pattern.compile(
            "\\A(From |(Received|Return-Path|From|To|Subject|Date|Message-ID|MIME-Version|Delivered-To): ?\\S)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HTML_START =
            Pattern.compile("\\A\\s*(<\\?xml[^>]*>\\s*)?<(!doctype html|html)", Pattern.CASE_INSENSITIVE);

    /**
     * @throws Unreadable where it is of no type that is read, encrypted, or binary but named as something else that is
     *     broken then
     */
    static FileType of(Path file, String name) throws IOException, Unreadable {
        String start = beginning(file);
        FileType named = BY_EXTENSION.get(extension(name));
        if (start.isEmpty()) throw new Unreadable(Fault.EMPTY);
        if (start.substring(0, Math.min(1024, start.length())).contains("%PDF-")) return PDF;
        if (start.startsWith("PK\u0003\u0004")) return inZip(file, named);
        if (start.startsWith(OLE2)) return inOle2(file);
        if (start.startsWith("{\\rtf")) return RTF;
        if (PICTURES.stream().anyMatch(start::startsWith)) return PICTURE;
        if (isBinary(start)) throw new Unreadable(named == null ? Fault.UNKNOWN_TYPE : Fault.BROKEN);
        return words(start, name, named);
    }

    private static FileType words(String start, String name, @org.jspecify.annotations.Nullable FileType named)
            throws Unreadable {
        if (HTML_START.matcher(start).find()) return HTML;
        if (named != null && WORDS.contains(named)) return named;
        if (MAIL_HEADER.matcher(start).find()) return MAIL;
        // Text under the name of what is binary: cut off, or never was what it is called.
        if (named != null) throw new Unreadable(Fault.BROKEN);
        if (extension(name).isEmpty()) return TEXT;
        throw new Unreadable(Fault.UNKNOWN_TYPE);
    }

    private static FileType inZip(Path file, @org.jspecify.annotations.Nullable FileType named)
            throws IOException, Unreadable {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.getEntry("[Content_Types].xml") != null
                    && (zip.getEntry("word/document.xml") != null
                            || zip.getEntry("ppt/presentation.xml") != null
                            || zip.getEntry("xl/workbook.xml") != null)) {
                return OOXML;
            }
            if (zip.getEntry("content.xml") != null && zip.getEntry("META-INF/manifest.xml") != null) {
                return OPEN_DOCUMENT;
            }
            // Other writers name their main part otherwise; the relations lead to it.
            if (named == OOXML && zip.getEntry("_rels/.rels") != null) return OOXML;
        } catch (java.util.zip.ZipException _) {
            throw new Unreadable(Fault.BROKEN);
        }
        throw new Unreadable(named == null ? Fault.UNKNOWN_TYPE : Fault.BROKEN);
    }

    private static FileType inOle2(Path file) throws Unreadable {
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
            DirectoryNode root = container.getRoot();
            if (root.hasEntry("EncryptedPackage")) throw new Unreadable(Fault.ENCRYPTED);
            if (root.hasEntry("__properties_version1.0")) return OUTLOOK;
            for (String main : List.of("WordDocument", "Workbook", "Book", "PowerPoint Document")) {
                if (root.hasEntry(main)) return OLD_OFFICE;
            }
        } catch (IOException | RuntimeException _) {
            throw new Unreadable(Fault.BROKEN);
        }
        throw new Unreadable(Fault.UNKNOWN_TYPE);
    }

    /** Whether an office file carries macros. */
    static boolean hasMacros(Path file, FileType type) throws IOException {
        if (type == OOXML || type == OPEN_DOCUMENT) {
            try (ZipFile zip = new ZipFile(file.toFile())) {
                return Collections.list(zip.entries()).stream()
                        .map(entry -> entry.getName())
                        .anyMatch(entry -> entry.endsWith("vbaProject.bin")
                                || (entry.startsWith("Basic/")
                                        && entry.endsWith(".xml")
                                        && !entry.endsWith("-lc.xml")
                                        && !entry.endsWith("-lb.xml"))
                                || entry.startsWith("Scripts/"));
            }
        }
        if (type != OLD_OFFICE) return false;
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
            DirectoryNode root = container.getRoot();
            return root.hasEntry("Macros") || root.hasEntry("_VBA_PROJECT_CUR");
        }
    }

    private static String beginning(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String start = new String(in.readNBytes(BEGINNING), StandardCharsets.ISO_8859_1);
            return start.startsWith("\u00ef\u00bb\u00bf") ? start.substring(3) : start;
        }
    }

    private static boolean isBinary(String start) {
        // UTF-16 has zeroes and says so.
        if (start.startsWith("\u00ff\u00fe") || start.startsWith("\u00fe\u00ff")) return false;
        return start.chars().anyMatch(c -> c < 0x20 && "\t\n\r\f\u001b\u000b\b".indexOf(c) < 0);
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
