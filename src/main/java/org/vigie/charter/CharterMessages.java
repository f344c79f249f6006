package org.vigie.charter;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words around the charter; {@code {charter:…}} in templates. */
@MessageBundle(value = "charter", locale = "fr")
public interface CharterMessages {
    @Message("Charte")
    String charter();

    @Message("Ce qui est permis avec l’IA générative, ce qui ne l’est pas, et à qui demander.")
    String lead();

    @Message("Aucune charte n’est en vigueur.")
    String none();

    @Message(
            "Quand votre organisation en publiera une, vous la lirez et la signerez ici. Rien ne vous est demandé d’ici là.")
    String noneMore();

    @Message("Préparer la charte")
    String prepare();

    @Message("Écrire la charte")
    String edit();

    @Message("Signatures de la charte")
    String signatures();

    @Message("Suivre les signatures")
    String seeSignatures();

    @Message("Version {number}, publiée le {day} (décision {decision})")
    String version(String number, String day, String decision);

    @Message("Cette version n’est plus en vigueur.")
    String older();

    @Message("Lire la charte en vigueur")
    String readCurrent();

    @Message("Votre signature est attendue")
    String toSignTitle();

    @Message(
            "{#if days == 1}Il reste un jour.{#else}Il reste {days} jours.{/if} Ensuite, seuls passeront {contents}, {whither}, tant que vous n’aurez pas signé.")
    String toSignDays(long days, String contents, String whither);

    @Message("Tant que vous n’avez pas signé, seuls passent {contents}, {whither}.")
    String toSignNow(String contents, String whither);

    @Message("Lisez, répondez à {questions} questions, signez.")
    String toSignHow(int questions);

    @Message("Aller aux questions")
    String goSign();

    @Message("Plus tard")
    String later();

    @Message("Continuer")
    String goOn();

    @Message("Vous avez signé")
    String signedTitle();

    @Message(
            "Version {version}, le {moment}, {correct} bonnes réponses sur {questions}. Empreinte du texte lu (SHA-256) :")
    String signedText(String version, String moment, int correct, int questions);

    @Message("La version {version} n’a changé que des détails : votre signature vaut pour elle.")
    String newMinor(String version);

    @Message("La charte est en français.")
    String frenchText();

    @Message("Vous êtes")
    String myAudience();

    @Message(
            "{#switch code}{#case 'executives'}Direction{#case 'business'}Métiers{#case 'support'}Fonctions support{#case 'control'}Fonctions de contrôle{#case 'subcontractors'}Sous-traitants{#else}{code}{/switch}")
    String audienceName(String code);

    @Message("L’essentiel pour vous")
    String inShort();

    @Message("À faire")
    String dos();

    @Message("À ne pas faire")
    String donts();

    @Message("Les articles")
    String articles();

    @Message("article {number}")
    String article(int number);

    @Message("Télécharger le texte exact")
    String exactText();

    @Message("Quelques questions")
    String quiz();

    @Message("Il faut {needed} bonnes réponses sur {questions}. Vous pouvez recommencer aussitôt.")
    String quizLead(int needed, int questions);

    @Message("Bonnes réponses : {correct} sur {questions}, et il en faut {needed}")
    String quizFailed(int correct, int questions, int needed);

    @Message("Relisez, puis répondez de nouveau à :")
    String quizFailedText();

    @Message("Ce n’est pas cela. {why}")
    String explanation(String why);

    @Message("Signer la charte")
    String sign();

    @Message("Cochez la case pour signer.")
    String notAgreed();

    @Message("Une autre version vient d’être publiée")
    String otherText();

    @Message("Le texte ci-dessous n’est plus celui que vous avez lu. Lisez-le, puis signez.")
    String otherTextMore();

    @Message(
            "Sont conservés : la version, l’empreinte du texte lu, la date, votre résultat au quiz, votre adresse réseau sans sa dernière partie.")
    String kept();

    @Message("Versions")
    String history();

    @Message("Version")
    String versionNumber();

    @Message("Publiée le")
    String publishedOn();

    @Message("État")
    String state();

    @Message(
            "{#switch code}{#case 'published'}en vigueur{#case 'replaced'}remplacée{#case 'withdrawn'}retirée{#else}{code}{/switch}")
    String stateName(String code);

