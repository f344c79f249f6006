package org.vigie.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.configuration.VigieConfiguration;
import org.vigie.detection.Detector;
import org.vigie.detection.Examination;
import org.vigie.detection.Finding;
import org.vigie.detection.FindingType;
import org.vigie.detection.StaffDirectory;
import org.vigie.opinion.OpinionState.Cause;
import org.vigie.opinion.OpinionState.Degraded;

/** Small models in the real runtime: what they add, and what happens when they are slow, broken or absent. */
class SecondOpinionTest {
    private static final String TEXT = "Le dossier de Zorblax Quintaff est prêt, à Vimoutiers.";
    private static final int AMPLE = 10_000;

    @TempDir
    Path directory;

    private final Detector detector = new Detector(StaffDirectory.EMPTY);
    private volatile Instant now = Instant.parse("2026-11-22T10:00:00Z");

    private SecondOpinion opinion(Path model, int budgetMs) {
        InstantSource clock = () -> now;
        SecondOpinion opinion =
                SecondOpinion.start(Optional.of(new VigieConfiguration.SecondOpinion(model, budgetMs, 1)), clock);
        opinion.awaitLoaded();
        return opinion;
    }

    private List<String> found(SecondOpinion opinion, String text) {
        return found(opinion.consultation(), text);
    }

    private List<String> found(Consultation consultation, String text) {
        return consultation.complete(detector.examine(text)).stream()
                .map(finding -> finding.type() + " " + text.substring(finding.start(), finding.end()))
                .toList();
    }

    @Test
    void the_rules_alone_leave_the_sentence_undecided() {
        Examination examination = detector.examine(TEXT);
        assertThat(examination.findings()).isEmpty();
        assertThat(examination.undecided()).isNotEmpty();
    }

    @Test
    void a_bert_adds_the_person_whole_and_not_the_place() {
        try (SecondOpinion opinion = opinion(ModelFiles.wordPiece(directory), AMPLE)) {
            assertThat(opinion.state()).isEqualTo(new OpinionState.Ready());
            assertThat(found(opinion, TEXT)).containsExactly("PERSON Zorblax Quintaff");
            assertThat(opinion.figures()).isEqualTo(new SecondOpinion.Figures(1, 0, 1));
            Finding added =
                    opinion.consultation().complete(detector.examine(TEXT)).getFirst();
            assertThat(added.rule()).isEqualTo("second-opinion");
            assertThat(added.confidence()).isBetween(0.8, 0.85);
        }
    }

    @Test
    void a_camembert_does_the_same_behind_accents_that_stand_alone_and_wide_spaces() {
        try (SecondOpinion opinion = opinion(ModelFiles.unigram(directory), AMPLE)) {
            assertThat(opinion.state()).isEqualTo(new OpinionState.Ready());
            assertThat(found(opinion, "Pre\u0301venir   Zorblax\u00A0 Quintaff à Vimoutiers."))
                    .containsExactly("PERSON Zorblax\u00A0 Quintaff");
        }
    }

    @Test
    void a_person_that_was_added_is_found_again_elsewhere() {
        String text = TEXT + "\nQuintaff rappelle demain.";
        try (SecondOpinion opinion = opinion(ModelFiles.wordPiece(directory), AMPLE)) {
            assertThat(found(opinion, text)).containsExactly("PERSON Zorblax Quintaff", "PERSON Quintaff");
        }
    }

    @Test
    void what_the_rules_found_stays_and_types_that_nobody_wants_stay_out() {
        String text = "Zorblax Quintaff, 06 12 34 56 78, a.petit@exemple.fr, salue Zorblax.";
        try (SecondOpinion opinion = opinion(ModelFiles.wordPiece(directory), AMPLE)) {
            List<Finding> own = detector.detect(text);
            assertThat(opinion.consultation().complete(detector.examine(text)))
                    .containsAll(own)
                    .hasSizeGreaterThan(own.size());
            Examination emails = detector.examine(text, Set.of(FindingType.EMAIL));
            assertThat(opinion.consultation().complete(emails)).isEqualTo(emails.findings());
        }
    }

