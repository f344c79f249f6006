package org.vigie.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words around every page; {@code {layout:…}} in templates. */
@MessageBundle(value = "layout", locale = "fr")
public interface LayoutMessages {
    @Message("Aller au contenu")
    String skip();

    @Message("Navigation principale")
    String navigation();

    @Message("Raccourcis")
    String shortcuts();

    @Message(
            "{#switch room}{#case ASSISTANT}Assistant{#case DOCUMENTS}Documents{#case LIBRARY}Bibliothèque{#case SHIELD}Bouclier{#case CHARTER}Charte{#case RULES}Règles{#case MISSIONS}Missions{#case ATTESTATIONS}Attestations{#case USE_CASES}Cas d’usage{#case PROVIDERS}Fournisseurs{#case INCIDENTS}Incidents{#case DISCLOSURES}Traces nominatives{#case BUDGETS}Budgets{#case GATEWAY}Passerelle{#case PEOPLE}Personnes{#case DICTIONARY}Dictionnaire{#case NAMES}Noms et annuaire{#case KEYS}Clés d’accès{#case LIMITS}Limites{/switch}")
    String room(Room room);

    @Message("{#switch group}{#case WORK}Travailler{#case LEARN}Apprendre{#case RULES}Cadre{#case TOWER}Tour"
            + "{#case MEASURE}Mesure{#case SETTINGS}Réglages{/switch}")
    String group(Room.Group group);

    /** @param type the name of a finding type, which this module does not know */
    @Message(
            "{#switch type}{#case 'PERSON'}nom de personne{#case 'EMAIL'}adresse électronique{#case 'PHONE'}numéro de téléphone{#case 'ADDRESS'}adresse postale{#case 'DATE_OF_BIRTH'}date de naissance{#case 'NIR'}numéro de sécurité sociale{#case 'TAX_ID'}numéro fiscal{#case 'PASSPORT_ID'}pièce d’identité{#case 'IBAN'}compte bancaire{#case 'CARD'}carte bancaire{#case 'SIREN'}numéro SIREN{#case 'SIRET'}numéro SIRET{#case 'VAT'}numéro de TVA{#case 'PLATE'}plaque d’immatriculation{#case 'IP'}adresse IP{#case 'MAC'}adresse MAC{#case 'GPS'}position{#case 'SECRET'}mot de passe ou clé{#case 'URL_CRED'}adresse avec identifiants{#case 'HEALTH'}donnée sensible{#case 'MARKING'}mention de protection{#case 'ORG_CLIENT'}client{#case 'TERM'}terme du dictionnaire{#else}{type}{/switch}")
    String findingType(String type);

    @Message("Voir les budgets")
    String budgets();

    @Message("Replier le menu")
    String fold();

    @Message("Menu")
    String menu();

    @Message("Mon compte")
    String account();

    @Message("Apparence")
    String appearance();

    @Message("Système")
    String themeSystem();

    @Message("Claire")
    String themeLight();

    @Message("Sombre")
    String themeDark();

    @Message("Langue")
    String language();

    @Message("Signaler un problème")
    String report();

    @Message("Se déconnecter")
    String signOut();

    @Message("Fermer")
    String close();

    @Message("Accueil de Vigie")
    String home();
}
