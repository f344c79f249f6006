package org.vigie.incident;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of incidents and of the kill switch; {@code {incident:…}} in templates. */
@MessageBundle(value = "incident", locale = "fr")
public interface IncidentMessages {
    @Message("Incidents")
    String title();

    @Message(
            "Une fuite, une réponse fausse qui a servi, un usage déplacé : signalez-le, même dans le doute. Deux minutes suffisent, et l’on vous dit ce qu’il en advient.")
    String lead();

    @Message("Signaler un incident")
    String report();

    @Message(
            "Deux minutes suffisent. Ne recopiez ni donnée personnelle ni secret : dites ce qui s’est passé. Un signalement fait de bonne foi ne vous est jamais reproché.")
    String reportLead();

    @Message("Que s’est-il passé ?")
    String what();

    @Message("De quelle sorte d’incident s’agit-il ?")
    String kind();

    @Message(
            "{#switch code}{#case 'leak'}Fuite de données{#case 'injection'}Consigne cachée qui a détourné un modèle{#case 'false_output'}Réponse fausse{#case 'bias'}Réponse discriminante{#case 'outage'}Indisponibilité{#case 'cost_overrun'}Dépassement de coût{#case 'misuse'}Mauvais usage{#case 'agent_action'}Action d’un agent{#case 'copyright'}Droit d’auteur{#case 'surveillance'}Surveillance de personnes{#else}{code}{/switch}")
    String kindName(String code);

    @Message("Quand ?")
    String when();

    @Message("Heure de Paris.")
    String whenHint();

    @Message("Numéro de l’échange (facultatif)")
    String exchange();

    @Message("L’un des vôtres : l’en-tête x-request-id, ou « Requête » sous une réponse.")
    String exchangeHint();

    @Message("Mission (facultatif)")
    String mission();

    @Message("Données en cause")
    String dataClass();

    @Message(
            "{#switch code}{#case 'C0'}C0 · publiques{#case 'C1'}C1 · internes{#case 'C2'}C2 · confidentielles{#case 'C3'}C3 · secrètes{#else}je ne sais pas{/switch}")
    String className(String code);

    @Message("Signaler sans mon nom")
    String anonymous();

    @Message(
            "Rien ne relie alors le signalement à vous : ni votre nom ni le numéro de l’échange ne sont enregistrés, pas même dans le journal. Vous ne le retrouverez pas dans vos signalements, et personne ne pourra vous interroger.")
    String anonymousHint();

    @Message("Envoyer le signalement")
    String send();

    @Message("Merci. Votre signalement porte le numéro {code}.")
    String thanks(String code);

    @Message("Il est anonyme : notez ce numéro si vous voulez en reparler, rien d’autre n’y mène.")
    String thanksAnonymous();

    @Message("Vous verrez ici ce qu’il en advient.")
    String thanksNamed();

    @Message("Mes signalements")
    String mine();

    @Message("Vous n’avez rien signalé sous votre nom.")
    String noneOfMine();

    @Message("Tous les incidents")
    String all();

    @Message("Aucun incident à cet endroit.")
    String none();

    @Message("Aucun incident n’a été signalé. C’est ici qu’ils arriveront, avec ce qui reste à faire et les délais.")
    String noneAtAll();

    @Message(
            "{#if count == 0}Aucun incident ouvert{#else if count == 1}1 incident ouvert{#else}{count} incidents ouverts{/if}")
    String open(int count);

    @Message("{#if count == 1}1 délai est dépassé{#else}{count} délais sont dépassés{/if}")
    String overdue(int count);

    @Message("Numéro")
    String code();

    @Message("État")
    String state();

    @Message(
            "{#switch code}{#case 'reported'}signalé{#case 'qualified'}qualifié{#case 'contained'}contenu{#case 'analysed'}analysé{#case 'corrected'}corrigé{#case 'closed'}clos{#case 'dismissed'}sans suite{#else}{code}{/switch}")
    String stateName(String code);

    @Message("Gravité")
    String severity();

    @Message(
            "{#switch name}{#case 'S1'}S1 · critique{#case 'S2'}S2 · grave{#case 'S3'}S3 · limité{#case 'S4'}S4 · mineur{#else}à évaluer{/switch}")
    String severityName(String name);

    @Message("Signalé le")
    String reportedOn();

    @Message("Délai")
    String clock();

    @Message("Toutes")
    String anySeverity();

    @Message("Tous")
    String anyState();

    @Message("Ouverts")
    String openOnes();

    @Message("Filtrer")
    String filter();

    @Message("Exporter (CSV)")
    String export();

    @Message("reste {time}")
    String left(String time);

    @Message("en retard de {time}")
    String late(String time);

