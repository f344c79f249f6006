package org.vigie.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.vigie.identity.AccountFault;
import org.vigie.identity.Caller;
import org.vigie.identity.Role;

/** The words of the pages on people, accounts and keys; {@code {identity:…}} in templates. */
@MessageBundle(value = "identity", locale = "fr")
public interface IdentityMessages {
    @Message("Se connecter")
    String signIn();

    @Message("Avec l’adresse et le mot de passe de votre compte Vigie.")
    String signInLead();

    @Message("Adresse électronique")
    String email();

    @Message("Mot de passe")
    String password();

    @Message("L’adresse ou le mot de passe ne convient pas. Vérifiez-les ; un administrateur peut "
            + "vous donner un nouveau mot de passe.")
    String signInWrong();

    @Message("Plusieurs essais ont échoué. Le prochain sera possible dans {seconds} s ; le compte "
            + "n’est pas bloqué.")
    String waitFor(long seconds);

    @Message("Rien n’a été enregistré. À corriger :")
    String formFaults();

    @Message("Première ouverture")
    String firstRun();

    @Message("Cette instance n’a pas encore d’administrateur. Le code à usage unique est écrit "
            + "sur la deuxième ligne que le démarrage affiche.")
    String firstRunLead();

    @Message("Code à usage unique")
    String code();

    @Message("Nom affiché")
    String name();

    @Message("Comme vos collègues l’écrivent : Camille Martin.")
    String nameHint();

    @Message("Au moins 12 caractères ; une phrase convient bien.")
    String passwordHint();

    @Message("Créer l’administrateur")
    String createAdministrator();

    @Message("Personnes")
    String people();

    @Message("Les comptes de cette instance, leurs rôles et leurs équipes.")
    String peopleLead();

    @Message("Équipes")
    String teams();

    @Message("Un code court et stable, et un nom qui peut changer.")
    String teamsLead();

    @Message("Équipe")
    String team();

    @Message("Aucune")
    String noTeam();

    @Message("Code de l’équipe")
    String teamCode();

    @Message("Lettres minuscules sans accent, chiffres et tirets.")
    String teamCodeHint();

    @Message("Nom de l’équipe")
    String teamName();

    @Message("Créer l’équipe")
    String addTeam();

    @Message("Renommer")
    String rename();

    @Message("Aucune équipe pour le moment. Une équipe réunit des personnes pour les chiffres "
            + "d’usage, jamais pour les suivre une à une.")
    String noTeams();

    @Message("Chercher")
    String search();

    @Message("Nom ou adresse")
    String searchPeople();

    @Message("Personne ne correspond à cette recherche.")
    String nobodyFound();

    @Message("Créer un compte")
    String addPerson();

    @Message("Un mot de passe sera généré et montré une seule fois.")
    String addPersonLead();

    @Message("Rôles")
    String roles();

    @Message("État")
    String state();

    @Message("Actif")
    String active();

    @Message("Désactivé")
    String disabled();

    @Message("Actes")
    String acts();

    @Message("Modifier")
    String edit();

    @Message("Modifier {name}")
    String editPerson(String name);

    @Message("Enregistrer")
    String save();

    @Message("Annuler")
    String cancel();

    @Message("Désactiver le compte")
    String disable();

    @Message("Ses sessions se ferment et ses clés cessent de fonctionner aussitôt. Rien n’est "
            + "effacé, et le compte peut être rétabli.")
    String disableHint();

    @Message("Rétablir le compte")
    String enable();

    @Message("Les clés ni révoquées ni expirées fonctionneront de nouveau.")
    String enableHint();

    @Message("Générer un nouveau mot de passe")
    String resetPassword();

    @Message("L’ancien ne vaudra plus et ses sessions se fermeront.")
    String resetPasswordHint();

    @Message("Mot de passe de {name}")
    String passwordOnce(String name);

    @Message("Il ne sera plus montré. Transmettez-le de vive voix ou par un moyen sûr ; la "
            + "personne peut le changer dans « Mon compte ».")
    String passwordOnceLead();

    @Message("Copier")
    String copy();

    @Message("Copié")
    String copied();

    @Message("Revenir aux personnes")
    String backToPeople();

    @Message("Mes clés d’accès")
    String keys();

    @Message("Une clé permet à un programme d’utiliser Vigie en votre nom, avec vos droits et " + "sous vos règles.")
    String keysLead();

    @Message("Aucune clé pour le moment.")
    String noKeys();

    @Message("Nom de la clé")
    String keyName();

    @Message("Le programme ou la machine qui s’en servira.")
    String keyNameHint();

    @Message("Usages permis")
    String scopes();

    @Message("Durée de validité")
    String days();

    @Message("{count} jours")
    String daysCount(String count);

    @Message("Sans limite")
    String noExpiry();

