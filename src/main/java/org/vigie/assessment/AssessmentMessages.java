package org.vigie.assessment;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of providers and their assessment; {@code {assessment:…}} in templates. */
@MessageBundle(value = "assessment", locale = "fr")
public interface AssessmentMessages {
    @Message("Fournisseurs")
    String title();

    @Message(
            "Ceux de la configuration, ce que l’on sait d’eux, et ce qui a été décidé : jusqu’à quelle classe de données ils reçoivent, et jusqu’à quand. Une décision restreint la configuration, elle ne l’élargit jamais.")
    String lead();

    @Message("Fournisseur")
    String provider();

    @Message("Zone")
    String zone();

    @Message(
            "{#switch code}{#case 'internal'}interne{#case 'eu_sovereign'}Union, souverain{#case 'eu_extraterritorial'}Union, sous loi étrangère{#case 'outside_eu'}hors Union{#else}{code}{/switch}")
    String zoneName(String code);

    @Message("Situation")
    String standing();

    @Message(
            "{#switch code}{#case 'unassessed'}à évaluer{#case 'approved'}approuvé{#case 'conditional'}approuvé sous conditions{#case 'to_renew'}à renouveler{#case 'expired'}expiré{#case 'refused'}refusé{#else}{code}{/switch}")
    String standingName(String code);

    @Message("Plafond")
    String cap();

    @Message(
            "{#switch name}{#case 'C0'}C0 · public{#case 'C1'}C1 · interne{#case 'C2_MASKED'}C2 masqué{#case 'C2'}C2 · confidentiel{#case 'C3'}C3 · secret{#else}–{/switch}")
    String capName(String name);

    @Message("Le plafond vaut pour ce qui part, une fois masqué. Sans évaluation, c’est celui de la configuration.")
    String capMeans();

    @Message("Jusqu’au")
    String until();

    @Message("Part des jetons")
    String tokenShare();

    @Message("Part du coût")
    String costShare();

    @Message("Coût")
    String cost();

    @Message("Substitut essayé")
    String substituteTested();

    @Message("Sortie")
    String exit();

    @Message("{count} j")
    String days(String count);

    @Message("Dépendance, sur 30 jours")
    String dependency();

    @Message("Rien n’a été envoyé depuis 30 jours.")
    String nothingAsked();

    @Message("Nomenclature des modèles (CycloneDX)")
    String bom();

    @Message("Tous les fournisseurs")
    String back();

    @Message("Évaluer")
    String assess();

    @Message("Ce que l’on sait")
    String known();

    @Message("Rien n’est encore écrit de ce fournisseur.")
    String unknown();

    @Message("Écrire le dossier")
    String edit();

    @Message("Raison sociale")
    String legalName();

    @Message("Société mère")
    String parent();

    @Message("Pays")
    String country();

    @Message("Régions d’hébergement")
    String regions();

    @Message("Lois étrangères applicables")
    String foreignLaw();

    @Message("Accord de sous-traitance signé le (RGPD, art. 28)")
    String dpa();

    @Message("Entraînement sur les données des clients")
    String training();

    @Message(
            "{#switch code}{#case 'excluded'}exclu par contrat{#case 'optional'}désactivable{#case 'possible'}possible{#else}inconnu{/switch}")
    String trainingName(String code);

    @Message("Conservation des requêtes, en jours")
    String retention();

    @Message("Certifications")
    String certifications();

    @Message("Une par ligne : nom ; numéro ; dernier jour (2027-03-01).")
    String certificationsHint();

    @Message("jusqu’au {day}")
    String certifiedUntil(String day);

    @Message("Sous-traitants ultérieurs")
    String subSuppliers();

    @Message("Un par ligne : nom ; pays ; ia, s’il embarque une IA générative.")
    String subSuppliersHint();

    @Message("IA embarquée")
    String embedsAi();

    @Message("Niveau de service")
    String serviceLevel();

    @Message("Temps de sortie, en jours")
    String exitDays();

    @Message("Substitut")
    String substitute();

    @Message("Substitut essayé le")
    String testedOn();

    @Message("Données environnementales")
    String environment();

    @Message("Adresse des conditions")
    String termsUrl();

    @Message("Empreinte des conditions (SHA-256)")
    String termsHash();

    @Message("Texte des conditions")
    String termsText();

    @Message(
            "Collez-le pour calculer l’empreinte ; le texte n’est pas gardé. Si elle a changé depuis l’évaluation, le fournisseur est à renouveler.")
    String termsTextHint();

    @Message("Conditions vérifiées le")
    String termsChecked();

    @Message("Modèles")
    String models();

    @Message("Modèle")
    String model();

    @Message("Prix du million de jetons, lus et écrits")
    String prices();

    @Message("Licence")
    String licence();

