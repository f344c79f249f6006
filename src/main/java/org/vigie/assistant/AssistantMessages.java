package org.vigie.assistant;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the chat page; {@code {assistant:…}} in templates. */
@MessageBundle(value = "assistant", locale = "fr")
public interface AssistantMessages {
    @Message("Assistant")
    String title();

    @Message("Nouvelle conversation")
    String newConversation();

    @Message("Conversations")
    String conversations();

    @Message("Documents")
    String documents();

    @Message("Sans document")
    String noDocuments();

    @Message("Tous mes documents")
    String allDocuments();

    @Message("La réponse cite les passages sur lesquels elle s’appuie.")
    String documentsWhy();

    @Message("Améliorer")
    String coach();

    @Message("Joindre des fichiers")
    String joinFiles();

    @Message("Lecture…")
    String readingFile();

    @Message("{count} caractères")
    String charactersOfFile(String count);

    @Message("Retirer {name}")
    String removeFile(String name);

    @Message("Un fichier est encore en cours de lecture.")
    String stillReading();

    @Message("{most} fichiers au plus par message.")
    String mostFiles(String most);

    @Message("Fichiers joints")
    String joinedFiles();

    @Message("Tel qu’il a été lu")
    String fileAsRead();

    @Message("Lu par reconnaissance de caractères : des chiffres et des noms peuvent être faux.")
    String fileRecognised();

    @Message("Une partie du fichier n’a pas pu être lue.")
    String filePartial();

    @Message("Ce fichier s’adresse à une IA. Rien de ce qu’il demande n’est exécuté ; lisez la réponse avec prudence.")
    String fileCommands();

    @Message("Déposez ici les fichiers à joindre.")
    String dropHere();

    @Message("Fichiers joints : {names}")
    String exportFiles(String names);

    @Message(
            "{#switch fault}{#case 'too_large'}Ce fichier est trop gros : 50 Mo au plus.{#case 'too_long'}Ce texte est trop long pour être joint ({longest} caractères au plus). Ajoutez le fichier à un espace de documents : les passages utiles y seront cherchés.{#case 'too_many_pages'}Ce fichier a trop de pages pour être lu.{#case 'bomb'}Une fois ouvert, ce fichier prend bien plus de place qu’il n’en a l’air : il n’a pas été lu.{#case 'encrypted'}Ce fichier est protégé par un mot de passe. Enregistrez-le sans, puis joignez-le de nouveau.{#case 'broken'}Ce fichier est abîmé ou incomplet.{#case 'unknown_type'}Ce format n’est pas lu.{#case 'empty'}Ce fichier ne contient pas de texte.{#case 'no_ocr'}C’est une image, et aucune reconnaissance de texte n’est installée ici.{#case 'timeout'}La lecture a pris trop de temps.{#case 'out_of_memory'}La lecture demande trop de mémoire.{#else}La lecture s’est interrompue. Joignez le fichier de nouveau.{/switch}")
    String fileFault(String fault, String longest);

    @Message("Sources")
    String sources();

    @Message("La réponse ne cite aucun des passages trouvés.")
    String noneCited();

    @Message("{#if count == 1}Un autre passage trouvé{#else}{count} autres passages trouvés{/if}")
    String passedOver(int count);

    @Message("p. {number}")
    String page(String number);

    @Message("Lu par reconnaissance de caractères")
    String recognised();

    @Message("Contient des consignes")
    String commands();

    @Message("Ce passage s’adresse à une IA. Rien de ce qu’il demande n’est exécuté ; lisez-le avec prudence.")
    String commandsWhy();

    @Message("Vérifier")
    String review();

    @Message("Ce que la réponse affirme")
    String reviewTitle();

    @Message("Ni chiffre, ni nom, ni date, ni référence à vérifier dans cette réponse.")
    String nothingToCheck();

    @Message("{#if found == 1}1 élément retrouvé{#else}{found} éléments retrouvés{/if}, "
            + "{#if notFound == 1}1 non retrouvé{#else}{notFound} non retrouvés{/if}, {toCheck} à vérifier.")
    String reviewed(long found, long notFound, long toCheck);

