package org.vigie.charter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.charter.CharterText.Advice;
import org.vigie.charter.CharterText.Article;
import org.vigie.identity.Caller;
import org.vigie.identity.Right;
import org.vigie.identity.Rights;

/**
 * The page on which the charter is read and signed.
 *
 * @param shown empty when none is in force, nor an older one asked for
 * @param signed the person's signature of the major version in force
 * @param allowance what whoever has not signed may then send
 * @param daysLeft until whoever has not signed is limited; 0 from then on
 * @param attempt what was answered to the quiz, where it did not pass
 * @param next where to go on, from a sign-in
 */
record CharterView(
        Optional<Shown> shown,
        Optional<Signature> signed,
        Allowance allowance,
        long daysLeft,
        Optional<Attempt> attempt,
        List<Published> versions,
        Allowed allowed,
        String next) {

    /** A version for one audience. @param fingerprint of the text that this audience reads */
    record Shown(Published version, Audience audience, String fingerprint) {
        static Shown of(Published version, Audience audience) {
            return new Shown(version, audience, version.fingerprint(audience));
        }

        public List<Article> articles() {
            return version.text().read();
        }

        public Advice advice() {
            return version.text().adviceFor(audience);
        }

        public String statement() {
            return version.statement();
        }

        /** Minutes that reading takes: the few lines for this audience with the quiz, and the articles. */
        public long minutesInShort() {
            String lines = String.join(" ", advice().dos()) + " " + String.join(" ", advice().donts());
            return minutes(lines + " " + version.text().quiz().asRead() + " " + statement());
        }

        public long minutesOfArticles() {
            return minutes(version.text().articles());
        }

        private static long minutes(String text) {
            return Math.max(1, Math.ceilDiv(CharterText.readingTime(text).toSeconds(), 60));
        }

        public boolean inForce() {
            return version.state() == Published.State.PUBLISHED;
        }
    }

    /** @param otherText whether another version was published while this one was read */
    record Attempt(Map<String, Integer> given, Quiz.Score score, boolean agreed, boolean otherText) {
        public boolean failed() {
            return !otherText && !score.passed();
        }

        public boolean chose(Quiz.Question question, int answer) {
            return given.getOrDefault(question.id(), -1) == answer;
        }

        public boolean isWrong(Quiz.Question question) {
            return given.getOrDefault(question.id(), -1) != question.right();
        }
    }

    /** What this person may do besides. */
    record Allowed(boolean manage, boolean review, boolean seeSignatures, boolean nameSignatories, boolean readRules) {
        static Allowed to(Caller caller) {
            return new Allowed(
                    Rights.allows(caller, Right.MANAGE_CHARTER),
                    Rights.allows(caller, Right.REVIEW_CHARTER),
                    Rights.allows(caller, Right.SEE_SIGNATURES),
                    Rights.allows(caller, Right.NAME_SIGNATORIES),
                    Rights.allows(caller, Right.READ_RULES));
        }
    }

    public List<Audience> audiences() {
        return List.of(Audience.values());
    }

    public List<Quiz.Question> questions() {
        return shown.map(one -> one.version().text().quiz().questions()).orElse(List.of());
    }

    /** How many right answers it takes. */
    public int needed() {
        return Math.ceilDiv(Quiz.NEEDED * questions().size(), 100);
    }

    public boolean isToSign() {
        return signed.isEmpty() && shown.filter(Shown::inForce).isPresent();
    }

    public List<Quiz.Question> wrong() {
        return attempt.filter(Attempt::failed)
                .map(made -> questions().stream().filter(made::isWrong).toList())
                .orElse(List.of());
    }

    public boolean wasWrong(Quiz.Question question) {
        return wrong().contains(question);
    }

    public boolean chose(Quiz.Question question, int answer) {
        return attempt.filter(made -> made.chose(question, answer)).isPresent();
    }
}
