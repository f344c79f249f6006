package org.vigie.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.identity.Role.ADMIN;
import static org.vigie.identity.Role.AUDITOR;
import static org.vigie.identity.Role.CIO;
import static org.vigie.identity.Role.CISO;
import static org.vigie.identity.Role.CLIENT;
import static org.vigie.identity.Role.COMMITTEE;
import static org.vigie.identity.Role.DPO;
import static org.vigie.identity.Role.HR;
import static org.vigie.identity.Role.LEGAL;
import static org.vigie.identity.Role.MISSION_LEAD;
import static org.vigie.identity.Role.OWNER;
import static org.vigie.identity.Role.PROCUREMENT;
import static org.vigie.identity.Role.STAFF_REP;
import static org.vigie.identity.Role.SUBCONTRACTOR;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vigie.identity.ApiKey;
import org.vigie.identity.Caller;
import org.vigie.identity.Caller.Credential;
import org.vigie.identity.Caller.Scope;
import org.vigie.identity.Right;
import org.vigie.identity.Rights;
import org.vigie.identity.Role;
import org.vigie.web.AccessRules.Access;
import org.vigie.web.AccessRules.Finding;
import org.vigie.web.AccessRules.Rule;

class AccessRulesTest {
    private static final Set<Role> ALL = EnumSet.allOf(Role.class);
    private static final Set<Role> STAFF = EnumSet.complementOf(EnumSet.of(CLIENT));

    private static final Set<Role> INSIDE = EnumSet.complementOf(EnumSet.of(CLIENT, SUBCONTRACTOR));

