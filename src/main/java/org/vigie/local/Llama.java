package org.vigie.local;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.vigie.local.Question.Sampling;
import org.vigie.local.Question.Turn;

/**
 * llama.cpp's C interface ({@code llama.h} of b4916), as far as we use it. Its own binding for Java hides how many tokens
 * there were and why an answer ended, and lets C++ exceptions end the process (ADR 13). One model, one thread.
 */
final class Llama {
    /** {@code struct llama_model_params}; its fields stay as the library sets them. */
    private static final StructLayout MODEL_PARAMETERS = opaque(64);
    /** {@code struct llama_context_params}. */
    private static final StructLayout CONTEXT_PARAMETERS = opaque(120);

    private static final long N_CTX = 0;
    private static final long N_BATCH = 4;
    private static final long N_UBATCH = 8;
    private static final long N_THREADS = 16;
    private static final long N_THREADS_BATCH = 20;
    private static final long TYPE_K = 88;
    /** {@code struct llama_batch}: a number, then six pointers. */
    private static final StructLayout BATCH = opaque(56);

    private static final long BATCH_TOKENS = 8;
    /** {@code struct llama_sampler_chain_params}: a flag. */
    private static final StructLayout CHAIN_PARAMETERS = MemoryLayout.structLayout(JAVA_BYTE);
    /** {@code struct llama_chat_message}: two pointers. */
    private static final long CHAT_MESSAGE = 2 * ADDRESS.byteSize();

    private static final int DEFAULT_N_CTX = 512;
    private static final int DEFAULT_N_BATCH = 2_048;
    private static final int F16 = 1;
    private static final int LOG_ERROR = 4;
    private static final int ABORTED = 2;
    private static final int LONGEST_PIECE = 1_024;
    /** As llama.cpp's own programs sample, where the request says nothing of it. */
    private static final int TOP_K = 40;

    private static final float MIN_P = 0.05f;
    private static final int PENALISED_TOKENS = 64;

    /** How many tokens of a question are computed at a time. */
    static final int BATCH_SIZE = 512;

    private final Arena arena = Arena.global();
    private final Linker linker = Linker.nativeLinker();
    private final SymbolLookup library;
    private final Map<String, Function> functions = new HashMap<>();

    private final Function decode;
    private final Function sample;
    private final Function toPiece;
    private final Function isEnd;
    private final Function tokenize;
    private final MemorySegment batch;
    private final MemorySegment batchTokens;
    private final MemorySegment piece;
    private MemorySegment model = MemorySegment.NULL;
    private MemorySegment context = MemorySegment.NULL;
    private MemorySegment vocabulary = MemorySegment.NULL;

