package org.vigie.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipFile;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.child.ChildJvm;
import org.vigie.parsing.Extract.Kind;
import org.vigie.parsing.Extract.Note;
import org.vigie.parsing.Unreadable.Fault;

/** Files that are broken, or made to harm: each ends in its fault, and the next file is read. */
@Timeout(300)
class HostileFilesTest {
    /** Patient, for machines that do other things besides. */
    private static final Limits TIGHT = limits(Duration.ofMinutes(2));

    private static final Parsing PARSING = new Parsing(TIGHT);

    @TempDir
    private Path directory;

    @AfterAll
    static void stop() {
        PARSING.close();
    }

    @Test
    void a_zip_bomb_in_a_docx() throws Exception {
        Path file = Samples.docx(directory.resolve("a.docx"));
        Samples.with(file, "word/media/image1.bmp", new byte[40 << 20]);
        assertThat(fault(file)).isEqualTo(Fault.BOMB);
    }

    @Test
    void billions_of_laughs() throws Exception {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE a [<!ENTITY l0 \"lol\">");
        for (int level = 1; level < 10; level++) {
            laughs.append("<!ENTITY l%d \"%s\">".formatted(level, ("&l" + (level - 1) + ";").repeat(10)));
        }
        laughs.append("]>");
        assertThat(fault(docxWith(laughs.toString(), "&l9;"))).isEqualTo(Fault.BROKEN);
        assertThat(fault(odtWith(laughs.toString(), "&l9;"))).isEqualTo(Fault.BROKEN);
    }

    @Test
    void nothing_outside_of_a_file_is_fetched() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            String place = "http://127.0.0.1:" + server.getAddress().getPort() + "/x";
            String external =
                    "<!DOCTYPE a SYSTEM \"%s\" [<!ENTITY e SYSTEM \"%s\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]>"
                            .formatted(place, place);
            for (Path file : List.of(docxWith(external, "&e;&f;"), odtWith(external, "&e;&f;"))) {
                assertThat(outcome(file)).doesNotContain("root:").doesNotStartWith("DIED");
            }
            Path page = Files.writeString(
                    directory.resolve("a.html"),
                    "<html><head><link rel=stylesheet href='%1$s'></head><body><img src='%1$s'><iframe src='%1$s'></iframe>texte</body></html>"
                            .formatted(place));
            assertThat(PARSING.read(page, "a.html").parts())
                    .extracting(Part::text)
                    .containsExactly("texte");
            assertThat(asked).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void what_needs_a_password() throws Exception {
        assertThat(fault(Samples.encryptedPdf(directory.resolve("a.pdf")))).isEqualTo(Fault.ENCRYPTED);
        Path docx = directory.resolve("a.docx");
        try (POIFSFileSystem container = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(docx)) {
            container.createDocument(new ByteArrayInputStream(new byte[100]), "EncryptedPackage");
            container.writeFilesystem(out);
        }
        assertThat(fault(docx)).isEqualTo(Fault.ENCRYPTED);
    }

    @Test
    void what_is_cut_off() throws Exception {
        Path pdf = Samples.pdf(directory.resolve("a.pdf"), "", List.of("Un texte"));
        assertThat(fault(cut(pdf, 60))).isEqualTo(Fault.BROKEN);
        Path docx = Samples.docx(directory.resolve("a.docx"));
        assertThat(fault(cut(docx, (int) Files.size(docx) / 2))).isEqualTo(Fault.BROKEN);
        Path odt = Samples.odt(directory.resolve("a.odt"));
        assertThat(fault(cut(odt, (int) Files.size(odt) / 2))).isEqualTo(Fault.BROKEN);
    }

    @Test
    void what_is_not_what_it_is_called() throws Exception {
        assertThat(fault(Files.writeString(directory.resolve("a.pdf"), "pas un PDF")))
                .isEqualTo(Fault.BROKEN);
        assertThat(fault(Files.write(directory.resolve("a.docx"), new byte[100])))
                .isEqualTo(Fault.BROKEN);
        assertThat(fault(Files.write(directory.resolve("a.txt"), new byte[100])))
                .isEqualTo(Fault.BROKEN);
    }

