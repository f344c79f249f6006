package org.vigie.opinion;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vigie.detection.Finding;

/** A directory with {@code model.onnx}, {@code tokenizer.json} and {@code config.json}, as Hugging Face's tools export it. */
final class OpinionModel implements AutoCloseable {
    /** Says nothing; shows that the three files go together. */
    private static final String REHEARSAL = "Une phrase, sans personne.";

    private final Tokenizer tokenizer;
    private final Labels labels;
    private final TokenClassifier classifier;

    private OpinionModel(Tokenizer tokenizer, Labels labels, TokenClassifier classifier) {
        this.tokenizer = tokenizer;
        this.labels = labels;
        this.classifier = classifier;
    }

    /** @param whole whether the model read the sentence to its end */
    record Answer(List<Finding> findings, boolean whole) {}

    static OpinionModel load(Path directory, int threads) throws OpinionException {
        for (String name : List.of("model.onnx", "tokenizer.json", "config.json")) {
            if (!Files.isReadable(directory.resolve(name))) {
                throw OpinionException.model(name + " is missing or cannot be read in " + directory);
            }
        }
        Labels labels = Labels.read(directory.resolve("config.json"));
        Tokenizer tokenizer = TokenizerFile.read(directory.resolve("tokenizer.json"));
        TokenClassifier classifier = TokenClassifier.load(
                directory.resolve("model.onnx"), labels.types().size(), threads);
        OpinionModel model = new OpinionModel(tokenizer, labels, classifier);
        model.rehearse();
        return model;
    }

    private void rehearse() throws OpinionException {
        try (OrtSession.RunOptions options = new OrtSession.RunOptions()) {
            examine(REHEARSAL, options);
        } catch (OrtException broken) {
            close();
            throw OpinionException.model("model.onnx and tokenizer.json do not go together (" + broken.getCode() + ")");
        }
    }

    Answer examine(String sentence, OrtSession.RunOptions options) throws OrtException, OpinionException {
        Tokens tokens = tokenizer.encode(sentence, labels.longest());
        if (tokens.size() == 0) return new Answer(List.of(), true);
        float[][] probabilities = classifier.classify(tokens, options);
        return new Answer(Entities.of(sentence, tokens, probabilities, labels.types()), tokens.isWhole());
    }

    @Override
    public void close() throws OpinionException {
        try {
            classifier.close();
        } catch (OrtException broken) {
            throw OpinionException.model("model.onnx cannot be closed");
        }
    }
}
