package org.vigie.rules;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the rules in force. */
@MessageBundle(value = "rules", locale = "fr")
public interface RulesMessages {
    @Message("Règles en vigueur")
    String rules();

    @Message("Ce que la passerelle applique en ce moment, et qui l’a décidé. Chaque refus cite une de ces décisions.")
    String rulesLead();

    @Message("Exporter, importer")
    String file();

    @Message(
            "Il faut un nom en minuscules, une portée, un genre, une valeur qui lui convienne et une raison en français.")
    String effectFault();

    @Message("Une règle « {kind} » ne s’applique qu’ici : {scopes}.")
    String effectScope(String kind, String scopes);

    @Message("Ce nom est déjà celui d’une règle sur autre chose. Donnez-en un autre, et mettez fin à la première.")
    String effectMoved();

    @Message("Version {number}")
    String snapshot(long number);

    @Message("Où chaque classe de données peut aller")
    String matrix();

    @Message("Le plafond d’un fournisseur, une mission ou la charte peuvent encore restreindre. Ce que le "
            + "bouclier trouve est toujours remplacé avant de partir.")
    String matrixLead();

    @Message("Classe")
    String dataClass();

    @Message(
            "{#switch code}{#case 'C0'}C0 · publique{#case 'C1'}C1 · interne{#case 'C2'}C2 · confidentielle{#case 'C3'}C3 · secrète{#else}{code}{/switch}")
    String className(String code);

    @Message(
            "{#switch code}{#case 'internal'}Interne{#case 'eu-sovereign'}Europe, souveraine{#case 'eu-extraterritorial'}Europe, sous droit étranger{#case 'outside-eu'}Hors d’Europe{#else}{code}{/switch}")
    String zone(String code);

    @Message(
            "{#switch kind}{#case 'allow'}Autorisée{#case 'pseudonymise'}Une fois masquée{#case 'refuse'}Refusée{#case 'reroute'}Vers un autre modèle{#else}{kind}{/switch}")
    String treatment(String kind);

    @Message("Vers « {model} »")
    String treatmentTo(String model);

    @Message("Autorisée : la classe peut y aller, même ce qui ne peut pas être masqué, comme une image. "
            + "Une fois masquée : seulement ce qui redevient interne quand le bouclier a remplacé les données.")
    String treatmentHelp();

    @Message("Changer ce tableau")
    String changeMatrix();

    @Message("Choisissez, voyez ce qui aurait été décidé autrement ces trente derniers jours, puis décidez.")
    String changeMatrixLead();

    @Message("Voir ce qui changerait")
    String preview();

    @Message("Décider")
    String decide();

    @Message("Motif")
    String motiveField();

    @Message("Une phrase que chacun pourra lire à la page de la décision.")
    String motiveHint();

    @Message("Écrivez le motif de la décision : il sera lu par les personnes concernées.")
    String motiveMissing();

    @Message("Ce tableau est déjà en vigueur : rien à décider.")
    String nothingChanged();

    @Message("Le tableau envoyé n’est pas lisible. Il est revenu à ce qui est en vigueur.")
    String unreadableMatrix();

    @Message("Ce qui aurait changé")
    String impact();

    @Message("{judged} échanges des trente derniers jours ont été rejugés, avec les rôles d’aujourd’hui. "
            + "{changed} auraient eu une autre issue.")
    String impactFound(String judged, String changed);

    @Message("Seuls les plus récents l’ont été.")
    String impactCut();

    @Message("Aucun échange des trente derniers jours n’aurait eu une autre issue ({judged} rejugés).")
    String impactNone(String judged);

    @Message("Modèle demandé")
    String asked();

    @Message("Refusés")
    String nowRefused();

    @Message("Acceptés")
    String nowAllowed();

    @Message("Envoyés ailleurs")
    String nowMoved();

    @Message("Pour décider, confirmez votre mot de passe : il a été donné il y a plus de quinze minutes.")
    String confirmFirst();

    @Message("Confirmer mon mot de passe")
    String confirm();

    @Message("Décisions")
    String decisions();

    @Message("Aucune décision n’a encore été prise : la configuration et le tableau d’origine s’appliquent.")
    String noDecisions();

