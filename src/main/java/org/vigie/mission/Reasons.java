package org.vigie.mission;

import org.vigie.kernel.Wording;

/** One sentence each for whoever is refused. They name the mission and not its client: not everybody who meets a term of a mission is of it. */
final class Reasons {
    private Reasons() {}

    static Wording member(Mission mission) {
        return new Wording(
                "Membre de la mission " + named(mission, "« ", " »") + ".",
                "Member of the mission " + named(mission, "“", "”") + ".");
    }

    static Wording of(Mission mission, Reach reach) {
        String french = named(mission, "« ", " »");
        String english = named(mission, "“", "”");
        if (mission.consent().isEmpty()) {
            return new Wording(
                    "La mission " + french
                            + " n’a pas encore d’accord du client sur l’IA : seuls les modèles internes y répondent.",
                    "The mission " + english
                            + " has no agreement of its client on AI yet: internal models alone answer in it.");
        }
        return switch (reach.regime()) {
            case FORBIDDEN ->
                new Wording(
                        "L’accord de la mission " + french + " interdit l’IA générative.",
                        "The agreement of the mission " + english + " forbids generative AI.");
            case INTERNAL ->
                new Wording(
                        "L’accord de la mission " + french + " ne permet que les modèles internes.",
                        "The agreement of the mission " + english + " allows internal models only.");
            case EU -> european(reach, french, english);
            case PSEUDONYMISED ->
                new Wording(
                        "L’accord de la mission " + french
                                + " veut que tout élément sensible soit masqué avant de partir, et que rien de secret (C3) ne parte.",
                        "The agreement of the mission " + english
                                + " wants everything sensitive masked before it leaves, and nothing secret (C3) to leave.");
            case FREE ->
                new Wording(
                        "L’accord de la mission " + french + " n’ajoute rien aux règles générales.",
                        "The agreement of the mission " + english + " adds nothing to the general rules.");
        };
    }

    private static Wording european(Reach reach, String french, String english) {
        return reach.extraterritorial()
                ? new Wording(
                        "L’accord de la mission " + french
                                + " ne permet que des modèles internes ou hébergés dans l’Union européenne.",
                        "The agreement of the mission " + english
                                + " allows only internal models and those hosted in the European Union.")
                : new Wording(
                        "L’accord de la mission " + french
                                + " ne permet que des modèles internes ou européens hors de portée d’un droit étranger.",
                        "The agreement of the mission " + english
                                + " allows only internal models and European ones out of reach of foreign law.");
    }

    private static String named(Mission mission, String open, String close) {
        return mission.code() + " (" + open + mission.name() + close + ")";
    }
}
