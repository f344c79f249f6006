package org.vigie.detection;

/**
 * Whether what a sentence says of health, belief or age, it says of somebody: by a pronoun, a title with a name, or a
 * role with a determiner (« ma collègue », « le salarié »). « La prévention du burn-out » is about nobody.
 *
 * @param from start of the sentence
 * @param to its end
 */
record PersonTie(String text, int from, int to) {
    private static final int LONGEST_SENTENCE = 220;
    private static final int LONGEST_WORD = 30;
    private static final int GENERAL_WORDS = 6;
    private static final int NEAR = 45;

    private static final WordSet PRONOUNS = WordSet.of("elle lui celui celle tu toi moi");
    private static final WordSet IMPERSONAL = WordSet.of("""
            faut s y existe convient importe suffit fallait faudra faudrait pleut semble parait arrive
            """);
    private static final WordSet IMPERSONAL_ADJECTIVES = WordSet.of("""
            important possible impossible recommande conseille necessaire obligatoire interdit rappele prevu question
            essentiel utile preferable
            """);
    private static final WordSet FIRST_PERSON = WordSet.of("je j me m moi");
    /** What one does with a subject, not what one is: « je rédige un article sur le diabète ». */
    private static final WordSet FIRST_PERSON_WORK = WordSet.of("""
            redige ecris prepare travaille cherche recherche lis traduis resume anime organise souhaite voudrais veux
            propose etudie enseigne developpe presente analyse
            """);

    private static final WordSet TITLES = WordSet.of("m mr mme mlle monsieur madame mademoiselle mrs ms");
    private static final WordSet POSSESSIVES = WordSet.of("mon ma mes ton ta tes son sa ses my his her");
    private static final WordSet ADDRESSED = WordSet.of("vous votre vos");
    private static final WordSet KNOWING = WordSet.of("mon ma mes ton ta cet cette my");
    private static final WordSet DEFINITE = WordSet.of("""
            le la l ce cet cette mon ma ton ta son sa notre votre leur du au un une
            """);
    private static final WordSet NEWNESS = WordSet.of("nouveau nouvel nouvelle ancien ancienne jeune futur future");
    private static final WordSet PREPOSITIONS = WordSet.of("en sous avec");
    private static final WordSet MOMENTS = WordSet.of("""
            lundi mardi mercredi jeudi vendredi samedi dimanche hier demain matin soir midi aujourd nous notre mon ma
            vient arrive rejoint commence a demande etait ici
            """);
    private static final WordSet PAST = WordSet.of("a s est avait etait m");
    private static final WordSet OURS = WordSet.of("nos mes vos ses tes leurs");
    private static final WordSet INDEFINITE = WordSet.of("un une");
    /** Roles of the workplace, of care and of the family. */
    private static final WordSet ROLES = WordSet.of(Roles.PERSONS + """
            petit petite grand interesse interessee aide beau belle recrue arrivant arrivante prestataire
            """);
    /** Of these, « un » and « une » speak of one person too; « un salarié » speaks of any. */
    private static final WordSet CLOSE_ROLES =
            WordSet.of("collegue ami amie voisin voisine patient patiente copain copine homme femme");

    /** Rules, not stories: « Si le salarié est malade, il doit … ». */
    private static final WordSet RULES = WordSet.of("""
            si lorsque lorsqu tout toute tous toutes chaque aucun aucune doit doivent peut peuvent beneficie beneficient
            percoit percoivent conserve conservent droit droits devra pourra tenu tenue tenus
            """);

    private static final WordSet CONDITIONS = WordSet.of("si lorsque lorsqu tout toute chaque aucun aucune");

    /** Of these, what follows from somebody's state too: « il est épileptique et ne peut pas conduire ». */
    private static final WordSet CONSEQUENCES = WordSet.of("doit peut droit beneficie devra pourra");

    private static final WordSet STATES = WordSet.of("est etait a avait souffre fait reste ai suis as es");

    /** Organisation, prevention, statistics: the words before a term that make it nobody's. */
    private static final WordSet GENERAL = WordSet.of("""
            prevention prevenir lutte lutter journee journees mondiale campagne sensibilisation sensibiliser formation
            formations forme former referent referente mission politique accord charte risque risques assurance depistage
            recherche recherches loi projet colloque statistiques taux nombre article articles etude etudes fondation
            association ligue congres seminaire atelier conference webinaire guide brochure affiche semaine thematique
            theme sujet specialiste specialise specialisee expert experte don collecte course telethon plan programme
            enquete barometre indicateur indicateurs definition cas accessibilite emploi obligation quota adaptee garantie
            mutuelle couverture decret convention module rapport chapitre roman film livre magazine recette restaurant
            boucherie infirmier infirmiere medecin psychologue soignant soignante praticien praticienne chirurgien
            chirurgienne travaille travailler exerce vaccin vaccination pole service cellule commission
            lot logiciel application outil stock stocks achat achats vente ventes vend vendu vendus commande commandes
            fournit fabrique distribue etude secteur filiere gere gerent gerer pilote pilotent publie plaide anime
            negocie redige organise audite supervise coordonne administre attitude discours posture
            negociation negociations reunion calendrier modele procedure registre declaration gestion
            note notes groupe groupes menu menus information informations detection algorithme dataset donnees cours marche industrie laboratoire medicament produit essais essai
            """);