    @Message("Adresse de la carte du modèle")
    String card();

    @Message("Poids")
    String weights();

    @Message("{#switch code}{#case 'open'}ouverts{#case 'closed'}fermés{#else}non précisé{/switch}")
    String weightsName(String code);

    @Message("SHA-256 des poids")
    String weightsSha256();

    @Message("Garantie du fournisseur (propriété intellectuelle)")
    String indemnity();

    @Message("{#switch code}{#case 'yes'}oui{#case 'no'}non{#else}non précisé{/switch}")
    String indemnityName(String code);

    @Message("Adresse du résumé des données d’entraînement")
    String trainingSummary();

    @Message("Résumé des données d’entraînement")
    String trainingSummaryLink();

    @Message("Adresse de l’état du service")
    String statusUrl();

    @Message("Retrait annoncé le")
    String deprecated();

    @Message("Enregistrer")
    String save();

    @Message("Rien n’a été enregistré")
    String faultTitle();

    @Message("Une date, un nombre, une adresse (https) ou une empreinte de ce formulaire ne convient pas.")
    String fileFault();

    @Message("Quelqu’un d’autre a modifié ce dossier entre-temps. Relisez-le, puis recommencez.")
    String changed();

    @Message("Évaluations")
    String history();

    @Message("Ce fournisseur n’a pas encore été évalué : il reçoit ce que la configuration prévoit.")
    String neverAssessed();

    @Message("Note")
    String score();

    @Message("{score} sur 100")
    String scoreOf(int score);

    @Message("Décision")
    String decision();

    @Message(
            "{#switch code}{#case 'approved'}approuvé{#case 'conditional'}approuvé sous conditions{#case 'refused'}refusé{#else}{code}{/switch}")
    String verdict(String code);

    @Message("Par")
    String by();

    @Message("Évaluation : {name}")
    String assessmentOf(String name);

    @Message(
            "Quatorze questions, 100 points. Une réponse éliminatoire l’emporte sur la note. Ce que l’on ignore se répond « inconnu ». Un juriste relit ce qui touche au contrat.")
    String assessmentLead();

    @Message("{points} points")
    String points(int points);

    @Message("Calculer la note")
    String compute();

    @Message("Chaque question attend une réponse.")
    String unanswered();

    @Message("Résultat")
    String result();

    @Message("D’après les réponses : {cap} au plus.")
    String allows(String cap);

    @Message("D’après les réponses, ce fournisseur est à refuser.")
    String toRefuse();

    @Message(
            "{#switch question}{#case 'F2'}F2 : soumis directement à une loi extra-européenne, il ne reçoit de confidentiel que masqué.{#case 'F3'}F3 : il peut s’entraîner sur nos données, il ne reçoit que du public.{#case 'F5'}F5 : sans accord de sous-traitance, il ne reçoit pas de données personnelles.{#case 'F7'}F7 : sa licence ne vaut que pour la recherche.{#else}{question}{/switch}")
    String knockout(String question);

    @Message("Données de santé : la certification HDS est exigée en plus.")
    String health();

    @Message("Décider")
    String decide();

    @Message("Refuser")
    String refuse();

    @Message("Verdict")
    String choice();

    @Message("Approuver jusqu’à {cap}")
    String approveUpTo(String cap);

    @Message("Conditions")
    String conditions();

    @Message("Facultatives : qui fait quoi, pour quand.")
    String conditionsHint();

    @Message("Dernier jour de l’approbation")
    String validThrough();

    @Message("Douze mois au plus. Le lendemain, plus rien ne part vers ce fournisseur.")
    String validThroughHint();

    @Message("Motif")
    String motive();

    @Message("La décision est en vigueur aussitôt. Un refus ferme toutes les routes qui n’ont pas d’autre fournisseur.")
    String atOnce();

    @Message(
            "Donnez d’abord un motif, un plafond que les réponses permettent et un dernier jour à moins de douze mois.")
    String decideFault();

    @Message("Donnez votre mot de passe avant de décider, puis reprenez l’évaluation : vos réponses sont gardées.")
    String confirmFirst();

    @Message("Donner mon mot de passe")
    String confirm();

    @Message(
            "{#switch cause}{#case 'terms'}Ses conditions ont changé (SHA-256 {about}…), constaté le {day}.{#case 'certification'}La certification {about} a expiré, constaté le {day}.{#case 'incident'}Il a été suspendu par la décision {about}, constaté le {day}.{#case 'expiry'}Son approbation arrive à terme.{#else}{cause}{/switch}")
    String reopened(String cause, String about, String day);

    @Message("À renouveler")
    String toRenewTitle();

    @Message("Sans nouvelle décision, rien ne lui est plus envoyé après le {day}.")
    String closesAfter(String day);
}
