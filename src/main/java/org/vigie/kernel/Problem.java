package org.vigie.kernel;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything that Vigie answers instead of what was asked. One type for pages, REST and every dialect of the gateway:
 * each has one encoder, none invents its own errors. The words (what, why, who decided, what one can do) are in the
 * message bundle {@code problem}, under {@link #code()}, filled with {@link #details()}; they never hold a prompt, an
 * answer or a secret.
 */
public sealed interface Problem {
    /** Stable, machine-readable, snake case. */
    String code();

    /** The HTTP status that answers it. */
    int status();

    /** What fills the message, in the order of its placeholders. */
    default List<String> details() {
        return List.of();
    }

    /** The number of the decision that it quotes; empty where nobody decided it. */
    default String decided() {
        return "";
    }

    /** No session or key, or one that is unknown, expired or revoked. */
    record Unauthenticated() implements Problem {
        @Override
        public String code() {
            return "invalid_api_key";
        }

        @Override
        public int status() {
            return 401;
        }
    }

    /** Known, but without the right. */
    record Forbidden() implements Problem {
        @Override
        public String code() {
            return "forbidden";
        }

        @Override
        public int status() {
            return 403;
        }
    }

    /** A change that this person's own page did not ask for: no token of the session, or from another site. */
    record Untrusted() implements Problem {
        @Override
        public String code() {
            return "untrusted_request";
        }

        @Override
        public int status() {
            return 403;
        }
    }

    /** The password must be given again before this. */
    record AuthenticationTooOld() implements Problem {
        @Override
        public String code() {
            return "authentication_too_old";
        }

        @Override
        public int status() {
            return 403;
        }
    }

    /** Nothing there, or nothing that this caller may know of. */
    record NotFound() implements Problem {
        @Override
        public String code() {
            return "not_found";
        }

        @Override
        public int status() {
            return 404;
        }
    }

    /** The path exists, but not with this method. */
    record MethodNotAllowed() implements Problem {
        @Override
        public String code() {
            return "method_not_allowed";
        }

        @Override
        public int status() {
            return 405;
        }
    }

    /**
     * The body is not what the API takes.
     *
     * @param place where the fault is, as {@code line 3, column 7} or {@code messages[0].content}
     * @param fault what is wrong there, in plain English, without quoting the content
     */
    record Malformed(String place, String fault) implements Problem {
        @Override
        public String code() {
            return "malformed_body";
        }

        @Override
        public int status() {
            return 400;
        }

        @Override
        public List<String> details() {
            return List.of(place, fault);
        }
    }

    /**
     * What was wanted breaks rules, the same that a form is checked by.
     *
     * @param faults at least one, in the order of the fields
     */
    record Rejected(List<FieldFault> faults) implements Problem {
        /**
         * @param field as the body names it
         * @param message what is wrong there, in the reader's language
         */
        public record FieldFault(String field, String message) {}

        public Rejected {
            faults = List.copyOf(faults);
        }

        @Override
        public String code() {
            return "invalid_fields";
        }

        @Override
        public int status() {
            return 422;
        }

        @Override
        public List<String> details() {
            return faults.stream().map(FieldFault::message).distinct().toList();
        }
    }

    /** Somebody else has changed it since the version that was named; nothing was overwritten. */
    record ChangedMeanwhile() implements Problem {
        @Override
        public String code() {
            return "changed_meanwhile";
        }

        @Override
        public int status() {
            return 409;
        }
    }

    /** @param limitBytes the largest body that is taken */
    record TooLarge(long limitBytes) implements Problem {
        @Override
        public String code() {
            return "body_too_large";
        }

        @Override
        public int status() {
            return 413;
        }

        @Override
        public List<String> details() {
            return List.of(Long.toString(limitBytes / 1_048_576));
        }
    }

    /**
     * @param model as the caller wrote it, where that is {@link Quotable}; also the answer for a model that exists but
     *     is not theirs to use
     */
    record UnknownModel(String model) implements Problem {
        public UnknownModel {
            model = Quotable.name(model);
        }

        @Override
        public String code() {
            return "model_not_found";
        }

        @Override
        public int status() {
            return 404;
        }

        @Override
        public List<String> details() {
            return List.of(model);
        }
    }

    /**
     * A decision says no, or what must examine and record cannot work.
     *
     * @param reason which rule
     * @param subject what it is about (a model, a mission, a type of content)
     * @param decision the decision that is quoted, as {@code configuration} or {@code D-2026-014}
     * @param why what whoever decided wants the refused person to know
     */
    record Refusal(Reason reason, String subject, String decision, Optional<Wording> why) implements Problem {
        public Refusal(Reason reason, String subject, String decision) {
            this(reason, subject, decision, Optional.empty());
        }

        /** The refusal codes of the contract; the code is the name in lower case. */
        public enum Reason {
            MISSION_FORBIDS_AI(403),
            MISSION_MISMATCH(403),
            CHARTER_UNSIGNED(403),
            CLASS_TOO_HIGH(403),
            MODEL_NOT_ALLOWED(403),
            USE_CASE_SUSPENDED(403),
            USE_CASE_FULL(403),
            TOOL_NOT_ALLOWED(403),
            GATEWAY_SUSPENDED(403),
            CONTENT_NOT_EXAMINABLE(400),
            SHIELD_UNAVAILABLE(503),
            AUDIT_UNAVAILABLE(503);

            private final int status;

            Reason(int status) {
                this.status = status;
            }
        }

        @Override
        public String code() {
            return reason.name().toLowerCase(java.util.Locale.ROOT);
        }

        @Override
        public int status() {
            return reason.status;
        }

        @Override
        public String decided() {
            return decision;
        }

        @Override
        public List<String> details() {
            return List.of(subject, decision);
        }
    }

    /** The provider could not be reached, broke off, or answered what cannot be used. */
    record UpstreamFailed(String provider) implements Problem {
        @Override
        public String code() {
            return "upstream_failed";
        }

        @Override
        public int status() {
            return 502;
        }

        @Override
        public List<String> details() {
            return List.of(provider);
        }
    }

    /** The provider did not answer, or stopped answering, within the route's time. */
    record UpstreamTimedOut(String provider) implements Problem {
        @Override
        public String code() {
            return "upstream_timeout";
        }

        @Override
        public int status() {
            return 504;
        }

        @Override
        public List<String> details() {
            return List.of(provider);
        }
    }

    /**
     * Whoever could answer is known to be broken or full for now, and was not asked.
     *
     * @param name of the model or provider
     * @param retryAfterSeconds when it is worth trying again
     */
    record UpstreamBusy(String name, int retryAfterSeconds) implements Problem {
        @Override
        public String code() {
            return "upstream_unavailable";
        }

        @Override
        public int status() {
            return 503;
        }

        @Override
        public List<String> details() {
            return List.of(name, Integer.toString(retryAfterSeconds));
        }
    }

    /**
     * Too many at once, or too fast.
     *
     * @param retryAfterSeconds when it is worth trying again
     * @param decision the number of what was decided; empty where nobody decided it
     */
    record TooMany(int retryAfterSeconds, String decision) implements Problem {
        public TooMany {
            // Conversations of before kept none.
            decision = Objects.requireNonNullElse(decision, "");
        }

        public TooMany(int retryAfterSeconds) {
            this(retryAfterSeconds, "");
        }

        @Override
        public String code() {
            return "rate_limit_exceeded";
        }

        @Override
        public int status() {
            return 429;
        }

        @Override
        public String decided() {
            return decision;
        }

        @Override
        public List<String> details() {
            return decision.isEmpty()
                    ? List.of(Integer.toString(retryAfterSeconds))
                    : List.of(Integer.toString(retryAfterSeconds), decision);
        }
    }

    /**
     * What may be spent is spent: trying again does not help before it renews.
     *
     * @param subject whose budget: {@code key}, {@code person}, {@code team}, {@code mission}, {@code use_case} or {@code org}
     * @param name the code of a team, mission or use case; empty for the others
     * @param period {@code day} or {@code month}, of Paris
     * @param renews when the next one begins
     * @param decision that set it, or {@code configuration}
     */
    record OverBudget(String subject, String name, String period, Instant renews, String decision) implements Problem {
        public OverBudget {
            // A conversation of before it was known holds none.
            decision = Objects.requireNonNullElse(decision, "configuration");
        }

        @Override
        public String code() {
            return "insufficient_quota";
        }

        @Override
        public int status() {
            return 429;
        }

        @Override
        public String decided() {
            return decision;
        }

        @Override
        public List<String> details() {
            return List.of(subject, name, period, renews.toString(), decision);
        }
    }

    /** A fault of ours. The reference finds it in the log; the message says nothing else. */
    record Internal(String reference) implements Problem {
        @Override
        public String code() {
            return "internal_error";
        }

        @Override
        public int status() {
            return 500;
        }

        @Override
        public List<String> details() {
            return List.of(reference);
        }
    }

    /** The database, or something else that the whole service needs, does not answer for now. */
    record Unavailable() implements Problem {
        @Override
        public String code() {
            return "service_unavailable";
        }

        @Override
        public int status() {
            return 503;
        }
    }
}
