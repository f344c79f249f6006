package org.vigie.usecase;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of use cases. */
@MessageBundle(value = "usecase", locale = "fr")
public interface UseCaseMessages {
    @Message("Cas d’usage")
    String useCases();

    @Message(
            "Les usages que l’entreprise fait de l’IA : qui en répond, sur quelles données, avec quels modèles et quel budget.")
    String useCasesLead();

    @Message("Déclarer un cas d’usage")
    String declare();

    @Message("Cinq minutes, avant d’écrire la moindre ligne. Rien n’est ouvert tant que vous ne l’avez pas décidé.")
    String declareLead();

    @Message("Aucun cas d’usage n’est déclaré")
    String noneTitle();

    @Message(
            "Un cas d’usage dit à quoi sert l’IA dans un travail précis. Il donne des clés d’accès à lui, avec leur budget et leur fin.")
    String none();

    @Message("Modifier")
    String change();

    @Message("Code")
    String code();

    @Message("Majuscules, chiffres et tirets. Il sert d’en-tête X-Vigie-Use-Case et ne change plus.")
    String codeHint();

    @Message("Titre")
    String title();

    @Message("À quoi il sert")
    String purpose();

    @Message("Le problème, qui s’en sert, ce qui en sort ; et ce à quoi il ne doit pas servir.")
    String purposeHint();

    @Message("Responsable")
    String owner();

    @Message("Son adresse. Cette personne répond du cas d’usage.")
    String ownerHint();

    @Message("Classe la plus haute, une fois masquée")
    String dataClass();

    @Message(
            "{#switch code}{#case 'C0'}C0 · publique{#case 'C1'}C1 · interne{#case 'C2'}C2 · confidentielle{#case 'C3'}C3 · secrète{#else}{code}{/switch}")
    String className(String code);

    @Message("Modèles")
    String models();

    @Message("Testeurs")
    String testers();

    @Message("Une adresse par ligne, {most} au plus. Le responsable en est toujours.")
    String testersHint(int most);

    @Message("Aucun, hors le responsable.")
    String noTesters();

    @Message("Budget du mois, en euros")
    String budget();

    @Message("Budget du mois")
    String budgetShort();

    @Message("Dernier jour")
    String until();

    @Message("Ce jour passé, la passerelle refuse.")
    String untilHint();

    @Message("État")
    String state();

    @Message(
            "{#switch state}{#case 'declared'}Déclaré{#case 'open'}Ouvert{#case 'suspended'}Suspendu{#case 'stopped'}Arrêté{#else}{state}{/switch}")
    String stateName(String state);

    @Message("Terminé")
    String over();

    @Message("Enregistrer")
    String save();

    @Message("Annuler")
    String cancel();

    @Message("Décider")
    String decide();

    @Message("Motif")
    String motive();

    @Message("Il se lit à la page de la décision, que les refus citent.")
    String motiveHint();

    @Message("Ouvrir")
    String open();

    @Message("Suspendre")
    String suspend();

    @Message("Arrêter pour de bon")
    String stop();

    @Message("Arrêté, un cas d’usage ne rouvre plus et ses clés sont révoquées.")
    String stopWarning();

    @Message("Clé d’accès")
    String key();

    @Message("Elle ne sert qu’à ce cas d’usage, à votre nom, jusqu’à son dernier jour.")
    String keyLead();

    @Message("Créer une clé")
    String createKey();

    @Message("Cas d’usage {code}")
    String keyName(String code);

    @Message("Votre clé, affichée une seule fois")
    String keyOnce();

    @Message("Pour créer une clé, confirmez votre mot de passe : il a été donné il y a plus de quinze minutes.")
    String confirmFirst();

    @Message("Confirmer mon mot de passe")
    String confirm();

    @Message("Mes clés")
    String myKeys();

    @Message(
            "{#switch fault}{#case CODE_INVALID}Le code a des majuscules, des chiffres et des tirets, 40 caractères au plus.{#case CODE_TAKEN}Un cas d’usage porte déjà ce code.{#case TITLE_INVALID}Donnez un titre de 120 caractères au plus.{#case PURPOSE_INVALID}Dites à quoi il sert, en 2 000 caractères au plus.{#case MODEL_MISSING}Choisissez au moins un modèle.{#case MODEL_UNKNOWN}Un de ces modèles n’existe pas ici.{#case CLASS_MISSING}Choisissez une classe de données.{#case OWNER_UNKNOWN}Le responsable doit avoir un compte actif à cette adresse.{#case TESTER_UNKNOWN}Une de ces adresses n’a pas de compte actif.{#case TOO_MANY_TESTERS}Dix testeurs au plus, hors le responsable.{#case BUDGET_INVALID}Donnez un montant en euros, supérieur à zéro.{#case UNTIL_PAST}Donnez un dernier jour qui n’est pas passé.{#case CHANGED_MEANWHILE}Quelqu’un l’a modifié entre-temps : rouvrez la page.{#case MOTIVE_MISSING}Écrivez le motif de la décision.{#case NOT_IN_THIS_STATE}Ce n’est pas possible dans cet état.{/switch}")
    String fault(UseCaseFault fault);
}
