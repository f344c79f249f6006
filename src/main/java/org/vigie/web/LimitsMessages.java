package org.vigie.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.vigie.metering.Measure;

/** The words of the page of limits; {@code {limits:…}} in templates. */
@MessageBundle(value = "limits", locale = "fr")
public interface LimitsMessages {
    @Message("Mes limites")
    String title();

    @Message(
            "Ce que vous avez utilisé, et ce que vous pouvez encore utiliser. Vous êtes la seule personne à voir votre "
                    + "consommation.")
    String lead();

    @Message("Ma consommation")
    String use();

    @Message("Aujourd’hui")
    String today();

    @Message("Ce mois-ci")
    String month();

    @Message("Période")
    String period();

    @Message("Échanges")
    String exchanges();

    @Message("Jetons lus")
    String input();

    @Message("Jetons écrits")
    String output();

    @Message("Coût")
    String cost();

    @Message("Dont échanges estimés")
    String estimated();

    @Message(
            "Un échange est estimé quand le fournisseur n’a pas dit combien de jetons il a comptés, par exemple parce que "
                    + "la réponse a été interrompue.")
    String estimatedLead();

    @Message("Retrouver un échange par son numéro")
    String oneExchange();

    @Message("Mes limites")
    String mine();

    @Message("Aucune limite ne s’applique à vous.")
    String none();

    @Message("Porteur")
    String subject();

    @Message("Limite")
    String measure();

    @Message("Utilisé")
    String used();

    @Message("Au plus")
    String most();

    @Message("Se renouvelle le")
    String renews();

    @Message("État")
    String state();

    @Message("Ouverte")
    String open();

    @Message("Épuisée")
    String usedUp();

    @Message("non montré")
    String hidden();

    @Message(
            "L’utilisation d’une équipe de moins de cinq personnes n’est pas montrée : elle dirait ce que fait chacune. Celle d’une autre équipe ne l’est pas non plus quand une différence la ferait retrouver.")
    String hiddenLead();

    @Message("Vous")
    String you();

    @Message("Clé « {name} »")
    String key(String name);

    @Message("Équipe « {name} »")
    String team(String name);

    @Message("Équipes")
    String teams();

    @Message(
            "Les limites de toutes les équipes. Celles d’une personne ne sont montrées qu’à elle. Ces limites-ci se règlent "
                    + "dans la configuration ; les budgets décidés sont à la page « Budgets ».")
    String teamsLead();

    @Message("Aucune équipe n’a de limite.")
    String noTeams();

    @Message("{#switch measure}{#case COST_PER_MONTH}Budget du mois{#case COST_PER_DAY}Budget du jour"
            + "{#case REQUESTS_PER_MINUTE}Demandes par minute{#case TOKENS_PER_MINUTE}Jetons par minute"
            + "{#case CONCURRENCY}Demandes en même temps{/switch}")
    String measureName(Measure measure);

    @Message(
            "{#switch kind}{#case 'person'}Votre budget{#case 'key'}Le budget d’une de vos clés{#case 'team'}Le budget de l’équipe « {name} »{#case 'mission'}Le budget de la mission {name}{#case 'use_case'}Le budget du cas d’usage {name}{#else}Le budget de l’organisation{/switch} {#if period == 'day'}du jour{#else}du mois{/if} {#if percent == 100}est épuisé : des demandes sont refusées.{#else}est dépensé à {percent} % ou plus.{/if}")
    String alert(String kind, String name, String period, int percent);

    @Message("Mon budget")
    String myBudget();

    @Message("Il vous reste {left} sur {amount} {#if period == 'day'}aujourd’hui{#else}ce mois-ci{/if}.")
    String left(String left, String amount, String period);

    @Message("Ma consommation et mes limites")
    String seeLimits();
}
