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

    @Message("{#switch room}{#case ASSISTANT}Assistant{#case PEOPLE}Personnes{#case KEYS}Clés d’accès{/switch}")
    String room(Room room);

    @Message("{#switch group}{#case WORK}Travailler{#case LEARN}Apprendre{#case RULES}Cadre{#case TOWER}Tour"
            + "{#case MEASURE}Mesure{#case SETTINGS}Réglages{/switch}")
    String group(Room.Group group);

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

    @Message("Se déconnecter")
    String signOut();

    @Message("Fermer")
    String close();

    @Message("Accueil de Vigie")
    String home();
}
