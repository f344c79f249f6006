package org.vigie.disclosure;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of disclosures. */
@MessageBundle(value = "disclosure", locale = "fr")
public interface DisclosureMessages {
    @Message("Traces nominatives")
    String title();

    @Message(
            "Ce qu’une personne a demandé aux modèles n’est lu par personne d’autre, sauf avec deux clés de deux personnes, pour un motif, pour un temps ; et la personne le sait. Le contenu des échanges n’est jamais lisible ici : il n’est inscrit nulle part.")
    String lead();

    @Message("Demander des traces")
    String ask();

    @Message("Secondes clés désignées")
    String holders();

    @Message("Registre")
    String register();

    @Message("Toutes les demandes, sans aucun nom : ni celui de la personne concernée, ni ceux qui ont tenu une clé.")
    String registerLead();

    @Message("Personne n’a jamais demandé de traces.")
    String registerEmpty();

    @Message("Par motif")
    String byCategory();

    @Message("Demandes")
    String count();

    @Message("Consultations de vos traces")
    String own();

    @Message("Vos dossiers")
    String mine();

    @Message("Demande")
    String request();

    @Message("Mois")
    String month();

    @Message("Motif")
    String category();

    @Message("État")
    String state();

    @Message("Personne concernée")
    String about();

    @Message("Demandée le")
    String asked();

    @Message("attend votre clé")
    String waits();

    @Message("Exporter (CSV)")
    String export();

    @Message(
            "{#switch code}{#case 'security'}Incident de sécurité{#case 'leak'}Fuite de données{#case 'misuse'}Usage contraire à la charte{#case 'legal'}Obligation légale{#else}{code}{/switch}")
    String categoryName(String code);

    @Message(
            "{#switch code}{#case 'asked'}Attend la seconde clé{#case 'lapsed'}Restée sans réponse{#case 'withdrawn'}Retirée{#case 'refused'}Refusée{#case 'open'}Ouverte{#case 'over'}Terminée{#case 'closed'}Fermée avant terme{#else}{code}{/switch}")
    String stateName(String code);

    @Message(
            "{#switch code}{#case 'dpo'}délégué à la protection des données{#case 'ciso'}responsable de la sécurité (RSSI){#case 'staff_rep'}représentant du personnel{#case 'counsel'}conseil extérieur{#else}{code}{/switch}")
    String capacityName(String code);

    @Message(
            "Demander donne la première clé, la vôtre. Rien ne s’ouvre avant la seconde, d’une autre personne. La personne concernée lira votre motif, et saura par quelle fonction elle a été consultée.")
    String askLead();

    @Message("Adresse de la personne concernée")
    String person();

    @Message("Elle sera prévenue dès l’ouverture, toujours.")
    String personHint();

    @Message("Premier jour")
    String from();

    @Message("Dernier jour")
    String to();

    @Message("31 jours au plus. Rien de ce qui suit la demande n’est lu : ce serait surveiller.")
    String toHint();

    @Message("Ce que vous cherchez, et pourquoi cela ne se trouve pas autrement")
    String reason();

    @Message("30 caractères au moins. La personne concernée le lira mot pour mot.")
    String reasonHint();

    @Message("Incident (facultatif)")
    String incident();

    @Message("Son numéro, comme I-2026-001.")
    String incidentHint();

    @Message("Durée d’accès, en jours")
    String days();

    @Message("De 1 à 7, à compter de la seconde clé.")
    String daysHint();

    @Message("Donner la seconde clé")
    String give();

    @Message("Demander et donner la première clé")
    String giveFirst();

    @Message("Une clé se donne, et des traces s’ouvrent, après un mot de passe donné il y a moins de quinze minutes.")
    String confirmFirst();

    @Message("Confirmer mon mot de passe")
    String confirm();

    @Message("Demande {code}")
    String fileTitle(String code);

    @Message("Traces nominatives")
    String back();

    @Message("Échanges lus")
    String periodLabel();

    @Message("du {from} au {to}")
    String period(String from, String to);

    @Message("Accès demandé")
    String access();

