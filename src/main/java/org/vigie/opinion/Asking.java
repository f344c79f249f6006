package org.vigie.opinion;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.vigie.detection.Finding;
import org.vigie.opinion.Consultation.Question;
import org.vigie.opinion.OpinionState.Cause;

/** The open questions of one text, on their way through the model. Stopped from outside, it leaves native code soon. */
final class Asking implements Runnable {
    private final OpinionModel model;
    private final List<Question> questions;
    private final long deadline;
    private final Desk desk;
    private final CountDownLatch done = new CountDownLatch(1);
    private final List<List<Finding>> answers = new ArrayList<>();
    private boolean stopped;
    private OrtSession.@Nullable RunOptions running;

    Asking(OpinionModel model, List<Question> questions, long deadline, Desk desk) {
        this.model = model;
        this.questions = questions;
        this.deadline = deadline;
        this.desk = desk;
    }

    @Override
    public void run() {
        try {
            for (Question question : questions) {
                if (isOver()) return;
                answer(question);
            }
        } catch (OrtException broken) {
            if (!isOver()) desk.trouble(Cause.FAILURE, "the model broke on a sentence (" + broken.getCode() + ")");
        } catch (OpinionException broken) {
            desk.trouble(Cause.FAILURE, broken.detail());
        } catch (RuntimeException | OutOfMemoryError broken) {
            desk.trouble(Cause.FAILURE, broken.getClass().getName());
        } finally {
            done.countDown();
        }
    }

    private void answer(Question question) throws OrtException, OpinionException {
        try (OrtSession.RunOptions options = new OrtSession.RunOptions()) {
            if (!begin(options)) return;
            OpinionModel.Answer answer;
            try {
                answer = model.examine(question.words(), options);
            } finally {
                end();
            }
            desk.remembered().put(question.key(), answer.findings());
            if (!answer.whole()) desk.trouble(Cause.FAILURE, "a sentence is longer than the model takes");
            synchronized (this) {
                if (!stopped) answers.add(answer.findings());
            }
        }
    }

    private synchronized boolean isOver() {
        return stopped || System.nanoTime() - deadline >= 0;
    }

    private synchronized boolean begin(OrtSession.RunOptions options) {
        if (stopped) return false;
        running = options;
        return true;
    }

    private synchronized void end() {
        running = null;
    }

    /** Whether every question was answered, or broke, before the deadline. */
    boolean await() {
        boolean inTime = false;
        try {
            inTime = done.await(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException nobodyWaits) {
            Thread.currentThread().interrupt();
        }
        stop();
        return inTime && !isLate();
    }

    /** Whether the deadline, and no fault, ended it. */
    private synchronized boolean isLate() {
        return answers.size() < questions.size() && System.nanoTime() - deadline >= 0;
    }

    private synchronized void stop() {
        stopped = true;
        if (running == null) return;
        try {
            running.setTerminate(true);
        } catch (OrtException alreadyOver) {
            running = null;
        }
    }

    synchronized List<List<Finding>> answers() {
        return List.copyOf(answers);
    }
}
