package org.vigie.mission;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the missions' pages; {@code {mission:…}} in templates. */
@MessageBundle(value = "mission", locale = "fr")
public interface MissionMessages {
    @Message("Missions")
    String missions();

    @Message(
            "Une mission porte ce que le client accepte de l’IA. La passerelle applique cet accord à tout ce qui est demandé dans la mission, et le cite quand elle refuse.")
    String missionsLead();

    @Message("Nouvelle mission")
    String newMission();

    @Message(
            "Quelques lignes suffisent. Tant que le client n’a rien accepté, seuls les modèles internes répondent dans la mission.")
    String newMissionLead();

    @Message("Vous n’avez pas de mission")
    String noneTitle();

    @Message(
            "Une mission réunit une équipe, un client et ce que ce client accepte de l’IA. Vous verrez ici celles dont vous êtes membre ; la personne qui dirige une mission peut vous y ajouter.")
    String none();

    @Message(
            "Une mission réunit une équipe, un client et ce que ce client accepte de l’IA. Créez la première : l’accord se remplit en dix minutes avec l’équipe.")
    String noneYet();

    @Message("Mission")
    String mission();

    @Message("Code")
    String code();

    @Message(
            "Majuscules, chiffres et tirets : ATLAS-2. Les programmes l’écrivent dans l’en-tête X-Vigie-Mission ; il ne change plus.")
    String codeHint();

    @Message("Nom")
    String name();

    @Message("Les membres et les refus le citent : mieux vaut qu’il ne dise pas le nom du client.")
    String nameHint();

    @Message("Client")
    String client();

    @Message("Direction de la mission")
    String manager();

    @Message("Premier jour")
    String starts();

    @Message("Dernier jour")
    String ends();

    @Message("Période")
    String dates();

    @Message("du {start} au {end}")
    String fromTo(String start, String end);

    @Message("Membres")
    String members();

    @Message("Accord")
    String state();

    @Message(
            "{#switch state}{#case TO_FRAME}À cadrer{#case PROPOSED}Proposé au client{#case AGREED}Convenu{#case MODIFIED}Modifié, à convenir{#case CLOSED}Close{/switch}")
    String stateName(Mission.State state);

    @Message(
            "{#switch phase}{#case COMING}à venir{#case RUNNING}en cours{#case OVER}date passée{#case CLOSED}close{/switch}")
    String phase(MissionView.Phase phase);

    @Message("Ce que la passerelle applique")
    String inForce();

    @Message("Régime")
    String regime();

    @Message(
            "{#switch regime}{#case FORBIDDEN}IA interdite{#case INTERNAL}Modèles internes{#case EU}Union européenne{#case PSEUDONYMISED}Pseudonymisé{#case FREE}Libre{/switch}")
    String regimeName(Regime regime);

    @Message(
            "{#switch regime}{#case FORBIDDEN}Toute demande faite dans la mission est refusée.{#case INTERNAL}Seuls les modèles hébergés par nous répondent.{#case EU}Les modèles internes et les fournisseurs européens souverains répondent.{#case PSEUDONYMISED}Tous les fournisseurs autorisés répondent ; tout élément sensible est masqué, et rien de secret (C3) ne part.{#case FREE}Les règles générales s’appliquent, sans rien de plus.{/switch}")
    String regimeMeans(Regime regime);

    @Message("L’accord admet aussi les fournisseurs hébergés en Europe mais soumis à un droit étranger.")
    String extraterritorial();

    @Message("Aucun accord du client : le régime interne s’applique, quoi qu’il soit écrit ci-dessous.")
    String noAgreement();

    @Message(
            "L’accord a été modifié depuis que le client l’a accepté : le plus strict de l’ancien et du nouveau s’applique, jusqu’à ce qu’il accepte de nouveau.")
    String modified();

    @Message("Accepté par {signatory} le {date}.")
    String agreedBy(String signatory, String date);

    @Message("Dernière décision")
    String decision();

    @Message("L’accord avec le client")
    String agreement();

    @Message(
            "Dix minutes avec l’équipe, au début de la mission. Ce qui est écrit ici est ce que le client lira et acceptera.")
    String agreementLead();

    @Message("1. Usages prévus")
    String uses();

    @Message(
            "Pour quoi l’équipe compte se servir de l’IA : résumer des entretiens, préparer un plan, relire… Et pour quoi elle ne s’en servira pas.")
    String usesHint();

    @Message("2. Données")
    String data();

    @Message("Quelles données passeront par là, à qui elles sont, à quel point elles sont sensibles.")
    String dataHint();

    @Message("3. Vérification")
    String verification();

