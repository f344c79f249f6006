package org.vigie.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of every {@link org.vigie.kernel.Problem}: what, why, who decided, what one can do. */
@MessageBundle(value = "problem", locale = "fr")
public interface ProblemMessages {
    @Message("Revenir à l’accueil")
    String home();

    /** In the place of a decision's number: nobody numbered what the configuration file says. */
    @Message("prise dans la configuration")
    String configuration();

    /** In the place of a decision's number, where nobody has decided anything else yet. */
    @Message("d’origine")
    String untouched();

    @Message("Motif : {why}")
    String motive(String why);

    @Message("Connexion nécessaire")
    String unauthenticatedTitle();

    @Message("Aucune session ni clé d’accès valable n’accompagne cette demande. Connectez-vous, "
            + "ou vérifiez que la clé n’est ni expirée ni révoquée.")
    String unauthenticated();

    @Message("Accès non autorisé")
    String forbiddenTitle();

    @Message("Votre rôle, ou l’usage prévu pour cette clé, ne permet pas cela. Un administrateur "
            + "peut changer vos rôles ; vous pouvez créer une clé pour un autre usage.")
    String forbidden();

    @Message("Cette demande n’a pas été faite")
    String untrustedTitle();

    @Message("Elle ne venait pas d’une page ouverte dans votre session, et rien n’a été changé. "
            + "Rechargez la page puis recommencez.")
    String untrusted();

    @Message("Mot de passe à confirmer")
    String tooOldTitle();

    @Message("Cet acte demande que votre mot de passe ait été donné depuis moins de quinze "
            + "minutes. Confirmez-le puis recommencez.")
    String tooOld();

    @Message("Rien à cette adresse")
    String notFoundTitle();

    @Message("La page a pu être déplacée ou supprimée, ou elle ne vous est pas destinée. Vérifiez "
            + "l’adresse ou revenez à l’accueil.")
    String notFound();

    @Message("Cette adresse ne se demande pas ainsi")
    String methodNotAllowedTitle();

    @Message("L’adresse existe, mais pas avec cette méthode HTTP. Consultez la description de l’API.")
    String methodNotAllowed();

    @Message("La demande n’est pas lisible")
    String malformedTitle();

    @Message("Le corps de la demande est fautif ({place}) : {fault}. Corrigez-le puis recommencez.")
    String malformed(String place, String fault);

    @Message("La demande n’a pas été suivie")
    String rejectedTitle();

    @Message("Modifié entre-temps")
    String changedMeanwhileTitle();

    @Message("Quelqu’un d’autre a fait une modification depuis la version que vous donnez. Rien n’a été enregistré : "
            + "relisez, puis recommencez.")
    String changedMeanwhile();

    @Message("La demande est trop grande")
    String tooLargeTitle();

    @Message("Cette instance accepte au plus {mebibytes} Mio par demande. Partagez le texte, ou "
            + "demandez à l’administrateur de relever la limite.")
    String tooLarge(String mebibytes);

    @Message("Modèle inconnu")
    String unknownModelTitle();

    @Message("Le modèle « {model} » n’existe pas ici, ou ne vous est pas ouvert. La liste de ceux "
            + "que vous pouvez utiliser est dans le choix du modèle et à GET /v1/models.")
    String unknownModel(String model);

    @Message("Ce message n’est pas parti")
    String missionForbidsAiTitle();

    @Message("La mission {subject} interdit l’IA (décision {decision}). Adressez-vous à la "
            + "personne responsable de la mission, ou travaillez sans mission sur un contenu qui "
            + "n’en vient pas.")
    String missionForbidsAi(String subject, String decision);

    @Message("Ce message n’est pas parti")
    String missionMismatchTitle();

    @Message("La mission ou le cas d’usage « {subject} » ne vous est pas ouvert, ou n’est pas celui de cette clé "
            + "(décision {decision}). Choisissez-en un qui l’est, ou demandez-le à la personne qui en est responsable.")
    String missionMismatch(String subject, String decision);

