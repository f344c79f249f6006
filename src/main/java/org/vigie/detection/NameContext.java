package org.vigie.detection;

import java.util.Set;

/**
 * What the words around a possible name say: for a person (« bonjour », « demande à »), or against one (« rue », « &
 * Fils »). Looks at three words before it and two behind it.
 */
final class NameContext {
    /** Stronger than any name. */
    static final float NEVER = -100;

    /** What is named after people. Between it and the name stand only particles and titles. */
    private static final Set<String> NAMED_AFTER = WordList.of(
            "rue avenue av boulevard bd bld blvd place pl allee allees chemin impasse quai cours route square passage"
                    + " sentier ruelle esplanade promenade faubourg rond carrefour pont tunnel porte station metro"
                    + " gare arret aeroport lycee lycees college colleges ecole ecoles universite universites faculte"
                    + " institut campus creche gymnase stade piscine parc jardin bibliotheque mediatheque theatre"
                    + " cinema musee hopital hopitaux clinique chu ehpad residence batiment bat immeuble tour"
                    + " amphi amphitheatre salle salon auditorium espace centre maison fort caserne camp cimetiere"
                    + " prison loi lois decret amendement ordonnance theoreme theorie algorithme loi methode"
                    + " methodes modele principe diagramme matrice echelle indice coefficient test syndrome maladie"
                    + " constante equation formule fonction transformee suite nombre prix coupe trophee"
                    + " medaille bourse fondation plan pacte accords traite directive taxe livret codevi"
                    + " saint sainte saints st ste notre barrage mont col lac ile cap golfe baie fleuve riviere foret"
                    + " quartier cite zac zone hameau lieu lot rade canal tribune fregate navire paquebot"
                    + " patrouilleur sous-marin bus ligne vitamine hotel restaurant brasserie cafe bar villa chateau"
                    + " abbaye basilique cathedrale eglise chapelle temple mosquee galerie librairie pharmacie"
                    + " garage boulangerie boucherie moulin domaine clos ferme distillerie cidrerie");

    /** Of these, with « de », also what somebody has: « la place de Sophie ». */
    private static final Set<String> OWNED = WordList.of(
            "place cours route salle maison centre espace suite fonction plan prix parc jardin institut modele methode"
                    + " principe test matrice nombre bus garage ferme residence chateau villa tour porte lot ligne"
                    + " directive note coefficient domaine bourse serie formule bar cafe fort quartier batiment");

    private static final Set<String> FIRMS = WordList.of(
            "societe societes entreprise entreprises cabinet groupe banque compagnie firme maison marque enseigne"
                    + " sarl sas sasu sa eurl sci snc scop selarl ets etablissements etablissement agence studio"
                    + " laboratoire laboratoires labo transports editions imprimerie magasin magasins supermarche"
                    + " hypermarche usine filiale fournisseur client cliente clients prospect prestataire logiciel"
                    + " outil application appli plateforme projet programme operation serveur machine camion voiture"
                    + " imprimante modele gamme produit version cluster instance base container conteneur consortium"
                    + " holding assureur editeur constructeur equipementier sous-traitant cooperative mutuelle"
                    + " association federation syndicat");

    private static final Set<String> PLACES = WordList.of(
            "a en vers depuis ville villes commune communes region departement pays agence site antenne province"
                    + " vallee gare mairie prefecture quartier canton sud nord est ouest banlieue");

    private static final Set<String> PEOPLE = WordList.of(
            "avec par selon voir vu contacter contacte contactez appeler appelle appelez rappeler prevenir previens"
                    + " relancer relance joindre rencontrer rencontre recu recevoir remplacer remplace demander"
                    + " informer accompagner aider inviter convoquer recruter embaucher former saluer remercier"
                    + " remercie collegue collegues collaborateur collaboratrice assistante assistant stagiaire"
                    + " alternant alternante salarie salariee manager manageuse candidat candidate patient patiente"
                    + " directeur directrice responsable chef cheffe president presidente consultant consultante"
                    + " ingenieur ingenieure avocat avocate maitre docteur professeur tuteur tutrice interlocuteur"
                    + " interlocutrice monsieur madame mademoiselle frere soeur fils fille mari femme epoux epouse"
                    + " ami amie mere pere oncle tante cousin cousine neveu niece conjoint conjointe compagnon"
                    + " compagne enfant eleve etudiant etudiante locataire gerant gerante comptable secretaire"
                    + " technicien technicienne developpeur developpeuse infirmier infirmiere medecin gardien"
                    + " conducteur chauffeur temoin victime agent employe employee que qu et ou dixit famille dossier"
                    + " affaire cas succession heritiers consorts pour sans chez foyer petit petite dossiers mail mails message"
                    + " reponse avis accord absence arrivee depart retour conges salaire poste bureau numero adresse telephone");