    @Message("le {day}")
    String endedOn(String day);

    @Message("Décision")
    String decision();

    @Message("Le texte se garde en brouillon ; personne n’a rien à signer avant sa publication.")
    String editLead();

    @Message("Revenir à la charte")
    String back();

    @Message("À faire relire par un juriste")
    String lawyer();

    @Message("Ceci est le modèle livré avec Vigie, que vous pouvez publier tel quel ou adapter.")
    String modelUsed();

    @Message("Ceci est le texte en vigueur. Enregistrez une modification pour préparer la version suivante.")
    String currentUsed();

    @Message("Ceci est un brouillon.")
    String draftUsed();

    @Message("Titre")
    String titleLabel();

    @Message("Articles")
    String articlesLabel();

    @Message(
            "Chaque article commence par une ligne « ## Titre ». Une ligne vide sépare les paragraphes ; une ligne qui commence par « - » est un élément de liste.")
    String articlesHint();

    @Message("Une phrase par ligne.")
    String adviceHint();

    @Message("Enregistrer le brouillon")
    String keep();

    @Message("Abandonner le brouillon")
    String discard();

    @Message("Rien n’a été changé")
    String faults();

    @Message(
            "{#switch fault}{#case 'TITLE'}Donnez un titre de 200 caractères au plus.{#case 'NO_ARTICLE'}Il faut au moins un article, qui commence par une ligne « ## Titre ».{#case 'BEFORE_FIRST_ARTICLE'}Le texte commence avant le premier titre : commencez par une ligne « ## Titre ».{#case 'EMPTY_ARTICLE'}Un article n’a pas de titre ou pas de texte.{#case 'TOO_LONG'}Le texte dépasse 100 000 caractères.{#case 'ADVICE'}Chaque public a besoin d’une à vingt phrases à faire et à ne pas faire, de 500 caractères au plus.{#case 'STATEMENT'}La phrase signée fait 500 caractères au plus et porte le mot « version » entre accolades.{#case 'QUIZ'}Le quiz a d’une à douze questions, chacune avec deux à six réponses dont une seule juste (« + »), une explication, et le numéro d’un article qui existe.{#case 'NOT_READY'}Le texte n’en est pas à cette étape.{#case 'OWN_TEXT'}Qui a écrit le texte ne l’approuve pas.{#case 'OPINION'}Dites l’avis et sa date, qui ne peut pas être dans l’avenir.{#case 'REMINDERS'}Les rappels sont des nombres de jours, de 1 à 365, séparés par des espaces.{#case 'STALE'}Quelqu’un d’autre a changé le brouillon entre-temps. Rechargez la page pour voir son texte ; gardez le vôtre à part.{#case 'NOTHING_TO_PUBLISH'}Aucun brouillon n’attend d’être publié.{#case 'NOTHING_IN_FORCE'}Aucune charte n’est en vigueur.{#case 'ALLOWANCE'}Choisissez ce qui reste permis sans signature.{#case 'GRACE'}Le délai va de 0 à 365 jours.{#else}{fault}{/switch}")
    String faultText(String fault);

    @Message("Publier")
    String publish();

    @Message(
            "Publier est une décision : elle reçoit un numéro, que chaque refus cite. Elle concerne {people} personnes.")
    String publishLead(int people);

    @Message("Enregistrez d’abord une modification : le texte en vigueur ne se publie pas deux fois.")
    String publishFirst();

    @Message("Ce qui change")
    String change();

    @Message("L’essentiel : version {number}, tout le monde signe de nouveau")
    String changeMajor(String number);

    @Message("Des détails : version {number}, les signatures restent")
    String changeMinor(String number);

    @Message("Première version : {number}, tout le monde signe")
    String changeFirst(String number);

    @Message("Délai pour signer, en jours")
    String grace();

    @Message(
            "De 0 à 365. Après ce délai, qui n’a pas signé est limité à ce qui est choisi ci-dessous. Sans effet pour un changement de détail.")
    String graceHint();

    @Message("Motif (facultatif)")
    String motive();

    @Message("Retirer la charte")
    String withdraw();