    @Message("Ce message n’est pas parti")
    String charterUnsignedTitle();

    @Message("La charte {subject} attend votre signature (décision {decision}). Lisez-la et "
            + "signez-la, puis renvoyez le message.")
    String charterUnsigned(String subject, String decision);

    @Message("Ce message n’est pas parti")
    String classTooHighTitle();

    @Message("Son contenu est trop sensible pour le modèle « {subject} » (décision {decision}). Retirez ce qui "
            + "est sensible, ou choisissez un modèle autorisé pour cette classe de données.")
    String classTooHigh(String subject, String decision);

    @Message("Ce message n’est pas parti")
    String modelNotAllowedTitle();

    @Message("Le modèle {subject} n’est pas autorisé ici (décision {decision}). Choisissez un " + "autre modèle.")
    String modelNotAllowed(String subject, String decision);

    @Message("Ce message n’est pas parti")
    String useCaseSuspendedTitle();

    @Message("Le cas d’usage {subject} est suspendu (décision {decision}). Son responsable peut "
            + "vous dire quand il reprendra.")
    String useCaseSuspended(String subject, String decision);

    @Message("Ce message n’est pas parti")
    String gatewaySuspendedTitle();

    @Message("L’usage de l’IA est suspendu (décision {decision}). Votre texte n’est pas perdu ; la page "
            + "d’accueil dira quand il reprend.")
    String gatewaySuspended(String decision);

    @Message("Ce message n’est pas parti")
    String contentNotExaminableTitle();

    @Message("Il contient un élément que Vigie ne sait pas examiner ({subject}), et aucun modèle "
            + "autorisé ne peut le recevoir tel quel (décision {decision}). Envoyez le texte sans "
            + "cet élément.")
    String contentNotExaminable(String subject, String decision);

    @Message("Ce message n’est pas parti")
    String shieldUnavailableTitle();

    @Message("Le bouclier, qui examine tout ce qui part, ne fonctionne pas pour le moment, et "
            + "rien ne part sans lui. Votre texte n’est pas perdu : réessayez dans une minute.")
    String shieldUnavailable(String subject, String decision);

    @Message("Rien n’a été fait")
    String auditUnavailableTitle();

    @Message("Le registre, sans lequel rien ne part ni ne change, ne peut pas être écrit pour le "
            + "moment. Réessayez dans une minute.")
    String auditUnavailable(String subject, String decision);

    @Message("Le modèle n’a pas répondu")
    String upstreamFailedTitle();

    @Message("Le fournisseur {provider} n’est pas joignable ou a interrompu sa réponse. "
            + "Réessayez, ou choisissez un autre modèle.")
    String upstreamFailed(String provider);

    @Message("Le modèle n’a pas répondu à temps")
    String upstreamTimedOutTitle();

    @Message("Le fournisseur {provider} a dépassé le délai prévu. Réessayez plus tard, ou "
            + "choisissez un autre modèle.")
    String upstreamTimedOut(String provider);

    @Message("Le modèle est momentanément indisponible")
    String upstreamBusyTitle();

    @Message("« {name} » est en panne ou saturé, et rien ne lui a été envoyé. Réessayez dans {seconds} s, "
            + "ou choisissez un autre modèle.")
    String upstreamBusy(String name, String seconds);

    @Message("Trop de demandes à la fois")
    String tooManyTitle();

    @Message("Recommencez dans {seconds} secondes. Si cela dure, adressez-vous à un administrateur.")
    String tooMany(String seconds);

    @Message(
            "Recommencez dans {seconds} secondes : le nombre de demandes par minute est borné par la décision {decision}, "
                    + "dont la page nomme qui l’a prise. Si c’est trop peu, adressez-vous à cette personne ou à un administrateur.")
    String tooManyDecided(String seconds, String decision);

    @Message("Budget épuisé")
    String overBudgetTitle();

    @Message("Le budget du jour de cette clé d’accès est épuisé. Il se renouvelle le {renews} (heure de "
            + "Paris) ; un administrateur peut le relever.")
    String keyOverDay(String renews);

