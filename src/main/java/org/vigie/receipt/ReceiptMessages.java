package org.vigie.receipt;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the page of one exchange; {@code {receipt:…}} in templates. */
@MessageBundle(value = "receipt", locale = "fr")
public interface ReceiptMessages {
    @Message("pourquoi cette réponse ?")
    String why();

    @Message("Un échange")
    String title();

    @Message("Retrouver un échange")
    String search();

    @Message(
            "Chaque réponse de Vigie porte un numéro : l’en-tête x-request-id pour un programme, « Requête » sous une réponse de l’assistant. Avec ce numéro, vous voyez ce qui a été décidé, masqué, compté et inscrit. Vous seul voyez vos échanges, et leur contenu n’est jamais montré ici.")
    String searchLead();

    @Message("Numéro de l’échange (x-request-id)")
    String number();

    @Message("Retrouver")
    String find();

    @Message("Aucun échange de ce numéro")
    String unknownTitle();

    @Message(
            "Aucun de vos échanges ne porte ce numéro. Vérifiez qu’il est entier ; l’échange d’une autre personne ne vous est pas montré.")
    String unknown();

    @Message("Ce que le journal dit de cet échange, sans un mot de son contenu. Vous seul pouvez ouvrir cette page.")
    String lead();

    @Message("Télécharger (JSON)")
    String download();

    @Message("Signaler un problème")
    String problem();

    @Message("Retrouver un autre échange")
    String other();

    @Message("Ce qui s’est passé")
    String happened();

    @Message(
            "{#switch code}{#case 'running'}En cours{#case 'answered'}Répondu{#case 'refused'}Refusé{#case 'cancelled'}Arrêté{#case 'failed'}Échoué{#case 'lost'}Interrompu{/switch}")
    String outcome(String code);

    @Message(
            "{#switch code}{#case 'running'}L’échange est ouvert, et sa fin n’est pas encore connue.{#case 'answered'}La réponse entière est revenue.{#case 'refused'}Rien n’est parti vers un fournisseur.{#case 'cancelled'}Vous avez arrêté la réponse, ou le programme a raccroché avant la fin.{#case 'failed'}La réponse n’est pas venue, ou pas jusqu’au bout.{#case 'lost'}Vigie s’est arrêtée pendant l’échange ; son redémarrage l’a constaté.{/switch}")
    String outcomeMeans(String code);

    @Message(
            "{#switch word}{#case 'allowed'}Autorisé tel quel.{#case 'rerouted'}Un autre modèle que le premier choix de la route a été pris : celui-ci ne pouvait pas recevoir ce contenu, ou ne répondait pas.{#case 'pseudonymised'}Des éléments ont été remplacés par des substituts avant le départ.{#case 'refused'}Une règle, une limite ou un défaut de la demande l’a empêché de partir.{#else}{word}{/switch}")
    String verdict(String word);

    @Message(
            "{#switch code}{#case 'mission_forbids_ai'}La mission interdit l’IA.{#case 'mission_mismatch'}La mission indiquée n’est pas la vôtre, ou pas celle de la clé.{#case 'charter_unsigned'}La charte n’était pas signée.{#case 'class_too_high'}Le contenu est trop sensible pour les modèles de cette route.{#case 'model_not_allowed'}Ce modèle ne vous est pas ouvert.{#case 'use_case_suspended'}Le cas d’usage est suspendu.{#case 'use_case_full'}Le cas d’usage était complet.{#case 'tool_not_allowed'}La demande proposait au modèle un outil qui n’est pas autorisé.{#case 'content_not_examinable'}Un contenu ne pouvait pas être examiné (image, son, fichier), et aucun modèle de la route n’a le droit de le recevoir ainsi.{#case 'shield_unavailable'}Le bouclier ne pouvait pas examiner la demande.{#case 'audit_unavailable'}Le journal ne pouvait pas être écrit.{#case 'rate_limit_exceeded'}La limite de débit était atteinte.{#case 'insufficient_quota'}Le budget de la période était épuisé.{#case 'malformed_body'}La demande n’était pas lisible.{#case 'body_too_large'}La demande était trop grande.{#case 'model_not_found'}Le modèle demandé n’existe pas ici, ou ne vous est pas ouvert.{#case 'upstream_failed'}Le fournisseur a échoué.{#case 'upstream_timeout'}Le fournisseur n’a pas répondu à temps.{#case 'upstream_unavailable'}Aucun fournisseur de la route n’était disponible.{#case 'internal_error'}Une erreur de Vigie l’a interrompu.{#else}Motif : {code}.{/switch}")
    String reason(String code);

