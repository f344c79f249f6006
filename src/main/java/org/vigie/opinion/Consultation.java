package org.vigie.opinion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.detection.Examination;
import org.vigie.detection.Finding;
import org.vigie.opinion.OpinionState.Cause;
import org.vigie.opinion.Remembered.Key;

/** What one request asks. Its texts share one budget of time. Not for several threads. */
public final class Consultation {
    private final Optional<Desk> desk;
    private long remainingNanos;

    Consultation(Optional<Desk> desk, long remainingNanos) {
        this.desk = desk;
        this.remainingNanos = remainingNanos;
    }

    /** The findings of an examination, with what the model adds. Never fails, and never gives less. */
    public List<Finding> complete(Examination examination) {
        if (desk.isEmpty() || examination.undecided().isEmpty()) return examination.findings();
        long began = System.nanoTime();
        try {
            return examination.with(ask(desk.get(), examination, began + remainingNanos));
        } catch (RuntimeException fault) {
            desk.get().trouble(Cause.FAILURE, fault.getClass().getName());
            return examination.findings();
        } finally {
            remainingNanos -= System.nanoTime() - began;
        }
    }

    private static List<Finding> ask(Desk desk, Examination examination, long deadline) {
        List<Sentence> sentences = Sentence.of(examination.text(), examination.undecided());
        List<Finding> found = new ArrayList<>();
        List<Question> open = new ArrayList<>();
        int known = 0;
        for (Sentence sentence : sentences) {
            if (System.nanoTime() - deadline >= 0) break;
            String words = examination.text().substring(sentence.start(), sentence.end());
            Key key = desk.remembered().key(words);
            Optional<List<Finding>> before = desk.remembered().find(key);
            if (before.isPresent()) known++;
            else open.add(new Question(sentence, words, key));
            before.ifPresent(findings -> add(findings, sentence, found));
        }
        int answered = open.isEmpty() ? 0 : answers(desk, open, deadline, found);
        desk.count(known + answered, sentences.size() - known - answered, found.size());
        return found;
    }

    private static int answers(Desk desk, List<Question> open, long deadline, List<Finding> found) {
        List<List<Finding>> answers = desk.ask(open, deadline);
        for (int i = 0; i < answers.size(); i++) add(answers.get(i), open.get(i).place(), found);
        return answers.size();
    }

    private static void add(List<Finding> findings, Sentence sentence, List<Finding> found) {
        findings.forEach(finding -> found.add(finding.moved(sentence.start())));
    }

    /** A sentence that nobody has an answer for yet. */
    record Question(Sentence place, String words, Key key) {}
}