    @Message("Le budget du mois de cette clé d’accès est épuisé. Il se renouvelle le {renews} (heure de "
            + "Paris) ; un administrateur peut le relever.")
    String keyOverMonth(String renews);

    @Message("Votre budget du jour est épuisé. Il se renouvelle le {renews} (heure de Paris) ; un "
            + "administrateur peut le relever.")
    String personOverDay(String renews);

    @Message("Votre budget du mois est épuisé. Il se renouvelle le {renews} (heure de Paris) ; un "
            + "administrateur peut le relever.")
    String personOverMonth(String renews);

    @Message("Le budget du jour de l’équipe « {name} » est épuisé. Il se renouvelle le {renews} (heure de "
            + "Paris) ; un administrateur peut le relever.")
    String teamOverDay(String name, String renews);

    @Message("Le budget du mois de l’équipe « {name} » est épuisé. Il se renouvelle le {renews} (heure de "
            + "Paris) ; un administrateur peut le relever.")
    String teamOverMonth(String name, String renews);

    @Message("Le budget du jour de la mission {name} est épuisé. Il se renouvelle le {renews} (heure de "
            + "Paris) ; d’ici là, adressez-vous à la personne responsable de "
            + "la mission, qui peut le faire relever.")
    String missionOverDay(String name, String renews);

    @Message("Le budget du mois de la mission {name} est épuisé. Il se renouvelle le {renews} (heure de "
            + "Paris) ; d’ici là, adressez-vous à la personne responsable de "
            + "la mission, qui peut le faire relever.")
    String missionOverMonth(String name, String renews);

    @Message("Le budget du jour du cas d’usage {name} est épuisé. Il se renouvelle le {renews} (heure de "
            + "Paris) ; d’ici là, adressez-vous à la personne qui répond "
            + "de ce cas d’usage et peut le faire relever.")
    String useCaseOverDay(String name, String renews);

    @Message("Le budget du mois du cas d’usage {name} est épuisé. Il se renouvelle le {renews} (heure de "
            + "Paris) ; d’ici là, adressez-vous à la personne qui répond "
            + "de ce cas d’usage et peut le faire relever.")
    String useCaseOverMonth(String name, String renews);

    @Message("Le budget du jour de l’organisation est épuisé. Il se renouvelle le {renews} (heure de "
            + "Paris) ; d’ici là, adressez-vous à la DSI, qui peut le "
            + "relever.")
    String orgOverDay(String renews);

    @Message("Le budget du mois de l’organisation est épuisé. Il se renouvelle le {renews} (heure de "
            + "Paris) ; d’ici là, adressez-vous à la DSI, qui peut le "
            + "relever.")
    String orgOverMonth(String renews);

    @Message("Ce budget vient de la décision {decision}, dont la page nomme qui l’a prise.")
    String budgetDecision(String decision);

    @Message("Une erreur de Vigie")
    String internalTitle();

    @Message("Vigie n’a pas su traiter cette demande. L’administrateur en trouvera la cause dans "
            + "le journal sous la référence {reference}.")
    String internal(String reference);

    @Message("Service momentanément indisponible")
    String unavailableTitle();

    @Message("La base de données ne répond pas. Ce qui était enregistré le reste. Réessayez dans " + "une minute.")
    String unavailable();

    @Message("Cas d’usage complet")
    String useCaseFullTitle();

    @Message("Le cas d’usage {code} est limité à un nombre de personnes, qui est atteint (décision {decision}). Son "
            + "responsable peut vous y faire une place.")
    String useCaseFull(String code, String decision);

    @Message("Outil non autorisé")
    String toolNotAllowedTitle();

    @Message("La demande propose au modèle l’outil « {tool} », qui n’est pas sur la liste des outils autorisés "
            + "(décision {decision}). Retirez-le de la demande, ou faites-le ajouter à la liste.")
    String toolNotAllowed(String tool, String decision);
}