    /** Behind these, a name is nearly all that can stand. */
    private static final Set<String> INTRODUCTIONS = WordList.of(
            "bonjour bonsoir salut coucou hello hi hey cher chere chers cheres dear bjr slt bsr merci appelle"
                    + " nomme nommee prenomme prenommee denomme denommee surnomme surnommee baptise signe signature"
                    + " prenom attn mme mlle mr m soussigne soussignee nee epouse epoux veuve feu dixit cc bravo felicitations"
                    + " bienvenue adieu revoir ciao yo wesh");

    private static final Set<String> BETWEEN = WordList.of(
            "de du des d la le les l general marechal colonel commandant capitaine amiral president docteur dr abbe"
                    + " pere mere soeur frere professeur maitre saint sainte st jean");

    private static final Set<String> LEGAL_FORMS = WordList.of(
            "sa sas sasu sarl eurl sci snc scop selarl inc ltd llc gmbh corp co plc spa bv nv ag group groupe"
                    + " associes associates consulting conseil conseils industries industrie international holding"
                    + " services service solutions systems technologies technology digital software assurances"
                    + " assurance transports transport immobilier construction batiment energies energie france"
                    + " europe freres fils filles automobiles automobile motors bank banque capital partners partenaires"
                    + " logistique logistics distribution editions avocats notaires architectes pharma labs lab"
                    + " sport sports mobilier traiteur auto autos nettoyage securite electric electronics"
                    + " foods energy media press airlines space paris lyon bank invest finance informatique formation"
                    + " menuiserie plomberie electricite peinture maconnerie couverture paysage taxis ambulances btp");

    private static final Set<String> VERBS = WordList.of(
            "a est sera etait serait ont va vas vient doit devra doivent peut pourra peux veut voudrait souhaite"
                    + " demande demandera demandait propose proposera confirme confirmera precise rappelle indique"
                    + " explique ajoute repond repondra dit disait pense estime annonce presente envoie enverra"
                    + " prend prendra prepare gere pilote anime suit valide signe arrive part reste travaille habite"
                    + " rejoint quitte remplace relance appelle rappellera attend ecrit souligne signale insiste"
                    + " remercie avait aura fait fera m nous te vous me lui se s n ne y au en met note regarde s'occupe"
                    + " voit reviendra revient passe passera participe intervient accepte refuse absent absente presente"
                    + " malade ok dispo partie parti rentre sait tient tiendra transmet transmettra finalise corrige"
                    + " redige accompagne qui et apporte rapporte ramene amene gagne perd joue commence termine finit ouvre ferme"
                    + " court change choisit cherche trouve donne explique organise invite recoit paie paye apprend"
                    + " enseigne dirige encadre conduit livre vend achete loue ecoute parle discute rappellera seront"
                    + " etaient avaient doivent veulent sont viennent partent arrivent vont ont fera aimerait aime"
                    + " prefere adore deteste croit sent insulte menace harcele hesite oublie confond bosse gueule");

    /** With « à », what is done to people only. */
    private static final Set<String> ADDRESSED = WordList.of(
            "demander demande demandez demandes demandé dire dis dites parler parle parlez ecrire ecris ecrivez"
                    + " repondre reponds repondez envoyer envoie envoyez transmettre transmets transmettez rappeler"
                    + " montrer montre signaler signale confier confie annoncer souhaiter merci grace suite pense"
                    + " plait dit parle donne donner donnez remettre remets remis envoye transmis");

    private static String wordBefore(String text, int at) {
        int end = behindSpaces(text, at);
        return end < 0 ? "" : Characters.fold(text, wordStart(text, end), end);
    }

