package org.vigie.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.exchange.Cancellation;
import org.vigie.identity.Caller;
import org.vigie.identity.Role;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.mission.MissionFixture;
import org.vigie.mission.MissionSpaces;
import org.vigie.parsing.Parsing;
import org.vigie.store.InstanceKeys;
import org.vigie.store.TestDatabase;
import org.vigie.store.TestKeys;

class AnswersTest {
    private static final Duration LONG = Duration.ofSeconds(10);

    private static Jdbi jdbi;
    private static ConversationStore store;
    private static Attachments attachments;

    private final Caller caller = caller();

    @BeforeAll
    static void start() {
        jdbi = TestDatabase.migrated();
        InstanceKeys keys = TestKeys.fresh();
        Vaults vaults = new Vaults(keys, new MissionSpaces(jdbi, keys, Clock.systemUTC()));
        store = new ConversationStore(jdbi, vaults);
        attachments = new Attachments(new Parsing(), new AttachmentStore(jdbi, vaults, Clock.systemUTC()));
    }

    private static Answers.Wanted asked(String text) {
        return Answers.Wanted.of(text, Optional.empty(), List.of());
    }

    @Test
    void writes_the_answer_down_whether_anybody_reads_it_or_not() throws Exception {
        Answers answers = answers(1, "Bon", "jour");
        UUID conversation = store.create(caller.person(), "t");

        LiveAnswer answer = answers.start(caller, conversation, "assistant", asked("à a@example.org"));
        untilEnded(answer);

        List<Message> messages = store.messages(caller.person(), conversation);
        assertThat(messages).extracting(Message::text).containsExactly("à a@example.org", "Bonjour");
        assertThat(((Message.Question) messages.getFirst()).marks()).containsExactly(new Mark(2, 15, "EMAIL"));
        assertThat(((Message.Answer) messages.getLast()).end())
                .hasValueSatisfying(end -> assertThat(end.outcome()).isEqualTo(AnswerEnd.Outcome.ANSWERED));
    }

    @Test
    void gives_a_reader_who_comes_back_what_came_meanwhile() throws Exception {
        Answers answers = answers(20, "un ", "deux ", "trois ", "quatre ", "cinq");
        UUID conversation = store.create(caller.person(), "t");
        answers.start(caller, conversation, "assistant", asked("q"));
        LiveAnswer first = answers.in(caller.person(), conversation).orElseThrow();
        String seen = first.await(0, true, LONG).answer().text();

        Thread.sleep(50);
        LiveAnswer again = answers.in(caller.person(), conversation).orElseThrow();
        LiveAnswer.State now = again.await(seen.length(), true, LONG);

        assertThat(now.answer().text()).startsWith(seen).hasSizeGreaterThan(seen.length());
        untilEnded(again);
        assertThat(again.state().answer().text()).isEqualTo("un deux trois quatre cinq");
    }

    @Test
    void stops_when_asked_and_keeps_what_came() throws Exception {
        Answers answers = answers(20, "un ", "deux ", "trois ", "quatre ", "cinq ".repeat(1000));
        UUID conversation = store.create(caller.person(), "t");
        LiveAnswer answer = answers.start(caller, conversation, "assistant", asked("q"));
        answer.await(0, true, LONG);

        answer.cancellation().cancel();
        untilEnded(answer);

        Message.Answer kept =
                (Message.Answer) store.messages(caller.person(), conversation).getLast();
        assertThat(kept.text()).startsWith("un ").doesNotContain("cinq");
        assertThat(kept.end().orElseThrow().outcome()).isEqualTo(AnswerEnd.Outcome.CANCELLED);
    }

    @Test
    void shows_an_answer_to_nobody_else() {
        Answers answers = answers(50, "a", "b", "c");
        UUID conversation = store.create(caller.person(), "t");
        answers.start(caller, conversation, "assistant", asked("q"));

        assertThat(answers.in(UUID.randomUUID(), conversation)).isEmpty();
    }

