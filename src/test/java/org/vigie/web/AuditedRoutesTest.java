package org.vigie.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.web.AccessRules.Rule;

/** Every route that changes something has the act by whose name the audit knows it, or a reason for having none. */
class AuditedRoutesTest {
    private static final Set<String> READING = Set.of("GET", "HEAD");

    /** Routes and the acts that the code records; {@code incident.*} is one whose end the code puts behind the dot. */
    private static final Map<String, List<String>> RECORDED =
            lines("""
            POST /documents = space.created
            POST /documents/files/*/retry = document.retried
            POST /documents/files/*/delete = document.deleted
            POST /documents/spaces/* = space.described
            POST /documents/spaces/*/files = document.added
            POST /api/v1/spaces/*/documents = document.added
            POST /documents/spaces/*/members = space.opened
            POST /documents/spaces/*/members/remove = space.closed
            POST /documents/spaces/*/delete = space.deleted
            POST /library = prompt.added
            POST /library/import = prompt.added
            POST /library/prompts/* = prompt.changed
            POST /library/prompts/*/delete = prompt.deleted
            POST /api/v1/prompts = prompt.added
            PUT /api/v1/prompts/* = prompt.changed
            DELETE /api/v1/prompts/* = prompt.deleted
            POST /use-cases = use_case.declared
            POST /use-cases/* = use_case.described
            POST /use-cases/*/state = use_case.* use_case.keys_revoked
            POST /use-cases/*/keys = key.created
            POST /api/v1/use-cases = use_case.declared
            PATCH /api/v1/use-cases/* = use_case.described
            POST /api/v1/use-cases/*/state = use_case.* use_case.keys_revoked
            POST /budgets = budget.set
            POST /budgets/read = budget.alert_read
            POST /budgets/*/*/* = budget.set
            POST /budgets/*/*/*/withdraw = budget.withdrawn
            POST /api/v1/budgets = budget.set
            POST /api/v1/budgets/alerts/read = budget.alert_read
            PUT /api/v1/budgets/*/*/* = budget.set
            DELETE /api/v1/budgets/*/*/* = budget.withdrawn
            POST /rules/conduct = conduct.decided
            POST /rules/conduct/withdraw = conduct.withdrawn
            PUT /api/v1/conduct/*/*/* = conduct.decided
            DELETE /api/v1/conduct/*/*/* = conduct.withdrawn
            POST /rules/matrix = matrix.decided
            PUT /api/v1/matrix = matrix.decided
            POST /rules/file/decide = rules.imported effect.decided
            POST /api/v1/rules/import = rules.imported effect.decided
            POST /shield/mistake = dictionary.added
            POST /missions = mission.begun
            POST /missions/* = mission.described
            POST /missions/*/agreement = mission.written mission.proposed
            POST /missions/*/agree = mission.agreed
            POST /missions/*/members = mission.member_added
            POST /missions/*/members/*/remove = mission.member_removed
            POST /missions/*/terms = dictionary.added
            POST /missions/*/terms/*/remove = dictionary.removed
            POST /missions/*/evidence = mission.evidence_added
            POST /missions/*/evidence/*/remove = mission.evidence_removed
            POST /missions/*/purge/sooner = mission.purge_advanced
            POST /missions/*/purge/later = mission.purge_postponed
            POST /missions/*/close = mission.closed mission.keys_revoked
            POST /api/v1/missions = mission.begun
            PATCH /api/v1/missions/* = mission.described
            PATCH /api/v1/missions/*/agreement = mission.written mission.proposed
            POST /api/v1/missions/*/members = mission.member_added
            DELETE /api/v1/missions/*/members/* = mission.member_removed
            POST /api/v1/missions/*/close = mission.closed mission.keys_revoked
            POST /api/v1/missions/*/terms = dictionary.added
            DELETE /api/v1/missions/*/terms/* = dictionary.removed
            POST /api/v1/missions/*/purge/sooner = mission.purge_advanced
            POST /incidents/new = incident.reported
            POST /incidents/file/* = incident.edited
            POST /incidents/file/*/state = incident.*
            POST /incidents/file/*/note = incident.noted
            POST /incidents/file/*/notice/* = incident.told
            POST /incidents/stop = gateway.stopped incident.contained
            POST /incidents/stop/*/lift = gateway.resumed incident.released
            POST /api/v1/incidents = incident.reported
            PATCH /api/v1/incidents/* = incident.edited
            POST /api/v1/incidents/*/state = incident.*
            POST /api/v1/incidents/*/notes = incident.noted
            POST /api/v1/incidents/*/notices/* = incident.told
            POST /api/v1/stops = gateway.stopped incident.contained
            POST /api/v1/stops/*/lift = gateway.resumed incident.released
            POST /providers/file/* = provider.described
            POST /providers/file/*/assessment = provider.*
            PATCH /api/v1/providers/* = provider.described
            POST /disclosures/new = disclosure.asked
            POST /disclosures/key-holders = key_holder.named
            POST /disclosures/key-holders/*/end = key_holder.ended
            POST /disclosures/file/*/give = disclosure.opened
            POST /disclosures/file/*/refuse = disclosure.refused
            POST /disclosures/file/*/withdraw = disclosure.withdrawn
            POST /disclosures/file/*/close = disclosure.closed
            POST /account/traces/*/seen = disclosure.acknowledged
            POST /settings/dictionary = dictionary.added
            POST /settings/dictionary/import = dictionary.added
            POST /settings/dictionary/*/remove = dictionary.removed
            POST /settings/names/* = names.imported
            POST /settings/names/*/remove = names.removed
            POST /charter/sign = charter.signed
            POST /charter/later = charter.reminder_put_off
            POST /charter/submit = charter.submitted
            POST /charter/opinion = charter.opinion_recorded
            POST /charter/approve = charter.approved
            POST /charter/send-back = charter.sent_back
            POST /charter/edit = charter.edited
            POST /charter/discard = charter.draft_discarded
            POST /charter/publish = charter.published
            POST /charter/withdraw = charter.withdrawn
            PUT /api/v1/charter/draft = charter.edited
            DELETE /api/v1/charter/draft = charter.draft_discarded
            POST /api/v1/charter/draft/submit = charter.submitted
            POST /sign-in = session.opened session.refused
            POST /first-run = person.created
            POST /sign-out = session.closed
            POST /account/password = password.changed
            POST /account/confirm = session.confirmed session.refused
            POST /settings/keys = key.created
            POST /settings/keys/*/revoke = key.revoked
            POST /settings/people = person.created
            POST /settings/people/*/edit = person.changed
            POST /settings/people/*/password = password.reset
            POST /settings/people/*/disable = person.disabled
            POST /settings/people/*/enable = person.enabled
            POST /settings/teams = team.created
            POST /settings/teams/*/name = team.renamed
            """).collect(Collectors.toUnmodifiableMap(line -> line[0], line -> List.of(line[1].split(" "))));