    /** Firms that are called like a person. */
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
            "radio france");

    /** Whether two or three words are together a firm, a product or a country. */
    static boolean isFirm(String text, int start, int end) {
        if (end - start > 22) return false;
        String folded = Characters.fold(text, start, end).replace('-', ' ').replace('\'', ' ');
        return LIKE_PERSONS.contains(folded);
    }

    /** Whether a word says of what stands behind it that it is no person: « Coupe Davis », « Boulangerie Petit ». */
    static boolean announcesNoPerson(String text, NameWord word) {
        if (word.first() > 4 || word.length() > 20) return false;
        String folded = Characters.fold(text, word.start(), word.end());
        return NAMED_AFTER.contains(folded) || FIRMS.contains(folded);
    }

    private static final Set<String> TITLES = WordList.of(
            "monsieur madame mademoiselle maitre docteur docteure professeur professeure mme mlle mr mrs dr pr me mm"
                    + " mmes messieurs mesdames maitres docteurs");

    /** Titles are no part of a name. */
    static boolean isTitle(String text, NameWord word) {
        char first = text.charAt(word.start());
        if (first != 'M' && first != 'D' && first != 'P') return false;
        int end = Characters.wordEnd(text, word.start());
        return end - word.start() <= 12 && TITLES.contains(Characters.fold(text, word.start(), end));
    }

    private static final Set<String> ARTICLES = WordList.of("le la l un une ce cette cet du au");
    private static final Set<String> DETERMINERS =
            WordList.of("le la l les un une des du d de ce cette ces son sa ses notre nos votre vos leur leurs mon ma");
    /** What stands between an article and a name, and is no kind of thing that bears the name. */
    private static final Set<String> NO_THINGS = WordList.of(
            "coup accord apres abord ailleurs ici avance aide urgence matin soir jour moment lundi mardi mercredi jeudi vendredi samedi dimanche fois semaine mois midi"
                    + " suite reste fait temps instant minute lendemain veille part contraire vendeur nom prenom"
                    + " copain copine pote binome equipier patron patronne boss stagiaire service bus ainsi que le la"
                    + " les l un une de du d des petite petit jeune vieux vieille cher chere pauvre meme grand grande"
                    + " mec gars nana nommee nomme dit dite duo trio couple famille doctorant doctorante retraite"
                    + " maman papa tonton tata papi mamie bebe gamin gamine garcon soldat sergent capitaine general"
                    + " commandant lieutenant adjudant prefet maire juge depute senateur ministre roi reine prince"
                    + " princesse pape empereur poete ecrivain ecrivaine auteur autrice acteur actrice chanteur"
                    + " chanteuse peintre philosophe joueur joueuse entraineur coureur pilote");

    /** « une lampe », « le ferry », where a name follows: the thing is called so. */
    private static boolean isThing(String text, int word, String noun) {
        if (NO_THINGS.contains(noun) || !Character.isLowerCase(text.charAt(word))) return false;
        return DETERMINERS.contains(wordBefore(text, word));
    }

    private NameContext() {}

    /** What stands before an offset says, for a name of one word or of several. */
    static float before(String text, int start, boolean single) {
        int at = start;
        boolean direct = true;
        boolean partOfPerson = false;
        float verdict = 0;
        for (int words = 0; words < 3; words++) {
            int end = behindSpaces(text, at);
            if (end < 0) break;
            int word = wordStart(text, end);
            if (word == end || end - word > 20) break;
            String folded = Characters.fold(text, word, end);
            if (NAMED_AFTER.contains(folded) && (direct || !partOfPerson || !OWNED.contains(folded))) return NEVER;
            if (direct) {
                if (INTRODUCTIONS.contains(folded)) return 4;
                if (FIRMS.contains(folded)) return single ? -6 : -3;
                if ((folded.equals("a") || folded.equals("d")) && ADDRESSED.contains(wordBefore(text, word))) return 4;
                if (PEOPLE.contains(folded)) verdict = 2;
                else if (single && ARTICLES.contains(folded)) return -4; // « la Mégane »
                else if (single && isThing(text, word, folded)) return -5; // « une lampe Victoria »
                else if (PLACES.contains(folded)) verdict = single ? -1 : 0;
            } else if (PEOPLE.contains(folded) && verdict == 0 && text.charAt(end) != ',') verdict = 1.5f;
            else if (FIRMS.contains(folded) && verdict <= 0) return single ? -6 : -3;
            if (!BETWEEN.contains(folded)) break;
            direct = false;
            partOfPerson = folded.equals("de") || folded.equals("d");
            at = word;
        }
        return verdict;
    }

    /** What stands behind an offset says. */
    static float behind(String text, int end) {
        char c = Characters.at(text, end);
        if (c == '_' || c == '/' || c == '\\' || c == '(' || c == '@' || c == '=') return NEVER;
        if (c == '.' && Characters.isAlphanumeric(Characters.at(text, end + 1))) return NEVER;
        if (c == ':' && Characters.at(text, end + 1) == ':') return NEVER;
        int next = end;
        while (next < end + 3 && Characters.isSpace(Characters.at(text, next))) next++;
        char sign = Characters.at(text, next);
        if (sign == '&') return NEVER;
        if (sign == '<' && Characters.isLetter(Characters.at(text, next + 1))) return 2;
        if (sign == ',') {
            return 0;
        }
        if (next == end) return 0;
        if (Characters.isDigit(sign)) return -1;
        int word = Characters.wordEnd(text, next);
        if (word == next || word - next > 14) return 0;
        String folded = Characters.fold(text, next, word);
        if (Character.isUpperCase(sign) && LEGAL_FORMS.contains(folded)) return NEVER;
        if (folded.equals("et") && text.startsWith("et Fils", next)) return NEVER;
        if (folded.equals("et") && text.startsWith("et Associés", next)) return NEVER;
        return Character.isLowerCase(sign) && VERBS.contains(folded) ? 1.5f : 0;
    }

    /** The end of the word before an offset, where only one or two spaces or an apostrophe stand between; else negative. */
    private static int behindSpaces(String text, int at) {
        int end = at;
        if (Characters.isApostrophe(Characters.at(text, end - 1))) end--;
        else if (Characters.isHyphen(Characters.at(text, end - 1))
                && Characters.isLetter(Characters.at(text, end - 2))) {
            end--;
        } else while (end > at - 2 && Characters.isSpace(Characters.at(text, end - 1))) end--;
        return end < at && Characters.isLetter(Characters.at(text, end - 1)) ? end : -1;
    }

    private static int wordStart(String text, int end) {
        int start = end;
        while (start > 0 && end - start <= 20 && Characters.isAlphanumeric(text.charAt(start - 1))) start--;
        return start;
    }
}