    @Message("Qui relit ce qui en sort, et comment, avant que cela ne serve.")
    String verificationHint();

    @Message("4. Mention dans les livrables")
    String notice();

    @Message("La phrase que porteront les livrables préparés avec l’aide de l’IA.")
    String noticeHint();

    @Message("Référence du contrat et clause")
    String clause();

    @Message("Signataire du client")
    String signatory();

    @Message("Enregistrer")
    String save();

    @Message("Enregistrer et proposer au client")
    String saveAndPropose();

    @Message("Le client a accepté")
    String clientAgreed();

    @Message("Ce qui est écrit ci-dessus devient la règle de la passerelle, dans la seconde.")
    String clientAgreedLead();

    @Message("Date de l’acceptation")
    String agreedOn();

    @Message("Enregistrer l’acceptation")
    String recordConsent();

    @Message("Non renseigné")
    String nothingWritten();

    @Message("L’équipe")
    String team();

    @Message(
            "Les membres choisissent la mission dans l’assistant, ou par leurs clés. Personne d’autre ne peut demander quoi que ce soit en son nom.")
    String teamLead();

    @Message("dirige la mission")
    String leads();

    @Message("Personne à ajouter")
    String person();

    @Message("Ajouter")
    String add();

    @Message("Retirer")
    String remove();

    @Message("Retirer {name} de la mission")
    String removeOf(String name);

    @Message("Le vocabulaire")
    String terms();

    @Message("Les noms de code et les noms propres de la mission, que le bouclier masque partout.")
    String termsLead();

    @Message("Ouvrir le vocabulaire")
    String openTerms();

    @Message("Attestation pour le client")
    String attestation();

    @Message(
            "Modèles utilisés, pays, éléments masqués, refus : des nombres tirés du journal, sans contenu et sans personne, signés pour que le client puisse les vérifier.")
    String attestationLead();

    @Message("Voir l’attestation")
    String openAttestation();

    @Message("Attestation d’usage de l’IA : {name}")
    String attestationOf(String name);

    @Message("Fichier signé (.jws)")
    String signedFile();

    @Message("Du")
    String from();

    @Message("au")
    String to();

    @Message("Afficher")
    String showPeriod();

    @Message("{#if count == 1}1 échange{#else}{count} échanges{/if}")
    String exchanges(int count);

    @Message("Aucun échange dans la mission sur cette période.")
    String noExchange();

    @Message(
            "{#switch code}{#case 'answered'}Répondus{#case 'refused'}Refusés{#case 'failed'}Échoués{#case 'cancelled'}Arrêtés{#case 'lost'}Interrompus{#case 'running'}En cours{#else}{code}{/switch}")
    String outcome(String code);

    @Message("Modèles et pays")
    String models();

    @Message("Modèle")
    String model();

    @Message("Fournisseur")
    String provider();

    @Message("Pays des machines")
    String country();

    @Message("Échanges")
    String times();

    @Message("non précisé")
    String notKnown();

    @Message("Éléments masqués avant le départ")
    String masked();

    @Message("Aucun élément n’a été remplacé.")
    String maskedNone();

    @Message("Refus")
    String refusals();

    @Message("Rien n’a été refusé.")
    String refusalsNone();

    @Message(
            "{#switch code}{#case 'mission_forbids_ai'}La mission interdit l’IA{#case 'model_not_allowed'}Modèle non permis{#case 'class_too_high'}Contenu trop sensible{#case 'charter_unsigned'}Charte non signée{#case 'tool_not_allowed'}Outil non autorisé{#case 'content_not_examinable'}Contenu impossible à examiner{#case 'shield_unavailable'}Bouclier indisponible{#case 'rate_limit_exceeded'}Limite de débit{#case 'insufficient_quota'}Budget épuisé{#else}{code}{/switch}")
    String refusal(String code);

    @Message("Preuve")
    String proof();

    @Message(
            "Le fichier signé porte les mêmes nombres. Le client le vérifie avec la clé publiée à /.well-known/jwks.json, par la commande ./vigie attestation verify ou par des outils courants (docs/attestation.md). Le pays est celui que la configuration donne aujourd’hui pour chaque modèle.")
    String proofLead();

    @Message("Règles en vigueur, par numéro")
    String snapshots();

    @Message("aucune")
    String none0();

    @Message("Établie le")
    String issued();

    @Message("Clé")
    String key();

    @Message("Identité et dates")
    String identity();

    @Message("Fin de la mission")
    String ending();

    @Message(
            "Clore la mission retire l’accès à toute l’équipe et révoque les clés qui lui sont liées, aussitôt. Ce qui y a été écrit reste lisible jusqu’à l’effacement, et son vocabulaire protégé.")
    String endingLead();

