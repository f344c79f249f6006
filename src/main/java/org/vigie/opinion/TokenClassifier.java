package org.vigie.opinion;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.opinion.OpinionState.Cause;

/**
 * The customer's model in ONNX Runtime: one session with a bounded number of threads, which do not spin, and without an
 * arena that keeps memory. Inputs {@code input_ids}, {@code attention_mask} and {@code token_type_ids} of 32 or 64 bits,
 * the first two-dimensional answer for each piece taken as logits.
 */
final class TokenClassifier implements AutoCloseable {
    /** The weights are held in native memory, beside the heap. */
    private static final long LARGEST = 1_536L << 20;

    private static final Set<String> INPUTS = Set.of("input_ids", "attention_mask", "token_type_ids");

    private final OrtEnvironment runtime;
    private final OrtSession session;
    private final Map<String, OnnxJavaType> inputs = new HashMap<>();
    private final int labels;

    private TokenClassifier(OrtEnvironment runtime, OrtSession session, int labels) {
        this.runtime = runtime;
        this.session = session;
        this.labels = labels;
    }

    /** @param labels how many numbers the model must give for each piece */
    static TokenClassifier load(Path model, int labels, int threads) throws OpinionException {
        try {
            if (Files.size(model) > LARGEST) {
                throw OpinionException.model("model.onnx has more than " + (LARGEST >> 20) + " MiB");
            }
            OrtEnvironment runtime = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
            TokenClassifier classifier = new TokenClassifier(runtime, session(runtime, model, threads), labels);
            classifier.check();
            return classifier;
        } catch (IOException unreadable) {
            throw OpinionException.model("model.onnx cannot be read");
        } catch (OrtException refused) {
            throw OpinionException.model("model.onnx is no model that the runtime can use (" + refused.getCode() + ")");
        } catch (LinkageError | IllegalStateException absent) {
            // The runtime loads its library in a static initialiser, which fails once and for all.
            throw new OpinionException(
                    Cause.LIBRARY, "the native library of ONNX Runtime does not load on this machine");
        }
    }

    private static OrtSession session(OrtEnvironment runtime, Path model, int threads) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            options.setCPUArenaAllocator(false);
            options.setMemoryPatternOptimization(false);
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            return runtime.createSession(model.toString(), options);
        }
    }

    private void check() throws OrtException, OpinionException {
        for (Map.Entry<String, NodeInfo> input : session.getInputInfo().entrySet()) {
            boolean known = INPUTS.contains(input.getKey());
            OnnxJavaType type =
                    input.getValue().getInfo() instanceof TensorInfo info ? info.type : OnnxJavaType.UNKNOWN;
            if (!known || type != OnnxJavaType.INT64 && type != OnnxJavaType.INT32) {
                close();
                throw OpinionException.model("model.onnx asks for an input other than " + INPUTS + " of whole numbers");
            }
            inputs.put(input.getKey(), type);
        }
    }

    /**
     * @return for each piece, how probable each label is
     * @throws OpinionException when the answer is of another shape than a classifier's
     */
    float[][] classify(Tokens tokens, OrtSession.RunOptions options) throws OrtException, OpinionException {
        Map<String, OnnxTensor> given = new HashMap<>();
        try {
            for (Map.Entry<String, OnnxJavaType> input : inputs.entrySet()) {
                given.put(input.getKey(), tensor(input.getKey(), input.getValue(), tokens));
            }
            try (OrtSession.Result result = session.run(given, options)) {
                return probabilities(result, tokens.size());
            }
        } finally {
            given.values().forEach(OnnxTensor::close);
        }
    }

    private OnnxTensor tensor(String name, OnnxJavaType type, Tokens tokens) throws OrtException {
        long[] values = new long[tokens.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (name) {
                case "input_ids" -> tokens.id(i);
                case "attention_mask" -> 1;
                default -> 0;
            };
        }
        long[] shape = {1, values.length};
        if (type == OnnxJavaType.INT64) return OnnxTensor.createTensor(runtime, LongBuffer.wrap(values), shape);
        int[] narrow = new int[values.length];
        for (int i = 0; i < narrow.length; i++) narrow[i] = (int) values[i];
        return OnnxTensor.createTensor(runtime, IntBuffer.wrap(narrow), shape);
    }

    private float[][] probabilities(OrtSession.Result result, int pieces) throws OrtException, OpinionException {
        OnnxValue first = result.get("logits").orElse(result.get(0));
        if (first.getValue() instanceof float[][][] logits
                && logits.length == 1
                && logits[0].length == pieces
                && List.of(logits[0]).stream().allMatch(one -> one.length == labels)) {
            for (float[] one : logits[0]) softmax(one);
            return logits[0];
        }
        throw OpinionException.model("model.onnx does not give " + labels + " numbers for each piece");
    }

    private static void softmax(float[] logits) throws OpinionException {
        float most = Float.NEGATIVE_INFINITY;
        for (float logit : logits) most = Math.max(most, logit);
        float sum = 0;
        for (int i = 0; i < logits.length; i++) sum += logits[i] = (float) Math.exp(logits[i] - most);
        if (!(sum >= 1)) throw OpinionException.model("model.onnx gives numbers that are none");
        for (int i = 0; i < logits.length; i++) logits[i] /= sum;
    }

    /** Not before the last run has ended. */
    @Override
    public void close() throws OrtException {
        session.close();
    }
}
