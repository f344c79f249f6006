package org.vigie.prompt;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the library. */
@MessageBundle(value = "prompt", locale = "fr")
public interface PromptMessages {
    @Message("Bibliothèque")
    String library();

    @Message(
            "Des demandes bien écrites, à compléter et à poser à l’assistant. Dans la conversation, tapez « / » pour en choisir une.")
    String libraryLead();

    @Message("Écrire une demande")
    String create();

    @Message("Modifier la demande")
    String edit();

    @Message("Chercher")
    String search();

    @Message("Chercher dans la bibliothèque")
    String searchLabel();

    @Message("Rayon")
    String shelf();

    @Message(
            "{#switch code}{#case 'own'}Les miennes{#case 'team'}Mon équipe{#case 'firm'}L’entreprise{#else}Tous les rayons{/switch}")
    String shelfName(String code);

    @Message("{#switch code}{#case 'own'}vous seul{#case 'team'}votre équipe{#else}toute l’entreprise{/switch}")
    String readBy(String code);

    @Message("Famille")
    String family();

    @Message("rédaction, analyse, RH…")
    String familyHint();

    @Message("Toutes")
    String allFamilies();

    @Message("Rien ici ne correspond")
    String nothingTitle();

    @Message("Essayez d’autres mots, un autre rayon, ou écrivez la demande vous-même.")
    String nothing();

    @Message(
            "{#switch code}{#case 'C0'}Données publiques{#case 'C1'}Données internes au plus{#case 'C2'}Données confidentielles, masquées{#else}Données secrètes{/switch}")
    String upTo(String code);

    @Message(
            "{#switch count}{#case '0'}Pas encore utilisée{#case '1'}Utilisée une fois{#else}Utilisée {count} fois{/switch}")
    String uses(String count);

    @Message("Utiliser")
    String use();

    @Message("Utiliser : {title}")
    String useOf(String title);

    @Message("Pour qui")
    String audience();

    @Message("Pour qui : {audience}")
    String audienceLine(String audience);

    @Message("Facultatif : à qui elle sert, comme « équipes commerciales ».")
    String audienceHint();

    @Message("Titre")
    String titleLabel();

    @Message("Texte")
    String text();

    @Message(
            "Ce qui change d’une fois à l’autre s’écrit entre doubles accolades, comme {sample} : on le demandera dans un formulaire.")
    String textHint(String sample);

    @Message("Classe de données")
    String dataClass();

    @Message("La plus haute de ce que l’on devrait y mettre.")
    String dataClassHint();

    @Message(
            "{#switch code}{#case 'C0'}C0 · publique{#case 'C1'}C1 · interne{#case 'C2'}C2 · confidentielle{#else}C3 · secrète{/switch}")
    String className(String code);

    @Message("À vérifier")
    String toCheck();

    @Message("Facultatif : ce qu’il faut regarder dans la réponse avant de s’en servir.")
    String toCheckHint();

    @Message("À compléter")
    String blanks();

    @Message("Décrivez ce qu’il faut compléter, puis enregistrez.")
    String describeBlanks();

    @Message("{name} : ce qu’il faut y mettre")
    String blankDescription(String name);

    @Message("{name} : un exemple")
    String blankExample(String name);

    @Message("{name} : à saisir comme")
    String blankKind(String name);

    @Message("{name} : les choix, un par ligne")
    String blankChoices(String name);

    @Message(
            "{#switch code}{#case 'line'}une ligne{#case 'text'}un texte{#case 'number'}un nombre{#case 'date'}une date{#else}un choix{/switch}")
    String kindName(String code);

    @Message("Exemple : {example}")
    String example(String example);

    @Message("Enregistrer")
    String save();

    @Message("Annuler")
    String cancel();

    @Message("Modifier")
    String editVerb();

    @Message("Copier dans les miennes")
    String copy();

    @Message("Supprimer")
    String delete();

    @Message("Supprimer « {title} » ?")
    String deleteTitle(String title);

    @Message("Elle disparaît pour tous ceux qui la lisent, avec ses versions et ses avis. Cela ne se défait pas.")
    String deleteText();

    @Message("Garder")
    String keep();

    @Message("Versions")
    String versions();

    @Message("Version {number}, {moment}{#if by}, par {by}{/if}")
    String versionLine(int number, String moment, String by);

    @Message("Reprendre cette version")
    String restore();

    @Message("Écrite par {name}")
    String by(String name);

    @Message("Fournie avec Vigie ; relisez-la avec vos métiers.")
    String byVigie();

    @Message("Votre avis")
    String yourRating();

    @Message(
            "{#switch stars}{#case 1}Ne m’a pas aidé{#case 2}M’a peu aidé{#case 3}Utile{#case 4}Très utile{#case 5}Indispensable{#else}Sans avis{/switch}")
    String stars(int stars);