    /** Who may do what, and by which credential, written down a second time on purpose. */
    private static final Map<Right, Expected> EXPECTED = Map.ofEntries(
            Map.entry(Right.ASK_OUTSIDE_MISSIONS, new Expected(INSIDE, true, Set.of())),
            Map.entry(Right.TRY_SHIELD, new Expected(INSIDE, true, Set.of())),
            Map.entry(
                    Right.REVIEW_CHARTER,
                    new Expected(EnumSet.of(ADMIN, CIO, DPO, LEGAL, COMMITTEE, STAFF_REP), true, Set.of())),
            Map.entry(
                    Right.FOLLOW_REVIEW,
                    new Expected(
                            EnumSet.of(ADMIN, CIO, DPO, LEGAL, COMMITTEE, STAFF_REP), true, Set.of(Scope.API_READ))),
            Map.entry(
                    Right.APPROVE_CHARTER, new Expected(EnumSet.of(ADMIN, CIO, DPO, LEGAL, COMMITTEE), true, Set.of())),
            Map.entry(Right.USE_ASSISTANT, new Expected(STAFF, true, Set.of())),
            Map.entry(Right.USE_GATEWAY, new Expected(INSIDE, false, Set.of(Scope.GATEWAY))),
            Map.entry(Right.READ_OWN_REQUESTS, new Expected(STAFF, true, Set.of(Scope.API_READ, Scope.GATEWAY))),
            Map.entry(Right.MANAGE_OWN_ACCOUNT, new Expected(ALL, true, Set.of())),
            Map.entry(Right.READ_OWN_KEYS, new Expected(INSIDE, true, Set.of(Scope.API_READ))),
            Map.entry(Right.MANAGE_OWN_KEYS, new Expected(INSIDE, true, Set.of())),
            Map.entry(Right.READ_PEOPLE, new Expected(EnumSet.of(ADMIN, CISO), true, Set.of(Scope.API_READ))),
            Map.entry(Right.MANAGE_PEOPLE, new Expected(EnumSet.of(ADMIN), true, Set.of())),
            Map.entry(
                    Right.READ_EVIDENCE,
                    new Expected(EnumSet.of(ADMIN, CIO, DPO, LEGAL, MISSION_LEAD, AUDITOR), true, Set.of())),
            Map.entry(Right.POSTPONE_PURGE, new Expected(EnumSet.of(ADMIN, CIO, DPO, LEGAL), true, Set.of())),
            Map.entry(Right.MANAGE_DICTIONARY, new Expected(EnumSet.of(ADMIN, CISO, DPO), true, Set.of())),
            Map.entry(Right.READ_DOCUMENTS, new Expected(INSIDE, true, Set.of(Scope.API_READ, Scope.GATEWAY))),
            Map.entry(Right.ADD_DOCUMENTS, new Expected(INSIDE, true, Set.of(Scope.API_WRITE))),
            Map.entry(Right.READ_LIBRARY, new Expected(INSIDE, true, Set.of(Scope.API_READ))),
            Map.entry(Right.WRITE_LIBRARY, new Expected(INSIDE, true, Set.of(Scope.API_WRITE))),
            Map.entry(
                    Right.KEEP_LIBRARY, new Expected(EnumSet.of(ADMIN, CIO, COMMITTEE), true, Set.of(Scope.API_WRITE))),
            Map.entry(
                    Right.READ_USE_CASES,
                    new Expected(
                            EnumSet.complementOf(EnumSet.of(CLIENT, SUBCONTRACTOR)), true, Set.of(Scope.API_READ))),
            Map.entry(
                    Right.MANAGE_USE_CASES, new Expected(EnumSet.of(ADMIN, CIO, OWNER), true, Set.of(Scope.API_WRITE))),
            Map.entry(Right.READ_OWN_BUDGETS, new Expected(INSIDE, true, Set.of(Scope.API_READ))),
            Map.entry(Right.READ_BUDGET_ALERTS, new Expected(INSIDE, true, Set.of(Scope.API_WRITE))),
            Map.entry(
                    Right.SEE_BUDGETS,
                    new Expected(EnumSet.of(ADMIN, CIO, COMMITTEE, AUDITOR), true, Set.of(Scope.API_READ))),
            Map.entry(Right.SET_BUDGETS, new Expected(EnumSet.of(ADMIN, CIO), true, Set.of(Scope.API_WRITE))),
            Map.entry(
                    Right.EXPORT_RULES,
                    new Expected(EnumSet.of(ADMIN, CIO, CISO, DPO, COMMITTEE), true, Set.of(Scope.API_READ))),
            Map.entry(Right.READ_RULES, new Expected(INSIDE, true, Set.of(Scope.API_READ))),
            Map.entry(
                    Right.DECIDE_RULES,
                    new Expected(EnumSet.of(ADMIN, CIO, CISO, DPO, COMMITTEE), true, Set.of(Scope.API_WRITE))),
            Map.entry(Right.SEE_MISSIONS, new Expected(STAFF, true, Set.of(Scope.API_READ))),
            Map.entry(
                    Right.SEE_ATTESTATIONS,
                    new Expected(EnumSet.complementOf(EnumSet.of(SUBCONTRACTOR)), true, Set.of(Scope.API_READ))),
            Map.entry(
                    Right.MANAGE_MISSIONS,
                    new Expected(EnumSet.of(ADMIN, CIO, MISSION_LEAD), true, Set.of(Scope.API_WRITE))),
            Map.entry(Right.REPORT_INCIDENT, new Expected(STAFF, true, Set.of(Scope.API_WRITE))),
            Map.entry(
                    Right.READ_INCIDENTS,
                    new Expected(EnumSet.of(ADMIN, CIO, CISO, DPO), true, Set.of(Scope.API_READ))),
            Map.entry(
                    Right.HANDLE_INCIDENTS,
                    new Expected(EnumSet.of(ADMIN, CIO, CISO, DPO), true, Set.of(Scope.API_WRITE))),
            Map.entry(
                    Right.SEE_PROVIDERS,
                    new Expected(
                            EnumSet.complementOf(EnumSet.of(CLIENT, SUBCONTRACTOR)), true, Set.of(Scope.API_READ))),
            Map.entry(
                    Right.ASSESS_PROVIDERS,
                    new Expected(EnumSet.of(ADMIN, CIO, CISO, DPO, LEGAL, PROCUREMENT), true, Set.of(Scope.API_WRITE))),
            Map.entry(Right.SEE_GATEWAY, new Expected(EnumSet.of(ADMIN, CIO, CISO), true, Set.of(Scope.API_READ))),
            Map.entry(Right.SEE_METRICS, new Expected(EnumSet.of(ADMIN, CIO, CISO), true, Set.of(Scope.METRICS))),
            Map.entry(Right.SEE_API_DOCS, new Expected(INSIDE, true, Set.of(Scope.API_READ))),
            Map.entry(Right.READ_CHARTER, new Expected(STAFF, true, Set.of(Scope.API_READ))),
            Map.entry(Right.SIGN_CHARTER, new Expected(STAFF, true, Set.of())),
            Map.entry(
                    Right.MANAGE_CHARTER,
                    new Expected(EnumSet.of(ADMIN, CIO, DPO, LEGAL), true, Set.of(Scope.API_WRITE))),
            Map.entry(
                    Right.SEE_SIGNATURES,
                    new Expected(EnumSet.of(ADMIN, CIO, COMMITTEE, DPO, HR), true, Set.of(Scope.API_READ))),
            Map.entry(Right.NAME_SIGNATORIES, new Expected(EnumSet.of(ADMIN, DPO, HR), true, Set.of())),
            Map.entry(
                    Right.READ_DISCLOSURES,
                    new Expected(EnumSet.of(ADMIN, CIO, CISO, DPO, AUDITOR, STAFF_REP), true, Set.of(Scope.API_READ))),
            Map.entry(Right.ASK_DISCLOSURE, new Expected(EnumSet.of(CISO, DPO), true, Set.of())),
            Map.entry(Right.HOLD_TRACE_KEY, new Expected(INSIDE, true, Set.of())),
            Map.entry(Right.NAME_KEY_HOLDERS, new Expected(EnumSet.of(ADMIN, CIO, CISO, DPO), true, Set.of())),
            Map.entry(
                    Right.SEE_KEY_HOLDERS,
                    new Expected(EnumSet.of(ADMIN, CIO, CISO, DPO), true, Set.of(Scope.API_READ))),
            Map.entry(Right.ADMINISTER_INSTANCE, new Expected(EnumSet.of(ADMIN), true, Set.of())));