    @Message("Plus personne n’a à la signer, et le brouillon reste. C’est une décision, comme la publication.")
    String withdrawLead();

    @Message("Publier et retirer demandent que votre mot de passe ait été donné il y a moins de quinze minutes.")
    String confirmFirst();

    @Message("Confirmer le mot de passe")
    String confirm();

    @Message("Combien ont signé la version majeure en vigueur, par équipe.")
    String signaturesLead();

    @Message("Moins de cinq personnes sont concernées : rien n’est compté.")
    String tooFew();

    @Message("Équipe")
    String team();

    @Message("Autres")
    String others();

    @Message("sans équipe")
    String noTeam();

    @Message("Personnes")
    String people();

    @Message("Ont signé")
    String signed();

    @Message("Restent")
    String unsigned();

    @Message("Part")
    String share();

    @Message("Ensemble")
    String all();

    @Message(
            "Les équipes de moins de cinq personnes et les personnes sans équipe sont réunies sous « Autres », de sorte qu’aucun compte ne porte sur moins de cinq personnes. Un compte proche de zéro ou de tous est donné par une fourchette : exact, il dirait ce que chacun a fait.")
    String small();

    @Message("Exporter (CSV)")
    String export();

    @Message("Qui a signé la charte")
    String signatories();

    @Message("Voir les noms")
    String seeNames();

    @Message("Pour relancer les personnes, et rien d’autre. Chaque ouverture de cette page est inscrite au journal.")
    String namesLead();

    @Message("Nom")
    String name();

    @Message("Signée le")
    String signedOn();

    @Message("pas encore")
    String notYet();

    @Message("Quiz")
    String score();

    @Message("Public")
    String audience();

    @Message("L’essentiel, par public")
    String byAudience();

    @Message("Ce qui est signé")
    String whatIsSigned();

    @Message(
            "Chaque public signe les articles et ses propres lignes. L’empreinte est celle du texte exact qu’il lit, en UTF-8, tel qu’il se télécharge sur la page de la charte.")
    String fingerprintsLead();

    @Message("Empreinte du texte lu (SHA-256)")
    String fingerprint();

    @Message("Reçu de ma signature (PDF)")
    String receipt();

    @Message("La charte à imprimer (PDF)")
    String paper();

    @Message("Reçu de signature de la charte")
    String receiptTitle();

    @Message("Ce document rappelle ce que vous avez signé, quand, et sur quel texte. Il vous appartient.")
    String receiptLead();

    @Message("Adresse")
    String email();

    @Message("Identité établie par")
    String method();

    @Message(
            "{#switch code}{#case 'session'}une session ouverte{#case 'recent_session'}une session ouverte, mot de passe donné depuis moins de quinze minutes{#else}{code}{/switch}")
    String methodName(String code);

    @Message("Ce à quoi vous vous êtes engagé")
    String promised();

    @Message("Vérifier")
    String checkReceipt();

    @Message(
            "Téléchargez le texte exact de cette version pour ce public depuis la page de la charte, et calculez son empreinte SHA-256 (sha256sum, Get-FileHash) : elle est égale à celle ci-dessus.")
    String checkReceiptText();

    @Message("Environ {inShort} min pour l’essentiel et le quiz, {articles} min de plus pour les articles.")
    String readingTime(long inShort, long articles);

    @Message("rappelée le {day}")
    String remindedOn(String day);

    @Message(
            "{#if days == 1}Il reste un jour{#else}Il reste {days} jours{/if} pour signer la charte. Ensuite, vous serez limité à ce qu’elle permet sans signature.")
    String remindBefore(long days);

    @Message(
            "{#if days == 1}Depuis un jour{#else}Depuis {days} jours{/if}, vous êtes limité à ce que la charte permet sans signature : la charte attend votre signature.")
    String remindAfter(long days);

    @Message("Lire et signer")
    String readAndSign();

    @Message("Le texte vous est renvoyé")
    String sentBack();

    @Message("Quiz")
    String questionsLabel();

    @Message(
            "Chaque question commence par « ## » et peut finir par « (article 3) ». Dessous, une réponse par ligne : « + » pour la bonne, « - » pour les autres ; puis l’explication.")
    String questionsHint();

    @Message("La phrase que l’on signe")
    String statementLabel();

