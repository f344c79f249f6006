package org.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.catalog.Patience;
import org.vigie.exchange.Cancellation;
import org.vigie.local.Question.Sampling;
import org.vigie.local.Question.Turn;
import org.vigie.local.Told.Finish;

/** The real library on a model of random weights; skipped where the library does not load. */
@Timeout(120)
class LocalModelTest {
    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofMinutes(2));
    private static final Sampling LIKELIEST = new Sampling(0, 1, 0, 0, 1);

    @TempDir
    static Path directory;

    private static LocalModel model;

    @BeforeAll
    static void start() throws Exception {
        model = started(TinyModel.write(directory.resolve("tiny.gguf"), 1), 1);
        if (model.awaitStarted(Duration.ofSeconds(60)) instanceof ModelState.Down down
                && down.detail().contains("library")) {
            System.out.println("LocalModelTest is skipped: " + down.detail());
            Assumptions.abort(down.detail());
        }
    }

    private static LocalModel started(Path file, int waiting) {
        return LocalModel.start(new LocalModel.Settings("local", file, TinyModel.CONTEXT, 1, waiting));
    }

    @AfterAll
    static void stop() {
        model.close();
    }

    private record Answer(String text, Told.Ended end, int pieces) {}

    private static Question question(int most, Sampling sampling, List<String> stops, String... texts) {
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) turns.add(new Turn(i % 2 == 0 ? "user" : "assistant", texts[i]));
        return new Question(turns, most, sampling, stops);
    }

    private static Answer ask(Question question) throws LocalFailure {
        try (Answering answering = model.ask(question, PATIENCE, new Cancellation())) {
            StringBuilder text = new StringBuilder();
            int pieces = 0;
            while (true) {
                switch (answering.next()) {
                    case Told.Text piece -> {
                        text.append(piece.text());
                        pieces++;
                    }
                    case Told.Ended ended -> {
                        return new Answer(text.toString(), ended, pieces);
                    }
                    case Told.Ready _, Told.Unfit _ -> throw new AssertionError();
                }
            }
        }
    }

    @Test
    void tells_what_it_is() {
        assertThat(model.state()).isInstanceOfSatisfying(ModelState.Ready.class, ready -> {
            System.out.println("loaded in " + ready.loading().toMillis() + " ms: " + ready.model());
            assertThat(ready.model().context()).isEqualTo(TinyModel.CONTEXT);
            assertThat(ready.model().knownTemplate()).isTrue();
        });
    }

    @Test
    void writes_as_many_tokens_as_it_is_asked_for_and_counts_them() throws Exception {
        Answer answer = ask(question(7, LIKELIEST, List.of(), "Bonjour"));

        assertThat(answer.end().finish()).isEqualTo(Finish.LENGTH);
        assertThat(answer.end().written()).isEqualTo(7);
        assertThat(answer.pieces()).isEqualTo(7);
        assertThat(answer.text()).hasSize(7);
        // <s>, <|im_start|>, « user\n » with the space that the tokenizer puts first, …
        assertThat(answer.end().asked()).isBetween(25, 40);
        assertThat(ask(question(7, LIKELIEST, List.of(), "Bonjour")).text()).isEqualTo(answer.text());
    }

    @Test
    void the_same_seed_draws_the_same() throws Exception {
        Sampling warm = new Sampling(1.5f, 0.9f, 0.5f, 0.5f, 42);
        String first = ask(question(40, warm, List.of(), "Bonjour")).text();

        assertThat(ask(question(40, warm, List.of(), "Bonjour")).text()).isEqualTo(first);
        assertThat(ask(question(40, new Sampling(1.5f, 0.9f, 0.5f, 0.5f, 43), List.of(), "Bonjour"))
                        .text())
                .isNotEqualTo(first);
    }

    @Test
    void ends_before_a_stop() throws Exception {
        Sampling warm = new Sampling(1.5f, 1, 0, 0, 7);
        String whole = ask(question(60, warm, List.of(), "Bonjour")).text();
        String stop = whole.substring(20, 23);
        Answer cut = ask(question(60, warm, List.of("never there", stop), "Bonjour"));

        assertThat(cut.text()).isEqualTo(whole.substring(0, whole.indexOf(stop)));
        assertThat(cut.end().finish()).isEqualTo(Finish.STOP);
        assertThat(cut.end().written()).isEqualTo(whole.indexOf(stop) + 3);
    }

    @Test
    void characters_that_have_no_token_are_written_as_bytes() throws Exception {
        int plain = ask(question(1, LIKELIEST, List.of(), "abc")).end().asked();
        int written = ask(question(1, LIKELIEST, List.of(), "abc\uD83D\uDE00\u20ac\u0000"))
                .end()
                .asked();

        assertThat(written - plain).isEqualTo(4 + 3 + 1);
    }

    @Test
    void names_of_control_tokens_in_a_text_are_text() throws Exception {
        int plain = ask(question(1, LIKELIEST, List.of(), "abc")).end().asked();
        int forged =
                ask(question(1, LIKELIEST, List.of(), "abc<|im_end|>")).end().asked();

        // Ten characters, some of which this vocabulary writes as bytes.
        assertThat(forged - plain).isGreaterThanOrEqualTo(10);
    }

    @Test
    void a_conversation_that_goes_on_is_not_computed_again_and_another_one_is() throws Exception {
        Answer first = ask(question(5, LIKELIEST, List.of(), "Un premier message de Jeanne"));
        Answer next = ask(question(5, LIKELIEST, List.of(), "Un premier message de Jeanne", first.text(), "Encore"));
        Answer other = ask(question(5, LIKELIEST, List.of(), "Un premier message de Paul"));

        assertThat(next.end().kept()).isGreaterThanOrEqualTo(first.end().asked());
        assertThat(other.end().kept()).isZero();
        String fresh = ask(question(5, LIKELIEST, List.of(), "Un premier message de Jeanne", first.text(), "Encore"))
                .text();
        assertThat(next.text()).isEqualTo(fresh);
    }

    @Test
    void what_does_not_fit_is_refused_before_it_is_computed() throws Exception {
        Answer answer = ask(question(5, LIKELIEST, List.of(), "a".repeat(TinyModel.CONTEXT)));

        assertThat(answer.end().finish()).isEqualTo(Finish.TOO_LONG);
        assertThat(answer.end().asked()).isGreaterThan(TinyModel.CONTEXT);
    }

    @Test
    void stops_within_a_second_when_nobody_waits_any_more() throws Exception {
        Cancellation cancellation = new Cancellation();
        Answering answering =
                model.ask(question(TinyModel.CONTEXT, LIKELIEST, List.of(), "Bonjour"), PATIENCE, cancellation);
        assertThat(answering.next()).isInstanceOf(Told.Text.class);
        long from = System.nanoTime();
        cancellation.cancel();
        assertThatThrownBy(() -> {
                    while (true) answering.next();
                })
                .isInstanceOfSatisfying(
                        LocalFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(LocalFailure.Kind.CANCELLED));
        answering.close();
        ask(question(1, LIKELIEST, List.of(), "Bonjour"));
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void a_long_question_is_given_up_while_it_is_read() throws Exception {
        Cancellation cancellation = new Cancellation();
        try (Answering _ = model.ask(
                question(5, LIKELIEST, List.of(), "a".repeat(TinyModel.CONTEXT - 100)), PATIENCE, cancellation)) {
            Thread.sleep(50);
            cancellation.cancel();
        }
        long from = System.nanoTime();
        ask(question(1, LIKELIEST, List.of(), "Bonjour"));
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void one_is_answered_some_wait_and_the_others_are_told_so() throws Exception {
        List<String> order = new CopyOnWriteArrayList<>();
        try (Answering first =
                model.ask(question(TinyModel.CONTEXT, LIKELIEST, List.of(), "Bonjour"), PATIENCE, new Cancellation())) {
            first.next();
            CompletableFuture<Answer> second = CompletableFuture.supplyAsync(() -> {
                try {
                    Answer answer = ask(question(1, LIKELIEST, List.of(), "Et moi"));
                    order.add("second");
                    return answer;
                } catch (LocalFailure unexpected) {
                    throw new IllegalStateException(unexpected);
                }
            });
            Thread.sleep(200);
            assertThatThrownBy(() -> ask(question(1, LIKELIEST, List.of(), "Et nous")))
                    .isInstanceOfSatisfying(
                            LocalFailure.class,
                            failure -> assertThat(failure.kind()).isEqualTo(LocalFailure.Kind.BUSY));
            order.add("first");
            first.close();
            assertThat(second.join().text()).hasSize(1);
        }
        assertThat(order).containsExactly("first", "second");
    }

    @Test
    void a_killed_process_breaks_its_answer_off_and_another_one_answers_the_next() throws Exception {
        try (Answering answering =
                model.ask(question(TinyModel.CONTEXT, LIKELIEST, List.of(), "Bonjour"), PATIENCE, new Cancellation())) {
            answering.next();
            model.process().orElseThrow().destroyForcibly();
            assertThatThrownBy(() -> {
                        while (true) answering.next();
                    })
                    .isInstanceOfSatisfying(
                            LocalFailure.class,
                            failure -> assertThat(failure.kind()).isEqualTo(LocalFailure.Kind.BROKE));
        }
        long from = System.nanoTime();
        assertThat(ask(question(3, LIKELIEST, List.of(), "Bonjour")).text()).hasSize(3);
        System.out.println("answers again after " + (System.nanoTime() - from) / 1_000_000 + " ms");
    }

    @Test
    void a_model_that_cannot_be_read_says_why_and_refuses_at_once() throws Exception {
        Path half = directory.resolve("half.gguf");
        byte[] whole = Files.readAllBytes(directory.resolve("tiny.gguf"));
        Files.write(half, java.util.Arrays.copyOf(whole, whole.length / 2));
        try (LocalModel broken = started(half, 1)) {
            assertThat(broken.awaitStarted(Duration.ofSeconds(60)))
                    .isInstanceOfSatisfying(
                            ModelState.Down.class,
                            down -> assertThat(down.detail()).startsWith("it cannot be read ("));
            assertThatThrownBy(() -> broken.ask(question(1, LIKELIEST, List.of(), "?"), PATIENCE, new Cancellation()))
                    .isInstanceOfSatisfying(
                            LocalFailure.class,
                            failure -> assertThat(failure.kind()).isEqualTo(LocalFailure.Kind.DOWN));
        }
    }

    @Test
    void nothing_is_left_in_the_temporary_directory() throws IOException {
        try (var left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(left.map(Path::getFileName).map(Path::toString))
                    .noneMatch(name -> name.startsWith("vigie-local"));
        }
    }
}
