package org.vigie.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.configuration.VigieConfiguration;
import org.vigie.detection.Detector;
import org.vigie.detection.Dictionary;
import org.vigie.detection.DictionaryCsvException;
import org.vigie.detection.Examination;
import org.vigie.detection.Finding;
import org.vigie.detection.FindingType;
import org.vigie.detection.Vocabulary;
import org.vigie.opinion.OpinionState;
import org.vigie.opinion.SecondOpinion;
import org.vigie.store.StoreException;
import picocli.CommandLine.Option;

/** What is looked for, said the same way for every command of the shield. */
final class DetectionOptions {
    private static final int BUDGET_MILLIS = 5_000;
    private static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    @Option(
            names = "--types",
            paramLabel = "TYPE",
            split = ",",
            description = "Only these types, as PERSON,EMAIL; default all but BIC, RPPS, FINESS, CAF, AGE, AMOUNT.")
    private Set<FindingType> types = Set.of();

    @Option(
            names = "--dictionary",
            paramLabel = "FILE",
            description = "CSV with the columns term, type, action (protect, ignore), mission.")
    private @Nullable Path dictionary;

    @Option(
            names = "--second-opinion",
            paramLabel = "DIR",
            description = "Directory of an ONNX model (model.onnx, tokenizer.json, config.json), asked where the rules"
                    + " cannot decide, for five seconds a text at most.")
    private @Nullable Path secondOpinion;

    private @Nullable Detector detector;
    private SecondOpinion opinion = SecondOpinion.NONE;

    /** @throws StoreException when an option cannot be used */
    List<Finding> detect(String text) {
        if (detector == null) {
            detector = new Detector(new Vocabulary(Vocabulary.EMPTY.staff(), dictionary()));
            opinion = opinion();
        }
        Examination examination = types.isEmpty() ? detector.examine(text) : detector.examine(text, types);
        return opinion.consultation().complete(examination);
    }

    /** What was left undecided because the model was too slow or broke; empty when nothing was. */
    Optional<String> unexamined() {
        long left = opinion.figures().left();
        if (left == 0 || !(opinion.state() instanceof OpinionState.Degraded degraded)) return Optional.empty();
        return Optional.of("The second opinion left " + left + " sentences unexamined: " + degraded.detail() + ".");
    }

    private SecondOpinion opinion() {
        if (secondOpinion == null) return SecondOpinion.NONE;
        SecondOpinion started = SecondOpinion.start(
                Optional.of(new VigieConfiguration.SecondOpinion(secondOpinion, BUDGET_MILLIS, THREADS)));
        if (started.awaitLoaded() instanceof OpinionState.Degraded broken) {
            throw new StoreException("The second opinion cannot be used: " + broken.detail() + ".");
        }
        return started;
    }

    /** Says now what is wrong with the options, not at the first text. */
    void check() {
        detect("");
    }

    private Dictionary dictionary() {
        if (dictionary == null) return Dictionary.EMPTY;
        try (Reader csv = Files.newBufferedReader(dictionary)) {
            return Dictionary.readCsv(csv);
        } catch (DictionaryCsvException fault) {
            throw new StoreException(dictionary + ", " + fault.getMessage());
        } catch (IOException unreadable) {
            throw Texts.unusable(dictionary, unreadable);
        }
    }
}