    @Test
    void a_text_without_doubt_is_not_shown_to_the_model() {
        try (SecondOpinion opinion = opinion(ModelFiles.wordPiece(directory), AMPLE)) {
            assertThat(found(opinion, "La réunion est reportée à mardi, écrivez à zorblax@exemple.fr."))
                    .containsExactly("EMAIL zorblax@exemple.fr");
            assertThat(opinion.figures()).isEqualTo(new SecondOpinion.Figures(0, 0, 0));
        }
    }

    @Test
    void a_model_of_32_bits_with_every_input_works_too() {
        byte[] model = ModelFiles.onnx()
                .narrow()
                .input("attention_mask")
                .input("token_type_ids")
                .bytes();
        ModelFiles.write(directory, model, ModelFiles.wordPieceTokenizer(), ModelFiles.config());
        try (SecondOpinion opinion = opinion(directory, AMPLE)) {
            assertThat(found(opinion, TEXT)).containsExactly("PERSON Zorblax Quintaff");
        }
    }

    @Test
    void a_slow_model_costs_no_more_than_the_budget_and_is_told_for_ten_minutes() {
        try (SecondOpinion opinion = opinion(ModelFiles.slow(directory, 300), 30)) {
            assertThat(opinion.state()).isEqualTo(new OpinionState.Ready());
            Consultation one = opinion.consultation();
            long began = System.nanoTime();
            for (int text = 0; text < 50; text++)
                assertThat(found(one, text + " " + TEXT)).isEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(1_000));
            assertThat(opinion.figures()).isEqualTo(new SecondOpinion.Figures(0, 50, 0));
            assertThat(cause(opinion)).isEqualTo(Cause.TIME);
            now = now.plus(Condition.VISIBLE).plusSeconds(1);
            assertThat(opinion.state()).isEqualTo(new OpinionState.Ready());
        }
    }

    /** A run that nobody waits for ends soon: the next question is not behind it. Reading the model was a whole run. */
    @Test
    void a_stopped_run_leaves_native_code() throws InterruptedException {
        long loading = System.nanoTime();
        try (SecondOpinion opinion = opinion(ModelFiles.slow(directory, 300), 30)) {
            Duration half = Duration.ofNanos((System.nanoTime() - loading) / 2);
            found(opinion, TEXT);
            long began = System.nanoTime();
            while (Thread.getAllStackTraces().entrySet().stream()
                    .anyMatch(thread -> thread.getKey().getName().equals("second-opinion")
                            && List.of(thread.getValue()).toString().contains("OrtSession.run"))) {
                Thread.sleep(5);
                assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(half);
            }
        }
    }

    @Test
    void a_sentence_that_comes_again_is_not_examined_again() {
        try (SecondOpinion opinion = opinion(ModelFiles.slow(directory, 20), AMPLE)) {
            assertThat(found(opinion, TEXT)).containsExactly("PERSON Zorblax Quintaff");
            long began = System.nanoTime();
            for (int again = 0; again < 100; again++) {
                assertThat(found(opinion, TEXT)).containsExactly("PERSON Zorblax Quintaff");
            }
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(500));
            assertThat(opinion.figures()).isEqualTo(new SecondOpinion.Figures(101, 0, 101));
        }
    }

    @Test
    void without_a_model_the_shield_goes_on_and_counts_what_is_left() {
        try (SecondOpinion opinion = opinion(directory.resolve("nowhere"), AMPLE)) {
            assertThat(cause(opinion)).isEqualTo(Cause.MODEL);
            assertThat(detail(opinion)).startsWith("model.onnx is missing or cannot be read in ");
            assertThat(found(opinion, TEXT + " a.petit@exemple.fr")).containsExactly("EMAIL a.petit@exemple.fr");
            assertThat(opinion.figures()).isEqualTo(new SecondOpinion.Figures(0, 1, 0));
            now = now.plus(Duration.ofDays(1));
            assertThat(cause(opinion)).isEqualTo(Cause.MODEL);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.onnx", "tokenizer.json", "config.json"})
    void a_missing_file_is_named(String name) throws IOException {
        ModelFiles.wordPiece(directory);
        Files.delete(directory.resolve(name));
        try (SecondOpinion opinion = opinion(directory, AMPLE)) {
            assertThat(cause(opinion)).isEqualTo(Cause.MODEL);
            assertThat(detail(opinion)).startsWith(name + " is missing");
        }
    }

    @Test
    void a_file_that_is_no_model_is_none() throws IOException {
        ModelFiles.wordPiece(directory);
        Files.write(directory.resolve("model.onnx"), "not a model".getBytes(StandardCharsets.UTF_8));
        try (SecondOpinion opinion = opinion(directory, AMPLE)) {
            assertThat(detail(opinion)).startsWith("model.onnx is no model that the runtime can use");
        }
        Files.write(directory.resolve("model.onnx"), new byte[0]);
        try (SecondOpinion opinion = opinion(directory, AMPLE)) {
            assertThat(detail(opinion)).startsWith("model.onnx is no model that the runtime can use");
        }
    }

    @Test
    void a_model_that_gives_something_else_is_refused() {
        String labels = "{\"id2label\":{\"0\":\"O\",\"1\":\"PER\"}}";
        ModelFiles.write(directory, ModelFiles.model(), ModelFiles.wordPieceTokenizer(), labels);
        try (SecondOpinion opinion = opinion(directory, AMPLE)) {
            assertThat(detail(opinion)).isEqualTo("model.onnx does not give 2 numbers for each piece");
        }
        byte[] wants = ModelFiles.onnx().input("pixel_values").bytes();
        ModelFiles.write(directory, wants, ModelFiles.wordPieceTokenizer(), ModelFiles.config());
        try (SecondOpinion opinion = opinion(directory, AMPLE)) {
            assertThat(detail(opinion)).startsWith("model.onnx asks for an input other than ");
        }
    }

    /** The vocabulary has more pieces than the model: Gather refuses the row. */
    @Test
    void a_model_that_breaks_on_a_sentence_leaves_the_rules_their_findings() {
        String tokenizer = ModelFiles.wordPieceTokenizer().replace("\"zorblax\":9", "\"zorblax\":900");
        ModelFiles.write(directory, ModelFiles.model(), tokenizer, ModelFiles.config());
        try (SecondOpinion opinion = opinion(directory, AMPLE)) {
            assertThat(opinion.state()).isEqualTo(new OpinionState.Ready());
            assertThat(found(opinion, TEXT + " a.petit@exemple.fr")).containsExactly("EMAIL a.petit@exemple.fr");
            assertThat(cause(opinion)).isEqualTo(Cause.FAILURE);
            assertThat(detail(opinion)).doesNotContainIgnoringCase("zorblax");
            assertThat(opinion.figures().left()).isEqualTo(1);
        }
    }

    @Test
    void labels_that_are_no_personal_data_make_no_opinion() {
        String config = "{\"id2label\":{\"0\":\"O\",\"1\":\"B-LOC\",\"2\":\"B-ORG\",\"3\":\"B-MISC\"}}";
        ModelFiles.write(directory, ModelFiles.model(), ModelFiles.wordPieceTokenizer(), config);
        try (SecondOpinion opinion = opinion(directory, AMPLE)) {
            assertThat(detail(opinion)).startsWith("config.json has no label for persons");
        }
    }

    @Test
    void none_is_asked_where_none_is_configured() {
        try (SecondOpinion none = SecondOpinion.start(Optional.empty())) {
            assertThat(none.state()).isEqualTo(new OpinionState.Off());
            assertThat(found(none, TEXT)).isEmpty();
        }
    }

    private static Cause cause(SecondOpinion opinion) {
        return ((Degraded) opinion.state()).cause();
    }

    private static String detail(SecondOpinion opinion) {
        return ((Degraded) opinion.state()).detail();
    }
}