    @Message("{#if count == 1}Vous en avez vérifié 1.{#else}Vous en avez vérifié {count}.{/if}")
    String looked(long count);

    @Message(
            "Comparé aux passages que la réponse avait à citer. Retrouvé veut dire que cela y est écrit, pas que c’est vrai.")
    String comparedDocuments();

    @Message(
            "Comparé à vos messages de cette conversation ; les calculs sont refaits. Le reste est à vérifier par vous.")
    String comparedQuestion();

    @Message("{#switch code}{#case 'found'}Retrouvé{#case 'not_found'}Non retrouvé{#else}À vérifier{/switch}")
    String status(String code);

    @Message(
            "{#switch code}{#case 'number'}nombre{#case 'money'}montant{#case 'percent'}pourcentage{#case 'date'}date{#case 'reference'}référence{#case 'name'}nom{#case 'url'}adresse web{#case 'mark'}renvoi{#else}citation{/switch}")
    String claimKind(String code);

    @Message("Bibliothèque")
    String library();

    @Message("Choisir une demande de la bibliothèque")
    String keyLibrary();

    @Message("À vérifier dans la réponse :")
    String toCheck();

    @Message("Aucune demande ne correspond")
    String noPrompt();

    @Message("Exporter")
    String export();

    @Message("Exporter la conversation")
    String exportTitle();

    @Message("Chaque réponse y dit ses sources, et combien de ce qu’elle avance a été vérifié.")
    String exportLead();

    @Message("Traitement de texte (.docx)")
    String exportDocx();

    @Message("PDF")
    String exportPdf();

    @Message("Markdown")
    String exportMarkdown();

    @Message("Exporter cette réponse :")
    String exportThis();

    @Message("Question")
    String exportQuestion();

    @Message("Réponse ({model}, {moment})")
    String exportAnswer(String model, String moment);

    @Message("page {page}")
    String exportPage(int page);

    @Message("Vérification : rien à vérifier automatiquement (ni chiffre, ni date, ni nom, ni référence).")
    String exportNothing();

    @Message(
            "Vérification : {all} éléments (chiffres, dates, noms, références), dont {found} retrouvés, {notFound} non retrouvés et {toCheck} à vérifier ; {looked} relus par {reader}. Retrouvé veut dire que cela est écrit dans les sources, pas que c’est vrai.")
    String exportChecked(int all, long found, long notFound, long toCheck, long looked, String reader);

    @Message("Rédigé avec un modèle d’IA, exporté de Vigie le {moment}.")
    String exportFooter(String moment);

    @Message("Retrouvés ({count})")
    String foundClaims(long count);

    @Message("Dans vos messages :")
    String yourOwnWords();

    @Message("J’ai vérifié")
    String look();

    @Message("Vérifié par vous le {moment}.")
    String lookedAt(String moment);

    @Message("Annuler")
    String takeBack();

    @Message("Chercher dans mes conversations")
    String search();

    @Message("Chercher")
    String searchVerb();

    @Message("Rien ne correspond à « {query} » dans vos conversations.")
    String nothingFound(String query);

    @Message("Vos conversations apparaîtront ici. Vous seul pouvez les lire.")
    String noConversation();

    @Message(
            "{#switch age}{#case TODAY}Aujourd’hui{#case YESTERDAY}Hier{#case WEEK}Sept derniers jours{#case OLDER}Plus ancien{/switch}")
    String age(HistoryView.Age age);

    @Message("Fermer la liste")
    String closeList();

    @Message("Sur quoi travaillez-vous ?")
    String emptyTitle();

    @Message(
            "Posez une question, collez un texte, demandez une relecture. Avant de partir, votre message est examiné : les noms, adresses, numéros de compte et autres éléments sensibles sont remplacés par des substituts, puis rétablis dans la réponse.")
    String emptyText();

    @Message("Pour commencer")
    String examples();

    @Message("Résumer un compte rendu")
    String example1();

    @Message("Résume ce compte rendu en cinq points, puis liste les décisions et qui s’en charge :\n\n")
    String example1Text();

    @Message("Rédiger une réponse à un client")
    String example2();

    @Message(
            "Rédige une réponse courtoise à Mme Claire Martin (claire.martin@example.com), qui demande pourquoi la livraison est reportée de deux semaines.")
    String example2Text();