    /** Of these, what is filed is somebody's where it says whose. */
    private static final WordSet DOCUMENTS = WordSet.of("declaration registre rapport note enquete article reunion");

    private static final WordSet WHOSE = WordSet.of("""
            victime blesse blessee concernant interesse interessee salarie salariee agent assure assuree patient patiente
            """);
    private static final WordSet MANY =
            WordSet.of("arrets accidents maladies conges fauteuils handicaps grossesses inaptitudes pathologies");
    private static final WordSet FIGURES = WordSet.of("""
            reunions reunion changement changements chiffres tableaux powerpoint excel procedures paperasse travail
            lundis mails mail process reporting informatique technologie critique critiques effort autorite discipline
            acheteuse acheteur brutal technique automatique programme machine urgence
            fournisseur fournisseurs projet logiciel marche plateforme code serveur systeme
            """);
    private static final WordSet TO_THINGS = WordSet.of("aux toute tout cette ce");
    private static final WordSet SUFFERS = WordSet.of("souffre souffrait souffrent");
    private static final WordSet NOT_SUBJECTS = WordSet.of(
            "aussi toujours encore elle depuis desormais parfois souvent egalement dernier derniere celui celle");

    /** « il ne travaille pas pendant le shabbat » */
    private static final WordSet NEGATIONS = WordSet.of("pas plus");

    private static final WordSet SUFFERING = WordSet.of("""
            souffre souffrait souffrant souffrante atteint atteinte absent absente suivi suivie soigne soignee traite
            traitee hospitalise hospitalisee arrete arretee opere operee diagnostique diagnostiquee place placee
            reconnu reconnue convalescent convalescente porteur porteuse declare declaree sujet sujette victime
            sous fait eu subi contracte attrape developpe
            """);
    private static final WordSet AUXILIARIES = WordSet.of("a ai as avait est suis etait");
    private static final WordSet LINKS = WordSet.of("""
            de du des d pour a la l le les un une en par son sa ses comme apres suite au aux depuis cause raison
            """);
    private static final WordSet ALL = WordSet.of("tout toute tous toutes");
    /** Where one of these stands between, the general word is somebody's: « le médecin lui a prescrit ». */
    private static final WordSet OF_ONE = WordSet.of("lui elle il je j tu m me suis ai as a est sera etait avait");

    /** What {@link #hasPerson} looks at. */
    private static final WordSet SAYING =
            WordSet.union(PRONOUNS, INDEFINITE, WordSet.of("il ans"), FIRST_PERSON, TITLES, ROLES, RULES);

    /** The sentence around a place, bounded. */
    static PersonTie around(String text, int start, int end) {
        int from = start;
        int first = Math.max(0, start - LONGEST_SENTENCE);
        while (from > first && !endsSentence(text, from - 1)) from--;
        int to = end;
        int last = Math.min(text.length(), end + LONGEST_SENTENCE);
        while (to < last && !endsSentence(text, to)) to++;
        return new PersonTie(text, from, to);
    }

    /** « mon », « sa » right before the term, an adjective between them allowed. */
    boolean isPossessed(int start) {
        int end = before(start);
        int word = Characters.wordStart(text, end, LONGEST_WORD);
        if (POSSESSIVES.has(text, word, end)) return true;
        int earlier = before(word);
        int earlierWord = Characters.wordStart(text, earlier, LONGEST_WORD);
        return earlierWord >= from && POSSESSIVES.has(text, earlierWord, earlier) && !GENERAL.has(text, word, end);
    }

    /** « votre arrêt », « vous avez été déclarée »: who is written to, unless a rule is told. */
    boolean isAddressed(int start) {
        for (int at = Math.max(from, start - NEAR); at < start; ) {
            int end = Characters.wordEnd(text, at, LONGEST_WORD);
            if (end == at) at++;
            else if (ADDRESSED.has(text, at, end)) return !hasRule();
            else at = end;
        }
        return false;
    }

