package org.vigie.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.print.Tagged;

/** The account of a client's person: the attestations of their missions, on the page and as files, and nothing else. */
class ClientIT {
    private static final String CLIENT = "c.martin@aldane.example";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Paris"));
    private static final Path KEPT = Path.of("target", "screenshots");

    private static Installation here;
    private static Visitor admin;
    private static Visitor client;
    private static String password;

    @BeforeAll
    static void start() throws Exception {
        here = Installation.start();
        admin = new Visitor(here.vigie().url());
        admin.signIn(Installation.ADMIN, Installation.PASSWORD);
        password = admin.employ(CLIENT, "Camille Martin", "client");
        client = new Visitor(here.vigie().url());
        client.signIn(CLIENT, password);
        Map<String, String> ids = new HashMap<>();
        new JsonArray(admin.get("/api/v1/people").body())
                .forEach(one -> ids.put(((JsonObject) one).getString("email"), ((JsonObject) one).getString("id")));
        begin("THEIRS", ids.getOrDefault(Installation.ADMIN, ""));
        begin("OTHERS", ids.getOrDefault(Installation.ADMIN, ""));
        HttpResponse<String> added = admin.post(
                "/missions/THEIRS", "/missions/THEIRS/members", Map.of("person", ids.getOrDefault(CLIENT, "")));
        assertThat(added.statusCode()).isEqualTo(303);
    }

    @AfterAll
    static void stop() {
        if (here != null) here.close();
    }

    private static void begin(String code, String manager) throws Exception {
        HttpResponse<String> begun = admin.post(
                "/missions/new/form",
                "/missions",
                Map.of(
                        "code",
                        code,
                        "name",
                        "Schéma directeur",
                        "client",
                        "Groupe Aldane",
                        "manager",
                        manager,
                        "starts",
                        TODAY.toString(),
                        "ends",
                        TODAY.plusDays(30).toString()));
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(303);
    }

    @Test
    void they_see_the_attestations_of_their_missions_and_nothing_else() throws Exception {
        assertThat(client.get("/").headers().firstValue("location")).hasValue("/attestations");
        assertThat(client.get("/attestations").body()).contains("THEIRS").doesNotContain("OTHERS");
        assertThat(client.get("/missions/THEIRS/attestation").statusCode()).isEqualTo(200);
        assertThat(client.get("/missions/OTHERS/attestation").statusCode()).isEqualTo(404);
        assertThat(client.get("/missions/OTHERS/attestation/pdf").statusCode()).isEqualTo(404);
        for (String path : List.of("/missions", "/missions/THEIRS", "/chat", "/charter", "/rules", "/settings/keys")) {
            assertThat(client.get(path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(client.get("/attestations").body())
                .doesNotContain("href=\"/chat\"", "href=\"/missions\"", "href=\"/settings/keys\"");
    }

    @Test
    void they_do_not_choose_the_days() throws Exception {
        String day = "?from=" + TODAY.minusDays(9) + "&to=" + TODAY.minusDays(9);
        JsonObject told = new JsonObject(
                client.get("/missions/THEIRS/attestation/json" + day).body());
        assertThat(told.getJsonObject("period").getString("from")).isEqualTo(TODAY.toString());
        JsonObject lead = new JsonObject(
                admin.get("/missions/THEIRS/attestation/json" + day).body());
        assertThat(lead.getJsonObject("period").getString("from"))
                .isEqualTo(TODAY.minusDays(9).toString());
    }

    @Test
    void the_files_of_one_page_say_the_same_and_the_paper_carries_the_signed_one() throws Exception {
        String page = client.get("/missions/THEIRS/attestation").body();
        String query =
                page.replaceFirst("(?s).*attestation/pdf(\\?[^\"]+)\".*", "$1").replace("&amp;", "&");
        assertThat(query).startsWith("?from=").contains("&at=");
        String signed =
                client.get("/missions/THEIRS/attestation/signed" + query).body();
        String plain = client.get("/missions/THEIRS/attestation/json" + query).body();
        assertThat(new String(Base64.getUrlDecoder().decode(signed.split("\\.")[1]), StandardCharsets.UTF_8))
                .isEqualTo(plain);
        HttpResponse<byte[]> paper = client.file("/missions/THEIRS/attestation/pdf" + query);
        assertThat(paper.headers().firstValue("content-type")).hasValue("application/pdf");
        Files.createDirectories(KEPT);
        Files.write(KEPT.resolve("attestation.pdf"), paper.body());
        String fingerprint = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(signed.getBytes(StandardCharsets.US_ASCII)));
        try (Tagged pdf = new Tagged(paper.body())) {
            assertThat(pdf.faults()).isEmpty();
            assertThat(pdf.violations()).isEmpty();
            assertThat(pdf.text().replace("\n", "")).contains(fingerprint);
            assertThat(pdf.text()).contains("Groupe Aldane", "0 échanges", "Comment vérifier");
            assertThat(pdf.document()
                            .getDocumentCatalog()
                            .getNames()
                            .getEmbeddedFiles()
                            .getNames()
                            .values())
                    .singleElement()
                    .satisfies(file -> assertThat(file.getEmbeddedFile().toByteArray())
                            .isEqualTo(signed.getBytes(StandardCharsets.US_ASCII)));
        }
    }

    static List<Look> looks() {
        return Look.all();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void their_pages(Look look) {
        try (Chromium chromium = Chromium.start();
                Visit visit = chromium.visit(here.vigie().url(), look)) {
            visit.signIn(CLIENT, password);
            visit.page().waitForURL("**/attestations");
            visit.check("client-attestations");
            visit.open("/missions/THEIRS/attestation");
            visit.check("client-attestation");
        }
    }
}
