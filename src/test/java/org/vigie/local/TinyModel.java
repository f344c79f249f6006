package org.vigie.local;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A model of the llama architecture with random weights, as a GGUF file of half a megabyte. It writes letters without
 * sense and never ends by itself: each token's first number tells letters from control tokens and bytes, and outweighs
 * the others.
 */
public final class TinyModel {
    public static final int CONTEXT = 16_384;

    private static final int WIDTH = 64;
    private static final int HEADS = 4;
    private static final int LAYERS = 2;
    private static final int INNER = 128;
    private static final int ALIGNMENT = 32;
    private static final int NORMAL = 1;
    private static final int UNKNOWN = 2;
    private static final int CONTROL = 3;
    private static final int BYTE = 6;
    private static final int F32 = 0;
    private static final String CHAT_ML = "{% for message in messages %}{{'<|im_start|>' + message['role'] + '\\n' +"
            + " message['content'] + '<|im_end|>' + '\\n'}}{% endfor %}"
            + "{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}";

    private final Random random;
    private final List<Token> tokens = new ArrayList<>();
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();

    private record Token(String text, int type) {}

    private record Tensor(float[] values, long... shape) {}

    private TinyModel(long seed) {
        this.random = new Random(seed);
        vocabulary();
        weights();
    }

    /** @param seed of the weights */
    public static Path write(Path file, long seed) throws IOException {
        new TinyModel(seed).write(file);
        return file;
    }

    private void vocabulary() {
        tokens.add(new Token("<unk>", UNKNOWN));
        tokens.add(new Token("<s>", CONTROL));
        tokens.add(new Token("</s>", CONTROL));
        tokens.add(new Token("<|im_start|>", CONTROL));
        tokens.add(new Token("<|im_end|>", CONTROL));
        IntStream.range(0, 256).mapToObj("<0x%02X>"::formatted).forEach(text -> tokens.add(new Token(text, BYTE)));
        // U+2581 stands for a space.
        ("\u2581abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.,éè")
                .codePoints()
                .mapToObj(Character::toString)
                .forEach(text -> tokens.add(new Token(text, NORMAL)));
    }

    private void weights() {
        float[] embedding = matrix("token_embd.weight", WIDTH, tokens.size());
        for (int token = 0; token < tokens.size(); token++) embedding[token * WIDTH] = 4;
        for (int layer = 0; layer < LAYERS; layer++) {
            String block = "blk." + layer + ".";
            ones(block + "attn_norm.weight");
            for (String part : List.of("attn_q", "attn_k", "attn_v", "attn_output")) {
                matrix(block + part + ".weight", WIDTH, WIDTH);
            }
            ones(block + "ffn_norm.weight");
            matrix(block + "ffn_gate.weight", WIDTH, INNER);
            matrix(block + "ffn_up.weight", WIDTH, INNER);
            matrix(block + "ffn_down.weight", INNER, WIDTH);
        }
        ones("output_norm.weight");
        float[] output = matrix("output.weight", WIDTH, tokens.size());
        for (int token = 0; token < tokens.size(); token++) {
            output[token * WIDTH] = tokens.get(token).type() == NORMAL ? 1 : -5;
        }
    }

    private float[] matrix(String name, int columns, int rows) {
        // Within the layers small enough not to drown the first number.
        double size = name.startsWith("blk.") ? 0.05 : 0.25;
        float[] values = new float[columns * rows];
        for (int i = 0; i < values.length; i++) values[i] = (float) (random.nextGaussian() * size);
        tensors.put(name, new Tensor(values, columns, rows));
        return values;
    }

    private void ones(String name) {
        float[] values = new float[WIDTH];
        java.util.Arrays.fill(values, 1);
        tensors.put(name, new Tensor(values, WIDTH));
    }

    private void write(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
                DataOutputStream out = new DataOutputStream(Channels.newOutputStream(channel))) {
            ByteBuffer head = ByteBuffer.allocate(1 << 20).order(ByteOrder.LITTLE_ENDIAN);
            head.put("GGUF".getBytes(StandardCharsets.US_ASCII)).putInt(3);
            head.putLong(tensors.size());
            Entries entries = new Entries(head);
            head.putLong(0);
            entries.text("general.architecture", "llama");
            entries.text("general.name", "tiny");
            entries.number("llama.context_length", CONTEXT);
            entries.number("llama.embedding_length", WIDTH);
            entries.number("llama.block_count", LAYERS);
            entries.number("llama.feed_forward_length", INNER);
            entries.number("llama.attention.head_count", HEADS);
            entries.number("llama.attention.head_count_kv", HEADS);
            entries.number("llama.rope.dimension_count", WIDTH / HEADS);
            entries.real("llama.attention.layer_norm_rms_epsilon", 1e-5f);
            entries.text("tokenizer.ggml.model", "llama");
            entries.list("tokenizer.ggml.tokens", 8, token -> text(head, token.text()));
            entries.list("tokenizer.ggml.scores", 6, token -> head.putFloat(0));
            entries.list("tokenizer.ggml.token_type", 5, token -> head.putInt(token.type()));
            entries.number("tokenizer.ggml.unknown_token_id", 0);
            entries.number("tokenizer.ggml.bos_token_id", 1);
            entries.number("tokenizer.ggml.eos_token_id", 4);
            entries.text("tokenizer.chat_template", CHAT_ML);
            head.putLong(16, entries.count);
            long offset = 0;
            for (Map.Entry<String, Tensor> tensor : tensors.entrySet()) {
                text(head, tensor.getKey());
                long[] shape = tensor.getValue().shape();
                head.putInt(shape.length);
                for (long length : shape) head.putLong(length);
                head.putInt(F32).putLong(offset);
                offset += aligned(4L * tensor.getValue().values().length);
            }
            out.write(head.array(), 0, (int) aligned(head.position()));
            for (Tensor tensor : tensors.values()) {
                float[] values = tensor.values();
                ByteBuffer data =
                        ByteBuffer.allocate((int) aligned(4L * values.length)).order(ByteOrder.LITTLE_ENDIAN);
                for (float value : values) data.putFloat(value);
                out.write(data.array());
            }
        }
    }

    private static long aligned(long bytes) {
        return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    private static void text(ByteBuffer to, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        to.putLong(bytes.length).put(bytes);
    }

    private final class Entries {
        private final ByteBuffer to;
        private long count;

        Entries(ByteBuffer to) {
            this.to = to;
        }

        private void entry(String key, int type) {
            count++;
            TinyModel.text(to, key);
            to.putInt(type);
        }

        void text(String key, String value) {
            entry(key, 8);
            TinyModel.text(to, value);
        }

        void number(String key, int value) {
            entry(key, 4);
            to.putInt(value);
        }

        void real(String key, float value) {
            entry(key, 6);
            to.putFloat(value);
        }

        void list(String key, int type, java.util.function.Consumer<Token> write) {
            entry(key, 9);
            to.putInt(type).putLong(tokens.size());
            tokens.forEach(write);
        }
    }
}
