package org.vigie.detection;

import java.util.Set;

/** The words around names that {@link NameContext} knows, by class; all of them folded. */
final class NameContextWords {
    /** What is named after people. Between it and the name stand only particles and titles. */
    static final int NAMED_AFTER = 1;
    /** Of these, with « de », also what somebody has: « la place de Sophie ». */
    static final int OWNED = 1 << 1;

    static final int FIRM = 1 << 2;
    static final int PLACE = 1 << 3;
    /** Before somebody more often than before something. */
    static final int BEFORE_PERSON = 1 << 4;
    /** Behind these, a name is nearly all that can stand. */
    static final int INTRODUCTION = 1 << 5;

    static final int BETWEEN = 1 << 6;
    static final int LEGAL_FORM = 1 << 7;
    /** What a person does, and other things do. */
    static final int VERB = 1 << 8;
    /** What nobody but a person does. */
    static final int HUMAN_VERB = 1 << 9;
    /** With « à », what is done to people only. */
    static final int ADDRESSED = 1 << 10;

    static final int ARTICLE = 1 << 11;
    static final int DETERMINER = 1 << 12;
    /** What stands between an article and a name, and is no kind of thing that bears the name. */
    static final int NO_THING = 1 << 13;

    static final int POSSESSIVE = 1 << 14;
    static final int ROLE = 1 << 15;

