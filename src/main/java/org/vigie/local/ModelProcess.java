package org.vigie.local;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.vigie.local.Frames.Ask;
import org.vigie.local.Frames.Cancel;
import org.vigie.local.Llama.Unfit;

/**
 * The child process: reads one model and answers what it is asked, one question after the other, until its parent ends.
 * Its input and output are pipes that nobody else has.
 */
final class ModelProcess {
    private static final int UNFIT = 2;
    /** Native code recurses deeper than Java's own threads allow for. */
    private static final long STACK_BYTES = 16L << 20;

    private final BlockingQueue<Ask> asked = new LinkedBlockingQueue<>();
    private final DataOutputStream out;
    private volatile int current = -1;
    private volatile int cancelled = -1;
    private volatile String fault = "";

    private ModelProcess(DataOutputStream out) {
        this.out = out;
    }

    /** @param arguments the file, tokens of the context, threads */
    public static void main(String[] arguments) {
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        System.setOut(System.err);
        firstToGo();
        ModelProcess process = new ModelProcess(out);
        Thread.ofPlatform().daemon().name("orders").start(process::listen);
        Runnable work =
                () -> process.work(arguments[0], Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        new Thread(null, work, "model", STACK_BYTES).start();
    }

    /** Where memory runs out, the system ends this process before the server and its database. */
    private static void firstToGo() {
        try {
            Files.writeString(Path.of("/proc/self/oom_score_adj"), "900");
        } catch (IOException notLinux) {
            // Then the system chooses by size, and this one is the largest.
        }
    }

    /** The end of what the parent says is the parent's end, whatever is being computed. */
    private void listen() {
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)))) {
            while (true) {
                switch (Frames.readOrder(in)) {
                    case Ask ask -> asked.add(ask);
                    case Cancel(int id) -> cancelled = id;
                }
            }
        } catch (IOException _) {
            Runtime.getRuntime().halt(0);
        }
    }

    private void work(String file, int context, int threads) {
        try {
            Generation generation = loaded(file, context, threads);
            while (true) answer(generation, asked.take());
        } catch (Unfit unfit) {
            giveUp(unfit.why());
        } catch (IOException | InterruptedException parentGone) {
            Runtime.getRuntime().halt(0);
        }
    }

    private Generation loaded(String file, int context, int threads) throws Unfit, IOException {
        Llama llama = new Llama(NativeLibrary.load());
        llama.faultsTo(line -> fault = line.strip());
        try {
            llama.load(file, context, threads, this::isCancelled);
        } catch (Unfit unfit) {
            throw new Unfit(unfit.why() + (fault.isEmpty() ? "" : " (" + fault + ")"));
        }
        ChatPrompt prompt = new ChatPrompt(llama);
        Generation generation = new Generation(llama, prompt);
        if (!generation.warmUp())
            throw new Unfit("it cannot be computed" + (fault.isEmpty() ? "" : " (" + fault + ")"));
        // From here on a fault could tell of a question.
        llama.faultsTo(_ -> {});
        Frames.write(out, new Told.Ready(llama.description(), llama.bytes(), llama.contextTokens(), prompt.isKnown()));
        return generation;
    }

    private boolean isCancelled() {
        return current >= 0 && cancelled == current;
    }

    private void answer(Generation generation, Ask ask) throws IOException {
        current = ask.id();
        Frames.write(
                out,
                generation.answer(
                        ask.id(),
                        ask.question(),
                        text -> Frames.write(out, new Told.Text(ask.id(), text)),
                        this::isCancelled));
        current = -1;
    }

    private void giveUp(String why) {
        try {
            Frames.write(out, new Told.Unfit(why));
        } catch (IOException parentGone) {
            // Nobody is left to tell.
        }
        Runtime.getRuntime().halt(UNFIT);
    }
}