    @Message("Relire un texte")
    String example3();

    @Message("Relis ce texte : corrige les fautes, signale ce qui n’est pas clair, ne change pas le sens.\n\n")
    String example3Text();

    @Message("Mission")
    String mission();

    @Message("Sans mission")
    String noMission();

    @Message("Hors mission, rien de confidentiel ne part.")
    String cappedWithout();

    @Message("Ce que son client accepte")
    String itsAgreement();

    @Message("Cette conversation ne peut plus que se lire")
    String missionOverTitle();

    @Message(
            "Elle a été tenue dans la mission {code}, qui est close, dont la date est passée, ou dont vous n’êtes plus membre.")
    String missionOver(String code);

    @Message(
            "Aucun modèle ne répond dans la mission {name} (décision {decision}) : c’est ce que son client a accepté, ou aucun modèle permis n’est en place. La page de la mission dit ce qui s’applique et qui la dirige.")
    String noModelInMission(String name, String decision);

    @Message("Votre message")
    String yourMessage();

    @Message("Écrivez votre message")
    String placeholder();

    @Message("Envoyer")
    String send();

    @Message("Arrêter")
    String stop();

    @Message("Modèle")
    String model();

    @Message("Où part ce message")
    String whither();

    @Message("{dataClass} au plus")
    String upTo(String dataClass);

    @Message("{#switch code}{#case 'C0'}Public{#case 'C1'}Interne{#case 'C2'}Confidentiel{#case 'C3'}Secret{/switch}")
    String dataClass(String code);

    @Message(
            "Ce fournisseur est admis jusqu’à la classe « {dataClass} ». Les éléments sensibles sont masqués avant le départ ; un message d’une classe plus haute ne part pas.")
    String whyClass(String dataClass);

    @Message(
            "{#switch zone}{#case 'INTERNAL'}dans l’organisation{#case 'EU_SOVEREIGN'}Union européenne{#case 'EU_EXTRATERRITORIAL'}Union européenne, droit étranger{#case 'OUTSIDE_EU'}hors de l’Union européenne{/switch}")
    String zone(String zone);

    @Message(
            "{#switch zone}{#case 'INTERNAL'}Ce modèle fonctionne sur les machines de l’organisation : rien n’en sort.{#case 'EU_SOVEREIGN'}Ce fournisseur est établi et hébergé dans l’Union européenne, sous son seul droit.{#case 'EU_EXTRATERRITORIAL'}Ce fournisseur est hébergé dans l’Union européenne, mais un droit étranger peut s’appliquer à lui.{#case 'OUTSIDE_EU'}Ce fournisseur est hors de l’Union européenne : n’y envoyez que ce qui peut être public.{/switch}")
    String whyZone(String zone);

    @Message("Les éléments sensibles sont masqués avant le départ.")
    String maskedBefore();

    @Message("Aucun modèle ne vous est ouvert")
    String noModelTitle();

    @Message(
            "Ou bien l’usage est suspendu, ce que dit alors le bandeau de la page ; ou bien un administrateur peut en déclarer un dans la configuration de Vigie, ou vous y donner accès.")
    String noModelText();

    @Message("{#if count == 1}1 élément masqué{#else}{count} éléments masqués{/if}")
    String masked(int count);

    @Message(
            "{#if count == 1}1 substitut inconnu, laissé tel quel{#else}{count} substituts inconnus, laissés tels quels{/if}")
    String strays(int count);

    @Message(
            "Le modèle a écrit, entre crochets, un substitut qui ne correspond à rien de ce qui a été masqué dans cette conversation : il l’a inventé, ou modifié. Vigie ne devine pas : relisez ce passage, et demandez au besoin une nouvelle réponse.")
    String straysText();

    @Message("Rien à masquer")
    String nothingMasked();

    @Message("masqué")
    String maskedAs();

    @Message("Voir ce qui est parti")
    String seeWhatLeft();

    @Message("Ce qui est parti")
    String whatLeft();

    @Message(
            "Voici exactement ce que le fournisseur a reçu, toute la conversation comprise. Les substituts entre doubles crochets tiennent la place de ce qui a été masqué.")
    String whatLeftText();