    /** Everything that anybody may see without saying who they are. */
    private static final Set<String> OPEN = Set.of(
            "GET /sign-in",
            "POST /sign-in",
            "GET /first-run",
            "POST /first-run",
            "GET /css/**",
            "GET /js/**",
            "GET /fonts/**",
            "GET /webjars/**",
            "GET /icons.svg",
            "GET /favicon.svg",
            "GET /.well-known/jwks.json",
            "GET /q/health",
            "GET /q/health/**");

    /** Routes that are not JAX-RS resources. */
    private static final List<Route> OTHERS = List.of(
            new Route("POST", "/v1/chat/completions"),
            new Route("POST", "/v1/responses"),
            new Route("POST", "/v1/embeddings"),
            new Route("POST", "/v1/images/generations"),
            new Route("POST", "/v1/audio/speech"),
            new Route("POST", "/v1/audio/transcriptions"),
            new Route("POST", "/v1/messages"),
            new Route("POST", "/v1/messages/count_tokens"),
            new Route("GET", "/v1/models"),
            new Route("GET", "/v1/models/assistant"),
            new Route("GET", "/q/health"),
            new Route("GET", "/q/health/live"),
            new Route("GET", "/q/health/ready"),
            new Route("GET", "/q/metrics"),
            new Route("GET", "/q/openapi"),
            new Route("GET", "/css/vigie.css"),
            new Route("GET", "/js/vigie.js"),
            new Route("GET", "/icons.svg"),
            new Route("GET", "/favicon.svg"));

    record Expected(Set<Role> roles, boolean bySession, Set<Scope> scopes) {}

    record Route(String method, String path) {}