    /**
     * « absente pour », « souffre de », « suivi pour »: of one person, whoever it is; plural forms and rules speak of
     * many.
     */
    boolean isSuffered(int start) {
        int at = start;
        for (int words = 0; words < 4; words++) {
            int end = before(at);
            int word = Characters.wordStart(text, end, LONGEST_WORD);
            if (word < from || word == end) return false;
            if (SUFFERING.has(text, word, end)) {
                return (isPastOf(word) && !isSupposed(word) || !hasRule()) && !isIndefinite(word);
            }
            if (!LINKS.has(text, word, end)) return false;
            at = word;
        }
        return false;
    }

    /** « une personne atteinte de », « les agents absents pour ». */
    private boolean isIndefinite(int start) {
        int end = before(start);
        int noun = Characters.wordStart(text, end, LONGEST_WORD);
        int articleEnd = before(noun);
        int article = Characters.wordStart(text, articleEnd, LONGEST_WORD);
        return noun < end && (text.charAt(end - 1) == 's' || INDEFINITE.has(text, article, articleEnd));
    }

    /** « a fait », « avait subi »: what happened. */
    private boolean isPastOf(int participle) {
        int end = before(participle);
        return AUXILIARIES.has(text, Characters.wordStart(text, end, LONGEST_WORD), end);
    }

    /** « lorsque le salarié est déclaré »: of whomever it happens to. */
    private boolean isSupposed(int end) {
        for (int at = from; at < end; ) {
            int wordEnd = Characters.wordEnd(text, at, LONGEST_WORD);
            if (wordEnd == at) at++;
            else if (CONDITIONS.has(text, at, wordEnd)) return true;
            else at = wordEnd;
        }
        return false;
    }

    private boolean hasRule() {
        for (int at = from; at < to; ) {
            int end = Characters.wordEnd(text, at, LONGEST_WORD);
            if (end == at) at++;
            else if (isRule(at, end)) return true;
            else at = end;
        }
        return false;
    }

    /**
     * Whether one of the few words before the term says that it is spoken of in general; the document of an accident or
     * an illness that says whose it is (« déclaration d'accident, victime : ») is not.
     */
    boolean isGeneral(int start, int end) {
        if (isOfMany(start)) return true;
        int at = start;
        for (int words = 0; words < GENERAL_WORDS; words++) {
            int wordEnd = at;
            while (wordEnd > from && !Characters.isAlphanumeric(text.charAt(wordEnd - 1))) {
                char c = text.charAt(wordEnd - 1);
                if (c == ',' || c == ';' || c == '(' || c == ':') return false;
                wordEnd--;
            }
            int word = Characters.wordStart(text, wordEnd, LONGEST_WORD);
            if (word < from || word == wordEnd) return false;
            if (GENERAL.has(text, word, wordEnd)) {
                return !NEGATIONS.has(text, wordEnd + 1, Characters.wordEnd(text, wordEnd + 1, LONGEST_WORD))
                        && !(DOCUMENTS.has(text, word, wordEnd) && saysWhose(end));
            }
            if (OF_ONE.has(text, word, wordEnd)) return false;
            at = word;
        }
        return false;
    }

    /** « victime : Paul », « concernant Mme Petit » behind the term. */
    private boolean saysWhose(int end) {
        for (int at = end; at < to; ) {
            int wordEnd = Characters.wordEnd(text, at, LONGEST_WORD);
            if (wordEnd == at) at++;
            else if (WHOSE.has(text, at, wordEnd) || isTitle(at, wordEnd)) return true;
            else at = wordEnd;
        }
        return false;
    }

    /** « gère les arrêts maladie », « plaide en maladies professionnelles »: of many, of no one. */
    private boolean isOfMany(int start) {
        int end = Characters.wordEnd(text, start, LONGEST_WORD);
        if (!MANY.has(text, start, end)) return false;
        int before = before(start);
        int word = Characters.wordStart(text, before, LONGEST_WORD);
        return word == before || word < from || !POSSESSIVES.has(text, word, before);
    }

    /** « allergique aux réunions », « notre code souffre d'obésité »: of a thing, or in jest. */
    boolean isOfThing(int start, int end) {
        int to = end;
        for (int words = 0; words < 2; words++) {
            int at = to + 1;
            to = Characters.wordEnd(text, at, LONGEST_WORD);
            if (FIGURES.has(text, at, to)) return true;
            if (!LINKS.has(text, at, to) && !TO_THINGS.has(text, at, to)) break;
        }
        return suffersAsThing(start);
    }

