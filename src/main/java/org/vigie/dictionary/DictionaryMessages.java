package org.vigie.dictionary;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the shield's page and of the dictionary; {@code {dictionary:…}} in templates. */
@MessageBundle(value = "dictionary", locale = "fr")
public interface DictionaryMessages {
    @Message("Essayer le bouclier")
    String shield();

    @Message("Collez un texte : voyez ce que Vigie y reconnaît, ce qui partirait et ce qui serait refusé.")
    String shieldLead();

    @Message("Rien n’est envoyé ni conservé.")
    String nothingKept();

    @Message("Texte à examiner")
    String text();

    @Message("Examiner")
    String examine();

    @Message(
            "Ce texte est trop long pour cette page ({longest} caractères au plus). Pour un fichier ou un dossier : ./vigie shield detect.")
    String tooLong(int longest);

    @Message("Rien à masquer")
    String clean();

    @Message(
            "Vigie n’a rien reconnu qui doive rester ici. Relisez tout de même : une situation rare peut désigner quelqu’un sans le nommer.")
    String cleanMore();

    @Message("{#if count == 1}1 élément reconnu{#else}{count} éléments reconnus{/if}")
    String found(int count);

    @Message("Ce que Vigie reconnaît")
    String recognised();

    @Message("Élément")
    String element();

    @Message("Type")
    String type();

    @Message("Règle")
    String rule();

    @Message("Confiance")
    String confidence();

    @Message("{#if percent >= 95}certaine{#else if percent >= 80}probable{#else}possible{/if}")
    String certainty(int percent);

    @Message(
            "{#switch subtype}{#case 'health'}santé{#case 'union'}syndicat{#case 'religion'}religion{#case 'politics'}opinion politique{#case 'orientation'}vie sexuelle ou orientation{#case 'origin'}origine{#case 'biometrics'}biométrie{#case 'c0'}publique{#case 'c1'}interne{#case 'c2'}confidentielle{#case 'c3'}secrète{#else}{subtype}{/switch}")
    String subtype(String subtype);

    @Message("C’est une erreur")
    String mistake();

    @Message("C’est une erreur : ne plus reconnaître « {term} », pour toute l’organisation")
    String mistakeOf(String term);

    @Message(
            "« {term} » ne sera plus reconnu, pour toute l’organisation. Pour revenir en arrière : Réglages, Dictionnaire.")
    String nowIgnored(String term);

    @Message("Classe de données")
    String dataClass();

    @Message(
            "{#switch dataClass}{#case 'C0'}C0 · publique{#case 'C1'}C1 · interne{#case 'C2'}C2 · confidentielle{#case 'C3'}C3 · secrète{/switch}")
    String className(String dataClass);

    @Message("tel qu’il est écrit")
    String asWritten();

    @Message("une fois masqué")
    String onceMasked();

    @Message("Un texte de travail est interne, au moins.")
    String internalAtLeast();

    @Message("Ce qui partirait")
    String wouldLeave();

    @Message("Les substituts changent à chaque essai ; dans une conversation, chacun reste le même.")
    String placeholdersChange();

    @Message("Où il irait")
    String destinations();

    @Message("Modèle")
    String model();

    @Message("Décision")
    String decision();

    @Message("Part, masqué, vers {provider}")
    String goesMasked(String provider);

    @Message("Part tel quel vers {provider}")
    String goesAsItIs(String provider);

    @Message("Refusé : ce modèle n’accepte pas plus que la classe {highest}.")
    String refused(String highest);

    @Message("Second avis")
    String opinion();

    @Message("{#switch state}{#case 'ready'}en service{#case 'loading'}en cours de chargement{#else}dégradé{/switch}")
    String opinionState(String state);

    @Message(
            "{#switch cause}{#case 'MODEL'}Le modèle fourni ne peut pas être utilisé. Le bouclier travaille sans lui, avec ses propres règles.{#case 'LIBRARY'}La bibliothèque qui exécute le modèle ne se charge pas sur cette machine. Le bouclier travaille sans lui, avec ses propres règles.{#case 'FAILURE'}Le modèle a échoué sur au moins une phrase. Le bouclier s’en est tenu à ses propres règles.{#else}Le modèle n’a pas répondu à temps. Le bouclier s’en est tenu à ses propres règles.{/switch}")
    String opinionCause(String cause);