    private static final Map<String, String> WITHOUT_AN_ACT =
            lines("""
            POST /v1/chat/completions = an exchange, which has a record of its own
            POST /v1/responses = an exchange, which has a record of its own
            POST /v1/embeddings = an exchange, which has a record of its own
            POST /v1/images/generations = an exchange, which has a record of its own
            POST /v1/audio/speech = an exchange, which has a record of its own
            POST /v1/audio/transcriptions = an exchange, which has a record of its own
            POST /v1/messages = an exchange, which has a record of its own
            POST /v1/messages/count_tokens = an exchange, which has a record of its own
            POST /mcp = tools that examine and search for the caller: nothing is changed
            DELETE /mcp = the end of a program's own session: nothing is kept of it
            POST /chat = one's own conversation; its questions are exchanges with records of their own
            POST /chat/** = one's own conversation; its questions are exchanges with records of their own
            PUT /chat/** = one's own conversation
            PATCH /chat/** = one's own conversation
            DELETE /chat/** = one's own conversation
            POST /library/coach = a look at a text, of which nothing is kept
            POST /library/prompts/*/rating = an opinion, which is told as a mean of five people or more
            POST /library/prompts/*/used = a count, by whom is not kept
            POST /shield = a trial: nothing is sent and nothing kept
            POST /rules/why = a question: nothing is changed
            POST /api/v1/policy/why = a question: nothing is changed
            POST /rules/file = what would change; deciding is another route
            POST /account/language = in which language one reads, which concerns nobody else
            POST /q/dev-ui/** = of the development mode alone
            """).collect(Collectors.toUnmodifiableMap(line -> line[0], line -> line[1]));

    private static String source = "";

    /** A route and what stands behind it. */
    private static Stream<String[]> lines(String text) {
        return text.lines().map(line -> line.split(" = ", 2));
    }

    @BeforeAll
    static void read() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/vigie"))) {
            StringBuilder all = new StringBuilder();
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file));
            }
            source = all.toString();
        }
        assertThat(source).contains("audit.act(");
    }

    static List<String> changing() {
        return AccessRules.table().stream()
                .filter(rule -> !READING.contains(rule.method()))
                .map(AuditedRoutesTest::name)
                .toList();
    }

    private static String name(Rule rule) {
        return rule.method() + " " + rule.path();
    }

    @ParameterizedTest
    @MethodSource("changing")
    void is_recorded_by_an_act_that_the_code_knows_or_says_why_not(String route) {
        assertThat(RECORDED.containsKey(route) ^ WITHOUT_AN_ACT.containsKey(route))
                .as("one of both, and not both")
                .isTrue();
        for (String act : RECORDED.getOrDefault(route, List.of()))
            assertThat(occurs(act)).as(act).isTrue();
    }

    @Test
    void no_route_is_spoken_of_that_is_not_there() {
        assertThat(changing())
                .hasSizeGreaterThan(100)
                .containsAll(RECORDED.keySet())
                .containsAll(WITHOUT_AN_ACT.keySet());
    }

    @Test
    void an_act_that_nobody_records_is_seen() {
        assertThat(occurs("mission.applauded")).isFalse();
        assertThat(occurs("applause.*")).isFalse();
    }

    private static boolean occurs(String act) {
        String written = act.endsWith("*") ? "\"" + act.substring(0, act.length() - 1) + "\" + " : "\"" + act + "\"";
        return source.contains(written);
    }
}