    @Message(
            "Les mots « version » et « date », entre accolades, y sont remplacés par ceux de la version. La phrase est conservée avec elle et fait partie de l’empreinte.")
    String statementHint();

    @Message("Soumettre à la relecture")
    String submit();

    @Message(
            "Le texte ne change plus pendant la relecture. Quelqu’un d’autre que ses auteurs l’approuve ; vous pourrez alors le publier.")
    String submitLead();

    @Message(
            "La charte crée des obligations assorties de sanctions : les représentants du personnel donnent d’abord leur avis (C. trav. L1321-4 et L1321-5).")
    String sanctions();

    @Message("Le texte ne change plus. Pour l’écrire de nouveau, renvoyez-le à ses auteurs.")
    String notWritable();

    @Message(
            "{#switch code}{#case 'draft'}Brouillon{#case 'in_review'}En relecture{#case 'staff_opinion'}Avis des représentants du personnel rendu{#case 'approved'}Approuvée, à publier{#else}{code}{/switch}")
    String draftState(String code);

    @Message("Relire le projet de charte")
    String review();

    @Message("Ce qui deviendra la charte, tel que chacun le lira et le signera.")
    String reviewLead();

    @Message("Aucun texte n’est en relecture.")
    String reviewNone();

    @Message("Un brouillon apparaît ici quand ses auteurs le soumettent.")
    String reviewNoneMore();

    @Message("Ce texte crée des obligations assorties de sanctions.")
    String hasSanctions();

    @Message("Avis des représentants du personnel")
    String opinionTitle();

    @Message("Leur avis est recueilli avant l’approbation. Sans avis dans leur délai, il est réputé négatif.")
    String opinionLead();

    @Message("L’avis est")
    String opinionSays();

    @Message(
            "{#switch code}{#case 'favourable'}favorable{#case 'reserved'}favorable avec réserves{#case 'unfavourable'}défavorable{#case 'none'}réputé négatif, faute d’avis{#else}{code}{/switch}")
    String opinionKind(String code);

    @Message("Avis {kind}, le {day}.")
    String opinionGiven(String kind, String day);

    @Message("Date de l’avis")
    String opinionOn();

    @Message("Ce qu’il dit (facultatif)")
    String opinionText();

    @Message("Enregistrer l’avis")
    String recordOpinion();

    @Message("Approuver le texte")
    String approve();

    @Message("L’approbation est une décision numérotée. Elle revient à quelqu’un qui n’a pas écrit le texte.")
    String approveLead();

    @Message("Approuver demande que votre mot de passe ait été donné il y a moins de quinze minutes.")
    String approveConfirm();

    @Message("Vous avez écrit ce texte : quelqu’un d’autre l’approuve.")
    String ownText();

    @Message("Approuvé par la décision {decision}.")
    String approvedBy(String decision);

    @Message("Renvoyer aux auteurs")
    String sendBack();

    @Message("Le texte redevient un brouillon ; l’avis et l’approbation sont à redonner.")
    String sendBackLead();

    @Message("Ce qui est à revoir")
    String remark();

    @Message("Rappels, en jours avant la fin du délai")
    String remindersBefore();

    @Message("Rappels, en jours après")
    String remindersAfter();

    @Message(
            "Des nombres séparés par des espaces. À partir de chacun de ces jours, qui n’a pas signé voit un rappel en haut des pages, jusqu’à ce qu’il le remette à plus tard.")
    String remindersHint();

    @Message("Permis sans signature")
    String allowed();

    @Message("Après le délai, à qui n’a pas encore signé. Rien n’en change pour qui a signé.")
    String allowedHint();

    @Message("Au plus loin")
    String farthest();

    @Message(
            "{#switch most}{#case 'C0'}des contenus publics{#case 'C1'}des contenus publics ou internes{#else}des contenus publics, internes ou confidentiels une fois masqués{/switch}")
    String contents(String most);

    @Message(
            "{#switch zone}{#case 'internal'}vers un modèle interne{#case 'eu-sovereign'}vers un modèle interne ou souverain en Europe{#case 'eu-extraterritorial'}vers un modèle interne ou en Europe{#else}vers tout modèle{/switch}")
    String whither(String zone);
}
