package org.vigie.local;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.vigie.local.Llama.Computed;
import org.vigie.local.Told.Finish;

/**
 * Answers one question after the other. What is asked is computed in batches, then one token at a time is drawn and
 * computed; its bytes become text ({@link Utf8Pieces}), of which what may begin a stop is held back ({@link StopText}).
 *
 * <p>What the exchange before left in the context is used again only by a question that begins with the whole of the
 * question before, as the next one of a conversation does. A shorter common beginning would be quicker too, but the time
 * that it saves would tell one person how another's question begins.
 */
final class Generation {
    private final Llama llama;
    private final ChatPrompt prompt;
    private final int context;
    /** What the context holds, and how much of it was the question. */
    private int[] held = {};

    private int heldQuestion;

    Generation(Llama llama, ChatPrompt prompt) {
        this.llama = llama;
        this.prompt = prompt;
        this.context = llama.contextTokens();
    }

    /** Takes the pieces of an answer. */
    interface Receiver {
        void piece(String text) throws IOException;
    }

    /** Computes one token for nothing: pages are read in, and an instruction that the processor lacks shows now. */
    boolean warmUp() {
        Computed computed = llama.compute(new int[] {llama.marksBeginnings() ? llama.beginning() : 0}, 0, 1);
        forget();
        return computed == Computed.DONE;
    }

    Told.Ended answer(int id, Question question, Receiver receiver, BooleanSupplier cancelled) throws IOException {
        int[] asked = prompt.tokens(question.turns());
        if (asked.length >= context) return new Told.Ended(id, Finish.TOO_LONG, asked.length, 0, 0);
        int kept = keep(asked);
        Computed computed = Computed.DONE;
        for (int at = kept; at < asked.length && computed == Computed.DONE; at += Llama.BATCH_SIZE) {
            computed = llama.compute(asked, at, Math.min(Llama.BATCH_SIZE, asked.length - at));
        }
        if (computed != Computed.DONE) {
            forget();
            return new Told.Ended(id, cause(computed), asked.length, kept, 0);
        }
        int room = Math.min(question.most(), context - asked.length);
        held = Arrays.copyOf(asked, asked.length + room);
        heldQuestion = asked.length;
        Answer answer = new Answer(question, receiver);
        Finish finish = answer.write(asked.length, room, cancelled);
        if (finish == Finish.CANCELLED || finish == Finish.FAILED) forget();
        else held = Arrays.copyOf(held, asked.length + answer.computed);
        return new Told.Ended(id, finish, asked.length, kept, answer.written);
    }

    private static Finish cause(Computed computed) {
        return computed == Computed.ABORTED ? Finish.CANCELLED : Finish.FAILED;
    }

    /** How many of the tokens are there already, at most all but the last: something must be computed. */
    private int keep(int[] asked) {
        int mismatch = Arrays.mismatch(held, asked);
        int common = mismatch < 0 ? held.length : mismatch;
        boolean goesOn = heldQuestion > 0 && common >= heldQuestion;
        int same = Math.min(common, asked.length - 1);
        if (goesOn && llama.forgetFrom(same)) return same;
        forget();
        return 0;
    }

    private void forget() {
        llama.forgetAll();
        held = new int[0];
        heldQuestion = 0;
    }

    private final class Answer {
        private final Question question;
        private final Receiver receiver;
        private final Utf8Pieces pieces = new Utf8Pieces();
        private final StopText stop;
        private int written;
        /** The last one that is drawn is not computed. */
        private int computed;

        Answer(Question question, Receiver receiver) {
            this.question = question;
            this.receiver = receiver;
            this.stop = new StopText(question.stops());
        }

        Finish write(int from, int room, BooleanSupplier cancelled) throws IOException {
            try (Llama.Sampler sampler = llama.sampler(question.sampling())) {
                while (!cancelled.getAsBoolean()) {
                    int token = sampler.next();
                    if (llama.endsAnswer(token)) return end(Finish.STOP);
                    held[from + written++] = token;
                    pass(stop.add(pieces.add(llama.bytesOf(token))));
                    if (stop.reached()) return Finish.STOP;
                    if (written == room) return end(Finish.LENGTH);
                    Computed result = llama.compute(held, from + written - 1, 1);
                    if (result != Computed.DONE) return cause(result);
                    computed++;
                }
                return Finish.CANCELLED;
            }
        }

        private Finish end(Finish finish) throws IOException {
            pass(stop.add(pieces.end()));
            pass(stop.end());
            return stop.reached() ? Finish.STOP : finish;
        }

        private void pass(String text) throws IOException {
            if (!text.isEmpty()) receiver.piece(text);
        }
    }
}