    @Test
    void a_file_of_a_gigabyte() throws Exception {
        Path file = directory.resolve("a.pdf");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(1L << 30);
        }
        assertThat(fault(file)).isEqualTo(Fault.TOO_LARGE);
    }

    @Test
    void macros_are_noted_and_never_read() throws Exception {
        Path file = Samples.docx(directory.resolve("a.docm"));
        declareMacros(file);
        Samples.with(file, "word/vbaProject.bin", "Sub AutoOpen()".getBytes(StandardCharsets.UTF_8));
        Extract extract = PARSING.read(file, "a.docm");
        assertThat(extract.notes()).containsExactly(new Note(Kind.MACROS_IGNORED, ""));
        assertThat(extract.parts()).hasSize(3).noneMatch(part -> part.text().contains("AutoOpen"));
    }

    @Test
    void too_many_pages() throws Exception {
        assertThat(fault(Samples.pdf(directory.resolve("a.pdf"), "", List.of("1", "2", "3", "4"))))
                .isEqualTo(Fault.TOO_MANY_PAGES);
        assertThat(fault(Samples.pptx(directory.resolve("a.pptx"), 4))).isEqualTo(Fault.TOO_MANY_PAGES);
    }

    @Test
    void too_much_text_is_cut_and_noted() throws Exception {
        Path file = Files.writeString(directory.resolve("a.txt"), "é".repeat(5_000));
        Extract extract = PARSING.read(file, "a.txt");
        assertThat(extract.parts()).extracting(Part::text).containsExactly("é".repeat(1_000));
        assertThat(extract.notes()).containsExactly(new Note(Kind.TRUNCATED, ""));
    }

    @Test
    void messages_in_messages_end_at_a_depth() throws Exception {
        String mail = "Subject: fond\r\nMIME-Version: 1.0\r\n\r\nTout au fond.\r\n";
        for (int depth = 0; depth < 6; depth++) {
            mail = "Subject: niveau%d\r\nMIME-Version: 1.0\r\nContent-Type: message/rfc822\r\n\r\n%s"
                    .formatted(depth, mail);
        }
        Extract extract = PARSING.read(Files.writeString(directory.resolve("a.eml"), mail), "a.eml");
        assertThat(extract.parts()).hasSize(4);
        assertThat(extract.notes()).containsExactly(new Note(Kind.ATTACHMENT_SKIPPED, "niveau1.eml"));
    }

    @Test
    void a_pdf_without_end() throws Exception {
        try (Parsing own = new Parsing(limits(Duration.ofSeconds(3)))) {
            assertThat(fault(own, endless())).isEqualTo(Fault.TIMEOUT);
            assertThat(own.workers()).isEmpty();
        }
    }

    @Test
    void a_file_that_needs_more_memory_than_there_is() throws Exception {
        Path file = Files.writeString(directory.resolve("a.txt"), "é".repeat(22 << 20));
        assertThat(fault(file)).isEqualTo(Fault.OUT_OF_MEMORY);
        readsOn();
    }

    @Test
    void a_process_that_is_killed() throws Exception {
        try (Parsing own = new Parsing(TIGHT)) {
            Path file = endless();
            CompletableFuture<Fault> fault = CompletableFuture.supplyAsync(() -> fault(own, file));
            awaitBusy(own).destroyForcibly();
            assertThat(fault.get(30, TimeUnit.SECONDS)).isEqualTo(Fault.DIED);
            Path good = Files.writeString(directory.resolve("b.txt"), "Bonjour");
            assertThat(own.read(good, "b.txt").parts()).hasSize(1);
        }
    }

    @Test
    void the_end_of_the_program_ends_what_it_reads() throws Exception {
        Parsing own = new Parsing(TIGHT);
        Path file = endless();
        CompletableFuture<Fault> fault = CompletableFuture.supplyAsync(() -> fault(own, file));
        ProcessHandle process = awaitBusy(own);
        own.close();
        assertThat(fault.get(30, TimeUnit.SECONDS)).isEqualTo(Fault.STOPPED);
        assertThat(process.isAlive()).isFalse();
        assertThat(fault(own, file)).isEqualTo(Fault.STOPPED);
    }

    @Test
    void a_process_knows_no_secret_and_no_network() throws Exception {
        try (Parsing own = new Parsing(TIGHT)) {
            own.read(Files.writeString(directory.resolve("a.txt"), "Bonjour"), "a.txt");
            long pid = own.workers().iterator().next().handle().pid();
            List<String> environment = Arrays.stream(Files.readString(Path.of("/proc/" + pid + "/environ"))
                            .split("\0"))
                    .map(line -> line.substring(0, line.indexOf('=')))
                    .toList();
            assertThat(environment).isSubsetOf("PATH", "TESSDATA_PREFIX", "LC_ALL", "OMP_THREAD_LIMIT", "TMPDIR");
            if (ChildJvm.isCaged()) {
                assertThat(Files.readAllLines(Path.of("/proc/" + pid + "/net/dev")).stream()
                                .skip(2)
                                .map(line -> line.strip().split(":")[0]))
                        .containsExactly("lo");
            }
        }
    }

    private static void declareMacros(Path docm) throws IOException {
        String types;
        try (ZipFile zip = new ZipFile(docm.toFile())) {
            types = new String(
                    zip.getInputStream(zip.getEntry("[Content_Types].xml")).readAllBytes(), StandardCharsets.UTF_8);
        }
        String macros = types.replace(
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                        "application/vnd.ms-word.document.macroEnabled.main+xml")
                .replace(
                        "</Types>",
                        "<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/></Types>");
        Samples.with(docm, "[Content_Types].xml", macros.getBytes(StandardCharsets.UTF_8));
    }

    private static Limits limits(Duration hard) {
        return new Limits(
                50L << 20, 3, 1_000, Duration.ofMinutes(1), hard, Duration.ofMinutes(2), Duration.ofMinutes(1), 96);
    }

    private void readsOn() throws Exception {
        Path file = Files.writeString(directory.resolve("next.txt"), "Bonjour");
        assertThat(PARSING.read(file, "next.txt").parts())
                .extracting(Part::text)
                .containsExactly("Bonjour");
    }

    private static ProcessHandle awaitBusy(Parsing parsing) throws InterruptedException {
        for (int i = 0; i < 2_000; i++) {
            for (Worker worker : parsing.workers()) {
                // Once it has read something of the file.
                if (worker.handle()
                                .info()
                                .totalCpuDuration()
                                .orElse(Duration.ZERO)
                                .toMillis()
                        > 1_000) return worker.handle();
            }
            Thread.sleep(50);
        }
        throw new AssertionError("nothing is being read");
    }

    private static Fault fault(Path file) {
        return fault(PARSING, file);
    }

    private static Fault fault(Parsing parsing, Path file) {
        try {
            Extract extract = parsing.read(file, file.getFileName().toString());
            throw new AssertionError("was read: " + extract);
        } catch (Unreadable unreadable) {
            return unreadable.fault();
        }
    }

    private static String outcome(Path file) {
        try {
            return PARSING.read(file, file.getFileName().toString()).toString();
        } catch (Unreadable unreadable) {
            return unreadable.fault().name();
        }
    }

    private Path docxWith(String prolog, String text) throws IOException {
        Path file = Samples.docx(directory.resolve("x.docx"));
        String xml = "<?xml version=\"1.0\"?>" + prolog
                + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>"
                + text + "</w:t></w:r></w:p></w:body></w:document>";
        return Samples.with(file, "word/document.xml", xml.getBytes(StandardCharsets.UTF_8));
    }

    private Path odtWith(String prolog, String text) throws IOException {
        Path file = Samples.odt(directory.resolve("x.odt"));
        String xml = "<?xml version=\"1.0\"?>" + prolog
                + "<o:document-content xmlns:o=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:t=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><o:body><o:text><t:p>"
                + text + "</t:p></o:text></o:body></o:document-content>";
        return Samples.with(file, "content.xml", xml.getBytes(StandardCharsets.UTF_8));
    }

    private static Path cut(Path file, int length) throws IOException {
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));
        return file;
    }

    /** Forms that draw forms: a page that is drawn a billion times over. */
    private Path endless() throws IOException {
        Path file = directory.resolve("endless.pdf");
        try (PDDocument document = new PDDocument()) {
            PDFormXObject inner = form(document, "q Q", Optional.empty());
            for (int level = 0; level < 9; level++) inner = form(document, "/F Do ".repeat(10), Optional.of(inner));
            PDPage page = new PDPage();
            page.setContents(
                    new PDStream(document, new ByteArrayInputStream("/F Do".getBytes(StandardCharsets.US_ASCII))));
            page.setResources(resources(inner));
            document.addPage(page);
            document.save(file.toFile());
        }
        return file;
    }

    private static PDFormXObject form(PDDocument document, String content, Optional<PDFormXObject> inner)
            throws IOException {
        PDFormXObject form = new PDFormXObject(
                new PDStream(document, new ByteArrayInputStream(content.getBytes(StandardCharsets.US_ASCII))));
        form.setBBox(new org.apache.pdfbox.pdmodel.common.PDRectangle(500, 500));
        inner.ifPresent(drawn -> form.setResources(resources(drawn)));
        return form;
    }

    private static PDResources resources(PDFormXObject inner) {
        PDResources resources = new PDResources();
        resources.put(COSName.getPDFName("F"), inner);
        return resources;
    }
}