    @Message("{count}\u00a0j")
    String days(String count);

    /** @param time {@link #left} or {@link #late} */
    @Message("Incident {code} : {#if whom == 'cnil'}la CNIL doit en être informée{#else}le client doit en être "
            + "informé{/if} ({time}).")
    String noticePressing(String code, String whom, String time);

    @Message("Autres délais d’incidents près de leur fin ou dépassés : {count}.")
    String noticesMore(String count);

    @Message("Voir l’incident")
    String seeIncident();

    @Message("Voir les incidents")
    String seeIncidents();

    @Message("sans délai chiffré")
    String undated();

    @Message("Le signalement")
    String reported();

    @Message("Survenu")
    String occurred();

    @Message("Signalé par")
    String reporter();

    @Message("anonyme")
    String nobody();

    @Message("Échange")
    String exchangeOf();

    @Message("Mission")
    String missionOf();

    @Message("Instruction")
    String handling();

    @Message("L’entreprise en a connaissance depuis le")
    String detected();

    @Message("Les délais courent de ce moment. Heure de Paris.")
    String detectedHint();

    @Message("Qui doit être prévenu")
    String notices();

    @Message("Des données personnelles sont en cause (RGPD, art. 33)")
    String personal();

    @Message("Risque élevé pour ces personnes (RGPD, art. 34)")
    String highRisk();

    @Message("Incident grave d’un système d’IA : prévenir son fournisseur (règlement IA, art. 26)")
    String serious();

    @Message("Prévenir les représentants du personnel")
    String staff();

    @Message("Client à prévenir : délai du contrat, en jours")
    String clientDays();

    @Message("Personnes concernées")
    String persons();

    @Message("Modèle ou fournisseur")
    String target();

    @Message("Cas d’usage")
    String useCase();

    @Message("Cause profonde")
    String rootCause();

    @Message("Actions")
    String actions();

    @Message("Une par ligne : qui, quoi, pour quand.")
    String actionsHint();

    @Message("Leçons")
    String lessons();

    @Message("Ce que l’on fera autrement. Sans elles, l’incident ne se clôt pas.")
    String lessonsHint();

    @Message("Enregistrer")
    String save();

    @Message(
            "{#switch code}{#case 'cnil'}CNIL{#case 'persons'}Personnes concernées{#case 'client'}Client{#case 'provider'}Fournisseur du système{#case 'staff'}Représentants du personnel{#else}{code}{/switch}")
    String noticeName(String code);

    @Message(
            "{#switch code}{#case 'cnil'}72 h après en avoir eu connaissance (RGPD, art. 33){#case 'persons'}dans les meilleurs délais (RGPD, art. 34){#case 'client'}selon le contrat{#case 'provider'}sans délai (règlement IA, art. 26, § 5){#case 'staff'}selon l’accord ou l’usage{#else}{code}{/switch}")
    String noticeRule(String code);

    @Message("Fait le {moment} par {name}")
    String settled(String moment, String name);

    @Message("Référence de l’envoi, ou raison de ne pas prévenir")
    String reference();

    @Message("Marquer comme réglé")
    String settle();

    @Message("Suite")
    String next();

    @Message(
            "{#switch code}{#case 'qualified'}Qualifier{#case 'contained'}Dire contenu{#case 'analysed'}Dire analysé{#case 'corrected'}Dire corrigé{#case 'closed'}Clore{#case 'dismissed'}Classer sans suite{#else}{code}{/switch}")
    String moveTo(String code);

    @Message("Rouvrir")
    String reopen();

    @Message("Motif")
    String motive();

    @Message("Nécessaire pour classer sans suite et pour rouvrir.")
    String motiveHint();

    @Message("Ajouter une note")
    String addNote();

    @Message("Note")
    String note();

    @Message("Journal de l’incident")
    String log();

    @Message(
            "{#switch act}{#case 'reported'}Signalement{#case 'edited'}Dossier modifié{#case 'moved'}Nouvel état{#case 'noted'}Note{#case 'told'}Information réglée{#case 'stopped'}Suspension{#case 'lifted'}Reprise{#else}{act}{/switch}")
    String actName(String act);

    @Message(
            "{#switch code}{#case 'NOT_FROM_HERE'}Cet état ne suit pas celui d’à présent.{#case 'MOTIVE_MISSING'}Dites pourquoi, dans le motif.{#case 'SEVERITY_MISSING'}Donnez d’abord une gravité et enregistrez.{#case 'CAUSE_MISSING'}Écrivez d’abord la cause profonde et enregistrez.{#case 'ACTIONS_MISSING'}Écrivez d’abord les actions et enregistrez.{#case 'LESSONS_MISSING'}Écrivez d’abord les leçons et enregistrez : un incident ne se clôt pas sans elles.{#case 'NOTICES_OPEN'}Réglez d’abord les informations dues : faites, ou écartées avec une raison.{#case 'CHANGED_MEANWHILE'}Quelqu’un d’autre a modifié ce dossier entre-temps. Rien n’a été enregistré : relisez-le, puis recommencez.{#else}{code}{/switch}")
    String obstacle(String code);