    @Message("La réponse d’une demande identique a été donnée de nouveau : rien n’est parti.")
    String cached();

    @Message("Commencé")
    String opened();

    @Message("Terminé")
    String ended();

    @Message("Venu par")
    String door();

    @Message("{#switch code}{#case 'assistant'}l’assistant{#else}l’API{/switch}")
    String doorName(String code);

    @Message("Modèle demandé")
    String asked();

    @Message("non reconnu")
    String unnamed();

    @Message("Modèle qui a servi")
    String model();

    @Message("aucun")
    String nobody();

    @Message("Envois")
    String attempts();

    @Message(
            "{#switch times}{#case '0'}rien n’est parti{#case '1'}une fois{#else}{times} fois, après un échec ou vers un autre modèle{/switch}")
    String attemptsMean(String times);

    @Message(
            "{#switch code}{#case 'C0'}C0 · publique{#case 'C1'}C1 · interne{#case 'C2'}C2 · confidentielle{#case 'C3'}C3 · secrète{#else}{code}{/switch}")
    String className(String code);

    @Message("Classe du contenu")
    String dataClass();

    @Message("Règles en vigueur")
    String snapshot();

    @Message("Ce que le bouclier a trouvé")
    String found();

    @Message("Type")
    String type();

    @Message("Nombre")
    String count();

    @Message("Rien de sensible n’a été trouvé.")
    String foundNothing();

    @Message("La demande n’a pas été examinée.")
    String notExamined();

    @Message("Remplacés par des substituts avant le départ, remis en place dans la réponse.")
    String foundMasked();

    @Message("Rien n’est parti.")
    String foundKept();

    @Message("Aucun substitut n’a été nécessaire vers ce modèle.")
    String foundOpen();

    @Message("Jetons et coût")
    String used();

    @Message("Jetons lus")
    String input();

    @Message("dont lus dans le cache du fournisseur")
    String cachedInput();

    @Message("Jetons écrits")
    String output();

    @Message("dont raisonnement")
    String reasoning();

    @Message("Coût")
    String cost();

    @Message("Compte")
    String counting();

    @Message("{#if yes}estimé par Vigie, le fournisseur ne l’ayant pas dit{#else}celui du fournisseur{/if}")
    String estimated(boolean yes);

    @Message("Durées")
    String times();

    @Message("En tout")
    String total();

    @Message("Fournisseur")
    String upstream();

    @Message("Bouclier")
    String shield();

    @Message("Reste de Vigie")
    String ours();

    @Message("Premier mot après")
    String firstByte();

    @Message("Inscription au journal")
    String record();

    @Message("L’inscription est ouverte et fermée : elle est complète.")
    String recordClosed();

    @Message("L’inscription a été fermée au redémarrage, sans que la fin de l’échange soit connue.")
    String recordLost();

    @Message("L’inscription est ouverte ; elle se ferme avec l’échange.")
    String recordOpen();

    @Message("Dit")
    String says();

    @Message("{#switch code}{#case 'opened'}ouvert{#case 'closed'}fermé{#case 'lost'}interrompu{#else}{code}{/switch}")
    String saysName(String code);

    @Message("Chaîne")
    String chain();

    @Message("Rang")
    String entry();

    @Message("Empreinte")
    String hash();

    @Message(
            "Chaque inscription scelle la précédente : en changer ou en ôter une se voit. La commande ./vigie audit verify le vérifie jusqu’au dernier point signé.")
    String proof();
}
