package org.vigie.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.identity.Rights;
import org.vigie.identity.Role;
import org.vigie.web.KnownRoutes;
import org.vigie.web.KnownRoutes.Known;

/** Every route of missions, for somebody of every role, of a mission of theirs and of somebody else's. */
class MissionRightsIT {
    private static final String OWN = "RIGHTS-OWN";
    private static final String OTHER = "RIGHTS-OTHER";
    private static final String NAMED = "Chantier que nul ne nomme";

    /** Who answers for missions, or audits them, sees all of them. */
    private static final Set<Role> SEE_ALL = EnumSet.of(Role.ADMIN, Role.CIO, Role.DPO, Role.LEGAL, Role.AUDITOR);

    private static final Set<Role> MANAGE_ALL = EnumSet.of(Role.ADMIN, Role.CIO);

    private static Installation here;
    private static Visitor admin;
    private static final Map<Role, Visitor> PEOPLE = new EnumMap<>(Role.class);

    @BeforeAll
    static void start() throws Exception {
        here = Installation.start();
        admin = new Visitor(here.vigie().url());
        admin.signIn(Installation.ADMIN, Installation.PASSWORD);
        begin(OWN, "Le leur");
        begin(OTHER, NAMED);
        for (Role role : Role.values()) {
            String email = "of-" + role.code().replace("_", "-") + "@example.org";
            Visitor person = new Visitor(here.vigie().url());
            person.signIn(email, admin.employ(email, "Quelqu’un", role.code()));
            assertThat(person.isSignedIn()).as(role.code()).isTrue();
            PEOPLE.put(role, person);
            HttpResponse<String> added =
                    admin.post("/missions/" + OWN, "/missions/" + OWN + "/members", Map.of("person", id(email)));
            assertThat(added.statusCode()).as(role.code()).isEqualTo(303);
        }
    }

    private static String id(String email) throws Exception {
        return new JsonArray(admin.get("/api/v1/people").body())
                .stream()
                        .map(JsonObject.class::cast)
                        .filter(person -> person.getString("email").equals(email))
                        .findFirst()
                        .orElseThrow()
                        .getString("id");
    }

    private static void begin(String code, String name) throws Exception {
        HttpResponse<String> begun = begin(admin, code, name, Installation.ADMIN);
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(303);
    }

    private static HttpResponse<String> begin(Visitor by, String code, String name, String manager) throws Exception {
        Map<String, String> mission = new HashMap<>(description(name, manager));
        mission.put("code", code);
        return by.post("/missions/new/form", "/missions", mission);
    }

    private static Map<String, String> description(String name, String manager) throws Exception {
        return Map.of(
                "name", name,
                "client", "Client fictif",
                "manager", id(manager),
                "starts", LocalDate.now().toString(),
                "ends", LocalDate.now().plusDays(9).toString());
    }

    @AfterAll
    static void stop() {
        if (here != null) here.close();
    }

    private static List<Known> routes() {
        return Stream.concat(
                        KnownRoutes.below("/missions/*").stream(), KnownRoutes.below("/api/v1/missions/*").stream())
                .filter(route -> route.method().equals("GET") || route.path().startsWith("/missions"))
                .toList();
    }

