package org.vigie.detection;

/**
 * What persons are called by what they do or are to somebody: at work, in care, in the family. Folded. One list for
 * labels (« Salarié : »), for names behind them (« la directrice Nadège ») and for what is said of somebody unnamed.
 */
final class Roles {
    static final String PERSONS = """
            famille
            collegue collegues collaborateur collaboratrice assistante assistant stagiaire alternant alternante
            salarie salariee manager manageuse candidat candidate patient patiente directeur directrice
            responsable chef cheffe president presidente consultant consultante ingenieur ingenieure avocat
            avocate professeur tuteur tutrice interlocuteur interlocutrice frere soeur fils fille mari femme
            epoux epouse ami amie mere pere oncle tante cousin cousine neveu niece conjoint conjointe compagnon
            compagne enfant eleve etudiant etudiante locataire gerant gerante comptable secretaire technicien
            technicienne developpeur developpeuse infirmier infirmiere medecin gardien conducteur chauffeur
            temoin victime agent employe employee beneficiaire assure assuree colocataire bailleur bailleresse
            proprietaire manageur signataire redacteur redactrice auteur autrice auteure demandeur demandeuse
            conductrice parent formateur formatrice apprenti apprentie intervenant intervenante participant
            participante animateur animatrice representant representante mandataire vendeur vendeuse acheteur
            acheteuse approbateur approbatrice valideur valideuse validateur verificateur verificatrice
            evaluateur evaluatrice referent referente rapporteur rapporteuse destinataire expeditrice emettrice
            gestionnaire conseiller conseillere recruteur recruteuse superviseur coordinateur coordinatrice
            coordonnateur juriste notaire praticien praticienne enseignant enseignante interimaire remplacant
            remplacante suppleant suppleante delegue deleguee elu elue adherent adherente souscripteur
            souscriptrice emprunteur emprunteuse debiteur heritier resident residente usager plaignant
            plaignante requerant appelant appelante operateur operatrice inspecteur inspectrice controleur
            expert experte auditeur auditrice visiteur visiteuse hote accompagnant accompagnante agente bebe
            voisin voisine copain copine allocataire papa maman collab requerante ouvrier ouvriere caissier
            caissiere adjoint adjointe chefs imprimeur magasinier magasiniere cariste livreur livreuse facteur
            factrice gardienne concierge vigile standardiste hotesse serveuse cuisinier cuisiniere boulanger
            boulangere coiffeur coiffeuse plombier electricien electricienne macon menuisier peintre jardinier
            jardiniere mecanicien mecanicienne soudeur soudeuse routier routiere ambulancier ambulanciere kine
            kinesitherapeute dentiste pharmacien pharmacienne psychologue psy ergonome educateur educatrice
            professeure prof institutrice instituteur maitresse orthophoniste nounou assmat puericultrice
            traductrice traducteur interprete journaliste photographe graphiste designer webmaster admin
            administrateur administratrice informaticien informaticienne dev analyste architecte
            manutentionnaire preparateur preparatrice monteur monteuse usineur tourneur chaudronnier pompier
            gendarme policier policiere militaire benevole volontaire doctorant doctorante chercheur chercheuse
            postdoc thesard thesarde binome camarade gars mec nana pote beau-frere belle-soeur grand-mere
            grand-pere marraine parrain filleul filleule jumeau jumelle ado adolescent adolescente dame homme
            personne gamin gamine garcon locuteur patron patronne boss daf drh dg pdg rh rssi dpo maire
            adjointes titulaire
            """;

    private static final WordSet ALL = WordSet.of(PERSONS);

    private Roles() {}

    static boolean has(String text, int start, int end) {
        return ALL.has(text, start, end);
    }
}