    @Test
    void every_route_has_exactly_one_rule() {
        List<Route> routes = routes();
        assertThat(routes).hasSizeGreaterThan(30);
        assertThat(routes)
                .allSatisfy(route -> assertThat(AccessRules.table().stream()
                                .filter(rule -> rule.method().equals(route.method()) && rule.matches(route.path())))
                        .as(route.toString())
                        .hasSize(1));
    }

    @Test
    void every_role_with_every_credential_is_decided_as_expected_on_every_route() {
        assertThat(EXPECTED).containsOnlyKeys(Right.values());
        int decisions = 0;
        for (Route route : routes()) {
            if (!(rule(route).access() instanceof Access.Needs(Right right))) continue;
            for (Role role : Role.values()) {
                for (Credential credential : credentials()) {
                    assertThat(Rights.allows(caller(role, credential), right))
                            .as("%s, %s, %s", route, role, credential)
                            .isEqualTo(expected(right, role, credential));
                    decisions++;
                }
            }
        }
        assertThat(decisions).isGreaterThan(30 * 16 * 5);
    }

    /** Publishing, approving and agreeing stand on pages: a key that writes must not reach them by their forms. */
    @Test
    void a_key_that_writes_finds_no_page() {
        List<Rule> pages = AccessRules.table().stream().filter(Rule::isPage).toList();
        assertThat(pages).extracting(Rule::path).contains("/charter/publish", "/missions/*/agree");
        assertThat(AccessRules.table().stream()
                        .filter(rule -> !rule.isPage())
                        .filter(rule -> rule.access() instanceof Access.Needs(Right right) && right.isForWriting())
                        .map(Rule::path))
                .contains("/api/v1/matrix")
                .noneMatch(path -> path.matches(".*/(publish|withdraw|sign|agree|assessment|keys)"));
    }

    @Test
    void only_these_are_open_to_everybody() {
        assertThat(AccessRules.table().stream()
                        .filter(rule -> rule.access() instanceof Access.Open)
                        .map(rule -> rule.method() + " " + rule.path()))
                .containsExactlyInAnyOrderElementsOf(OPEN);
    }

    @Test
    void what_has_no_rule_does_not_exist() {
        for (String path : List.of(
                "/admin",
                "/chatter",
                "/q/info",
                "/q/arc",
                "/settings",
                "/css",
                "/v1",
                "/v1/",
                "",
                "/settings/people/",
                "/settings/keys//revoke"))
            assertThat(AccessRules.find("GET", path)).as(path).isNotInstanceOf(Finding.Found.class);
        assertThat(AccessRules.find("DELETE", "/settings/people")).isEqualTo(new Finding.OtherMethod());
        assertThat(AccessRules.find("TRACE", "/nothing")).isEqualTo(new Finding.Nothing());
        assertThat(AccessRules.find("HEAD", "/sign-in")).isInstanceOf(Finding.Found.class);
    }

    @Test
    void a_person_has_the_rights_of_all_their_roles() {
        Caller both =
                new Caller(new UUID(0, 1), "a@example.org", "A", Set.of(CLIENT, ADMIN), Optional.empty(), session());
        assertThat(Rights.allows(both, Right.MANAGE_PEOPLE)).isTrue();
        Caller nobody = new Caller(new UUID(0, 1), "a@example.org", "A", Set.of(), Optional.empty(), session());
        for (Right right : Right.values())
            assertThat(Rights.allows(nobody, right)).isFalse();
    }