    /** « le serveur souffre de »: a noun that is no role and no name right before the verb. */
    private boolean suffersAsThing(int start) {
        int end = before(start);
        int word = Characters.wordStart(text, end, LONGEST_WORD);
        if (LINKS.has(text, word, end)) {
            end = before(word);
            word = Characters.wordStart(text, end, LONGEST_WORD);
        }
        if (word <= from || !SUFFERS.has(text, word, end)) return false;
        int subjectEnd = before(word);
        int subject = Characters.wordStart(text, subjectEnd, LONGEST_WORD);
        return subject > from
                && subjectEnd - subject > 3
                && Character.isLowerCase(text.charAt(subject))
                && !ROLES.has(text, subject, subjectEnd)
                && !PRONOUNS.has(text, subject, subjectEnd)
                && !NOT_SUBJECTS.has(text, subject, subjectEnd);
    }

    /** Whether a pronoun, a title with a name or a role stands in the sentence. */
    boolean hasPerson(int start) {
        boolean pronoun = false;
        boolean role = false;
        boolean someone = false;
        boolean rule = false;
        for (int at = from; at < to; ) {
            int end = Characters.wordEnd(text, at, LONGEST_WORD);
            if (end == at) {
                at++;
                continue;
            }
            if (!SAYING.has(text, at, end)) {
                at = end;
                continue;
            }
            if (isTitle(at, end)) return true;
            if (isFirstPerson(at, end) && Math.abs(start - end) < NEAR) return true;
            pronoun |= PRONOUNS.has(text, at, end) || isHe(at, end);
            role |= isRole(at, end, start);
            someone |= isOfSpeaker(at, end) || isAge(at, end) || isOneOf(at, end);
            rule |= isRule(at, end) && !(at > start && isState(start) && CONSEQUENCES.has(text, at, end));
            at = end;
        }
        return someone || (rule ? pronoun && !role : pronoun || role);
    }

    /** « un des vendeurs », « l'une de nos clientes » */
    private boolean isOneOf(int start, int end) {
        if (!INDEFINITE.has(text, start, end)) return false;
        int of = Characters.wordEnd(text, end + 1, LONGEST_WORD);
        if (Characters.isFolded(text, end + 1, of, "des")) return isPlural(of + 1);
        if (!Characters.isFolded(text, end + 1, of, "de")) return false;
        int whose = Characters.wordEnd(text, of + 1, LONGEST_WORD);
        return OURS.has(text, of + 1, whose) && isPlural(whose + 1);
    }

    private boolean isPlural(int start) {
        int end = Characters.wordEnd(text, start, LONGEST_WORD);
        return end - start > 2 && (ROLES.has(text, start, end) || ROLES.has(text, start, end - 1));
    }

    /** « Homme, 54 ans », « (32 ans) »: an age on its own, as notes have it. */
    private boolean isAge(int start, int end) {
        if (!Characters.isFolded(text, start, end, "ans")) return false;
        int number = before(start);
        int digits = Characters.wordStart(text, number, 4);
        if (digits == number || number - digits > 2 || !Characters.isDigit(text.charAt(digits))) return false;
        char sign = Characters.at(text, digits - 1) == ' '
                ? Characters.at(text, digits - 2)
                : Characters.at(text, digits - 1);
        return sign == ',' || sign == '(' || sign == '.' || Characters.isLineBreak(sign);
    }

    /** « tout salarié », not « tout le monde », « tous les matins ». */
    private boolean isRule(int start, int end) {
        if (!RULES.has(text, start, end)) return false;
        return !ALL.has(text, start, end)
                || !DEFINITE.has(text, end + 1, Characters.wordEnd(text, end + 1, LONGEST_WORD))
                        && !text.startsWith("les ", end + 1);
    }

    /** « ma collègue », « cette cliente », « un de mes gars »: somebody whom the writer knows, rules or not. */
    private boolean isOfSpeaker(int start, int end) {
        if (!ROLES.has(text, start, end)) return false;
        int before = before(start);
        return KNOWING.has(text, Characters.wordStart(text, before, LONGEST_WORD), before);
    }

    /** « arrêt maladie de Paul »: a name right behind. */
    boolean isOfName(int end) {
        int of = end + 1;
        int ofEnd = Characters.wordEnd(text, of, 3);
        boolean link = Characters.isSpace(Characters.at(text, end))
                && (Characters.isFolded(text, of, ofEnd, "de") || Characters.isFolded(text, of, ofEnd, "d"));
        int name = ofEnd + 1;
        int nameEnd = Characters.wordEnd(text, name, LONGEST_WORD);
        return link
                && Character.isUpperCase(Characters.at(text, name))
                && nameEnd - name > 2
                && Character.isLowerCase(text.charAt(name + 1))
                && !AddressWords.TOWNS.has(text, name, nameEnd)
                && !AddressWords.STOPS.has(text, name, nameEnd);
    }