    @Message("Décision {number}")
    String decision(String number);

    @Message("Numéro")
    String number();

    @Message(
            "{#switch number}{#case 'configuration'}Configuration{#case 'default'}Réglage d’origine{#else}{number}{/switch}")
    String numberName(String number);

    @Message("Objet")
    String subject();

    @Message(
            "{#switch subject}{#case 'configuration'}Ce que dit le fichier de configuration{#case 'default'}Le tableau d’origine{#else}{subject}{/switch}")
    String subjectName(String subject);

    @Message("À qui en parler")
    String contacts();

    @Message("À qui en parler :")
    String speakTo();

    @Message("Prise par")
    String by();

    @Message("Date")
    String date();

    @Message("Effets")
    String effects();

    @Message("Ce que cette décision a mis en vigueur, même si une décision suivante l’a remplacé.")
    String effectsLead();

    @Message("Cette décision n’a pas d’effet sur la passerelle.")
    String noEffects();

    @Message("Et {count} effets sur des personnes, que cette page ne nomme pas.")
    String ofPersons(String count);

    @Message("Porte sur")
    String scopeColumn();

    @Message(
            "{#switch scope}{#case 'org'}toute l’organisation{#case 'team'}équipe {of}{#case 'person'}vous ou la personne{#case 'use_case'}cas d’usage {of}{#case 'mission'}mission {of}{#case 'provider'}fournisseur {of}{#case 'model'}modèle {of}{#else}{scope} {of}{/switch}")
    String scope(String scope, String of);

    @Message("Règle")
    String ruleColumn();

    @Message(
            "{#switch kind}{#case 'allow_model'}modèle autorisé{#case 'deny_model'}modèle interdit{#case 'allow_provider'}fournisseur autorisé{#case 'deny_provider'}fournisseur interdit{#case 'max_data_class'}classe la plus haute{#case 'max_written_class'}classe écrite la plus haute{#case 'audience_cap'}plafond d’un public{#case 'require_pseudonymisation'}masquage obligatoire{#case 'allowed_regions'}zones permises{#case 'zone_rule'}case du tableau{#case 'suspend'}suspension{#case 'require_signature'}signature demandée{#case 'signed'}signature donnée{#case 'member_of'}membre de la mission{#case 'user_of'}usage ouvert à la personne{#case 'budget'}budget{#case 'rate_limit'}demandes par minute{#case 'banner'}message affiché{#case 'allow_tools'}outils autorisés{#case 'max_testers'}personnes au plus{#case 'log_level'}traces gardées{#case 'retention'}conservation des conversations, en jours{#case 'require_human_validation'}à valider avant usage par{#else}{kind}{/switch}")
    String rule(String kind);

    @Message("Validité")
    String validity();

    @Message("à partir du {moment}")
    String from(String moment);

    @Message("jusqu’au {moment}")
    String until(String moment);

    @Message("Toujours")
    String always();

    @Message("Motif")
    String reason();

    @Message("Comparer deux versions")
    String compare();

    @Message("Ce qui a commencé et ce qui a cessé d’une version à l’autre.")
    String compareLead();

    @Message("De la version")
    String fromSnapshot();

    @Message("à la version")
    String toSnapshot();

    @Message("Comparer")
    String compareVerb();

    @Message("A commencé")
    String begun();

    @Message("A cessé")
    String ended();

    @Message("Rien.")
    String nothing();

    @Message("Pourquoi ?")
    String why();

    @Message("Ce qu’une demande recevrait comme réponse, et par quelles décisions. Rien n’est envoyé ni gardé.")
    String whyLead();

    @Message("Adresse de la personne")
    String person();

    @Message("Vide : vous-même.")
    String personHint();

    @Message("Code de la mission")
    String mission();

    @Message("Code du cas d’usage")
    String useCase();

    @Message("Facultatif.")
    String optional();

    @Message("Modèle")
    String model();

    @Message("Texte")
    String text();

    @Message("Demander pourquoi")
    String ask();

    @Message("Personne n’a un compte actif à cette adresse, ou vous ne pouvez poser la question que pour vous-même.")
    String nobody();

