package org.vigie.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Archives and folders put into a space of documents, on its page and over the API. */
class UploadIT {
    private static final LocatorAssertions.HasCountOptions SOON =
            new LocatorAssertions.HasCountOptions().setTimeout(30_000);

    private static Installation here;
    private static Chromium chromium;
    private static String admin;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        here = Installation.start();
        admin = chromium.signIn(here.vigie().url(), Installation.ADMIN);
    }

    @AfterAll
    static void stop() {
        if (here != null) here.close();
        if (chromium != null) chromium.close();
    }

    private static String space(Visit visit, String name) {
        visit.open("/documents/new");
        visit.at("#name").fill(name);
        visit.at("main form button[type=submit]").click();
        visit.page().waitForURL(Pattern.compile(".*/documents/spaces/[0-9a-f-]{36}"));
        return visit.path();
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static FilePayload payload(byte[] zip) {
        return new FilePayload("Dossier.zip", "application/zip", zip);
    }

    private static byte[] folder() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("Paie/note.txt", text("La paie est versée le 26 du mois."));
        entries.put("Congés/note.txt", text("Les congés se posent un mois avant."));
        entries.put("Congés/vieux.zip", zip(Map.of("a.txt", text("a"))));
        entries.put("../dehors.txt", text("dehors"));
        entries.put("vide.txt", text(""));
        return zip(entries);
    }

    @Test
    void an_archive_is_unpacked_and_its_folders_stay_in_the_names() throws IOException {
        try (Visit visit = chromium.visit(here.vigie().url(), Look.DESK, admin)) {
            String space = space(visit, "Archives");
            visit.at("#file").setInputFiles(payload(folder()));
            visit.at("#drop button[type=submit]").click();
            visit.page().waitForURL("**?added=*");
            assertThat(visit.at("main .notice"))
                    .containsText(Pattern.compile("2 documents ajoutés, 3 laissés de côté"));
            assertThat(visit.at("#table [data-state=searchable]")).hasCount(2, SOON);
            assertThat(visit.at("#table")).containsText("Paie/note.txt");
            assertThat(visit.at("#table")).containsText("Congés/note.txt");
            visit.check("space-archive");
            visit.open(space);
            visit.at("#file").setInputFiles(payload(folder()));
            visit.at("#drop button[type=submit]").click();
            visit.page().waitForURL("**?added=*");
            assertThat(visit.at("main .notice")).containsText("Rien de nouveau, 2 déjà présents");
        }
        nothingStays();
    }

    @Test
    void an_archive_that_does_not_unpack_says_why_and_adds_nothing() throws IOException {
        try (Visit visit = chromium.visit(here.vigie().url(), Look.DESK, admin)) {
            visit.expect(422);
            space(visit, "Refus");
            visit.at("#file").setInputFiles(payload(text("PK et rien d’autre")));
            visit.at("#drop button[type=submit]").click();
            assertThat(visit.at("#file-error")).containsText("abîmée");
            visit.at("#file").setInputFiles(payload(zip(Map.of("bombe.txt", new byte[60 << 20]))));
            visit.at("#drop button[type=submit]").click();
            assertThat(visit.at("#file-error")).containsText("bien plus de place");
            assertThat(visit.at("#table tbody tr")).hasCount(0);
        }
        nothingStays();
    }

    @Test
    void a_folder_is_chosen_whole(@org.junit.jupiter.api.io.TempDir Path local) throws IOException {
        Path folder = Files.createDirectories(local.resolve("Accords/2026"));
        Files.writeString(folder.resolve("télétravail.md"), "# Télétravail\n\nDeux jours par semaine.");
        Files.writeString(folder.getParent().resolve("frais.txt"), "L’hôtel est remboursé jusqu’à 120 €.");
        try (Visit visit = chromium.visit(here.vigie().url(), Look.DESK, admin)) {
            space(visit, "Dossier");
            assertThat(visit.at("#choose-folder")).isVisible();
            visit.at("#folder").setInputFiles(folder.getParent());
            visit.page().waitForURL("**?added=*");
            assertThat(visit.at("#table [data-state=searchable]")).hasCount(2, SOON);
            assertThat(visit.at("#table")).containsText("Accords/2026/télétravail.md");
        }
    }

    @Test
    void a_program_adds_files_with_a_key_that_may_write() throws Exception {
        String space;
        try (Visit visit = chromium.visit(here.vigie().url(), Look.DESK, admin)) {
            space = space(visit, "Programme").replace("/documents/", "/api/v1/");
        }
        ApiClient write = ApiClient.of(here.vigie().url(), Installation.ADMIN, "api:write");
        ApiClient.Answer added = write.upload(space + "/documents", "note.txt", text("Le préavis est d’un mois."));
        assertThat(added.status()).isEqualTo(202);
        assertThat(added.json().getInteger("added")).isEqualTo(1);
        assertThat(write.upload(space + "/documents", "x.zip", text("rien")).status())
                .isEqualTo(422);
        ApiClient read = ApiClient.of(here.vigie().url(), Installation.ADMIN, "api:read");
        assertThat(read.upload(space + "/documents", "autre.txt", text("x")).status())
                .isEqualTo(403);
        ApiClient stranger = ApiClient.of(here.vigie().url(), "autre@example.org", "api:write");
        assertThat(stranger.upload(space + "/documents", "autre.txt", text("x")).status())
                .isEqualTo(404);
    }

    private static void nothingStays() throws IOException {
        try (Stream<Path> left = Files.list(here.data().resolve("uploads"))) {
            assertThat(left).isEmpty();
        }
    }
}
