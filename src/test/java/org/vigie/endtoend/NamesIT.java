package org.vigie.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.store.DatabaseAccess;
import org.vigie.store.TestDatabase;

/** « Noms et annuaire » in a real browser: files are read, in force at once, replaced and deleted. */
class NamesIT {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private static Installation here;
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        here = Installation.start();
    }

    @AfterAll
    static void stop() {
        if (here != null) here.close();
        if (chromium != null) chromium.close();
    }

    static List<Look> looks() {
        return Look.all();
    }

    private static Visit signedIn(String email, Look look) {
        Visit visit = chromium.visit(here.vigie().url(), look);
        visit.signIn(email, Installation.PASSWORD);
        return visit;
    }

    private static void send(Visit visit, String kind, byte[] file) {
        visit.open("/settings/names");
        if (visit.at("form[action$='/" + kind + "'] [name=replace]").count() > 0) {
            visit.at("form[action$='/" + kind + "'] [name=replace]").check();
        }
        visit.at("#file-" + kind).setInputFiles(new FilePayload("fichier.csv", "text/csv", file));
        visit.at("form[action$='/" + kind + "'] button[type=submit]").click();
    }

    private static int found(Visit visit, String text) {
        visit.open("/shield");
        visit.at("#text").fill(text);
        visit.at("main form[action='/shield'] button[type=submit]").click();
        assertThat(visit.at("#leaving")).isVisible();
        return visit.at("#recognised + .examined mark").count();
    }

    private static void delete(Visit visit, String kind) {
        visit.open("/settings/names/" + kind + "/remove");
        visit.at("main .button-danger").click();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void a_directory_is_read_in_force_at_once_and_gone_when_it_is_deleted(Look look) {
        String text = "Le point de zzyrka bqontrel est remis.";
        boolean french = look.language() == Look.DESK.language();
        try (Visit visit = signedIn(Installation.ADMIN, look)) {
            visit.open("/settings/names");
            assertThat(visit.at(".empty")).hasCount(3);
            visit.photograph("names-empty");
            visit.checkAccess("names, empty");
            visit.checkWidth("names, empty");
            assertThat(found(visit, text)).isZero();
            send(
                    visit,
                    "staff",
                    "Nom;Prénom;E-mail\nBqontrel;Zzyrka;z@b.example\n;;contact@b.example\n".getBytes(WINDOWS));
            assertThat(visit.at("[aria-labelledby=staff]"))
                    .containsText(french ? "1 nom en vigueur, 2 lignes lues" : "1 name in force, 2 lines read");
            assertThat(visit.at("[aria-labelledby=staff]"))
                    .containsText(
                            french ? "ligne 3 : il n’y a pas de nom lisible" : "line 3: there is no readable name");
            visit.photograph("names");
            visit.checkAccess("names");
            visit.checkWidth("names");
            assertThat(found(visit, text)).isOne();
            visit.open("/settings/names");
            visit.at("a[href$='/staff/remove']").click();
            visit.photograph("names-delete");
            visit.checkAccess("names, delete");
            visit.checkWidth("names, delete");
            visit.at("main .button-danger").click();
            assertThat(visit.at("h1")).hasText(french ? "Noms et annuaire" : "Names and staff");
            assertThat(visit.at(".empty")).hasCount(3);
            assertThat(found(visit, text)).isZero();
        }
    }

    @Test
    void a_wrong_file_names_its_line_and_leaves_the_list_that_is_in_force() {
        String text = "vu hier avec Zzyxo pour le devis";
        try (Visit visit = signedIn(Installation.ADMIN, Look.DESK)) {
            assertThat(found(visit, text)).isZero();
            send(visit, "first_names", bytes("sexe;preusuel;annais;nombre\n1;ZZYXO;1900;5000\n"));
            assertThat(visit.at("[aria-labelledby=first_names]")).containsText("1 nom en vigueur");
            assertThat(found(visit, text)).isOne();
            visit.expect(422);
            send(visit, "first_names", bytes("prenom;nombre\nALICE;12\n\"BOB;3\n"));
            assertThat(visit.at(".notice-danger")).containsText("Rien n’a été enregistré");
            assertThat(visit.at(".notice-danger")).containsText("Un guillemet s’ouvre et ne se ferme pas. Ligne 3.");
            assertThat(visit.at("[aria-labelledby=first_names]")).containsText("1 nom en vigueur");
            visit.photograph("names-fault");
            visit.checkAccess("names, fault");
            send(visit, "surnames", bytes("sexe;preusuel;annais;nombre\n1;ZZYXO;1900;5000\n"));
            assertThat(visit.at("[aria-labelledby=surnames] .notice-danger")).containsText("l’autre liste");
            assertThat(found(visit, text)).isOne();
            delete(visit, "first_names");
            assertThat(found(visit, text)).isZero();
        }
    }

    /** Long enough to be seen on its way: the page tells how far it is, and then shows the list. */
    @Test
    void a_long_import_tells_how_far_it_is() {
        StringBuilder file = new StringBuilder("sexe;preusuel;annais;nombre\n");
        for (int line = 0; line < 2_400_000; line++) {
            file.append("1;ZZY").append((char) ('A' + line % 26)).append((char) ('A' + line / 26 % 26));
            file.append(";1950;1\n");
        }
        try (Visit visit = signedIn(Installation.ADMIN, Look.PHONE)) {
            visit.open("/settings/names");
            send(visit, "first_names", bytes(file.toString()));
            if (visit.at("progress").count() > 0) {
                visit.photograph("names-progress");
                visit.checkAccess("names, progress");
            }
            visit.page().waitForCondition(() -> visit.at("progress").count() == 0);
            assertThat(visit.at("[aria-labelledby=first_names]"))
                    .containsText("676 noms en vigueur, 2400000 lignes lues");
            delete(visit, "first_names");
        }
    }

    @Test
    void a_replacement_wants_to_be_said_and_an_act_is_recorded_without_a_name() {
        try (Visit visit = signedIn(Installation.ADMIN, Look.DESK)) {
            send(visit, "surnames", bytes("NOM\t_1891_1900\nZZYXO\t5\n"));
            visit.open("/settings/names");
            visit.at("[name=replace]").evaluate("box => box.required = false");
            visit.expect(422);
            visit.at("#file-surnames")
                    .setInputFiles(new FilePayload("a.txt", "text/plain", bytes("NOM\t_1891_1900\nA\t5\n")));
            visit.at("form[action$='/surnames'] button[type=submit]").click();
            assertThat(visit.at("[aria-labelledby=surnames] .notice-danger"))
                    .containsText("cochez la case pour la remplacer");
            send(visit, "surnames", bytes("NOM\t_1891_1900\nZZYXO\t5\nQRTPLM\t7\n"));
            assertThat(visit.at("[aria-labelledby=surnames]")).containsText("2 noms en vigueur");
            delete(visit, "surnames");
        }
        here.verifyAudit();
    }

    @Test
    void an_employee_neither_sees_nor_enters_the_page() {
        try (Visit visit = signedIn(Installation.EMPLOYEE, Look.DESK)) {
            visit.expect(403);
            assertThat(visit.at("a[href='/settings/names']")).hasCount(0);
            visit.open("/settings/names");
            assertThat(visit.at("h1")).hasText("Accès non autorisé");
        }
    }

    @Test
    void what_is_imported_on_one_replica_is_in_force_on_the_other() {
        DatabaseAccess database = TestDatabase.empty();
        String yaml = "{url: \"" + database.url() + "\", user: " + database.owner() + ", password: \""
                + database.ownerPassword().reveal() + "\"}";
        List<Installation> replicas = Installation.replicas(yaml, List.of());
        String text = "Le point de zzyrka bqontrel est remis.";
        try (Visit one = chromium.visit(replicas.getFirst().vigie().url(), Look.DESK);
                Visit other = chromium.visit(replicas.getLast().vigie().url(), Look.DESK)) {
            one.signIn(Installation.ADMIN, Installation.PASSWORD);
            other.signIn(Installation.ADMIN, Installation.PASSWORD);
            assertThat(found(other, text)).isZero();
            send(one, "staff", bytes("Nom;Prénom\nBqontrel;Zzyrka\n"));
            assertThat(one.at("[aria-labelledby=staff]")).containsText("1 nom en vigueur");
            assertThat(found(one, text)).isOne();
            other.page().waitForCondition(() -> found(other, text) == 1);
            delete(other, "staff");
            one.page().waitForCondition(() -> found(one, text) == 0);
        } finally {
            replicas.forEach(Installation::close);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