    @Message("Ce modèle n’existe pas ici. Choisissez-en un dans la liste.")
    String noModel();

    @Message("Le texte est trop long : 50 000 caractères au plus.")
    String tooLong();

    @Message("La demande partirait vers {target}.")
    String wouldGo(String target);

    @Message("Ce n’est pas le modèle que la route demande d’abord : une règle l’envoie ailleurs.")
    String wouldMove();

    @Message("Elle serait refusée")
    String wouldRefuse();

    @Message(
            "Le texte est de classe {written} ; une fois masqué, de classe {leaving}. Règles de la version {snapshot}.")
    String classes(String written, String leaving, String snapshot);

    @Message("Cible par cible")
    String targets();

    @Message("Cible")
    String target();

    @Message("Zone")
    String zoneColumn();

    @Message("Réponse")
    String answer();

    @Message("Peut recevoir ce texte")
    String open();

    @Message("Ne le reçoit pas")
    String closed();

    @Message("Tous les effets examinés ({count})")
    String considered(int count);

    @Message("Rejouer une demande")
    String replay();

    @Message("Votre demande du {moment} au modèle « {model} », jugée par les règles de son moment puis par celles "
            + "d’aujourd’hui, avec vos rôles actuels.")
    String replayLead(String moment, String model);

    @Message("Elle serait admise")
    String wouldAdmit();

    @Message("Où elle irait dépend de son contenu, que le registre n’a pas : la demande s’est arrêtée avant l’examen. "
            + "Version {snapshot}.")
    String notExamined(String snapshot);

    @Message("Elle s’arrête avant que son contenu soit examiné. Règles de la version {snapshot}.")
    String beforeContent(String snapshot);

    @Message(
            "Cette demande a été refusée pour une raison que le registre ne garde pas : un outil proposé, ce qui était "
                    + "déjà consommé, ou une mission qui n’était pas la vôtre. Ce refus-là ne se rejoue pas.")
    String beyondRecord();

    @Message("À ce moment-là")
    String then();

    @Message("Aujourd’hui")
    String now();

    @Message("Règles d’usage")
    String conduct();

    @Message(
            "Quels outils, combien de personnes, ce qui est gardé et combien de temps, qui valide. Une règle vaut pour "
                    + "l’organisation, une équipe, une mission ou un cas d’usage ; la plus stricte l’emporte.")
    String conductLead();

    @Message("Aucune règle d’usage n’est décidée.")
    String noConduct();

    @Message("Décider d’une règle : {rule}")
    String decideConduct(String rule);

    @Message("Pour")
    String conductFor();

    @Message(
            "{#switch code}{#case 'org'}Toute l’organisation{#case 'team'}Une équipe{#case 'mission'}Une mission{#case 'use_case'}Un cas d’usage{#else}{code}{/switch}")
    String scopeName(String code);

    @Message("Code de l’équipe, de la mission ou du cas d’usage")
    String conductId();

    @Message("Valeur")
    String value();

    @Message(
            "{#switch kind}{#case 'allow_tools'}Leurs noms, ou leurs types quand le fournisseur les exécute, séparés par des espaces. Vide : aucun n’est autorisé.{#case 'max_testers'}Un nombre de personnes.{#case 'retention'}Un nombre de jours après le dernier message.{#case 'require_human_validation'}Qui valide, par exemple « un juriste ».{#else}{/switch}")
    String valueHint(String kind);

    @Message(
            "{#if level == 'full'}garder avec la conversation la copie de ce qui part{#else}ne garder aucune copie{/if}")
    String logLevel(String level);

    @Message("Décider d’une règle sur")
    String conductKinds();

    @Message("Le nom d’une règle d’usage s’écrit portée:code:règle, comme team:conseil:retention.")
    String conductName();

    @Message("Cette valeur ne convient pas à cette règle, ou la règle ne s’applique pas là.")
    String conductValue();

    @Message("Rien ne porte ce code ici.")
    String conductNobody();

    @Message("Retirer")
    String withdraw();

    @Message("Outils proposés")
    String tools();

    @Message("Facultatif : leurs noms, séparés par des espaces.")
    String toolsHint();
}