    @Message(
            "Phrases soumises au modèle depuis le démarrage : {examined} examinées, {left} laissées sans avis ; {found} éléments ajoutés.")
    String opinionFigures(long examined, long left, long found);

    @Message("Dictionnaire")
    String dictionary();

    @Message("Les termes de l’organisation : ceux que le bouclier doit protéger, ceux qu’il doit laisser passer.")
    String dictionaryLead();

    @Message("{#if count == 0}Aucun terme{#else if count == 1}1 terme{#else}{count} termes{/if}")
    String terms(int count);

    @Message("Terme")
    String term();

    @Message("Effet")
    String effect();

    @Message("{#if regime == 'IGNORE'}laisser passer{#else}protéger{/if}")
    String regime(String regime);

    @Message("Ajouté le")
    String addedOn();

    @Message("Retirer")
    String remove();

    @Message("Retirer « {term} »")
    String removeOf(String term);

    @Message("Chercher un terme")
    String searchTerm();

    @Message("Chercher")
    String search();

    @Message("Aucun terme ne contient « {query} ».")
    String nothingFound(String query);

    @Message(
            "Le dictionnaire est vide. Ajoutez les noms de vos clients, de vos missions et de vos projets : ils seront masqués partout où ils apparaissent.")
    String empty();

    @Message("Seuls les {count} premiers sont affichés ; cherchez un terme pour voir les autres.")
    String cut(int count);

    @Message("Ajouter un terme")
    String addTerm();

    @Message("Ajouter")
    String add();

    @Message("Importer un fichier CSV")
    String importFile();

    @Message("Première ligne : term;type;action;mission. Seul term est obligatoire ; action vaut protect ou ignore.")
    String importHint();

    @Message("Fichier CSV, en UTF-8")
    String file();

    @Message("Exporter tous les termes (CSV)")
    String exportFile();

    @Message("Importer")
    String importVerb();

    @Message(
            "{#if count == 1}1 terme est enregistré et déjà en vigueur.{#else}{count} termes sont enregistrés et déjà en vigueur.{/if}")
    String added(int count);

    @Message("Le terme doit avoir une lettre ou un chiffre, et 200 caractères au plus.")
    String termFault();

    @Message("Choisissez un type dans la liste.")
    String typeFault();

    @Message("Choisissez un fichier CSV qui ne soit pas vide.")
    String fileFault();

    @Message("Le fichier n’est pas en UTF-8. Enregistrez-le en « CSV UTF-8 », puis recommencez.")
    String encodingFault();

    @Message("Le fichier a plus de 100 000 termes. Rien n’a été enregistré.")
    String tooManyTerms();

    @Message("Rien n’a été enregistré. Le fichier a une faute :")
    String csvFault();

    @Message("Noms et annuaire")
    String names();

    @Message(
            "Les noms que le bouclier reconnaît mieux : les listes publiques de l’INSEE et les personnes de votre organisation.")
    String namesLead();

    @Message(
            "{#switch kind}{#case 'FIRST_NAMES'}Prénoms{#case 'SURNAMES'}Noms de famille{#else}Annuaire du personnel{/switch}")
    String namesKind(String kind);

    @Message(
            "{#switch kind}{#case 'FIRST_NAMES'}Le fichier des prénoms de l’INSEE, édition nationale (CSV, ou l’archive ZIP telle qu’elle est publiée).{#case 'SURNAMES'}Le fichier des noms de famille de l’INSEE (texte, ou l’archive ZIP telle qu’elle est publiée).{#else}Un fichier CSV avec les colonnes nom, prénom ou adresse e-mail, dans n’importe quel ordre. Seuls les noms sont conservés, chiffrés.{/switch}")
    String namesAbout(String kind);

    @Message(
            "{#switch kind}{#case 'STAFF'}Aucun annuaire n’est importé. Le bouclier connaît déjà les personnes qui ont un compte ici.{#else}Aucune liste n’est importée. Le bouclier reconnaît déjà les noms courants par son propre modèle.{/switch}")
    String namesNone(String kind);

