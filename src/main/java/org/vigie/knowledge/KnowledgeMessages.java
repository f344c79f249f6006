package org.vigie.knowledge;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of spaces, documents and their search. */
@MessageBundle(value = "knowledge", locale = "fr")
public interface KnowledgeMessages {
    @Message("Documents")
    String documents();

    @Message("Des documents que les mêmes personnes lisent, et où l’on cherche ensemble.")
    String documentsLead();

    @Message("Aucun espace ne vous est ouvert")
    String noneTitle();

    @Message(
            "Un espace documentaire réunit des fichiers (contrats, modèles, notes) pour une équipe ou une mission. On y cherche en français, et chaque réponse s’ouvre à sa page.")
    String none();

    @Message("Créer un espace")
    String createSpace();

    @Message("Vous seul le lirez, jusqu’à ce que vous l’ouvriez à d’autres.")
    String createLead();

    @Message("Modifier l’espace")
    String describe();

    @Message("Nom")
    String name();

    @Message("Description")
    String description();

    @Message("Ce que l’on y trouve, et ce que l’on n’y met pas.")
    String descriptionHint();

    @Message("Classe de données")
    String dataClass();

    @Message("Au moins celle de tout ce qu’il contient.")
    String dataClassHint();

    @Message(
            "{#switch code}{#case 'C0'}C0 · publique{#case 'C1'}C1 · interne{#case 'C2'}C2 · confidentielle{#case 'C3'}C3 · secrète{#else}{code}{/switch}")
    String className(String code);

    @Message("Mission")
    String mission();

    @Message("Seuls ses membres liront l’espace, et il est vidé avec elle. Ce choix est définitif.")
    String missionHint();

    @Message("Sans mission")
    String noMission();

    @Message("Conservation, en jours")
    String retention();

    @Message("Un document est effacé au bout de ce délai. Vide, il est gardé.")
    String retentionHint();

    @Message("{days} jours")
    String retentionDays(int days);

    @Message("sans limite")
    String kept();

    @Message("Responsable")
    String owner();

    @Message("Son adresse. Cette personne répond de l’espace et en nomme les membres.")
    String ownerHint();

    @Message("Enregistrer")
    String save();

    @Message("Annuler")
    String cancel();

    @Message("Modifier")
    String change();

    @Message(
            "{#switch access}{#case 'READER'}lecture{#case 'CONTRIBUTOR'}contribution{#case 'OWNER'}responsable{#else}{access}{/switch}")
    String accessName(String access);

    @Message("Votre accès")
    String yourAccess();

    @Message("{count} dans la recherche")
    String searchableCount(int count);

    @Message("Membres")
    String members();

    @Message("L’espace est fermé à toute personne qui n’est pas nommée ici.")
    String membersLead();

    @Message("Et qui n’est pas membre de la mission : même une équipe nommée ici n’y donne pas accès.")
    String membersMission();

    @Message("Personne ou équipe")
    String member();

    @Message("Équipe")
    String team();

    @Message("équipe {name}")
    String aTeam(String name);

    @Message("Aucune")
    String noTeam();

    @Message("Adresse d’une personne")
    String person();

    @Message("Accès")
    String access();

    @Message("Ouvrir l’espace")
    String open();

    @Message("Retirer")
    String remove();

    @Message("Retirer {name}")
    String removeOf(String name);

    @Message("Choisir un dossier")
    String chooseFolder();

    @Message("Ajouter des documents")
    String addFiles();

    @Message(
            "{megabytes} Mo au plus par fichier. Déposez ici des fichiers, des dossiers ou une archive zip, ou choisissez-les ; un format qui ne se lit pas est dit dans la liste.")
    String addLead(int megabytes);

    @Message("Fichiers")
    String files();

    @Message("Ajouter")
    String add();

    @Message(
            "{#switch documents}{#case 0}Rien de nouveau{#case 1}1 document ajouté{#else}{documents} documents ajoutés{/switch}{#if known > 0}, {known} déjà présents à l’identique{/if}{#if leftOut > 0}, {leftOut} laissés de côté (trop gros, vides ou archives dans l’archive){/if}.")
    String added(int documents, int known, int leftOut);

    @Message("L’espace est vide")
    String emptyTitle();

    @Message("Ajoutez un premier document : il sera lu, puis trouvé par la recherche.")
    String empty();

    @Message("Aucun document n’y a encore été ajouté.")
    String emptyReader();

    @Message("Document")
    String document();

    @Message("État")
    String state();

    @Message(
            "{#switch state}{#case 'waiting'}En attente{#case 'reading'}Lecture en cours{#case 'searchable'}Dans la recherche{#case 'failed'}Illisible{#else}{state}{/switch}")
    String stateName(String state);

    @Message("Ajouté")
    String addedAt();

    @Message("Taille")
    String size();

    @Message("{count} Ko")
    String kilobytes(String count);

    @Message("{count} Mo")
    String megabytes(String count);

    @Message("version {version}")
    String version(int version);

    @Message("{#switch count}{#case 1}1 page{#else}{count} pages{/switch}")
    String pages(int count);

    @Message("Actions")
    String acts();

    @Message("Télécharger")
    String download();

    @Message("Télécharger {name}")
    String downloadOf(String name);