    /** « collègue musulman », « salariée enceinte », « candidate en fauteuil roulant »: the role right before. */
    boolean isBehindRole(int start) {
        int end = before(start);
        int word = Characters.wordStart(text, end, LONGEST_WORD);
        if (PREPOSITIONS.has(text, word, end)) {
            end = before(word);
            word = Characters.wordStart(text, end, LONGEST_WORD);
        }
        if (!ROLES.has(text, word, end)) return false;
        int article = before(word);
        int determiner = Characters.wordStart(text, article, LONGEST_WORD);
        if (KNOWING.has(text, determiner, article)) return true;
        return !hasRule() && (!INDEFINITE.has(text, determiner, article) || isOfOneDay());
    }

    /** A day, a moment, « nous »: what is told happens once. */
    private boolean isOfOneDay() {
        for (int at = from; at < to; ) {
            int end = Characters.wordEnd(text, at, LONGEST_WORD);
            if (end == at) at++;
            else if (MOMENTS.has(text, at, end)) return true;
            else at = end;
        }
        return false;
    }

    /** « le salarié est … », « la salariée a une … »: told of one, not of any. */
    private boolean isState(int start) {
        int at = start;
        for (int words = 0; words < 3; words++) {
            int end = before(at);
            int word = Characters.wordStart(text, end, LONGEST_WORD);
            if (word == end || word < from) return false;
            if (STATES.has(text, word, end)) return text.charAt(end - 1) != 'à';
            at = word;
        }
        return false;
    }

    private boolean isHe(int start, int end) {
        if (!Characters.isFolded(text, start, end, "il")) return false;
        int next = end + 1;
        int nextEnd = Characters.wordEnd(text, next, LONGEST_WORD);
        if (IMPERSONAL.has(text, next, nextEnd)) return false;
        int third = nextEnd + 1;
        return !IMPERSONAL_ADJECTIVES.has(text, third, Characters.wordEnd(text, third, LONGEST_WORD));
    }

    private boolean isFirstPerson(int start, int end) {
        if (!FIRST_PERSON.has(text, start, end)) return false;
        int next = end + 1;
        return !FIRST_PERSON_WORK.has(text, next, Characters.wordEnd(text, next, LONGEST_WORD));
    }

    private boolean isTitle(int start, int end) {
        if (!TITLES.has(text, start, end)) return false;
        int at = end;
        while (at < end + 3 && (Characters.isSpace(Characters.at(text, at)) || Characters.at(text, at) == '.')) at++;
        return at > end && Character.isUpperCase(Characters.at(text, at));
    }

    private boolean isRole(int start, int end, int term) {
        if (!ROLES.has(text, start, end)) return false;
        int before = before(start);
        int word = Characters.wordStart(text, before, LONGEST_WORD);
        if (word == before) return CLOSE_ROLES.has(text, start, end); // « Patiente de 54 ans »
        if (NEWNESS.has(text, word, before)) {
            before = before(word);
            word = Characters.wordStart(text, before, LONGEST_WORD);
        }
        if (!DEFINITE.has(text, word, before)) return false;
        return !INDEFINITE.has(text, word, before)
                || CLOSE_ROLES.has(text, start, end)
                || isPast(end)
                || end < term && isState(term) && !hasRule();
    }

    /** « Un salarié a été », « un agent s'est »: what happened, happened to somebody. */
    private boolean isPast(int end) {
        int verb = end + 1;
        int verbEnd = Characters.wordEnd(text, verb, LONGEST_WORD);
        return PAST.has(text, verb, verbEnd);
    }

    private int before(int start) {
        int at = start;
        while (at > from && at > start - 3 && isJoint(text.charAt(at - 1))) at--;
        return at;
    }

    private static boolean isJoint(char c) {
        return Characters.isSpace(c) || Characters.isApostrophe(c) || Characters.isHyphen(c);
    }

    /** A point, a mark, an empty line, a line break before a capital or a sign; a wrapped line goes on. */
    private static boolean endsSentence(String text, int at) {
        char c = text.charAt(at);
        if (c == '!' || c == '?') return true;
        if (c == '\n') return !Character.isLowerCase(Characters.at(text, at + 1));
        if (c != '.') return false;
        char next = Characters.at(text, at + 1);
        if (!Characters.isSpace(next) && !Characters.isLineBreak(next)) return false;
        int word = Characters.wordStart(text, at, LONGEST_WORD);
        return at - word > 3 || !TITLES.has(text, word, at);
    }
}
