package org.vigie.rules;

import org.vigie.kernel.Wording;
import org.vigie.policy.Rule;

/** One sentence for whoever meets a rule of conduct. */
final class ConductWords {
    private ConductWords() {}

    static Wording of(Rule rule) {
        return switch (rule) {
            case Rule.AllowTools tools
            when tools.names().isEmpty() -> new Wording("Aucun outil n’est autorisé ici.", "No tool is allowed here.");
            case Rule.AllowTools tools ->
                new Wording(
                        "Les outils autorisés ici sont : " + tools.value().replace(" ", ", ") + ".",
                        "The tools allowed here are: " + tools.value().replace(" ", ", ") + ".");
            case Rule.MaxTesters(int most) ->
                new Wording(
                        "Ce cas d’usage est ouvert à " + most + " personnes au plus.",
                        "This use case is open to " + most + " people at most.");
            case Rule.LogLevel(Rule.LogLevel.Level level) ->
                level == Rule.LogLevel.Level.REDUCED
                        ? new Wording(
                                "Aucune copie de ce qui part n’est gardée ici.", "No copy of what leaves is kept here.")
                        : new Wording(
                                "La copie de ce qui part est gardée avec la conversation.",
                                "The copy of what leaves is kept with the conversation.");
            case Rule.Retention(int days) ->
                new Wording(
                        "Les conversations sont effacées " + days + " jours après leur dernier message.",
                        "Conversations are erased " + days + " days after their last message.");
            case Rule.RequireHumanValidation(String by) ->
                new Wording(
                        "Une réponse est à valider par " + by + " avant usage.",
                        "An answer is to be validated by " + by + " before use.");
            default -> throw new IllegalArgumentException(rule.kind().code());
        };
    }
}
