package org.vigie.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.detection.Detector;
import org.vigie.detection.Dictionary;
import org.vigie.detection.DictionaryCsvException;
import org.vigie.detection.Finding;
import org.vigie.detection.FindingType;
import org.vigie.detection.Vocabulary;
import org.vigie.store.StoreException;
import picocli.CommandLine.Option;

/** What is looked for, said the same way for every command of the shield. */
final class DetectionOptions {
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

    private @Nullable Detector detector;

    /** @throws StoreException when an option cannot be used */
    List<Finding> detect(String text) {
        if (detector == null) {
            detector = new Detector(new Vocabulary(Vocabulary.EMPTY.staff(), dictionary()));
        }
        return types.isEmpty() ? detector.detect(text) : detector.detect(text, types);
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