    @Test
    void answers_one_question_of_a_conversation_at_a_time() {
        Answers answers = answers(50, "a", "b", "c");
        UUID conversation = store.create(caller.person(), "t");
        answers.start(caller, conversation, "assistant", asked("q"));

        assertThatThrownBy(() -> answers.start(caller, conversation, "assistant", asked("r")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        thrown -> assertThat(thrown.problem()).isEqualTo(new Problem.TooMany(1)));
    }

    @Test
    void begins_nothing_in_a_conversation_of_somebody_else() {
        Answers answers = answers(1, "a");
        UUID conversation = store.create(UUID.randomUUID(), "t");

        assertThatThrownBy(() -> answers.start(caller, conversation, "assistant", asked("q")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        thrown -> assertThat(thrown.problem()).isEqualTo(new Problem.NotFound()));
        assertThat(answers.in(caller.person(), conversation)).isEmpty();
    }

    @Test
    void replaces_an_edited_question_and_all_behind_it() throws Exception {
        Answers answers = answers(1, "a");
        UUID conversation = store.create(caller.person(), "t");
        LiveAnswer first = answers.start(caller, conversation, "assistant", asked("un"));
        finish(answers, first);
        finish(answers, answers.start(caller, conversation, "assistant", asked("deux")));

        Answers.Wanted instead = new Answers.Wanted(
                "un bis", Optional.empty(), List.of(), Optional.of(first.state().question()));
        finish(answers, answers.start(caller, conversation, "assistant", instead));

        assertThat(store.messages(caller.person(), conversation))
                .extracting(Message::text)
                .containsExactly("un bis", "a");
    }

    @Test
    void tells_the_model_what_was_said_but_not_what_was_refused() throws Exception {
        Remembering asking = new Remembering();
        Answers answers = new Answers(asking, store, new FakeReference(), attachments);
        UUID conversation = store.create(caller.person(), "t");
        for (String text : List.of("un", FakeAsking.REFUSE, "deux")) {
            finish(answers, answers.start(caller, conversation, "assistant", asked(text)));
        }

        assertThat(asking.history)
                .containsExactly(
                        new Turn(Turn.Role.USER, "un"),
                        new Turn(Turn.Role.ASSISTANT, "a"),
                        new Turn(Turn.Role.USER, "deux"));
    }

    @Test
    void ends_with_a_problem_when_what_answers_breaks() throws Exception {
        Answers answers = new Answers(
                new FakeAsking(Duration.ZERO) {
                    @Override
                    public AnswerEnd ask(
                            Caller caller,
                            Conversation conversation,
                            String model,
                            List<Turn> history,
                            Optional<Grounds> grounds,
                            Listener listener,
                            Cancellation cancellation) {
                        listener.delta("début");
                        throw new IllegalStateException("a fault of ours");
                    }
                },
                store,
                new FakeReference(),
                attachments);
        UUID conversation = store.create(caller.person(), "t");

        LiveAnswer answer = answers.start(caller, conversation, "assistant", asked("q"));
        untilEnded(answer);

        AnswerEnd end = answer.state().answer().end().orElseThrow();
        assertThat(end.outcome()).isEqualTo(AnswerEnd.Outcome.FAILED);
        assertThat(end.problem()).containsInstanceOf(Problem.Internal.class);
        assertThat(answer.state().answer().text()).isEqualTo("début");
    }

    @Test
    void saves_what_came_when_the_server_stops() throws Exception {
        Answers answers = answers(20, "un ", "deux ", "trois ".repeat(1000));
        UUID conversation = store.create(caller.person(), "t");
        answers.start(caller, conversation, "assistant", asked("q")).await(0, true, LONG);

        answers.stop();

        Message.Answer kept =
                (Message.Answer) store.messages(caller.person(), conversation).getLast();
        assertThat(kept.text()).startsWith("un ");
        assertThat(kept.end()).isPresent();
    }

    @Test
    void asks_in_the_mission_that_the_conversation_is_held_in() throws Exception {
        Remembering asking = new Remembering();
        Answers answers = new Answers(asking, store, new FakeReference(), attachments);
        MissionFixture.insert(jdbi, "ATLAS", LocalDate.now(ZoneOffset.UTC).plusDays(30));
        UUID conversation = store.create(caller.person(), "t", Optional.of("ATLAS"));

        untilEnded(answers.start(caller, conversation, "assistant", asked("un")));
        untilEnded(answers.start(caller, conversation, "assistant", asked("deux")));

        assertThat(asking.missions).containsExactly(Optional.of("ATLAS"), Optional.of("ATLAS"));
        assertThat(store.list(caller.person()).getFirst().mission()).hasValue("ATLAS");
    }

    private static final class Remembering extends FakeAsking {
        private final List<Optional<String>> missions = new java.util.ArrayList<>();
        private List<Turn> history = List.of();

        Remembering() {
            super(Duration.ZERO, "a");
        }

        @Override
        public AnswerEnd ask(
                Caller caller,
                Conversation conversation,
                String model,
                List<Turn> told,
                Optional<Grounds> grounds,
                Listener listener,
                Cancellation cancellation) {
            history = List.copyOf(told);
            missions.add(conversation.mission());
            return super.ask(caller, conversation, model, told, grounds, listener, cancellation);
        }
    }

    private static Answers answers(int millisBetween, String... pieces) {
        return new Answers(
                new FakeAsking(Duration.ofMillis(millisBetween), pieces), store, new FakeReference(), attachments);
    }

    private static void untilEnded(LiveAnswer answer) throws InterruptedException {
        while (!answer.state().ended()) {
            answer.await(Integer.MAX_VALUE, true, LONG);
        }
    }

    private static void finish(Answers answers, LiveAnswer answer) throws InterruptedException {
        untilEnded(answer);
        while (answers.in(answer.person(), answer.conversation()).isPresent()) Thread.sleep(1);
    }

    private static Caller caller() {
        return new Caller(
                UUID.randomUUID(),
                "a@example.org",
                "A",
                Set.of(Role.EMPLOYEE),
                Optional.empty(),
                new Caller.Credential.Session(UUID.randomUUID()));
    }
}