    @Message("Créer la clé")
    String createKey();

    @Message("Votre nouvelle clé")
    String keyOnce();

    @Message("Elle ne sera plus montrée. Copiez-la maintenant dans le programme qui s’en servira.")
    String keyOnceLead();

    @Message("Commence par")
    String keyPrefix();

    @Message("Créée le")
    String created();

    @Message("Expire le")
    String expires();

    @Message("jamais")
    String never();

    @Message("Valable")
    String keyLive();

    @Message("Révoquée")
    String keyRevoked();

    @Message("Expirée")
    String keyExpired();

    @Message("Révoquer")
    String revoke();

    @Message("Révoquer la clé {name}")
    String revokeKey(String name);

    @Message("Les programmes qui s’en servent seront refusés dès maintenant. Une clé révoquée ne "
            + "peut pas être rétablie.")
    String revokeLead();

    @Message("La garder")
    String keep();

    @Message("Pour créer une clé, confirmez d’abord votre mot de passe : il a été donné il y a "
            + "plus de quinze minutes.")
    String confirmFirst();

    @Message("Confirmer le mot de passe")
    String confirm();

    @Message("Cet acte engage votre compte : votre mot de passe est demandé de nouveau après " + "quinze minutes.")
    String confirmLead();

    @Message("Mon compte")
    String account();

    @Message("Changer de mot de passe")
    String changePassword();

    @Message("Vos autres sessions se fermeront.")
    String changePasswordHint();

    @Message("Mot de passe actuel")
    String currentPassword();

    @Message("Nouveau mot de passe")
    String newPassword();

    @Message("Le mot de passe est changé, et vos autres sessions sont fermées.")
    String passwordChanged();

    @Message("Langue")
    String language();

    @Message("La langue est enregistrée.")
    String languageChanged();

    @Message("Les changements sont enregistrés.")
    String saved();

    @Message("Mes rôles")
    String myRoles();

    @Message("{#switch role}{#case ADMIN}Administrateur{#case CIO}DSI{#case CISO}RSSI{#case "
            + "DPO}DPO{#case LEGAL}Juridique{#case HR}Ressources humaines{#case PROCUREMENT}Achats"
            + "{#case COMMITTEE}Comité IA{#case OWNER}Responsable de cas d’usage{#case "
            + "VALIDATOR}Valideur{#case AUDITOR}Auditeur{#case STAFF_REP}Représentant du personnel"
            + "{#case MISSION_LEAD}Responsable de mission{#case EMPLOYEE}Salarié{#case "
            + "SUBCONTRACTOR}Sous-traitant{#case CLIENT}Client{/switch}")
    String role(Role role);

    @Message("{#switch scope}{#case GATEWAY}Passerelle : interroger les modèles{#case "
            + "API_READ}API : lire{#case API_WRITE}API : écrire{#case METRICS}Mesures "
            + "techniques{/switch}")
    String scope(Caller.Scope scope);

    @Message("{#switch fault}{#case EMAIL_INVALID}Écrivez une adresse électronique complète, "
            + "comme c.martin@example.org.{#case EMAIL_TAKEN}Un compte existe déjà pour cette "
            + "adresse.{#case NAME_MISSING}Donnez un nom.{#case NAME_TOO_LONG}Le nom dépasse 120 "
            + "caractères.{#case PASSWORD_TOO_SHORT}Il faut au moins 12 caractères.{#case "
            + "PASSWORD_TOO_LONG}Le mot de passe dépasse 256 caractères.{#case PASSWORD_WRONG}Ce "
            + "n’est pas votre mot de passe actuel.{#case ROLE_MISSING}Choisissez au moins un rôle."
            + "{#case TEAM_UNKNOWN}Cette équipe n’existe pas.{#case TEAM_CODE_INVALID}Un code n’a "
            + "que des lettres minuscules sans accent, des chiffres et des tirets, 40 au plus."
            + "{#case TEAM_EXISTS}Une équipe a déjà ce code.{#case LAST_ADMINISTRATOR}C’est le "
            + "dernier administrateur actif : donnez d’abord ce rôle à quelqu’un d’autre.{#case "
            + "CODE_WRONG}Ce code n’est pas celui que le démarrage a affiché, ou il a déjà servi."
            + "{#case SCOPE_MISSING}Choisissez au moins un usage.{#case SCOPE_NOT_ALLOWED}Vos "
            + "rôles ne permettent pas cet usage.{#case EXPIRY_PAST}Cette date est passée.{/switch}")
    String fault(AccountFault fault);

    @Message("Mission")
    String keyMission();

    @Message("Une clé liée à une mission ne sert qu’à elle, et meurt avec elle.")
    String keyMissionHint();

    @Message("Aucune en particulier")
    String keyAllMissions();

    @Message("mission {code}")
    String keyForMission(String code);
}