    @Message("Rien n’a changé")
    String obstacleTitle();

    @Message("Ce qui s’est passé est à dire, en 4 000 caractères au plus.")
    String whatFault();

    @Message("Choisissez une sorte d’incident.")
    String kindFault();

    @Message("Donnez une date et une heure, qui ne soient pas à venir.")
    String whenFault();

    @Message("Aucun de vos échanges ne porte ce numéro.")
    String exchangeFault();

    @Message("Ce code est trop long.")
    String missionFault();

    @Message("Un nombre ou un texte de ce formulaire ne convient pas. Rien n’a été enregistré.")
    String handlingFault();

    @Message("Contenir maintenant")
    String contain();

    @Message(
            "Un incident de cette gravité appelle d’ordinaire une suspension : du modèle, du fournisseur, du cas d’usage ou de toute la passerelle. Elle vaut en moins d’une seconde, et se lève de même.")
    String containLead();

    @Message("Suspensions de cet incident")
    String stopsOfIncident();

    @Message("Coupe-circuit")
    String stopTitle();

    @Message(
            "Suspendre un modèle, un fournisseur, un cas d’usage ou toute la passerelle, en moins d’une seconde. Chaque suspension est une décision numérotée, que les refus citent. Les réponses déjà commencées vont à leur terme.")
    String stopLead();

    @Message("En vigueur")
    String live();

    @Message("Rien n’est suspendu.")
    String noStops();

    @Message("Suspendre")
    String stop();

    @Message("Suspendu")
    String stopped();

    @Message("Suspendre quoi ?")
    String stopWhat();

    @Message("Toute la passerelle, et l’assistant")
    String stopAll();

    @Message("Un cas d’usage, par son code ci-dessous")
    String stopUseCase();

    @Message("Fournisseurs")
    String providers();

    @Message("Modèles")
    String models();

    @Message("Code du cas d’usage")
    String useCaseCode();

    @Message("Les personnes dont la demande est refusée le lisent. 300 caractères au plus.")
    String stopMotiveHint();

    @Message("Incident (facultatif)")
    String stopIncident();

    @Message("Pour cet incident : {code}")
    String stopFor(String code);

    @Message("Voir ce qui s’arrêterait")
    String preview();

    @Message("Suspendre {what} ?")
    String confirmTitle(String what);

    @Message(
            "{#switch kind}{#case 'org'}toute la passerelle{#case 'provider'}le fournisseur {id}{#case 'model'}le modèle {id}{#case 'use_case'}le cas d’usage {id}{#else}{id}{/switch}")
    String scope(String kind, String id);

    @Message("Tout s’arrête : l’assistant et la passerelle refusent chaque demande, de tous.")
    String impactAll();

    @Message("Les demandes de ce cas d’usage sont refusées.")
    String impactUseCase();

    @Message("Ne répondront plus :")
    String silent();

    @Message("Continueront avec un autre modèle de leur route :")
    String detoured();

    @Message("Aucune route ne s’en sert à présent.")
    String impactNone();

    @Message("Suspendre maintenant")
    String stopNow();

    @Message("Ne rien suspendre")
    String dontStop();

    @Message("Choisissez ce qui est à suspendre, et dites pourquoi.")
    String stopFault();

    @Message("C’est déjà suspendu pour cette raison.")
    String heldFault();

    @Message("Aucun incident ne porte ce numéro.")
    String incidentFault();

    @Message("Donnez votre mot de passe avant de toucher au coupe-circuit.")
    String confirmFirst();

    @Message("Donner mon mot de passe")
    String confirm();

    @Message("Décision")
    String decision();

    @Message("Depuis")
    String since();

    @Message("Par")
    String by();

    @Message("Lever")
    String lift();

    @Message("Lever la suspension de {what} ?")
    String liftTitle(String what);

    @Message("Les demandes passent de nouveau aussitôt, à moins qu’une autre décision ne s’y oppose.")
    String liftLead();

    @Message("Lever la suspension")
    String liftNow();

    @Message("La laisser en vigueur")
    String dontLift();

    @Message("Levées")
    String lifted();

    @Message("levée le {moment} par {name}, décision {decision}")
    String liftedBy(String moment, String name, String decision);

    @Message("Décision {number} : en vigueur.")
    String done(String number);
}
