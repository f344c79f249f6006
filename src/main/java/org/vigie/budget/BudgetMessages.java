package org.vigie.budget;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of budgets. */
@MessageBundle(value = "budget", locale = "fr")
public interface BudgetMessages {
    @Message("Budgets")
    String budgets();

    @Message(
            "Ce que chaque équipe, mission, cas d’usage ou personne peut dépenser, et où elle en est. Un budget épuisé "
                    + "fait refuser les demandes jusqu’à la période suivante.")
    String budgetsLead();

    @Message("Fixer un budget")
    String set();

    @Message("Aucun budget ne vous concerne")
    String noneTitle();

    @Message(
            "Un budget limite ce qui peut être dépensé par jour ou par mois. Son porteur est prévenu à 50, 80 et 100 %.")
    String none();

    @Message("À savoir")
    String unread();

    @Message("C’est lu")
    String read();

    @Message("Porteur")
    String subject();

    @Message(
            "{#switch kind}{#case 'person'}Personne{#case 'team'}Équipe{#case 'mission'}Mission{#case 'use_case'}Cas d’usage{#case 'org'}Organisation{#else}{kind}{/switch}")
    String kind(String kind);

    @Message("Toute l’organisation")
    String organisation();

    @Message("Vous")
    String you();

    @Message("Période")
    String period();

    @Message("{#if code == 'day'}Jour{#else}Mois{/if}")
    String periodName(String code);

    @Message("Montant")
    String amount();

    @Message("Dépensé")
    String spent();

    @Message("Réservé")
    String reserved();

    @Message("Part")
    String share();

    @Message("Fin de période")
    String projected();

    @Message("trop tôt")
    String tooEarly();

    @Message("non montré")
    String hidden();

    @Message("Décision")
    String decision();

    @Message("Configuration")
    String configuration();

    @Message("État")
    String state();

    @Message("{#if reached == 100}Épuisé{#else if reached > 0}{reached} % ou plus{#else}Moins de 50 %{/if}")
    String reached(int reached);

    @Message("Non épuisé")
    String notUsedUp();

    @Message("Une limite plus basse prévaut")
    String outdone();

    @Message("Réservé : retenu pour les demandes en cours et celles de l’instant suivant, rendu aussitôt après. Fin de "
            + "période : ce qui serait dépensé en continuant au rythme constaté depuis le début du compte ; dit une fois "
            + "écoulé un dixième du temps. Épuisé : tout est dépensé, ou une demande a été refusée parce que le reste n’y "
            + "suffisait pas. Le compte commence avec le premier usage sous un budget.")
    String method();

    @Message("En dessous de cinq personnes, les montants diraient ce que fait chacune : seul le palier atteint est "
            + "montré.")
    String hiddenLead();

    @Message("Ce qu’une personne a dépensé n’est montré qu’à elle. Qui fixe les budgets voit qu’elle en a un, son "
            + "montant, et s’il est épuisé.")
    String personsLead();

    @Message("Se renouvelle le")
    String renews();

    @Message("Compté depuis le")
    String since();

    @Message("Paliers atteints")
    String thresholds();

    @Message("{percent} %, le {at}")
    String threshold(int percent, String at);

    @Message("Aucun.")
    String noThreshold();

    @Message("Pour qui")
    String forWhom();

    @Message("Personne, équipe, mission ou cas d’usage")
    String which();

    @Message("L’adresse d’une personne, le code d’une équipe, d’une mission ou d’un cas d’usage. Rien pour toute "
            + "l’organisation.")
    String whichHint();

    @Message("Montant, en euros")
    String amountField();

    @Message("Motif")
    String reason();

    @Message("Il se lit à la page de la décision, que les refus citent.")
    String reasonHint();

    @Message("Changer")
    String change();

    @Message("Changer le montant")
    String changeTitle();

    @Message("Les paliers sont jugés à nouveau ; ce qui est déjà dépensé reste compté.")
    String changeLead();

    @Message("Retirer")
    String withdraw();

    @Message("Retirer ce budget")
    String withdrawTitle();

    @Message("Sans lui, seules les autres limites valent encore.")
    String withdrawLead();

    @Message("Ce budget fait partie du cas d’usage : il se change à sa page.")
    String ofUseCase();

    @Message("Ce budget est écrit dans la configuration de l’instance.")
    String ofConfiguration();

    @Message("Annuler")
    String cancel();

    @Message(
            "{#switch fault}{#case SUBJECT_UNKNOWN}Personne ne porte ce nom ici : donnez une adresse active, ou le code d’une équipe, d’une mission ou d’un cas d’usage en cours.{#case AMOUNT_INVALID}Donnez un montant en euros, supérieur à zéro.{#case REASON_MISSING}Écrivez le motif de la décision.{#case EXISTS}Il y a déjà un budget pour cette période : ouvrez-le pour le changer.{#case CHANGED_MEANWHILE}Quelqu’un l’a changé entre-temps : rouvrez la page.{#case NOTHING_CHANGED}Ce montant est déjà en vigueur.{/switch}")
    String fault(BudgetFault fault);
}