    @Message("Clore la mission")
    String close();

    @Message("Clore la mission « {name} » ?")
    String closeTitle(String name);

    @Message(
            "Toute l’équipe perd aussitôt l’accès à la mission, et les clés qui lui sont liées sont révoquées. On ne peut pas la rouvrir.")
    String closeLead();

    @Message("Contenus à effacer à partir du")
    String purgeOn();

    @Message("Contenus à effacer le {date}.")
    String purgeAt(String date);

    @Message("Pièces de l’accord")
    String evidence();

    @Message(
            "La clause signée ou le message par lequel le client accepte : PDF, PNG, JPEG ou courriel (.eml, .msg), 10 Mo au plus. Chaque fichier est chiffré avec la clé de la mission ; ses ajouts, lectures et suppressions sont inscrits au journal.")
    String evidenceLead();

    @Message("Aucune pièce n’est versée.")
    String evidenceNone();

    @Message("Fichier")
    String evidenceFile();

    @Message("Verser la pièce")
    String evidenceAdd();

    @Message(
            "{#switch kind}{#case PDF}PDF{#case PNG}Image PNG{#case JPEG}Image JPEG{#case EMAIL}Courriel{#case OUTLOOK}Courriel Outlook{/switch}")
    String evidenceKind(Evidence.Kind kind);

    @Message("{count} ko")
    String kilobytes(String count);

    @Message("La mission est terminée. Ses membres lisent encore ce qu’ils y ont écrit, plus personne n’y écrit.")
    String frozen();

    @Message("Les contenus de la mission sont effacés. Ses décisions et le journal restent.")
    String purged();

    @Message("Ce qui s’efface")
    String purgeWhat();

    @Message("Effacement : {name}")
    String purgeTitle(String name);

    @Message("Les contenus de la mission seront effacés le {date}, sans autre intervention.")
    String purgeLead(String date);

    @Message(
            "Personne n’a encore clos la mission. Sans autre décision, ses contenus seront effacés le {date}, un an après son dernier jour ; la clore permet de choisir la date.")
    String purgeOpen(String date);

    @Message("Les contenus de la mission ont été effacés le {date}.")
    String purgeDone(String date);

    @Message("Sera effacé")
    String purgeErased();

    @Message(
            "{#switch kind}{#case 'conversations'}Conversations de l’équipe{#case 'documents'}Documents des espaces de la mission{#case 'evidence'}Pièces de l’accord{#case 'terms'}Vocabulaire de la mission{#else}{kind}{/switch}")
    String purgeKind(String kind);

    @Message("Clé de la mission")
    String purgeKey();

    @Message(
            "Détruite : ce qu’elle a chiffré ne s’ouvre plus, et personne ne peut dire ce que ses pseudonymes désignaient.")
    String purgeKeyMeans();

    @Message("Ce qui reste")
    String purgeStays();

    @Message(
            "Les décisions prises sur la mission, son accord tel qu’il est écrit, la liste de ses membres et le journal, qui ne contient aucun contenu.")
    String purgeStaysLead();

    @Message(
            "Une sauvegarde faite avant l’effacement contient encore la clé et ce qu’elle ouvre : elle s’efface avec les sauvegardes, selon leur propre durée. Restaurée, elle est effacée de nouveau aussitôt.")
    String purgeBackups();

    @Message("Effacer plus tôt")
    String purgeSooner();

    @Message("Aujourd’hui efface les contenus dans la minute, sans retour possible.")
    String purgeSoonerLead();

    @Message("Nouvelle date")
    String purgeNewDay();

    @Message("Avancer l’effacement")
    String purgeAdvance();

    @Message("Conserver plus longtemps")
    String purgeLater();

    @Message("Le motif figure dans la décision, que chacun peut lire.")
    String purgeLaterLead();

    @Message("Motif")
    String purgeReason();

    @Message("Repousser l’effacement")
    String purgePostpone();

    @Message("Garder ouverte")
    String keep();

    @Message("Annuler")
    String cancel();

