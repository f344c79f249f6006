package org.vigie.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
    private static final Set<Role> SEE_ALL =
            EnumSet.of(Role.ADMIN, Role.CIO, Role.DPO, Role.LEGAL, Role.AUDITOR, Role.MISSION_LEAD);

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
        Map<String, String> mission = Map.of(
                "code",
                code,
                "name",
                name,
                "client",
                "Client fictif",
                "manager",
                id(Installation.ADMIN),
                "starts",
                LocalDate.now().toString(),
                "ends",
                LocalDate.now().plusDays(9).toString());
        HttpResponse<String> begun = admin.post("/missions/new/form", "/missions", mission);
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(303);
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
        return route.method().equals("GET") ? person.get(path) : person.post("/account", path, Map.of());
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

    private static boolean allows(Role role, Known route) {
        return Rights.allows(Set.of(role), route.right());
    }
}