    @Message("Relire")
    String retry();

    @Message("Relire {name}")
    String retryOf(String name);

    @Message("Supprimer")
    String delete();

    @Message("Supprimer {name}")
    String deleteOf(String name);

    @Message("Supprimer ce document ?")
    String deleteDocumentTitle();

    @Message("« {name} » et toutes ses versions seront effacés de l’espace {space}. Rien ne les rétablit.")
    String deleteDocumentLead(String name, String space);

    @Message("Supprimer l’espace")
    String deleteSpace();

    @Message("Supprimer l’espace {name} ?")
    String deleteSpaceTitle(String name);

    @Message(
            "{#switch documents}{#case 0}Il est vide.{#case 1}Son document sera effacé avec ses versions.{#else}Ses {documents} documents seront effacés avec leurs versions.{/switch} Rien ne le rétablit.")
    String deleteSpaceLead(int documents);

    @Message("Garder")
    String keep();

    @Message("Chercher")
    String search();

    @Message("Dans les documents que vous pouvez lire.")
    String searchLead();

    @Message("Mots ou question")
    String question();

    @Message("Espace")
    String inSpace();

    @Message("Tous mes espaces")
    String allSpaces();

    @Message("{#switch count}{#case 1}1 passage{#else}{count} passages{/switch}, les meilleurs d’abord")
    String results(int count);

    @Message("Les documents ne le disent pas")
    String nothingTitle();

    @Message(
            "Aucun passage ne répond à ces mots dans les documents que vous pouvez lire. Essayez d’autres mots, ou moins.")
    String nothing();

    @Message("page {number}")
    String page(int number);

    @Message("Texte reconnu sur une image : vérifiez les chiffres et les noms.")
    String recognised();

    @Message("Passage")
    String passageOf();

    @Message("Retour à la recherche")
    String backToSearch();

    @Message("Plus haut")
    String before();

    @Message("Plus bas")
    String after();

    @Message(
            "{#switch fault}{#case NAME_INVALID}Donnez un nom, de 120 caractères au plus.{#case DESCRIPTION_TOO_LONG}La description a plus de 2 000 caractères.{#case CLASS_MISSING}Choisissez une classe de données.{#case MISSION_UNKNOWN}Vous n’êtes pas membre de cette mission, ou elle est terminée.{#case RETENTION_INVALID}Donnez un nombre de jours, de 1 à 36 500, ou rien.{#case OWNER_UNKNOWN}Cette adresse n’est celle de personne qui puisse lire des documents.{#case CHANGED_MEANWHILE}L’espace a changé entre-temps : relisez-le avant de l’enregistrer.{#case MEMBER_UNKNOWN}Cette adresse n’est celle de personne à qui l’espace puisse être ouvert.{#case MEMBER_OUTSIDE_MISSION}Cette personne n’est pas membre de la mission de l’espace.{#case TEAM_UNKNOWN}Cette équipe n’existe pas.{#case TOO_MANY_MEMBERS}L’espace a déjà 500 membres : nommez une équipe.{#case FILE_MISSING}Choisissez au moins un fichier qui ne soit pas vide.{#case FILE_TOO_LARGE}Un des fichiers dépasse 50 Mo.{#case TOO_MANY_FILES}C’est plus de 500 fichiers à la fois.{#case ARCHIVE_BROKEN}L’archive est abîmée ou n’en est pas une.{#case ARCHIVE_ENCRYPTED}L’archive est protégée par un mot de passe. Enregistrez-la sans, puis ajoutez-la de nouveau.{#case ARCHIVE_BOMB}Une fois ouverte, l’archive prend bien plus de place qu’elle n’en a l’air : rien n’a été ajouté.{/switch}")
    String fault(SpaceFault fault);

    @Message(
            "{#switch fault}{#case 'too_large'}Le fichier est trop gros pour être lu.{#case 'too_many_pages'}Il a trop de pages pour être lu.{#case 'bomb'}Une fois ouvert, il prend bien plus de place qu’il n’en a l’air : il n’a pas été lu.{#case 'encrypted'}Il est protégé par un mot de passe. Enregistrez-le sans, puis ajoutez-le de nouveau.{#case 'broken'}Il est abîmé ou incomplet.{#case 'unknown_type'}Ce format n’est pas lu.{#case 'empty'}Il ne contient pas de texte.{#case 'no_ocr'}C’est une image, et aucune reconnaissance de texte n’est installée ici.{#case 'timeout'}Sa lecture a pris trop de temps.{#case 'out_of_memory'}Sa lecture demande trop de mémoire.{#else}Sa lecture s’est interrompue.{/switch}")
    String faultOf(String fault);

    @Message(
            "{#switch kind}{#case 'macros_ignored'}Il contient des macros, ni lues ni exécutées.{#case 'attachment_skipped'}La pièce jointe {about} n’a pas été lue.{#case 'truncated'}Seul le début en est cherché : le texte est trop long.{#case 'pages_not_recognised'}Pages {about} : des images, sans reconnaissance de texte ici.{#case 'pages_out_of_time'}Pages {about} : leur reconnaissance a pris trop de temps.{#else}{kind} {about}{/switch}")
    String note(String kind, String about);
}
