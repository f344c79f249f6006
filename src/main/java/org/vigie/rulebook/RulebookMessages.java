package org.vigie.rulebook;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the document of the rules. */
@MessageBundle(value = "rulebook", locale = "fr")
public interface RulebookMessages {
    @Message("Règles en fichier")
    String title();

    @Message(
            "Toutes les règles en un fichier, à garder dans un dépôt Git : matrice, missions, cas d’usage, fournisseurs, "
                    + "charte, limites. Ni mot de passe, ni clé, ni contenu.")
    String lead();

    @Message("Règles en vigueur")
    String back();

    @Message("Exporter")
    String export();

    @Message("Ce que vous avez le droit de voir, toujours dans le même ordre.")
    String exportLead();

    @Message("Télécharger en YAML")
    String yaml();

    @Message("Télécharger en JSON")
    String json();

    @Message("Importer")
    String importing();

    @Message(
            "D’abord ce qui changerait ; rien n’est décidé avant votre accord. Ce dont le fichier ne parle pas reste tel quel.")
    String importLead();

    @Message("Fichier")
    String file();

    @Message("YAML ou JSON, 1 Mio au plus.")
    String fileHint();

    @Message("Choisissez un fichier.")
    String fileMissing();

    @Message("Voir ce qui changerait")
    String preview();

    @Message("Ce fichier ne peut pas être lu")
    String unreadable();

    @Message("Ce qui changerait")
    String changes();

    @Message("Rien ne changerait : le fichier dit ce qui est en vigueur.")
    String nothing();

    @Message("Créés : {created}. Modifiés : {changed}. Inchangés : {unchanged}. Refusés : {refused}.")
    String counts(long created, long changed, long unchanged, long refused);

    @Message("Rien ne peut être décidé tant qu’une ligne est refusée : corrigez le fichier, puis recommencez.")
    String blocked();

    @Message("Entre-temps, quelque chose a changé. Relisez, puis décidez.")
    String changedSince();

    @Message("Écrivez le motif : il sera lu avec chaque décision.")
    String motiveMissing();

    @Message("Objet")
    String thing();

    @Message("Ce qu’il devient")
    String becomes();

    @Message("Champ")
    String field();

    @Message("Avant")
    String before();

    @Message("Après")
    String after();

    @Message(
            "{#switch code}{#case 'created'}Créé{#case 'changed'}Modifié{#case 'unchanged'}Inchangé{#case 'refused'}Refusé{#else}{code}{/switch}")
    String change(String code);

    @Message(
            "{#switch key}{#case 'matrix'}Matrice{#case 'providers'}Fournisseur{#case 'charter'}Charte (brouillon){#case 'missions'}Mission{#case 'useCases'}Cas d’usage{#case 'effects'}Règle{#else}{key}{/switch}")
    String section(String key);

    @Message("Motif")
    String motive();

    @Message("Par exemple le numéro de la revue dans votre dépôt.")
    String motiveHint();

    @Message("Tout décider")
    String decide();

    @Message("Décider demande que votre mot de passe ait été donné depuis moins de quinze minutes. Confirmez-le, puis "
            + "choisissez le fichier de nouveau.")
    String confirmFirst();

    @Message("Confirmer mon mot de passe")
    String confirm();

    @Message("Ligne {line} : ")
    String line(int line);

    @Message(
            "{#switch kind}{#case 'TOO_LARGE'}le fichier dépasse 1 Mio.{#case 'NOT_TEXT'}le fichier n’est pas du texte en UTF-8.{#case 'UNREADABLE'}ce n’est ni du YAML ni du JSON. Vérifiez guillemets, crochets et retraits.{#case 'TAG'}les étiquettes de YAML (« ! ») ne sont pas admises.{#case 'ALIAS'}les renvois de YAML (« & » et « * ») ne sont pas admis.{#case 'TOO_MUCH'}trop de parties, ou trop profondes.{#case 'DUPLICATE_KEY'}la clé « {about} » est déjà écrite plus haut.{#case 'UNKNOWN_KEY'}la clé « {about} » n’existe pas ici{#if hint} ; la plus proche est « {hint} »{/if}.{#case 'WRONG_TYPE'}{#if about}« {about} » n’est pas de la bonne forme (attendu : {hint}).{#else}il faut des clés et leurs valeurs.{/if}{#case 'BAD_VALUE'}la valeur de « {about} » ne convient pas (attendu : {hint}).{#case 'OTHER_VERSION'}il faut « {about}: {hint} » en tête du fichier.{#else}{kind}{/switch}")
    String fault(String kind, String about, String hint);

    @Message(
            "{#switch reason}{#case 'NOT_ALLOWED'}Vos droits ne vous laissent pas en décider.{#case 'NEEDS_PERSON'}Approuver, ou dire qu’un client est d’accord, demande une personne et non une clé.{#case 'NOBODY'}Personne n’a ici l’adresse « {about} ».{#case 'NOTHING_CALLED_SO'}Rien ne s’appelle ici « {about} ».{#case 'ENDS_ON_ITS_PAGE'}Clore, rouvrir ou arrêter se fait sur sa page.{#else}{about}{/switch}")
    String refusal(String reason, String about);
}
