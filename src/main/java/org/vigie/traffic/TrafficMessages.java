package org.vigie.traffic;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the page « Passerelle »; {@code {traffic:…}} in templates. */
@MessageBundle(value = "traffic", locale = "fr")
public interface TrafficMessages {
    @Message("Passerelle")
    String gateway();

    @Message("Ce qui passe par Vigie, à quelle vitesse et à quel coût. Par modèle, jamais par personne.")
    String gatewayLead();

    @Message("La dernière heure, sur cette instance")
    String lastHour();

    @Message(
            "Par minute, sur une heure : {answered} demandes abouties, {refused} refusées, {failed} en échec ou interrompues.")
    String lastHourDrawing(long answered, long refused, long failed);

    @Message("Abouties")
    String answered();

    @Message("Refusées")
    String refused();

    @Message("En échec ou interrompues")
    String failedOrCancelled();

    @Message("Médiane")
    String half();

    @Message("95 % en moins de")
    String most();

    @Message("Rien n’est passé depuis une heure.")
    String quiet();

    @Message("Période")
    String period();

    @Message("{#switch period}{#case DAY}24 heures{#case WEEK}7 jours{#case MONTH}30 jours{/switch}")
    String periodName(TrafficView.Period period);

    @Message("Par modèle")
    String byModel();

    @Message("Modèle")
    String model();

    @Message("Demandes")
    String exchanges();

    @Message("Échecs")
    String failures();

    @Message("Masquées")
    String masked();

    @Message("Jetons (entrée / sortie)")
    String tokens();

    @Message("Coût")
    String cost();

    @Message("Durée totale")
    String total();

    @Message("Vigie")
    String ours();

    @Message("Bouclier")
    String shieldTime();

    @Message("Fournisseur")
    String upstream();

    @Message("Premier octet")
    String firstByte();

    @Message("Ensemble")
    String all();

    @Message("Modèle inconnu ou demande illisible")
    String noModel();

    @Message("rien n’est parti")
    String notSent();

    @Message("estimé en partie")
    String estimated();

    @Message(
            "Les durées sont des moyennes par demande. « Vigie » : tout ce qui n’est ni le bouclier ni le fournisseur, écriture de l’audit comprise.")
    String means();

    @Message("Rien n’est encore passé sur cette période.")
    String nothingYet();

    @Message("Posez une question à l’assistant, ou branchez un programme avec une clé d’accès.")
    String nothingYetMore();

    @Message("Exporter (CSV)")
    String export();

    @Message("Clés d’accès")
    String keys();

    @Message("Santé des modèles")
    String health();

    @Message("Vu par cette instance depuis son démarrage. Un modèle mis à l’écart est essayé de nouveau de lui-même.")
    String healthMeans();

    @Message("Fournisseur")
    String target();

    @Message("État")
    String state();

    @Message(
            "{#switch state}{#case 'CLOSED'}répond{#case 'OPEN'}mis à l’écart{#case 'HALF_OPEN'}à l’essai{#else}{state}{/switch}")
    String stateName(String state);

    @Message("En cours")
    String underWay();

    @Message("Réponses")
    String attempts();

    @Message("Pannes")
    String faults();

    @Message("Dernière panne")
    String lastFault();

    @Message(
            "{#switch kind}{#case 'UNREACHABLE'}injoignable{#case 'TIMED_OUT'}délai dépassé{#case 'FAILED'}en erreur{#case 'BUSY'}saturé{#else}{kind}{/switch}")
    String faultName(String kind);

    @Message("Premier octet (médiane / 95 %)")
    String firstByteHalf();
}
