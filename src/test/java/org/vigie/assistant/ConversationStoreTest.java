package org.vigie.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.kernel.FindingSummary;
import org.vigie.kernel.Ids;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.mission.MissionFixture;
import org.vigie.mission.MissionSpaces;
import org.vigie.store.InstanceKeys;
import org.vigie.store.StoreException;
import org.vigie.store.TestDatabase;
import org.vigie.store.TestKeys;

class ConversationStoreTest {
    private static final String CANARY = "canari-7f3a";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Paris"));

    private static Jdbi jdbi;
    private static InstanceKeys keys;
    private static ConversationStore store;

    private final UUID person = UUID.randomUUID();
    private final UUID stranger = UUID.randomUUID();

    @BeforeAll
    static void start() {
        jdbi = TestDatabase.migrated();
        keys = TestKeys.fresh();
        store = replica();
    }

    private static ConversationStore replica() {
        return new ConversationStore(jdbi, new Vaults(keys, new MissionSpaces(jdbi, keys, Clock.systemUTC())));
    }

    private static void mission(String code, LocalDate end) {
        MissionFixture.insert(jdbi, code, end);
    }

    @Test
    void seals_what_is_said_in_a_mission_with_the_missions_own_key() {
        mission("OWN", TODAY.plusDays(3));
        UUID conversation = store.create(person, "Titre", Optional.of("OWN"));
        Message.Question question = question("un mot");
        Message.Answer answer = ended(answer("une réponse"), Optional.empty());
        store.add(person, conversation, question, answer);
        store.examined(person, conversation, question, Optional.of("{\"sent\":1}"));
        store.ended(person, conversation, answer);

        ConversationStore other = replica();
        assertThat(other.list(person)).extracting(Conversation::title).containsExactly("Titre");
        assertThat(other.messages(person, conversation))
                .extracting(Message::text)
                .containsExactly("un mot", "une réponse");
        assertThat(other.whatLeft(person, conversation, question.id())).contains("{\"sent\":1}");
        assertThat(other.search(person, "reponse")).hasSize(1);

        jdbi.useHandle(handle -> handle.execute(
                "UPDATE mission.vault_key SET wrapped = NULL, destroyed_at = now() WHERE mission = 'OWN'"));
        ConversationStore later = replica();
        assertThat(later.find(person, conversation)).isEmpty();
        assertThat(later.messages(person, conversation)).isEmpty();
        assertThat(later.whatLeft(person, conversation, question.id())).isEmpty();
        assertThat(later.search(person, "reponse")).isEmpty();
        assertThat(later.add(person, conversation, question("x"), answer(""))).isFalse();
        assertThatThrownBy(() -> later.create(person, "Titre", Optional.of("OWN")))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void still_opens_what_was_begun_before_missions_had_keys() {
        mission("BEFORE", TODAY.plusDays(3));
        UUID conversation = store.create(person, "Ancien");
        as(person, "UPDATE assistant.conversation SET mission = 'BEFORE' WHERE id = ?", conversation);

        assertThat(store.add(person, conversation, question("un mot"), answer("a")))
                .isTrue();
        assertThat(store.find(person, conversation)).hasValueSatisfying(kept -> {
            assertThat(kept.title()).isEqualTo("Ancien");
            assertThat(kept.mission()).contains("BEFORE");
        });
        assertThat(store.messages(person, conversation)).hasSize(2);
    }

    @Test
    void is_only_read_once_its_mission_is_over() {
        mission("OVER", TODAY);
        UUID conversation = store.create(person, "Titre", Optional.of("OVER"));
        Message.Question question = question("un mot");
        Message.Answer answer = answer("");
        store.add(person, conversation, question, answer);
        jdbi.useHandle(handle ->
                handle.execute("UPDATE mission.mission SET ends = ? WHERE code = 'OVER'", TODAY.minusDays(1)));

        for (Runnable write : List.<Runnable>of(
                () -> store.add(person, conversation, question("x"), answer("")),
                () -> store.rename(person, conversation, "Autre"),
                () -> store.cut(person, conversation, question.id()),
                () -> store.delete(person, conversation),
                () -> store.create(person, "Titre", Optional.of("OVER")))) {
            assertThatThrownBy(write::run)
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.problem().code()).isEqualTo("mission_mismatch"));
        }
        // The answer that was under way is kept.
        store.ended(
                person,
                conversation,
                ended(
                        new Message.Answer(answer.id(), answer.at(), "fini", "assistant", Optional.empty()),
                        Optional.empty()));
        assertThat(store.messages(person, conversation))
                .extracting(Message::text)
                .containsExactly("un mot", "fini");
    }

    private static int inTransaction(ToIntFunction<Handle> work) {
        return jdbi.inTransaction(work::applyAsInt);
    }

    @Test
    void the_purge_of_a_mission_reaches_its_conversations_and_no_others() {
        mission("GONE", TODAY);
        UUID mine = store.create(person, "Titre", Optional.of("GONE"));
        store.create(stranger, "Titre", Optional.of("GONE"));
        UUID free = store.create(person, "Libre");
        MissionConversationStore conversations = new MissionConversationStore();

        assertThat(inTransaction(handle -> conversations.count(handle, "GONE"))).isEqualTo(2);
        assertThat(inTransaction(handle -> conversations.erase(handle, "GONE"))).isEqualTo(2);

        assertThat(store.find(person, mine)).isEmpty();
        assertThat(store.find(person, free)).isPresent();
        assertThat(inTransaction(handle -> conversations.count(handle, "GONE"))).isZero();
    }

    @Test
    void gives_back_what_was_said() {
        UUID conversation = store.create(person, "Titre");
        Message.Question question = question("Écris à a@example.org");
        Message.Answer answer = answer("Bonjour");
        store.add(person, conversation, question, answer);
        Message.Question examined = new Message.Question(
                question.id(), question.at(), question.text(), List.of(new Mark(8, 21, "EMAIL")), true);
        store.examined(person, conversation, examined, Optional.of("{\"sent\":1}"));
        Message.Answer ended = ended(answer, Optional.of(new Problem.UpstreamFailed("interne")));
        store.ended(person, conversation, ended);

        assertThat(store.messages(person, conversation)).containsExactly(examined, ended);
        assertThat(store.whatLeft(person, conversation, question.id())).contains("{\"sent\":1}");
        assertThat(store.list(person)).extracting(Conversation::title).containsExactly("Titre");
    }

    @Test
    void keeps_every_kind_of_problem() {
        for (Problem problem : List.of(
                new Problem.Unavailable(),
                new Problem.Refusal(Problem.Refusal.Reason.CLASS_TOO_HIGH, "assistant", "D-2026-014"),
                new Problem.TooMany(3),
                new Problem.TooLarge(5))) {
            UUID conversation = store.create(person, "Titre");
            Message.Question question = question("x");
            Message.Answer answer = ended(answer(""), Optional.of(problem));
            store.add(person, conversation, question, answer);

            assertThat(store.messages(person, conversation).getLast()).isEqualTo(answer);
        }
    }

    @Test
    void leaves_no_readable_word_in_the_database() {
        UUID conversation = store.create(person, "Titre " + CANARY);
        Message.Question question = question("Question " + CANARY);
        store.add(person, conversation, question, ended(answer("Réponse " + CANARY), Optional.empty()));
        store.examined(person, conversation, question, Optional.of("{\"left\":\"" + CANARY + "\"}"));

        String everything = jdbi.withHandle(
                handle -> handle.createQuery("""
                        SELECT string_agg(t, ' ') FROM (
                            SELECT encode(title, 'escape') || c::text AS t FROM assistant.conversation c
                            UNION ALL
                            SELECT encode(content, 'escape') || coalesce(encode(what_left, 'escape'), '') || m::text
                            FROM assistant.message m) x
                        """).mapTo(String.class).findOne().orElse(""));
        String hex = java.util.HexFormat.of().formatHex(CANARY.getBytes(StandardCharsets.UTF_8));

        assertThat(everything).doesNotContain(CANARY, hex, "EMAIL", "Question");
    }

    @Test
    void opens_nothing_that_was_moved_to_another_conversation() {
        UUID mine = store.create(person, "Un");
        UUID other = store.create(person, "Deux");
        store.add(person, mine, question("secret"), answer(""));
        as(person, "UPDATE assistant.message SET conversation = ? WHERE conversation = ?", other, mine);

        assertThatThrownBy(() -> store.messages(person, other)).isInstanceOf(StoreException.class);
    }

    @Test
    void knows_nothing_of_a_conversation_for_anybody_else() {
        UUID conversation = store.create(person, "Titre");
        Message.Question question = question("mot");
        store.add(person, conversation, question, answer("réponse"));
        store.examined(person, conversation, question, Optional.of("{}"));

        assertThat(store.list(stranger)).isEmpty();
        assertThat(store.find(stranger, conversation)).isEmpty();
        assertThat(store.messages(stranger, conversation)).isEmpty();
        assertThat(store.whatLeft(stranger, conversation, question.id())).isEmpty();
        assertThat(store.search(stranger, "mot")).isEmpty();
        assertThat(store.rename(stranger, conversation, "à moi")).isFalse();
        assertThat(store.add(stranger, conversation, question("x"), answer("y")))
                .isFalse();
        assertThat(store.delete(stranger, conversation)).isFalse();
        store.cut(stranger, conversation, question.id());
        store.ended(stranger, conversation, ended(answer("volée"), Optional.empty()));
        assertThat(store.messages(person, conversation)).hasSize(2);
        assertThat(store.find(person, conversation))
                .hasValueSatisfying(kept -> assertThat(kept.title()).isEqualTo("Titre"));
    }

    @Test
    void is_guarded_by_the_database_itself() {
        store.create(person, "Titre");

        assertThat(as(stranger, "SELECT count(*) FROM assistant.conversation WHERE person = ?", person))
                .isZero();
        assertThat(as(person, "SELECT count(*) FROM assistant.conversation WHERE person = ?", person))
                .isOne();
    }

    @Test
    void brings_back_a_deleted_conversation_until_it_is_purged() {
        UUID conversation = store.create(person, "Titre");
        store.add(person, conversation, question("mot"), answer(""));

        assertThat(store.delete(person, conversation)).isTrue();
        assertThat(store.find(person, conversation)).isEmpty();
        assertThat(store.messages(person, conversation)).isEmpty();
        assertThat(store.search(person, "mot")).isEmpty();
        store.purge(Instant.now().minus(Duration.ofMinutes(1)));
        assertThat(store.restore(person, conversation)).isTrue();
        assertThat(store.messages(person, conversation)).hasSize(2);

        store.delete(person, conversation);
        assertThat(store.purge(Instant.now().plusSeconds(1))).isPositive();
        assertThat(store.restore(person, conversation)).isFalse();
        assertThat(as(person, "SELECT count(*) FROM assistant.message WHERE conversation = ?", conversation))
                .isZero();
    }

    @Test
    void purges_nothing_that_is_not_deleted() {
        UUID conversation = store.create(person, "Titre");

        store.purge(Instant.now().plusSeconds(60));

        assertThat(store.find(person, conversation)).isPresent();
    }

    @Test
    void cuts_a_message_and_all_behind_it() {
        UUID conversation = store.create(person, "Titre");
        Message.Question first = question("un");
        Message.Question second = question("deux");
        store.add(person, conversation, first, answer("a"));
        second = question("deux");
        store.add(person, conversation, second, answer("b"));

        store.cut(person, conversation, second.id());

        assertThat(store.messages(person, conversation))
                .extracting(Message::text)
                .containsExactly("un", "a");
    }

    /** Processor time of the thread, so that a busy machine does not decide. */
    @Test
    void opens_five_hundred_messages_in_half_a_second() {
        UUID conversation = store.create(person, "Long");
        String text = "Une réponse d’une longueur ordinaire. ".repeat(50);
        for (int i = 0; i < 250; i++) {
            Message.Question question = question(text);
            store.add(person, conversation, question, ended(answer(text), Optional.empty()));
            if (i % 10 == 0) store.examined(person, conversation, question, Optional.of(text.repeat(100)));
        }
        assertThat(open(conversation)).isEqualTo(500);

        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long began = threads.getCurrentThreadCpuTime();
        open(conversation);

        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - began)).isLessThan(Duration.ofMillis(500));
    }

    private int open(UUID conversation) {
        List<Message> messages = store.messages(person, conversation);
        messages.forEach(message -> Markdown.html(message.text()));
        return messages.size();
    }

    private static long as(UUID person, String sql, Object... values) {
        return jdbi.inTransaction(handle -> {
            handle.createQuery("SELECT set_config('vigie.person', ?, true)")
                    .bind(0, person.toString())
                    .mapTo(String.class)
                    .one();
            if (sql.startsWith("UPDATE")) return (long) handle.execute(sql, values);
            return handle.select(sql, values).mapTo(Long.class).one();
        });
    }

    private static Message.Question question(String text) {
        return new Message.Question(Ids.next(), now(), text, List.of(), false);
    }

    private static Message.Answer answer(String text) {
        return new Message.Answer(Ids.next(), now(), text, "assistant", Optional.empty());
    }

    private static Message.Answer ended(Message.Answer answer, Optional<Problem> problem) {
        AnswerEnd end = new AnswerEnd(
                Ids.next(),
                AnswerEnd.Outcome.ANSWERED,
                problem,
                "interne/fake-small",
                2400,
                12,
                30,
                15,
                2,
                new FindingSummary(Map.of("EMAIL", 1)));
        return new Message.Answer(answer.id(), answer.at(), answer.text(), answer.model(), Optional.of(end));
    }

    /** What PostgreSQL keeps of an instant. */
    private static Instant now() {
        return Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    }
}