    private static HttpResponse<String> call(Visitor person, Known route, String mission) throws Exception {
        String path = route.path().replaceFirst("\\*", mission).replace("*", "00000000-0000-7000-8000-000000000000");
        if (route.method().equals("GET")) return person.get(path);
        return path.endsWith("/evidence")
                ? person.send("/account", path, "clause.pdf", PDF)
                : person.post("/account", path, Map.of());
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void nobody_reaches_a_mission_that_is_not_theirs(Role role) throws Exception {
        if (SEE_ALL.contains(role)) return;
        Visitor person = PEOPLE.get(role);
        String before = admin.get("/api/v1/missions/" + OTHER).body();
        assertThat(routes()).hasSizeGreaterThan(20);
        for (Known route : routes()) {
            HttpResponse<String> answer = call(person, route, OTHER);
            assertThat(answer.statusCode())
                    .as(role + " " + route.method() + " " + route.path())
                    .isIn(403, 404);
            assertThat(answer.body()).doesNotContain(NAMED);
            if (answer.statusCode() == 403) assertThat(allows(role, route)).isFalse();
        }
        assertThat(person.get("/missions").body()).doesNotContain(NAMED).doesNotContain(OTHER);
        assertThat(admin.get("/api/v1/missions/" + OTHER).body()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void of_ones_own_mission_one_sees_what_the_role_allows_and_changes_nothing_without_it(Role role) throws Exception {
        if (MANAGE_ALL.contains(role)) return;
        Visitor person = PEOPLE.get(role);
        String before = admin.get("/api/v1/missions/" + OWN).body();
        for (Known route : routes()) {
            HttpResponse<String> answer = call(person, route, OWN);
            String which = role + " " + route.method() + " " + route.path();
            if (!allows(role, route)) {
                assertThat(answer.statusCode()).as(which).isEqualTo(403);
            } else if (route.method().equals("GET")) {
                assertThat(answer.statusCode()).as(which).isIn(200, 403, 404);
            } else {
                assertThat(answer.statusCode())
                        .as(which)
                        .isGreaterThanOrEqualTo(400)
                        .isLessThan(500);
            }
        }
        assertThat(admin.get("/api/v1/missions/" + OWN).body()).isEqualTo(before);
        int page = person.get("/missions/" + OWN).statusCode();
        assertThat(page).isEqualTo(role == Role.CLIENT ? 403 : 200);
        // What is attested is for the client, and for those who answer for it.
        int attested = person.get("/missions/" + OWN + "/attestation/json").statusCode();
        if (role == Role.CLIENT) assertThat(attested).isEqualTo(200);
        if (role == Role.SUBCONTRACTOR || role == Role.EMPLOYEE)
            assertThat(attested).isEqualTo(403);
    }

    /** What a writing route is sent so that whoever manages the mission is obeyed, in an order that can be followed. */
    private record Act(String method, String path, String last, Map<String, String> fields) {
        Act(String method, String path, Map<String, String> fields) {
            this(method, path, "", fields);
        }

        String route() {
            return method + " " + path;
        }

        int send(Visitor person, ApiClient program, String mission) throws Exception {
            String to = path.replaceFirst("\\*", mission).replace("*", last);
            if (to.startsWith("/api/")) {
                String body = fields.isEmpty() ? "" : new JsonObject(Map.copyOf(fields)).encode();
                return program.send(method, to, body, Map.of()).status();
            }
            if (fields.containsKey("file")) {
                return person.send("/account", to, "clause.pdf", PDF).statusCode();
            }
            return person.post("/account", to, fields).statusCode();
        }
    }

    private static final byte[] PDF = "%PDF-1.7 la clause".getBytes(StandardCharsets.UTF_8);

    private static final Map<String, String> AGREEMENT = Map.of(
            "regime", "internal",
            "uses", "Relire",
            "data", "Entretiens",
            "verification", "Deux relectures",
            "notice", "Préparé avec l’aide de l’IA",
            "signatory", "C. Martin");

    private static final String SOON = LocalDate.now().plusDays(20).toString();

    private static List<Act> onPages(String mission, String member) throws Exception {
        String term = termOf(mission);
        String page = admin.get("/missions/" + mission).body();
        String file = page.replaceFirst("(?s).*href=\"/missions/" + mission + "/evidence/([0-9a-f-]+)\".*", "$1");
        String version = page.replaceFirst("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
        Map<String, String> agreement = new HashMap<>(AGREEMENT);
        agreement.put("version", version);
        agreement.put("then", "propose");
        return List.of(
                new Act("POST", "/missions/*/agreement", agreement),
                new Act(
                        "POST",
                        "/missions/*/agree",
                        Map.of("agreedOn", LocalDate.now().toString())),
                new Act("POST", "/missions/*", description("Autre nom", Installation.ADMIN)),
                new Act("POST", "/missions/*/members", Map.of("person", id("autre@example.org"))),
                new Act("POST", "/missions/*/members/*/remove", id(member), Map.of()),
                new Act("POST", "/missions/*/terms", Map.of("term", "Quovalis", "type", "TERM")),
                new Act("POST", "/missions/*/terms/*/remove", term, Map.of()),
                new Act("POST", "/missions/*/evidence", Map.of("file", "clause.pdf")),
                new Act("POST", "/missions/*/evidence/*/remove", file, Map.of()),
                new Act("POST", "/missions/*/close", Map.of("purgeOn", SOON)),
                new Act(
                        "POST",
                        "/missions/*/purge/sooner",
                        Map.of("sooner", LocalDate.now().plusDays(10).toString())),
                new Act("POST", "/missions/*/purge/later", Map.of("later", SOON, "reason", "Litige en cours")));
    }

    private static List<Act> byPrograms(String mission, String member) throws Exception {
        return List.of(
                new Act("PATCH", "/api/v1/missions/*/agreement", AGREEMENT),
                new Act("PATCH", "/api/v1/missions/*", Map.of("name", "Autre nom")),
                new Act("POST", "/api/v1/missions/*/members", Map.of("person", "autre@example.org")),
                new Act("DELETE", "/api/v1/missions/*/members/*", member, Map.of()),
                new Act("POST", "/api/v1/missions/*/terms", Map.of("term", "Quovalis", "type", "TERM")),
                new Act("DELETE", "/api/v1/missions/*/terms/*", termOf(mission), Map.of()),
                new Act("POST", "/api/v1/missions/*/close", Map.of("purgeOn", SOON)),
                new Act(
                        "POST",
                        "/api/v1/missions/*/purge/sooner",
                        Map.of("sooner", LocalDate.now().plusDays(10).toString())));
    }

    private static String termOf(String mission) throws Exception {
        return new JsonArray(admin.get("/api/v1/missions/" + mission + "/terms").body())
                .getJsonObject(0)
                .getString("id");
    }

    /** All that may be known of a mission, and every decision. */
    private static String standing(String mission) throws Exception {
        StringBuilder all = new StringBuilder();
        for (String path : List.of(
                "/api/v1/missions/" + mission,
                "/api/v1/missions/" + mission + "/terms",
                "/api/v1/missions/" + mission + "/purge",
                "/missions/" + mission,
                "/api/v1/decisions")) {
            HttpResponse<String> shown = admin.get(path);
            assertThat(shown.statusCode()).as(path).isEqualTo(200);
            all.append(shown.body()).append('\n');
        }
        return all.toString();
    }

    private static Stream<String> writing(String prefix) {
        return KnownRoutes.below(prefix).stream()
                .filter(route -> !route.method().equals("GET"))
                .map(route -> route.method() + " " + route.path());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void who_leads_another_mission_changes_nothing_of_this_one(boolean programs) throws Exception {
        String mission = programs ? "RIGHTS-API" : "RIGHTS-PAGES";
        String member = "of-employee@example.org";
        begin(mission, NAMED);
        String path = "/missions/" + mission;
        admin.post(path, path + "/members", Map.of("person", id(member)));
        admin.post(path + "/terms", path + "/terms", Map.of("term", "Zéphyrine", "type", "TERM"));
        admin.send(path, path + "/evidence", "c.pdf", PDF);
        List<Act> acts = programs ? byPrograms(mission, member) : onPages(mission, member);
        assertThat(acts.stream().map(Act::route))
                .containsExactlyInAnyOrderElementsOf(
                        writing(programs ? "/api/v1/missions/*" : "/missions/*").toList());

        Visitor lead = PEOPLE.get(Role.MISSION_LEAD);
        String own = programs ? "RIGHTS-LED-API" : "RIGHTS-LED";
        HttpResponse<String> begun = begin(lead, own, "La mienne", "of-mission-lead@example.org");
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(303);
        ApiClient program = ApiClient.of(here.vigie().url(), lead, "api:write");
        String before = standing(mission);
        for (Act act : acts) {
            boolean mayPostpone = act.path().endsWith("/later");
            assertThat(act.send(lead, program, mission)).as(act.route()).isEqualTo(mayPostpone ? 403 : 404);
        }
        assertThat(standing(mission)).isEqualTo(before);

        // The same is obeyed from whoever may.
        ApiClient administrating = ApiClient.of(here.vigie().url(), admin, "api:write");
        for (Act act : acts) {
            assertThat(act.send(admin, administrating, mission))
                    .as("as the administrator: " + act.route())
                    .isIn(200, 201, 303);
        }
        assertThat(standing(mission)).isNotEqualTo(before).contains("Autre nom");
    }

    @Test
    void who_begins_a_mission_manages_it() throws Exception {
        Visitor lead = PEOPLE.get(Role.MISSION_LEAD);
        String self = "of-mission-lead@example.org";
        HttpResponse<String> anothers = begin(lead, "RIGHTS-GIVEN", "Pour un autre", Installation.ADMIN);
        assertThat(anothers.statusCode()).isEqualTo(422);
        assertThat(anothers.body())
                .contains("que des missions que vous dirigez")
                .doesNotContain(id(Installation.ADMIN));
        assertThat(admin.get("/missions/RIGHTS-GIVEN").statusCode()).isEqualTo(404);
        ApiClient program = ApiClient.of(here.vigie().url(), lead, "api:write");
        JsonObject body = new JsonObject().put("code", "RIGHTS-GIVEN");
        description("Pour un autre", Installation.ADMIN).forEach(body::put);
        ApiClient.Answer refused = program.send("POST", "/api/v1/missions", body);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.field()).isEqualTo("manager");

        assertThat(begin(lead, "RIGHTS-BEGUN", "La leur", self).statusCode()).isEqualTo(303);
        String path = "/missions/RIGHTS-BEGUN";
        assertThat(lead.get("/missions").body()).contains("RIGHTS-BEGUN").doesNotContain(OTHER);
        assertThat(lead.post(path, path, description("Mieux dit", self)).statusCode())
                .isEqualTo(303);
        assertThat(lead.get(path).body()).contains("Mieux dit");
        // Handed over, it is still theirs to see, and no longer to change.
        assertThat(lead.post(path, path, description("Mieux dit", Installation.ADMIN))
                        .statusCode())
                .isEqualTo(303);
        assertThat(lead.get(path).statusCode()).isEqualTo(200);
        assertThat(lead.post("/account", path, description("Repris", self)).statusCode())
                .isEqualTo(403);
        assertThat(admin.get(path).body()).doesNotContain("Repris");
    }

    private static boolean allows(Role role, Known route) {
        return Rights.allows(Set.of(role), route.right());
    }
}