    @Message("{#if days == 1}1 jour{#else}{days} jours{/if}")
    String accessDays(int days);

    @Message("Première clé")
    String firstKey();

    @Message("Seconde clé")
    String secondKey();

    @Message("Peuvent la donner")
    String canGive();

    @Message("donnée le {at}")
    String givenOn(String at);

    @Message("refusée le {at}")
    String refusedOn(String at);

    @Message("Motif du refus")
    String refusal();

    @Message("Accès jusqu’au")
    String untilLabel();

    @Message("Accès terminé le")
    String endedLabel();

    @Message("Ouvertures")
    String readings();

    @Message("{#if times == 0}aucune{#else if times == 1}1 fois{#else}{times} fois{/if}")
    String readingsCount(int times);

    @Message("Votre clé")
    String answerTitle();

    @Message(
            "Vous répondez de cette ouverture autant que qui l’a demandée. Vérifiez le motif, la période et la durée. Sans réponse, la demande s’éteint sept jours après avoir été faite.")
    String answerLead();

    @Message("Refuser")
    String refuse();

    @Message("Motif du refus")
    String answerReason();

    @Message("10 caractères au moins. Qui a demandé le lira.")
    String answerHint();

    @Message("Retirer la demande")
    String withdraw();

    @Message("Personne n’a encore répondu. La demande reste au registre, sans effet.")
    String withdrawLead();

    @Message("Fermer l’accès maintenant")
    String close();

    @Message("Dès que vous avez ce qu’il faut : l’accès se ferme pour les deux, et ne se rouvre pas.")
    String closeLead();

    @Message("Les traces")
    String readTitle();

    @Message("Chaque ouverture est inscrite au journal, et comptée pour la personne concernée.")
    String readLead();

    @Message("Lire les traces")
    String read();

    @Message("Traces, demande {code}")
    String traceTitle(String code);

    @Message("{about}, {period}. Accès jusqu’au {until}.")
    String traceLead(String about, String period, String until);

    @Message("Aucun échange dans cette période.")
    String traceNone();

    @Message("Échanges {from} à {to} sur {all}")
    String shown(int from, int to, int all);

    @Message("Précédents")
    String before();

    @Message("Suivants")
    String after();

    @Message("Moment")
    String moment();

    @Message("Modèle")
    String model();

    @Message("Mission, cas d’usage")
    String frame();

    @Message("Décision")
    String decision();

    @Message(
            "{#switch word}{#case 'allowed'}autorisé{#case 'refused'}refusé{#case 'rerouted'}réorienté{#case 'pseudonymised'}pseudonymisé{#case 'running'}en cours{#case 'lost'}interrompu{#else}{word}{/switch}")
    String decisionWord(String word);

    @Message("Détections")
    String findings();

    @Message("Jetons, entrée / sortie")
    String tokens();

    @Message("Coût")
    String cost();

    @Message("Ces traces ne sont pas ouvertes")
    String shutTitle();

    @Message(
            "Rien n’est lisible avant la seconde clé, ni une fois l’accès terminé. Pour lire encore, il faut une nouvelle demande, avec deux clés.")
    String shut();

    @Message("L’accès s’est terminé le {at}.")
    String shutSince(String at);

    @Message("Voir la demande {code}")
    String seeFile(String code);

    @Message(
            "Quand une même personne est DPO et RSSI, ou qu’une de ces fonctions n’a pas d’autre titulaire, la seconde clé revient à une personne désignée avant la demande : un représentant du personnel ou un conseil extérieur. C’est une décision, que chacun peut lire.")
    String holdersLead();

    @Message("Personne n’est désigné. Tant que le DPO et le RSSI sont deux personnes, ce n’est pas nécessaire.")
    String holdersNone();

    @Message("Adresse de la personne désignée")
    String holder();

    @Message("Elle n’est ni DPO, ni RSSI, ni DSI, ni administratrice, et ce n’est pas vous.")
    String holderHint();

    @Message("En qualité de")
    String capacity();

    @Message("Désigner")
    String nameSomebody();

    @Message("Désignée le")
    String namedOn();