    /** Of every route of the application, the few that open to somebody from outside, whatever they hold. */
    @Test
    void subcontractors_enter_their_missions_the_chat_the_charter_their_reports_and_their_account_and_nothing_else() {
        Set<String> open = new TreeSet<>();
        for (Route route : routes()) {
            if (!(rule(route).access() instanceof Access.Needs(Right right))) continue;
            for (Credential credential : credentials()) {
                if (Rights.allows(caller(SUBCONTRACTOR, credential), right)) {
                    open.add(route.method() + " " + rule(route).path());
                }
            }
        }
        assertThat(open)
                .containsExactlyInAnyOrder(
                        "GET /",
                        "GET /chat",
                        "GET /chat/**",
                        "POST /chat/**",
                        "DELETE /chat/**",
                        "GET /missions",
                        "GET /missions/*",
                        "GET /api/v1/missions",
                        "GET /api/v1/missions/*",
                        "GET /requests",
                        "GET /requests/*",
                        "GET /api/v1/requests/*",
                        "GET /api/v1/requests/*/why",
                        "GET /rules/why/requests/*",
                        "GET /charter",
                        "GET /charter/text",
                        "GET /charter/charter.pdf",
                        "GET /charter/receipt.pdf",
                        "GET /charter/reminder",
                        "GET /api/v1/charter",
                        "GET /api/v1/charter/signature",
                        "POST /charter/sign",
                        "POST /charter/later",
                        "GET /account",
                        "GET /account/confirm",
                        "GET /account/traces",
                        "POST /account/traces/*/seen",
                        "GET /missions/*/purge",
                        "GET /api/v1/missions/*/purge",
                        "GET /incidents",
                        "GET /incidents/new",
                        "POST /incidents/new",
                        "GET /incidents/file/*",
                        "POST /api/v1/incidents",
                        "POST /account/confirm",
                        "POST /account/language",
                        "POST /account/password",
                        "POST /sign-out");
        assertThat(Rights.scopesFor(Set.of(SUBCONTRACTOR)))
                .as("they have no keys")
                .isEmpty();
    }

    private static boolean expected(Right right, Role role, Credential credential) {
        Expected expected = Objects.requireNonNull(EXPECTED.get(right));
        boolean reachable = switch (credential) {
            case Credential.Session _ -> expected.bySession();
            case Credential.Key(UUID _, Set<Scope> scopes, ApiKey.Binding _) ->
                scopes.stream().anyMatch(expected.scopes()::contains);
        };
        return reachable && expected.roles().contains(role);
    }

    private static Rule rule(Route route) {
        return switch (AccessRules.find(route.method(), route.path())) {
            case Finding.Found(Rule rule) -> rule;
            case Finding.OtherMethod _, Finding.Nothing _ -> throw new AssertionError("no rule for " + route);
        };
    }

    private static List<Credential> credentials() {
        List<Credential> credentials =
                new ArrayList<>(List.of(session(), new Credential.Key(new UUID(0, 2), Set.of())));
        for (Scope scope : Scope.values()) credentials.add(new Credential.Key(new UUID(0, 2), Set.of(scope)));
        return credentials;
    }

    private static Credential session() {
        return new Credential.Session(new UUID(0, 3));
    }

    private static Caller caller(Role role, Credential credential) {
        return new Caller(new UUID(0, 1), "a@example.org", "A", Set.of(role), Optional.empty(), credential);
    }

    /** Every resource method of the application, found in its classes, and what is registered elsewhere. */
    private static List<Route> routes() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.vigie");
        List<Route> routes = new ArrayList<>(OTHERS);
        for (JavaClass resource : classes) {
            if (!resource.isAnnotatedWith(Path.class)) continue;
            for (JavaMethod method : resource.getMethods()) routes.addAll(routes(resource, method));
        }
        return routes;
    }

    private static List<Route> routes(JavaClass resource, JavaMethod method) {
        Set<String> verbs = method.getAnnotations().stream()
                .filter(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class))
                .map(annotation -> annotation
                        .getRawType()
                        .getAnnotationOfType(HttpMethod.class)
                        .value())
                .collect(Collectors.toCollection(TreeSet::new));
        String tail = method.isAnnotatedWith(Path.class)
                ? method.getAnnotationOfType(Path.class).value()
                : "";
        String path = ("/" + resource.getAnnotationOfType(Path.class).value() + "/" + tail)
                .replaceAll("\\{[^}]+}", "0199a7b2-0000-7000-8000-000000000001")
                .replaceAll("/{2,}", "/")
                .replaceAll("(?<=.)/$", "");
        return verbs.stream().map(verb -> new Route(verb, path)).toList();
    }
}