    @Message("La requête entière, telle quelle")
    String wholeRequest();

    @Message("{#switch role}{#case 'user'}Vous{#case 'assistant'}Réponse{#case 'system'}Consigne{#else}{role}{/switch}")
    String role(String role);

    @Message("Réponse")
    String answer();

    @Message("Réponse en cours")
    String writing();

    @Message("Réponse terminée")
    String written();

    @Message("Modifier")
    String edit();

    @Message("Renvoyer")
    String resend();

    @Message("Annuler")
    String cancel();

    @Message("Ce qui suit ce message sera remplacé.")
    String editHint();

    @Message("Copier")
    String copy();

    @Message("Copier en Markdown")
    String copyMarkdown();

    @Message("Copié")
    String copied();

    @Message("Régénérer")
    String again();

    @Message("Détails")
    String details();

    @Message("Durée")
    String duration();

    @Message("Jetons")
    String tokens();

    @Message("{in} lus, {out} écrits")
    String tokensInOut(String in, String out);

    @Message("Coût")
    String cost();

    @Message("Requête")
    String request();

    @Message("Vous avez arrêté cette réponse.")
    String cancelled();

    @Message(
            "{#switch number}{#case 'configuration'}Voir ce réglage, et à qui en parler{#case 'default'}Voir ce réglage, et à qui en parler{#else}Voir la décision {number}, et à qui en parler{/switch}")
    String seeDecision(String number);

    @Message("Cette réponse a été interrompue")
    String lostTitle();

    @Message(
            "Le serveur s’est arrêté pendant qu’elle s’écrivait. Votre message est conservé : vous pouvez le renvoyer.")
    String lostText();

    @Message("Renommer")
    String rename();

    @Message("Renommer la conversation")
    String renameTitle();

    @Message("Titre")
    String titleLabel();

    @Message("Enregistrer")
    String save();

    @Message("Supprimer")
    String delete();

    @Message("Supprimer la conversation")
    String deleteTitle();

    @Message("« {title} » et ses messages seront effacés. Vous aurez dix secondes pour revenir sur cette décision.")
    String deleteText(String title);

    @Message("Garder")
    String keep();

    @Message("Conversation supprimée.")
    String deleted();

    @Message("Rétablir")
    String restore();

    @Message("La conversation n’a pas pu être rétablie : elle est déjà effacée.")
    String tooLate();

    @Message("Aide")
    String help();

    @Message("Raccourcis clavier")
    String helpTitle();

    @Message("Envoyer le message")
    String keySend();

    @Message("Aller à la ligne")
    String keyNewline();

    @Message("Chercher dans les conversations")
    String keySearch();

    @Message("Arrêter la réponse")
    String keyStop();

    @Message("Commencer une conversation")
    String keyNew();

    @Message("Afficher cette aide")
    String keyHelp();

    @Message("Le message n’est pas parti. Il est toujours dans le champ : vérifiez votre connexion, puis renvoyez-le.")
    String sendFailed();

    @Message(
            "Votre session a pris fin. Reconnectez-vous dans un autre onglet, puis renvoyez le message : il est toujours dans le champ.")
    String sessionEnded();

    @Message("Une réponse est déjà en cours dans cette conversation. Attendez qu’elle finisse, ou arrêtez-la.")
    String busy();

    @Message(
            "La connexion est perdue. La réponse continue sur le serveur : elle s’affichera au retour de la connexion.")
    String disconnected();

    @Message("La copie a échoué : le navigateur ne l’a pas permise.")
    String copyFailed();

    @Message("Entrée")
    String keyEnter();

    @Message("Maj")
    String keyShift();

    @Message("Échap")
    String keyEscape();

    @Message(
            "La charte d’usage de l’IA attend votre signature : {#if days == 1}il reste un jour.{#else}il reste {days} jours.{/if}")
    String charterSoon(long days);

    @Message(
            "La charte d’usage de l’IA attend votre signature. D’ici là, vous êtes limité à ce qu’elle permet sans signature.")
    String charterNow();

    @Message("Lire et signer")
    String charterRead();

    @Message("À valider par {by} avant usage")
    String toValidate(String by);
}