    @Message("Décision")
    String namedBy();

    @Message("Mettre fin")
    String endName();

    @Message("Fin")
    String endOn();

    @Message("Motif")
    String motive();

    @Message("Personne")
    String holderPerson();

    @Message(
            "Vos échanges avec les modèles ne sont lus par personne, sauf avec deux clés de deux personnes. Chaque fois que c’est arrivé est ici.")
    String ownLead();

    @Message("Personne n’a jamais lu vos traces.")
    String ownNone();

    @Message(
            "Ont pu être lus : le moment, le modèle, la mission ou le cas d’usage, la décision, le nombre de détections par type, les jetons et le coût de chaque échange. Jamais ce que vous avez écrit ni ce qui vous a été répondu : ce n’est pas inscrit.")
    String ownWhat();

    @Message("À la demande de")
    String askedAs();

    @Message("Avec l’accord de")
    String agreedAs();

    @Message("J’ai lu")
    String seen();

    @Message("À qui s’adresser")
    String whomToAsk();

    @Message("Vous pouvez demander des explications, contester, ou vous faire assister.")
    String whomToAskLead();

    @Message("Délégué à la protection des données")
    String officers();

    @Message("Représentants du personnel")
    String representatives();

    @Message("La Commission nationale de l’informatique et des libertés (CNIL) reçoit vos réclamations.")
    String authority();

    @Message("la dernière le {at}")
    String lastRead(String at);

    @Message("Deux personnes peuvent lire vos traces du {from} au {to}, jusqu’au {until}.")
    String tellOpen(String from, String to, String until);

    @Message("Vos traces du {from} au {to} ont été ouvertes à deux personnes, jusqu’au {until}.")
    String tellOver(String from, String to, String until);

    @Message("Qui, pourquoi, à qui s’adresser")
    String tellMore();

    @Message("Une seconde clé vous est demandée (demande {code}).")
    String keyAsked(String code);

    @Message("Voir la demande")
    String seeRequest();

    @Message(
            "{#switch fault}{#case 'PERSON_UNKNOWN'}Donnez l’adresse d’un compte actif.{#case 'OWN_TRACES'}Vos propres traces se lisent sans clé, à la page de chaque échange.{#case 'PERIOD_INVALID'}Donnez un premier et un dernier jour, dans l’ordre, sans jour à venir.{#case 'PERIOD_TOO_LONG'}31 jours au plus.{#case 'CATEGORY_MISSING'}Choisissez un motif.{#case 'REASON_TOO_SHORT'}Écrivez ce que vous cherchez et pourquoi, en 30 caractères au moins.{#case 'REASON_TOO_LONG'}2 000 caractères au plus.{#case 'INCIDENT_UNKNOWN'}Aucun incident ne porte ce numéro.{#case 'DAYS_INVALID'}De 1 à 7 jours.{#case 'NO_SECOND_KEY'}Personne ne pourrait donner la seconde clé : il faut un autre titulaire de l’autre fonction, ou une personne désignée avant la demande.{#case 'NOT_ASKED_ANY_MORE'}La demande n’en est plus là : rouvrez la page.{#case 'FIRST_KEY_VOID'}Qui a demandé n’a plus la fonction qui donnait la première clé.{#case 'PERSON_GONE'}Le compte de la personne concernée est fermé : elle ne pourrait pas être prévenue.{#case 'REFUSAL_TOO_SHORT'}Dites pourquoi, en 10 caractères au moins.{#case 'HOLDER_UNKNOWN'}Donnez l’adresse d’un compte actif.{#case 'HOLDER_IS_SELF'}On ne se désigne pas soi-même.{#case 'HOLDER_NOT_OUTSIDE'}Cette personne tient déjà une des fonctions, ou peut les donner.{#case 'HOLDER_NOT_STAFF_REP'}Cette personne n’est pas représentante du personnel.{#case 'HOLDER_KNOWN'}Cette personne est déjà désignée.{#case 'MOTIVE_MISSING'}Écrivez le motif de la décision.{/switch}")
    String fault(String fault);
}