    static final WordClasses ALL = new WordClasses.Builder()
            .add(ROLE, Roles.PERSONS)
            .addWithPlural(NAMED_AFTER, """
                    rue avenue av boulevard bd bld blvd place pl allee allees chemin impasse quai cours route square
                    passage sentier ruelle esplanade promenade faubourg rond carrefour pont tunnel porte station metro
                    gare arret aeroport lycee lycees college colleges ecole ecoles universite universites faculte
                    institut campus creche gymnase stade piscine parc jardin bibliotheque mediatheque theatre cinema
                    musee hopital hopitaux clinique chu ehpad residence batiment bat immeuble tour amphi amphitheatre
                    salle salon auditorium espace centre maison fort caserne camp cimetiere prison loi lois decret
                    amendement ordonnance theoreme theorie algorithme loi methode methodes modele principe diagramme
                    matrice echelle indice coefficient test syndrome maladie constante equation formule fonction
                    transformee suite nombre prix coupe trophee medaille bourse fondation plan pacte accords traite
                    directive taxe livret codevi saint sainte saints st ste notre barrage mont col lac ile cap golfe
                    baie fleuve riviere foret quartier cite zac zone hameau lieu lot rade canal tribune fregate navire
                    paquebot patrouilleur sous-marin bus ligne vitamine hotel restaurant brasserie cafe bar villa
                    chateau abbaye basilique cathedrale eglise chapelle temple mosquee galerie librairie pharmacie
                    garage boulangerie boucherie moulin domaine clos ferme distillerie cidrerie
                    """)
            .add(OWNED, """
                    place cours route salle maison centre espace suite fonction plan prix parc jardin institut modele
                    methode principe test matrice nombre bus garage ferme residence chateau villa tour porte lot ligne
                    directive note coefficient domaine bourse serie formule bar cafe fort quartier batiment
                    """)
            .addWithPlural(FIRM, """
                    societe societes entreprise entreprises cabinet groupe banque compagnie firme maison marque enseigne
                    sarl sas sasu sa eurl sci snc scop selarl ets etablissements etablissement agence studio laboratoire
                    laboratoires labo transports editions imprimerie magasin magasins supermarche hypermarche usine
                    filiale fournisseur client cliente clients prospect prestataire logiciel outil application appli
                    plateforme projet programme operation serveur machine camion voiture imprimante modele gamme produit
                    version cluster instance base container conteneur consortium holding assureur editeur constructeur
                    equipementier sous-traitant cooperative mutuelle association federation syndicat
                    """)
            .add(PLACE, """
                    a en vers depuis ville villes commune communes region departement pays agence site antenne province
                    vallee gare mairie prefecture quartier canton sud nord est ouest banlieue
                    """)
            .add(BEFORE_PERSON, """
                    contrat paie candidature cv demission entretien fiche profil badge mutation nomination embauche
                    licenciement compte acces session planning agenda bulletin naissance mariage deces remplacement
                    signature plaint mandat carriere conge arret with from for tell ask pot anniversaire
                    avec par selon voir vu contacter contacte contactez appeler appelle appelez rappeler prevenir
                    previens relancer relance joindre rencontrer rencontre recu recevoir remplacer remplace demander
                    informer accompagner aider inviter convoquer recruter embaucher former saluer remercier remercie
                    maitre docteur madame mademoiselle que qu et ou dixit famille dossier affaire cas succession
                    heritiers consorts pour sans chez foyer petit petite dossiers mail mails message reponse avis accord
                    absence arrivee depart retour conges salaire poste bureau numero adresse telephone chez idem entre
                    moi toi
                    """)
            .add(INTRODUCTION, """
                    bonjour bonsoir salut coucou hello hi hey cher chere chers cheres dear bjr slt bsr merci appelle
                    nomme nommee prenomme prenommee denomme denommee surnomme surnommee baptise signe signature prenom
                    attn mme mlle mr m soussigne soussignee nee epouse epoux veuve feu dixit cc bravo felicitations
                    bienvenue adieu revoir ciao yo wesh
                    """)
            .add(BETWEEN, """
                    de du des d la le les l general marechal colonel commandant capitaine amiral president docteur dr
                    abbe pere mere soeur frere professeur maitre saint sainte st jean
                    """)
            .add(LEGAL_FORM, """
                    sa sas sasu sarl eurl sci snc scop selarl inc ltd llc gmbh corp co plc spa bv nv ag group groupe
                    associes associates consulting conseil conseils industries industrie international holding services
                    service solutions systems technologies technology digital software assurances assurance transports
                    transport immobilier construction batiment energies energie france europe freres fils filles
                    automobiles automobile motors bank banque capital partners partenaires logistique logistics
                    distribution editions avocats notaires architectes pharma labs lab sport sports mobilier traiteur
                    auto autos nettoyage securite electric electronics foods energy media press airlines space paris
                    lyon bank invest finance informatique formation menuiserie plomberie electricite peinture maconnerie
                    couverture paysage taxis ambulances btp
                    """)
            .add(VERB, """
                    aussi non egalement
                    a est sera etait serait ont va vas vient doit devra doivent peut pourra peux veut indique ajoute
                    annonce presente envoie enverra prend prendra prepare gere pilote anime suit valide signe arrive
                    part reste rejoint quitte remplace relance appelle rappellera attend souligne signale avait aura
                    fait fera m nous te vous me lui se s n ne y au en met note regarde voit reviendra revient passe
                    passera participe intervient absent absente presente malade ok dispo partie parti rentre tient
                    tiendra transmet transmettra finalise corrige redige accompagne qui et apporte rapporte ramene amene
                    gagne perd joue commence termine finit ouvre ferme court change choisit cherche trouve donne
                    organise invite recoit paie paye enseigne dirige encadre conduit livre vend achete loue rappellera
                    seront etaient avaient doivent veulent sont viennent partent arrivent vont ont fera sent insulte
                    menace harcele confond is was has will said says wants needs can asked told works lives supporte
                    prevenu cherche boite tousse fume boude demenage ressemble peine galere tarde renonce assure affirme
                    declare constate critique
                    """)
            .add(HUMAN_VERB, """
                    demande demandera demandait demanderait souhaite souhaitait souhaiterait propose proposera proposait
                    confirme confirmera precise rappelle explique repond repondra pense estime ecrit insiste remercie
                    hesite oublie aimerait aime prefere adore deteste croit bosse gueule parle discute ecoute refuse
                    accepte sait dit disait s'occupe travaille habite apprend voudrait souffre pleure rit telephone
                    """)
            .add(ADDRESSED, """
                    demander demande demandez demandes demandé dire dis dites parler parle parlez ecrire ecris ecrivez
                    repondre reponds repondez envoyer envoie envoyez transmettre transmets transmettez rappeler montrer
                    montre signaler signale confier confie annoncer souhaiter merci grace suite pense plait dit parle
                    donne donner donnez remettre remets remis envoye transmis affecte affecter attribue attribuer
                    transfere assigne reassigne delegue appartient ressemble adresse adresser soumis confiee remise
                    rends rendre prevu prete preter emprunte
                    """)
            .add(ARTICLE, """
                    deux trois quatre cinq six sept huit neuf dix                     le la l un une ce cette cet du au
                    """)
            .add(DETERMINER, """
                    le la l les un une des du d de ce cette ces son sa ses notre nos votre vos leur leurs mon ma
                    """)
            .add(NO_THING, """
                    coup accord apres abord ailleurs ici avance aide urgence matin soir jour moment lundi mardi mercredi
                    jeudi vendredi samedi dimanche fois semaine mois midi suite reste fait temps instant minute
                    lendemain veille part contraire vendeur nom prenom copain copine pote binome equipier patron
                    patronne boss stagiaire service bus ainsi que le la les l un une de du d des petite petit jeune
                    vieux vieille cher chere pauvre meme grand grande mec gars nana nommee nomme dit dite duo trio
                    couple famille doctorant doctorante retraite maman papa tonton tata papi mamie bebe gamin gamine
                    garcon soldat sergent capitaine general commandant lieutenant adjudant prefet maire juge depute
                    senateur ministre roi reine prince princesse pape empereur poete ecrivain ecrivaine auteur autrice
                    acteur actrice chanteur chanteuse peintre philosophe joueur joueuse entraineur coureur pilote
                    """)
            .add(POSSESSIVE, """
                    mon ma ton ta son sa notre votre leur
                    """)
            .build();

