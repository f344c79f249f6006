package org.vigie.dictionary;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the shield's page and of the dictionary; {@code {dictionary:…}} in templates. */
@MessageBundle(value = "dictionary", locale = "fr")
public interface DictionaryMessages {
    @Message("Essayer le bouclier")
    String shield();

    @Message("Collez un texte : voyez ce que Vigie y reconnaît, ce qui partirait et ce qui serait refusé.")
    String shieldLead();

    @Message("Rien n’est envoyé ni conservé.")
    String nothingKept();

    @Message("Texte à examiner")
    String text();

    @Message("Examiner")
    String examine();

    @Message(
            "Ce texte est trop long pour cette page ({longest} caractères au plus). Pour un fichier ou un dossier : ./vigie shield detect.")
    String tooLong(int longest);

    @Message("Rien à masquer")
    String clean();

    @Message(
            "Vigie n’a rien reconnu qui doive rester ici. Relisez tout de même : une situation rare peut désigner quelqu’un sans le nommer.")
    String cleanMore();

    @Message("{#if count == 1}1 élément reconnu{#else}{count} éléments reconnus{/if}")
    String found(int count);

    @Message("Ce que Vigie reconnaît")
    String recognised();

    @Message("Élément")
    String element();

    @Message("Type")
    String type();

    @Message("Règle")
    String rule();

    @Message("Confiance")
    String confidence();

    @Message("{#if percent >= 95}certaine{#else if percent >= 80}probable{#else}possible{/if}")
    String certainty(int percent);

    @Message(
            "{#switch subtype}{#case 'health'}santé{#case 'union'}syndicat{#case 'religion'}religion{#case 'politics'}opinion politique{#case 'orientation'}vie sexuelle ou orientation{#case 'origin'}origine{#case 'biometrics'}biométrie{#case 'c0'}publique{#case 'c1'}interne{#case 'c2'}confidentielle{#case 'c3'}secrète{#else}{subtype}{/switch}")
    String subtype(String subtype);

    @Message("C’est une erreur")
    String mistake();

    @Message("C’est une erreur : ne plus reconnaître « {term} », pour toute l’organisation")
    String mistakeOf(String term);

    @Message(
            "« {term} » ne sera plus reconnu, pour toute l’organisation. Pour revenir en arrière : Réglages, Dictionnaire.")
    String nowIgnored(String term);

    @Message("Classe de données")
    String dataClass();

    @Message(
            "{#switch dataClass}{#case 'C0'}C0 · publique{#case 'C1'}C1 · interne{#case 'C2'}C2 · confidentielle{#case 'C3'}C3 · secrète{/switch}")
    String className(String dataClass);

    @Message("tel qu’il est écrit")
    String asWritten();

    @Message("une fois masqué")
    String onceMasked();

    @Message("Un texte de travail est interne, au moins.")
    String internalAtLeast();

    @Message("Ce qui partirait")
    String wouldLeave();

    @Message("Les substituts changent à chaque essai ; dans une conversation, chacun reste le même.")
    String placeholdersChange();

    @Message("Où il irait")
    String destinations();

    @Message("Modèle")
    String model();

    @Message("Décision")
    String decision();

    @Message("Part, masqué, vers {provider}")
    String goesMasked(String provider);

    @Message("Part tel quel vers {provider}")
    String goesAsItIs(String provider);

    @Message("Refusé : ce modèle n’accepte pas plus que la classe {highest}.")
    String refused(String highest);

    @Message("Dictionnaire")
    String dictionary();

    @Message("Les termes de l’organisation : ceux que le bouclier doit protéger, ceux qu’il doit laisser passer.")
    String dictionaryLead();

    @Message("{#if count == 0}Aucun terme{#else if count == 1}1 terme{#else}{count} termes{/if}")
    String terms(int count);

    @Message("Terme")
    String term();

    @Message("Effet")
    String effect();

    @Message("{#if regime == 'IGNORE'}laisser passer{#else}protéger{/if}")
    String regime(String regime);

    @Message("Ajouté le")
    String addedOn();

    @Message("Retirer")
    String remove();

    @Message("Retirer « {term} »")
    String removeOf(String term);

    @Message("Chercher un terme")
    String searchTerm();

    @Message("Chercher")
    String search();

    @Message("Aucun terme ne contient « {query} ».")
    String nothingFound(String query);

    @Message(
            "Le dictionnaire est vide. Ajoutez les noms de vos clients, de vos missions et de vos projets : ils seront masqués partout où ils apparaissent.")
    String empty();

    @Message("Seuls les {count} premiers sont affichés ; cherchez un terme pour voir les autres.")
    String cut(int count);

    @Message("Ajouter un terme")
    String addTerm();

    @Message("Ajouter")
    String add();

    @Message("Importer un fichier CSV")
    String importFile();

    @Message("Première ligne : term;type;action;mission. Seul term est obligatoire ; action vaut protect ou ignore.")
    String importHint();

    @Message("Fichier CSV, en UTF-8")
    String file();

    @Message("Importer")
    String importVerb();

    @Message(
            "{#if count == 1}1 terme est enregistré et déjà en vigueur.{#else}{count} termes sont enregistrés et déjà en vigueur.{/if}")
    String added(int count);

    @Message("Le terme doit avoir une lettre ou un chiffre, et 200 caractères au plus.")
    String termFault();

    @Message("Choisissez un type dans la liste.")
    String typeFault();

    @Message("Choisissez un fichier CSV qui ne soit pas vide.")
    String fileFault();

    @Message("Le fichier n’est pas en UTF-8. Enregistrez-le en « CSV UTF-8 », puis recommencez.")
    String encodingFault();

    @Message("Le fichier a plus de 100 000 termes. Rien n’a été enregistré.")
    String tooManyTerms();

    @Message("Rien n’a été enregistré. Le fichier a une faute :")
    String csvFault();
}