    Llama(SymbolLookup library) {
        this.library = library;
        this.decode = function("llama_decode", FunctionDescriptor.of(JAVA_INT, ADDRESS, BATCH));
        this.sample = function("llama_sampler_sample", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT));
        this.toPiece = function(
                "llama_token_to_piece",
                FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, JAVA_BOOLEAN));
        this.isEnd = function("llama_vocab_is_eog", FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS, JAVA_INT));
        this.tokenize = function(
                "llama_tokenize",
                FunctionDescriptor.of(
                        JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, JAVA_BOOLEAN, JAVA_BOOLEAN));
        this.batch = arena.allocate(BATCH);
        this.batchTokens = arena.allocate(JAVA_INT, BATCH_SIZE);
        this.piece = arena.allocate(LONGEST_PIECE);
        batch.set(ADDRESS, BATCH_TOKENS, batchTokens);
    }

    /** What the library says of its faults; without it, it writes to the error output. */
    void faultsTo(Consumer<String> listener) {
        call("llama_log_set", FunctionDescriptor.ofVoid(ADDRESS, ADDRESS), faultListener(listener), MemorySegment.NULL);
    }

    /**
     * Reads the model.
     *
     * @throws Unfit where it cannot be served
     */
    void load(String file, int wantedContext, int threads, BooleanSupplier aborted) throws Unfit {
        call("llama_backend_init", FunctionDescriptor.ofVoid());
        MemorySegment modelParameters = struct("llama_model_default_params", MODEL_PARAMETERS);
        MemorySegment parameters = struct("llama_context_default_params", CONTEXT_PARAMETERS);
        requireKnownLibrary(parameters);
        model = (MemorySegment) call(
                "llama_model_load_from_file",
                FunctionDescriptor.of(ADDRESS, ADDRESS, MODEL_PARAMETERS),
                arena.allocateFrom(file),
                modelParameters);
        if (model.equals(MemorySegment.NULL)) throw new Unfit("it cannot be read");
        if (ofModel("llama_model_has_encoder")) throw new Unfit("it is no chat model: it has an encoder");
        int trained = (int) call("llama_model_n_ctx_train", FunctionDescriptor.of(JAVA_INT, ADDRESS), model);
        parameters.set(JAVA_INT, N_CTX, Math.min(wantedContext, trained));
        parameters.set(JAVA_INT, N_BATCH, BATCH_SIZE);
        parameters.set(JAVA_INT, N_UBATCH, BATCH_SIZE);
        parameters.set(JAVA_INT, N_THREADS, threads);
        parameters.set(JAVA_INT, N_THREADS_BATCH, threads);
        context = (MemorySegment) call(
                "llama_init_from_model",
                FunctionDescriptor.of(ADDRESS, ADDRESS, CONTEXT_PARAMETERS),
                model,
                parameters);
        if (context.equals(MemorySegment.NULL)) throw new Unfit("there is not enough memory for its context");
        vocabulary = (MemorySegment) call("llama_model_get_vocab", FunctionDescriptor.of(ADDRESS, ADDRESS), model);
        call(
                "llama_set_abort_callback",
                FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, ADDRESS),
                context,
                question(aborted),
                MemorySegment.NULL);
    }

    static final class Unfit extends Exception {
        private static final long serialVersionUID = 1;

        private final String why;

        Unfit(String why) {
            super(why);
            this.why = why;
        }

        String why() {
            return why;
        }
    }

    /** Sizes of structures and places of fields are those of one version of the library. */
    private static void requireKnownLibrary(MemorySegment parameters) throws Unfit {
        if (parameters.get(JAVA_INT, N_CTX) != DEFAULT_N_CTX
                || parameters.get(JAVA_INT, N_BATCH) != DEFAULT_N_BATCH
                || parameters.get(JAVA_INT, TYPE_K) != F16) {
            throw new Unfit("the native library is not the one that Vigie was written for");
        }
    }

    String description() {
        MemorySegment text = arena.allocate(256);
        call(
                "llama_model_desc",
                FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG),
                model,
                text,
                text.byteSize());
        return text.getString(0);
    }

    long bytes() {
        return (long) call("llama_model_size", FunctionDescriptor.of(JAVA_LONG, ADDRESS), model);
    }

    int contextTokens() {
        return (int) call("llama_n_ctx", FunctionDescriptor.of(JAVA_INT, ADDRESS), context);
    }

    /** The model's own chat template, empty where it has none. */
    String template() {
        MemorySegment text = (MemorySegment) call(
                "llama_model_chat_template",
                FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS),
                model,
                MemorySegment.NULL);
        return text.equals(MemorySegment.NULL) ? "" : unbounded(text).getString(0);
    }

    /** The turns as the template writes them, up to where the model goes on; empty where the template is not known. */
    String applied(String template, List<Turn> turns) {
        try (Arena own = Arena.ofConfined()) {
            MemorySegment chat = own.allocate(CHAT_MESSAGE * Math.max(1, turns.size()), ADDRESS.byteSize());
            long at = 0;
            for (Turn turn : turns) {
                chat.set(ADDRESS, at, own.allocateFrom(turn.role()));
                chat.set(ADDRESS, at + ADDRESS.byteSize(), own.allocateFrom(turn.text()));
                at += CHAT_MESSAGE;
            }
            MemorySegment name = own.allocateFrom(template);
            int length = applied(name, chat, turns.size(), MemorySegment.NULL, 0);
            if (length < 0) return "";
            MemorySegment text = own.allocate(length + 1L);
            applied(name, chat, turns.size(), text, length + 1);
            return text.getString(0);
        }
    }

    private int applied(MemorySegment template, MemorySegment chat, long count, MemorySegment to, int room) {
        return (int) call(
                "llama_chat_apply_template",
                FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, JAVA_BOOLEAN, ADDRESS, JAVA_INT),
                template,
                chat,
                count,
                true,
                to,
                room);
    }

    /** Whether a text begins with a token that says so. */
    boolean marksBeginnings() {
        return (boolean) call("llama_vocab_get_add_bos", FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS), vocabulary);
    }

    int beginning() {
        return (int) call("llama_vocab_bos", FunctionDescriptor.of(JAVA_INT, ADDRESS), vocabulary);
    }

    /** @param control whether the names of control tokens stand for them, or are text as any other */
    int[] tokens(String text, boolean control) {
        try (Arena own = Arena.ofConfined()) {
            byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            MemorySegment from = own.allocate(Math.max(1, bytes.length));
            MemorySegment.copy(bytes, 0, from, JAVA_BYTE, 0, bytes.length);
            // Enough for nearly all texts; where a space has no token of its own, it takes three.
            int room = bytes.length + 2;
            MemorySegment to = own.allocate(JAVA_INT, room);
            int count = (int) tokenize.call(vocabulary, from, bytes.length, to, room, false, control);
            if (count < 0) {
                room = -count;
                to = own.allocate(JAVA_INT, room);
                count = (int) tokenize.call(vocabulary, from, bytes.length, to, room, false, control);
            }
            return to.asSlice(0, (long) count * Integer.BYTES).toArray(JAVA_INT);
        }
    }

    /** Its bytes; none for a control token. */
    byte[] bytesOf(int token) {
        int length = (int) toPiece.call(vocabulary, token, piece, LONGEST_PIECE, 0, false);
        return length <= 0 ? new byte[0] : piece.asSlice(0, length).toArray(JAVA_BYTE);
    }

    boolean endsAnswer(int token) {
        return (boolean) isEnd.call(vocabulary, token);
    }

    /** How a computation ended. */
    enum Computed {
        DONE,
        ABORTED,
        FAILED
    }

    /** Computes tokens after those that are there, at most {@link #BATCH_SIZE}. */
    Computed compute(int[] tokens, int from, int count) {
        MemorySegment.copy(tokens, from, batchTokens, JAVA_INT, 0, count);
        batch.set(JAVA_INT, 0, count);
        int result = (int) decode.call(context, batch);
        if (result == ABORTED) return Computed.ABORTED;
        return result == 0 ? Computed.DONE : Computed.FAILED;
    }

    /** Forgets all tokens from a place on; false where the architecture cannot, and all must be forgotten. */
    boolean forgetFrom(int place) {
        return (boolean) call(
                "llama_kv_self_seq_rm",
                FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT),
                context,
                0,
                place,
                -1);
    }

    void forgetAll() {
        call("llama_kv_self_clear", FunctionDescriptor.ofVoid(ADDRESS), context);
    }

    /** Draws tokens; to be closed. */
    Sampler sampler(Sampling wanted) {
        MemorySegment parameters = struct("llama_sampler_chain_default_params", CHAIN_PARAMETERS);
        MemorySegment chain = (MemorySegment)
                call("llama_sampler_chain_init", FunctionDescriptor.of(ADDRESS, CHAIN_PARAMETERS), parameters);
        Sampler sampler = new Sampler(chain);
        if (wanted.presencePenalty() != 0 || wanted.frequencyPenalty() != 0) {
            sampler.add(call(
                    "llama_sampler_init_penalties",
                    FunctionDescriptor.of(ADDRESS, JAVA_INT, JAVA_FLOAT, JAVA_FLOAT, JAVA_FLOAT),
                    PENALISED_TOKENS,
                    1f,
                    wanted.frequencyPenalty(),
                    wanted.presencePenalty()));
        }
        if (wanted.temperature() <= 0) {
            sampler.add(call("llama_sampler_init_greedy", FunctionDescriptor.of(ADDRESS)));
            return sampler;
        }
        sampler.add(call("llama_sampler_init_top_k", FunctionDescriptor.of(ADDRESS, JAVA_INT), TOP_K));
        FunctionDescriptor share = FunctionDescriptor.of(ADDRESS, JAVA_FLOAT, JAVA_LONG);
        sampler.add(call("llama_sampler_init_top_p", share, wanted.topP(), 1L));
        sampler.add(call("llama_sampler_init_min_p", share, MIN_P, 1L));
        sampler.add(call("llama_sampler_init_temp", FunctionDescriptor.of(ADDRESS, JAVA_FLOAT), wanted.temperature()));
        sampler.add(call("llama_sampler_init_dist", FunctionDescriptor.of(ADDRESS, JAVA_INT), wanted.seed()));
        return sampler;
    }

    final class Sampler implements AutoCloseable {
        private final MemorySegment chain;

        private Sampler(MemorySegment chain) {
            this.chain = chain;
        }

        /** The next token, after what was computed last. */
        int next() {
            return (int) sample.call(chain, context, -1);
        }

        private void add(Object link) {
            Llama.this.call("llama_sampler_chain_add", FunctionDescriptor.ofVoid(ADDRESS, ADDRESS), chain, link);
        }

        @Override
        public void close() {
            Llama.this.call("llama_sampler_free", FunctionDescriptor.ofVoid(ADDRESS), chain);
        }
    }

    private boolean ofModel(String name) {
        return (boolean) call(name, FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS), model);
    }

    private MemorySegment struct(String name, StructLayout layout) {
        return (MemorySegment) call(
                name,
                FunctionDescriptor.of(layout),
                SegmentAllocator.slicingAllocator(Arena.ofAuto().allocate(layout)));
    }

    private MemorySegment faultListener(Consumer<String> listener) {
        return upcall(
                new FaultListener(listener),
                FunctionDescriptor.ofVoid(JAVA_INT, ADDRESS, ADDRESS),
                FaultListener.class);
    }

    /** {@code ggml_log_callback}; what it throws would end the process. */
    private record FaultListener(Consumer<String> listener) {
        @SuppressWarnings("unused") // called by the library
        void called(int level, MemorySegment text, MemorySegment data) {
            if (level == LOG_ERROR) listener.accept(unbounded(text).getString(0));
        }
    }

    private MemorySegment question(BooleanSupplier aborted) {
        return upcall(new Abort(aborted), FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS), Abort.class);
    }

    /** {@code ggml_abort_callback}, asked before each node of the graph. */
    private record Abort(BooleanSupplier aborted) {
        @SuppressWarnings("unused") // called by the library
        boolean called(MemorySegment data) {
            return aborted.getAsBoolean();
        }
    }

    private MemorySegment upcall(Record target, FunctionDescriptor descriptor, Class<?> type) {
        try {
            MethodHandle called = MethodHandles.lookup().findVirtual(type, "called", descriptor.toMethodType());
            return linker.upcallStub(called.bindTo(target), descriptor, arena);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static MemorySegment unbounded(MemorySegment text) {
        return text.reinterpret(Integer.MAX_VALUE);
    }

    private Object call(String name, FunctionDescriptor descriptor, Object... arguments) {
        return function(name, descriptor).call(arguments);
    }

    private Function function(String name, FunctionDescriptor descriptor) {
        return functions.computeIfAbsent(name, _ -> linked(name, descriptor));
    }

    private Function linked(String name, FunctionDescriptor descriptor) {
        MemorySegment address =
                library.find(name).orElseThrow(() -> new IllegalStateException("the native library has no " + name));
        MethodHandle handle = linker.downcallHandle(address, descriptor);
        return new Function(handle.asSpreader(Object[].class, handle.type().parameterCount())
                .asType(MethodType.methodType(Object.class, Object[].class)));
    }

    private record Function(MethodHandle handle) {
        Object call(Object... arguments) {
            try {
                return (Object) handle.invokeExact(arguments);
            } catch (Throwable impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private static StructLayout opaque(long bytes) {
        return MemoryLayout.structLayout(MemoryLayout.sequenceLayout(bytes / Long.BYTES, JAVA_LONG));
    }
}
