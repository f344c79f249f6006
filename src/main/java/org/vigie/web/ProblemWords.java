package org.vigie.web;

import org.vigie.kernel.Language;
import org.vigie.kernel.Problem;

/**
 * What a problem is called and what is to be said of it, in one language.
 *
 * @param title a few words, without a full stop
 * @param text whole sentences, as plain text
 */
public record ProblemWords(String title, String text) {

    public static ProblemWords of(Problem problem, Language language) {
        return of(problem, messages(language), language);
    }

    static ProblemMessages messages(Language language) {
        return Bundles.in(ProblemMessages.class, language);
    }

    private static ProblemWords of(Problem problem, ProblemMessages say, Language language) {
        return switch (problem) {
            case Problem.Unauthenticated _ -> new ProblemWords(say.unauthenticatedTitle(), say.unauthenticated());
            case Problem.Forbidden _ -> new ProblemWords(say.forbiddenTitle(), say.forbidden());
            case Problem.Untrusted _ -> new ProblemWords(say.untrustedTitle(), say.untrusted());
            case Problem.AuthenticationTooOld _ -> new ProblemWords(say.tooOldTitle(), say.tooOld());
            case Problem.NotFound _ -> new ProblemWords(say.notFoundTitle(), say.notFound());
            case Problem.MethodNotAllowed _ -> new ProblemWords(say.methodNotAllowedTitle(), say.methodNotAllowed());
            case Problem.Malformed(String place, String fault) ->
                new ProblemWords(say.malformedTitle(), say.malformed(place, fault));
            case Problem.Rejected rejected ->
                new ProblemWords(say.rejectedTitle(), String.join(" ", rejected.details()));
            case Problem.ChangedMeanwhile _ -> new ProblemWords(say.changedMeanwhileTitle(), say.changedMeanwhile());
            case Problem.TooLarge tooLarge ->
                new ProblemWords(
                        say.tooLargeTitle(), say.tooLarge(tooLarge.details().getFirst()));
            case Problem.UnknownModel(String model) ->
                new ProblemWords(say.unknownModelTitle(), say.unknownModel(model));
            case Problem.Refusal refusal -> explained(refusal, say, language);
            case Problem.UpstreamFailed(String provider) ->
                new ProblemWords(say.upstreamFailedTitle(), say.upstreamFailed(provider));
            case Problem.UpstreamTimedOut(String provider) ->
                new ProblemWords(say.upstreamTimedOutTitle(), say.upstreamTimedOut(provider));
            case Problem.UpstreamBusy(String name, int seconds) ->
                new ProblemWords(say.upstreamBusyTitle(), say.upstreamBusy(name, Integer.toString(seconds)));
            case Problem.TooMany(int seconds, String decision) ->
                new ProblemWords(
                        say.tooManyTitle(),
                        decision.isEmpty()
                                ? say.tooMany(Integer.toString(seconds))
                                : say.tooManyDecided(Integer.toString(seconds), decision));
            case Problem.OverBudget spent ->
                new ProblemWords(say.overBudgetTitle(), decided(overBudget(spent, say, language), spent, say));
            case Problem.Internal(String reference) -> new ProblemWords(say.internalTitle(), say.internal(reference));
            case Problem.Unavailable _ -> new ProblemWords(say.unavailableTitle(), say.unavailable());
        };
    }

    private static String decided(String text, Problem.OverBudget spent, ProblemMessages say) {
        return spent.decision().equals("configuration") ? text : text + " " + say.budgetDecision(spent.decision());
    }

    private static String overBudget(Problem.OverBudget spent, ProblemMessages say, Language language) {
        String renews = new Figures(language).moment(spent.renews());
        boolean day = spent.period().equals("day");
        return switch (spent.subject()) {
            case "key" -> day ? say.keyOverDay(renews) : say.keyOverMonth(renews);
            case "mission" ->
                day ? say.missionOverDay(spent.name(), renews) : say.missionOverMonth(spent.name(), renews);
            case "use_case" ->
                day ? say.useCaseOverDay(spent.name(), renews) : say.useCaseOverMonth(spent.name(), renews);
            case "org" -> day ? say.orgOverDay(renews) : say.orgOverMonth(renews);
            case "team" -> day ? say.teamOverDay(spent.name(), renews) : say.teamOverMonth(spent.name(), renews);
            default -> day ? say.personOverDay(renews) : say.personOverMonth(renews);
        };
    }

    /** What is refused and what one can do, then the words of whoever decided. */
    private static ProblemWords explained(Problem.Refusal refusal, ProblemMessages say, Language language) {
        ProblemWords words = of(refusal, say);
        return refusal.why()
                .map(why -> new ProblemWords(words.title(), words.text() + " " + say.motive(why.in(language))))
                .orElse(words);
    }

    private static ProblemWords of(Problem.Refusal refusal, ProblemMessages say) {
        String about = refusal.subject();
        String decision = switch (refusal.decision()) {
            case "configuration" -> say.configuration();
            case "default" -> say.untouched();
            default -> refusal.decision();
        };
        return switch (refusal.reason()) {
            case MISSION_FORBIDS_AI ->
                new ProblemWords(say.missionForbidsAiTitle(), say.missionForbidsAi(about, decision));
            case MISSION_MISMATCH -> new ProblemWords(say.missionMismatchTitle(), say.missionMismatch(about, decision));
            case CHARTER_UNSIGNED -> new ProblemWords(say.charterUnsignedTitle(), say.charterUnsigned(about, decision));
            case CLASS_TOO_HIGH -> new ProblemWords(say.classTooHighTitle(), say.classTooHigh(about, decision));
            case MODEL_NOT_ALLOWED ->
                new ProblemWords(say.modelNotAllowedTitle(), say.modelNotAllowed(about, decision));
            case USE_CASE_SUSPENDED ->
                new ProblemWords(say.useCaseSuspendedTitle(), say.useCaseSuspended(about, decision));
            case USE_CASE_FULL -> new ProblemWords(say.useCaseFullTitle(), say.useCaseFull(about, decision));
            case TOOL_NOT_ALLOWED -> new ProblemWords(say.toolNotAllowedTitle(), say.toolNotAllowed(about, decision));
            case GATEWAY_SUSPENDED -> new ProblemWords(say.gatewaySuspendedTitle(), say.gatewaySuspended(decision));
            case CONTENT_NOT_EXAMINABLE ->
                new ProblemWords(say.contentNotExaminableTitle(), say.contentNotExaminable(about, decision));
            case SHIELD_UNAVAILABLE ->
                new ProblemWords(say.shieldUnavailableTitle(), say.shieldUnavailable(about, decision));
            case AUDIT_UNAVAILABLE ->
                new ProblemWords(say.auditUnavailableTitle(), say.auditUnavailable(about, decision));
        };
    }
}