    @Message(
            "{#if names == 1}1 nom en vigueur{#else}{names} noms en vigueur{/if}, {#if lines == 1}1 ligne lue{#else}{lines} lignes lues{/if}.")
    String namesKept(int names, int lines);

    @Message("{#if count == 1}1 ligne a été laissée de côté{#else}{count} lignes ont été laissées de côté{/if} :")
    String namesRefusals(int count);

    @Message(
            "ligne {line} : {#switch why}{#case 'COUNT'}il manque un nombre de naissances{#else}il n’y a pas de nom lisible{/switch}")
    String namesRefusal(int line, String why);

    @Message("et d’autres plus loin.")
    String namesMoreRefusals();

    @Message("Lecture en cours : {percent} %. Vous pouvez quitter cette page, l’import continue.")
    String namesRunning(int percent);

    @Message("Fichier CSV, texte ou ZIP")
    String namesFile();

    @Message("Remplacer la liste actuelle ({#if names == 1}1 nom{#else}{names} noms{/if})")
    String namesReplace(int names);

    @Message("Supprimer cette liste")
    String namesDelete();

    @Message(
            "{#switch kind}{#case 'FIRST_NAMES'}Supprimer la liste des prénoms{#case 'SURNAMES'}Supprimer la liste des noms de famille{#else}Supprimer l’annuaire du personnel{/switch}")
    String namesRemoveTitle(String kind);

    @Message(
            "Cette liste ({#if names == 1}1 nom{#else}{names} noms{/if}) ne guidera plus le bouclier, dès maintenant et partout. Pour revenir en arrière, il faudra importer de nouveau le fichier.")
    String namesRemoveLead(int names);

    @Message("Garder la liste")
    String namesKeep();

    @Message("Rien n’a été enregistré")
    String namesFaultTitle();

    @Message(
            "{#switch fault}{#case 'EMPTY'}Choisissez un fichier qui contienne au moins un nom.{#case 'ARCHIVE'}L’archive doit contenir un seul fichier CSV ou texte, et s’ouvrir sans erreur.{#case 'TOO_LARGE'}Le fichier est plus grand que tout ce que Vigie sait lire (256 Mio, 3 millions de lignes, 1 million de noms).{#case 'COLUMNS'}La première ligne ne nomme pas les colonnes attendues.{#case 'OTHER_KIND'}Ce fichier est celui de l’autre liste : prénoms et noms de famille s’importent séparément.{#case 'QUOTE'}Un guillemet s’ouvre et ne se ferme pas.{#case 'MOSTLY_REFUSED'}Plus de la moitié des lignes ne peuvent pas être lues ; voici la première.{#case 'NOT_RECORDED'}L’import n’a pas pu être inscrit au journal d’audit ; il n’a donc pas été fait. Réessayez dans un instant.{#case 'INTERRUPTED'}La lecture a été interrompue par un arrêt. Recommencez.{#case 'RUNNING'}Un autre fichier de ce type est en cours de lecture. Attendez qu’il soit terminé.{#case 'REPLACE'}Une liste est déjà en vigueur : cochez la case pour la remplacer.{#else}Le fichier n’a pas pu être lu jusqu’au bout. Recommencez.{/switch}")
    String namesFault(String fault);

    @Message("Ligne {line}.")
    String namesLine(int line);

    @Message("Mission")
    String mission();

    @Message("Le terme d’une mission est masqué partout, et partout il impose ce que son client a accepté.")
    String missionHint();

    @Message("Toute l’organisation")
    String wholeFirm();

    @Message("Le vocabulaire de la mission")
    String missionTerms();

    @Message(
            "Noms de code, noms de projets, interlocuteurs : ces termes sont masqués partout. Qui les écrit hors de la mission est soumis à ce que son client a accepté.")
    String missionTermsLead();

    @Message(
            "Aucun terme encore. Commencez par le nom de code du projet et par les noms que le client ne veut voir nulle part.")
    String missionTermsEmpty();
}