    @Message("{mean} sur 5, selon {count} personnes")
    String mean(String mean, String count);

    @Message("La moyenne se lit à partir de cinq avis.")
    String tooFew();

    @Message("Donner mon avis")
    String rate();

    @Message("Exporter (JSON)")
    String exportFile();

    @Message("Importer")
    String importVerb();

    @Message("Importer des demandes")
    String importTitle();

    @Message("Un fichier JSON comme celui de l’export. Tout est repris, ou rien.")
    String importLead();

    @Message("Fichier JSON")
    String file();

    @Message("{count} demandes ont été ajoutées.")
    String imported(int count);

    @Message("Mettre dans le message")
    String insert();

    @Message("Vous pourrez encore la modifier avant de l’envoyer.")
    String insertLead();

    @Message(
            "{#switch fault.name}{#case 'TITLE_INVALID'}Donnez un titre, de 120 caractères au plus.{#case 'FAMILY_TOO_LONG'}La famille tient en 50 caractères.{#case 'TEXT_INVALID'}Écrivez le texte de la demande, en 8 000 caractères au plus.{#case 'TOO_MANY_BLANKS'}Le texte a plus de vingt choses à compléter.{#case 'CHOICES_MISSING'}Un choix demande au moins deux réponses, et cinquante au plus.{#case 'TOO_LONG'}Une description, un exemple ou une ligne « à vérifier » est trop longue.{#case 'CLASS_MISSING'}Choisissez une classe de données.{#case 'SHELF_CLOSED'}Ce rayon ne vous est pas ouvert.{#case 'CHANGED_MEANWHILE'}Quelqu’un l’a modifiée entre-temps : relisez-la, puis recommencez.{#case 'TOO_MANY'}Vous avez déjà mille demandes.{#case 'FILE_MALFORMED'}Ce fichier n’est pas un export de la bibliothèque.{#else}Ce fichier ne contient aucune demande.{/switch}")
    String fault(PromptFault fault);

    @Message("Améliorer la demande")
    String coachTitle();

    @Message("Rien ne manque à cette demande, d’après nos règles.")
    String coachComplete();

    @Message(
            "La demande dit {met} de ces {all} points. Ce sont des repères, pas une obligation : complétez ce qui changera la réponse.")
    String coachMet(long met, int all);

    @Message("dit")
    String coachSaid();

    @Message("à compléter")
    String coachNotSaid();

    @Message(
            "{#switch criterion}{#case 'AIM'}Le but{#case 'CONTEXT'}Le contexte{#case 'READER'}Le destinataire{#case 'FORMAT'}La forme{#case 'LIMITS'}Les limites{#case 'SOURCES'}Les sources{#case 'CHECKING'}Ce qui est incertain{/switch}")
    String coachCriterion(String criterion);

    @Message(
            "{#switch criterion}{#case 'AIM'}Commencez par un verbe : résume, compare, rédige…{#case 'CONTEXT'}Dites d’où vient la demande et à quoi la réponse servira.{#case 'READER'}Dites qui lira la réponse, et ce que cette personne sait déjà.{#case 'FORMAT'}Dites la forme : courriel, tableau, plan, trois points, quel ton.{#case 'LIMITS'}Dites la longueur, et ce qu’il ne faut pas dire.{#case 'SOURCES'}Joignez le texte ou le document sur lequel s’appuyer, ou interrogez un espace de documents.{#case 'CHECKING'}Demandez que ce qui manque ou qui est incertain soit signalé, pas inventé.{/switch}")
    String coachAdvice(String criterion);

    @Message(
            "{#switch criterion}{#case 'AIM'}But : à compléter{#case 'CONTEXT'}Contexte : à compléter{#case 'READER'}Pour qui : à compléter{#case 'FORMAT'}Forme : à compléter (courriel, tableau, trois points…){#case 'LIMITS'}Limites : à compléter (longueur, ce qu’il ne faut pas dire){#case 'SOURCES'}Source : le texte ci-dessous, et lui seul (à coller ou à joindre){#case 'CHECKING'}Si une information manque ou est incertaine, dis-le ; n’invente rien.{/switch}")
    String coachLine(String criterion);

    @Message("Seront masqués avant le départ :")
    String coachMasked();

    @Message("Un rôle (« une cliente », « le chef de projet ») suffit souvent.")
    String coachMaskedAdvice();

    @Message("Compléter")
    String coachCompleteIt();

    @Message("Demander au modèle")
    String coachAskIt();

    @Message(
            "Améliore la demande ci-dessous, que j’adresserai à un assistant. Garde mon intention ; mets entre crochets ce que je dois compléter ; n’y réponds pas. Donne d’abord la demande améliorée, puis explique chaque changement en une ligne.")
    String coachAsk();
}
