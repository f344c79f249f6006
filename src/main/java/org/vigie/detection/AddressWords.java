package org.vigie.detection;

/** The words of postal addresses, folded: La Poste's kinds of ways and their abbreviations, complements, towns' words. */
final class AddressWords {
    /** Behind a number, they are a way and nothing else. */
    static final WordSet CLEAR_WAYS = WordSet.of("""
            rue avenue av ave boulevard bd bld boul bvd blvd blv impasse imp allee faubourg fbg fg ruelle venelle
            lotissement chemin che chem sentier sente square sq esplanade promenade hameau lieudit chaussee
            """);
    /** All ways; those that are not clear have other meanings too: « 2 places », « 3 cours ». */
    static final String WAYS = """
            rue avenue av ave boulevard bd bld boul bvd blvd blv impasse imp allee allees faubourg fbg fg ruelle venelle
            lotissement chemin che chem sentier sente square sq esplanade promenade hameau lieudit chaussee
            place pl cours crs quai quais route rte villa cite cour galerie mail parvis pont port parc domaine clos
            residence res passage psg pass montee cote voie za zi zac zae zone lieu rond mas ferme ham lot all r
            carrefour levee digue corniche rampe tertre jardin jardins traverse tour immeuble quartier enclos bourg
            """;
    /** Between a number and a way: « 12 grande rue », « 3 ancienne route ». */
    static final WordSet BEFORE_WAYS =
            WordSet.of("grand grande petit petite vieux vieille ancien ancienne nouveau nouvelle haute basse vielle");

    static final WordSet REPEATS = WordSet.of("bis ter quater quinquies b t q a c d e f");

    static final WordSet COMPLEMENTS = WordSet.of("""
            appt appart appartement apt app bat batiment escalier esc etage porte hall entree residence res immeuble imm
            tour bp cs tsa lieudit za zi zac zae lotissement lot hameau chambre bte boite box cage quartier cidex foyer
            domaine villa parc bloc pavillon logement studio cite
            """);
    static final WordSet PARTICLES = WordSet.of("de du des la le les l d en sur sous aux au lez s a et");

    static final WordSet TITLES = WordSet.of("""
            gal general mal marechal dr docteur st ste saint sainte pdt president cdt commandant col colonel cap capitaine
            lt lieutenant pr prof abbe pere sgt amiral me gen mgr cardinal j f p a e l g h m r c b v
            """);

    /** They end the name of a street or a town that goes before. */
    static final WordSet STOPS = WordSet.of("""
            tel telephone port portable mobile fax mail email courriel e site web www siret siren rcs tva ape naf iban nir
            france belgique suisse allemagne espagne italie germany spain italy uk usa canada maroc algerie
            tunisie portugal pays country m mm mme mlle mr monsieur madame cordialement merci bonjour bonsoir salut date
            ne nee objet ref reference depuis contact pour il elle ils elles je j nous vous on tu adresse code ville age
            permis nationalite facture client commande livraison contrat sexe profession employeur salaire numero no n
            appt appart appartement apt bat batiment escalier esc etage porte residence immeuble bp cs cedex voici ci
            svp stp est sont sera etait a ont avait avec dans mais ou qui que dont car donc sans vers chez par
            entre avant apres pendant jusqu hier demain aujourd aujourdhui lundi mardi mercredi jeudi vendredi samedi
            dimanche ce cette ces cet son sa ses mon ma mes notre votre leur si quand comme puis ensuite suite
            plus tres bien aussi pas y mon ton ta tes nos vos leurs the and at in to of for
            """);

    static final WordSet MONTHS = WordSet.of("""
            janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
            """);

    /** What says that somebody or something has its place there. */
    static final WordSet HOMES = WordSet.of("""
            habite habites habitent habitait habitant habiter demeurant demeure demeurait domicilie domiciliee domicilies
            reside resident residant residait loge loger logee loges vit vivant domicile adresse adresses siege sis sise
            situe situee emmenage demenage installe installee address livrer livraison voie rdv
            """);

    static final WordSet LABELS =
            WordSet.of("adresse adresses domicile siege address adr voie rue demeurant residence");

    /** The largest towns, where a name alone would otherwise not be seen to be one. */
    static final WordSet TOWNS = WordSet.of("""
            paris marseille lyon toulouse nice nantes montpellier strasbourg bordeaux lille rennes reims toulon grenoble
            dijon angers nimes villeurbanne clermont aix brest tours amiens limoges annecy perpignan metz besancon orleans
            rouen mulhouse caen nancy argenteuil montreuil roubaix tourcoing dunkerque avignon nanterre poitiers creteil
            versailles pau courbevoie vitry colombes aulnay asnieres rueil champigny antibes beziers cannes calais
            colmar bourges drancy merignac ajaccio bastia lorient quimper vannes valence chambery troyes niort cholet
            saint sete albi tarbes bayonne biarritz laval arras evreux belfort chartres blois nevers auxerre macon gap
            agen auch foix rodez mende cahors tulle gueret aurillac moulins vichy roanne vienne bourgoin cergy evry melun
            meaux massy palaiseau antony clamart boulogne levallois neuilly issy puteaux vannes pessac talence begles
            bruxelles liege namur charleroi mons gand anvers geneve lausanne berne zurich bale fribourg neuchatel londres
            london berlin munich madrid barcelone rome milan turin lisbonne porto amsterdam dublin vienne montreal quebec
            """);

    /** Elsewhere in Europe the kind of way begins the address and the number ends it. */
    static final WordSet FOREIGN_WAYS = WordSet.of("""
            via viale piazza corso largo vicolo strada calle plaza avenida paseo carrer rua praca travessa rue avenue
            place chemin route quai boulevard chaussee square allee impasse
            """);

    private static final String[] FOREIGN_ENDINGS = {
        "strasse",
        "straße",
        "str",
        "weg",
        "platz",
        "allee",
        "gasse",
        "ring",
        "damm",
        "ufer",
        "straat",
        "laan",
        "plein",
        "kade",
        "gracht",
        "steenweg"
    };

    private AddressWords() {}

    static boolean hasForeignEnding(String text, int start, int end) {
        String word = Characters.fold(text, start, end);
        for (String ending : FOREIGN_ENDINGS) {
            if (word.length() > ending.length() && word.endsWith(ending)) return true;
        }
        return false;
    }
}