    /** Firms, products and countries that are called like a person. */
    private static final Set<String> LIKE_PERSONS = Set.of(
            "leroy merlin",
            "yves rocher",
            "christian dior",
            "louis vuitton",
            "pierre fabre",
            "nina ricci",
            "marie blachere",
            "hugo boss",
            "calvin klein",
            "ralph lauren",
            "morgan stanley",
            "goldman sachs",
            "eli lilly",
            "arthur andersen",
            "guy hoquet",
            "stephane plaza",
            "jean delatour",
            "marc orian",
            "julien d orcel",
            "yves saint laurent",
            "sophie la girafe",
            "marie claire",
            "paris match",
            "jack daniel",
            "johnson controls",
            "louis pion",
            "jacques dessange",
            "franck provost",
            "jean louis david",
            "camille albane",
            "paul ricard",
            "charles heidsieck",
            "laurent perrier",
            "leon de bruxelles",
            "michel augustin",
            "bonne maman",
            "rolls royce",
            "alfa romeo",
            "aston martin",
            "mercedes benz",
            "harley davidson",
            "credit lyonnais",
            "saint gobain",
            "saint maclou",
            "roland garros",
            "monte carlo",
            "pernod ricard",
            "coca cola",
            "costa rica",
            "viet nam",
            "san francisco",
            "meteo france",
            "air france",
            "la france",
            "radio france");

    private static final HashFilter LIKE_PERSONS_FILTER = new HashFilter(1 << 12);

    static {
        for (String name : LIKE_PERSONS) LIKE_PERSONS_FILTER.add(Characters.hash(name));
    }

    private static final WordSet TITLES = WordSet.of("""
            monsieur madame mademoiselle maitre docteur docteure professeur professeure mme mlle mr mrs dr pr me
            mm mmes messieurs mesdames maitres docteurs
            """);

    private NameContextWords() {}

    /** Whether two or three words are together a firm, a product or a country. */
    static boolean isFirm(String text, int start, int end) {
        if (end - start > 22) return false;
        int hash = 0;
        for (int at = start; at < end; at++) {
            char c = text.charAt(at);
            hash = Characters.hash(hash, c == '-' || c == '\'' ? ' ' : c);
        }
        if (!LIKE_PERSONS_FILTER.mayHold(hash)) return false;
        String folded = Characters.fold(text, start, end).replace('-', ' ').replace('\'', ' ');
        return LIKE_PERSONS.contains(folded);
    }

    /** Titles are no part of a name. */
    static boolean isTitle(String text, NameWord word) {
        char first = text.charAt(word.start());
        if (first != 'M' && first != 'D' && first != 'P') return false;
        int end = Characters.wordEnd(text, word.start());
        return end - word.start() <= 12 && TITLES.has(text, word.start(), end);
    }
}