    @Message(
            "{#switch fault}{#case CODE_INVALID}Le code ne tient que des majuscules, des chiffres et des tirets, quarante au plus.{#case CODE_TAKEN}Une mission porte déjà ce code.{#case NAME_MISSING}Le nom manque.{#case NAME_TOO_LONG}Le nom est trop long.{#case CLIENT_MISSING}Le client manque.{#case CLIENT_TOO_LONG}Le nom du client est trop long.{#case START_MISSING}Le premier jour manque.{#case END_MISSING}Le dernier jour manque.{#case END_BEFORE_START}Le dernier jour précède le premier.{#case MANAGER_UNKNOWN}Choisissez qui dirige la mission.{#case MANAGER_IS_ANOTHER}Vous n’ouvrez que des missions que vous dirigez : nommez-vous, ou demandez-le à la DSI.{#case REGIME_MISSING}Choisissez un régime.{#case TEXT_TOO_LONG}Un des textes dépasse 4 000 caractères.{#case USES_MISSING}Dites les usages prévus.{#case DATA_MISSING}Dites quelles données passeront par là.{#case VERIFICATION_MISSING}Dites qui vérifie, et comment.{#case NOTICE_MISSING}Donnez la mention des livrables.{#case SIGNATORY_MISSING}Dites qui signe pour le client.{#case AGREED_ON_MISSING}La date de l’acceptation manque.{#case AGREED_ON_IN_FUTURE}L’acceptation ne peut pas être dans l’avenir.{#case PERSON_UNKNOWN}Choisissez une personne.{#case MANAGER_STAYS}Qui dirige la mission en est toujours membre.{#case PURGE_DATE_INVALID}Donnez une date d’effacement, aujourd’hui ou plus tard.{#case PURGE_NOT_EARLIER}Choisissez une date entre aujourd’hui et la date prévue.{#case PURGE_NOT_LATER}Choisissez une date après la date prévue, de cinq ans au plus.{#case PURGE_REASON_MISSING}Dites pourquoi il faut conserver ces contenus.{#case NOT_CLOSED}La mission n’est pas close : la clore fixe la date.{#case PURGED}Les contenus sont déjà effacés.{#case EVIDENCE_MISSING}Choisissez un fichier.{#case EVIDENCE_TOO_LARGE}Le fichier dépasse 10 Mo.{#case EVIDENCE_KIND}Le contenu du fichier n’est ni un PDF, ni une image PNG ou JPEG, ni un courriel.{#case EVIDENCE_TOO_MANY}La mission a déjà vingt pièces.{#case NOT_PROPOSED}L’accord n’a pas encore été proposé au client.{#case CLOSED}La mission est close : rien n’y change plus.{#case CHANGED_MEANWHILE}Quelqu’un a modifié la mission pendant que vous écriviez. Votre texte est gardé ; comparez, puis enregistrez.{/switch}")
    String fault(MissionFault fault);

    @Message("À imprimer (PDF)")
    String paper();

    @Message("Données (.json)")
    String plainFile();

    @Message("Attestations")
    String attestations();

    @Message(
            "Ce qui a été fait de l’IA dans vos missions : des nombres tirés du journal, sans contenu et sans personne, que vous pouvez vérifier.")
    String attestationsLead();

    @Message("Vous n’avez pas d’attestation")
    String attestationsNone();

    @Message(
            "Les attestations des missions dont vous êtes membre apparaîtront ici. Qui dirige la mission peut vous y ajouter.")
    String attestationsNoneMore();

    @Message("compte du client : voit l’attestation, et rien d’autre")
    String clientAccount();

    @Message("Nature")
    String kind();

    @Message("Nombre")
    String number();

    @Message("Aucun modèle n’a été sollicité.")
    String noModel();

    @Message("{regime}, accepté le {date}")
    String regimeAgreed(String regime, String date);

    @Message("Empreinte du fichier signé (SHA-256)")
    String fingerprint();

    @Message("Comment vérifier")
    String verify();

    @Message(
            "Le fichier signé, {name}, est joint à ce PDF ; les mêmes nombres y sont écrits. Son empreinte SHA-256 est celle ci-dessus.")
    String verifyFile(String name);

    @Message(
            "Obtenez la clé publique par HTTPS à l’adresse de l’instance, /.well-known/jwks.json, ou de la main de votre interlocuteur. Son identifiant est {key}.")
    String verifyKey(String key);

    @Message(
            "Avec Vigie : ./vigie attestation verify {name} --key jwks.json. La commande n’a besoin ni de serveur ni de base.")
    String verifyCommand(String name);

    @Message(
            "Avec des outils courants (Python et OpenSSL 3) : le fichier est un JWS (RFC 7515) signé en Ed25519 ; docs/attestation.md donne les commandes.")
    String verifyTools();

    @Message("Ce que ces nombres disent")
    String limits();

    @Message("Quand plusieurs modèles ont été essayés pour un échange, le dernier est compté.")
    String limitModels();

    @Message("Le pays est celui que la configuration donnait pour chaque modèle le jour de l’attestation.")
    String limitCountry();

    @Message("Un élément masqué est compté dans chaque échange d’une conversation où il figure.")
    String limitMasked();
}
