package org.vigie.detection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which labels say what of their values. A label is read without case, accents, decoration and plural, and may be an
 * identifier: « **Nom & prénom(s)** », {@code dateNaissance}, {@code first_name}.
 */
final class FieldLabels {
    private static final int LONGEST = 56;
    private static final int MOST_WORDS = 7;

    private static final int FILTER_BITS = 1 << 14;
    private static final HashFilter FILTER = new HashFilter(FILTER_BITS);

    private static final Map<String, Label> WHOLE = new HashMap<>();
    /** Persons by their role: one word, with or without a complement. */
    private static final Set<String> ROLES = WordList.of(
            Roles.PERSONS.strip().replaceAll("\\s+", " ") + " " + """
                    contact declarant declarante evalue evaluee pilote expediteur emetteur commercial commerciale
                    temoins sinistre owner author assignee assigned reviewer reporter approver contact attendee
                    attendees participants presents presentes excuses excusees absents absentes invites diffusion
                    destinataires signataires auteurs redacteurs intervenants contributeurs contributors maintainer
                    maintainers authors reviewers owners lead leader sponsor mentor coach porteur porteuse requester
                    creator committer cc cci bcc to from de a attn n+1 dest exp organizer hierarchique copie interesse interessee soussigne
                    recu accueilli joueur membre membres equipe presence
                    """.strip().replaceAll("\\s+", " "));

    private static final Set<String> PLURALS = WordList.of(
            "participants presents presentes excuses excusees absents absentes invites destinataires signataires auteurs");

    private static final WordSet CONNECTORS = WordSet.of("""
            de du des la le les l d et ou and usage usuel complet famille naissance epouse epoux marital marie jeune
            fille patronymique premier second autres s e ees en majuscules capitales votre son sa au a signataire
            legal referent obligatoire client chef projet emergency qualite fonction
            """);

    static {
        put(
                Label.SURNAME,
                "nom|noms|nom de famille|nom de naissance|nom usage|nom patronymique|nom marital|nom usuel"
                        + "|last name|lastname|surname|family name|familyname|nom fam|nomfamille|sn|lname|nom epouse"
                        + "|nom jeune fille|nom naissance|nom salarie|nom agent|nom candidat|nom patient");
        put(
                Label.GIVEN_NAME,
                "prenom|prenoms|first name|firstname|given name|givenname|forename|middle name"
                        + "|prenom usuel|fname|prenom usage|premier prenom|autres prenoms|prenom salarie|surnom");
        put(
                Label.FULL_NAME,
                "nom et prenom|nom prenom|prenom nom|prenom et nom|noms et prenoms|noms prenoms"
                        + "|nom complet|nom et prenoms|nom prenoms|full name|fullname|display name|displayname|nom affiche"
                        + "|employee name|author name|contact name|customer contact|user full name|nom et qualite"
                        + "|nom du contact|identite|patronyme|je soussigne|je soussignee|nous soussignes"
                        + "|mother name|father name|holder name|cardholder|cardholder name|titulaire du compte|nom porteur");
        put(
                Label.NAME_OF_ANYTHING,
                "cn|name|user|username|utilisateur|nom affichage|to|from|de|a|qui|who|by|par|compte"
                        + "|personne|nickname|label|title|titre|alias|pseudo|identifiant|display|account name|user name"
                        + "|equipe|team|membre|membres|members|binome|copie|diffusion|chef|agent");
        put(
                Label.BIRTH_DATE,
                "date de naissance|date naissance|ddn|ne le|nee le|ne e le|birth date|birthdate|dob"
                        + "|date of birth|datenaissance|naissance|birthday|dt naissance|date nais");
        put(
                Label.ADDRESS,
                "adresse|adresse postale|adresse complete|domicile|address|adresse personnelle"
                        + "|adresse domicile|adresse du domicile|home address");
        put(
                Label.SECRET,
                "mot de passe|mdp|password|passwd|pwd|motdepasse|secret|token|jeton|api key|cle api|apikey"
                        + "|mot passe|code acces|passphrase|client secret|access token");
        put(
                Label.CLIENT,
                "client|cliente|clients|nom client|nom du client|customer|customer name|raison sociale client"
                        + "|client name|societe cliente");
        put(
                Label.SPECIAL,
                "allergie|allergies|allergies connues|religion|confession|confession religieuse|culte|pathologie"
                        + "|pathologies|antecedents medicaux|antecedents chirurgicaux|atcd|handicap|type de handicap"
                        + "|nature du handicap|rqth|groupe sanguin|orientation sexuelle|origine ethnique|opinions politiques"
                        + "|opinion politique|appartenance syndicale|syndicat|mandat syndical|restrictions medicales"
                        + "|traitement en cours|traitements en cours|traitement medical|medicaments|grossesse"
                        + "|nature des lesions|siege des lesions|lesions|lesion|motif medical|motif hospitalisation"
                        + "|motif de hospitalisation|maladies chroniques|maladie chronique|disability|religion belief"
                        + "|medical condition|medical conditions|allergy|diagnosis|ald|appartenance politique|parti politique"
                        + "|etat de sante|situation de handicap|convictions religieuses|regime religieux");
        put(
                Label.SPECIAL_IN_CARE,
                "diagnostic|diagnostics|traitement|traitements|antecedents|symptomes|observations"
                        + "|motif de consultation|motif consultation|motif de admission|motif admission|maladie|restrictions"
                        + "|conclusion|conclusions|examen clinique|prescription|ordonnance|indication|histoire de la maladie");
        put(
                Label.ABSENCE,
                "motif absence|motif de absence|motif arret|motif de arret|type absence|nature absence|absence|motif"
                        + "|type d absence|motif d absence|motif d arret|nature de l absence|nature de l arret|cause|raison"
                        + "|type conge|type de conge|conge|code absence|libelle absence|arret");
        put(
                Label.OTHER,
                "email|e mail|mail|courriel|adresse mail|adresse email|adresse e mail|telephone|tel|mobile"
                        + "|portable|phone|fixe|age|service|poste|fonction|date|statut|status|montant|salaire|matricule|id|n"
                        + "|numero|ref|reference|ville|cp|code postal|pays|city|zip|country|department|role|entree|sortie"
                        + "|date entree|date embauche|contrat|type|commentaire|commentaires|remarque|remarques|observations"
                        + "|note|notes|siret|siren|iban|bic|nir|secu|numero secu|nss|sexe|civilite|genre|gender|nationalite"
                        + "|classe|groupe|niveau|total|heures|jours|prix|quantite|qte|designation|article|description|objet"
                        + "|priorite|echeance|action|actions|etat|debut|fin|duree|resultat|societe|entreprise|company"
                        + "|organisation|site|agence|region|pole|equipe|direction|departement|metier|grade|echelon|anciennete"
                        + "|coefficient|brut|net|prime|ip|url|login|cout|budget|lot|version|produit|created at|updated at"
                        + "|amount|price|quantity|due date|start|end|language|titre|sujet|theme|horaire|lieu|salle|bureau");
        for (String label : WHOLE.keySet()) wake(label.split(" ")[0]);
        for (String role : ROLES) {
            wake(role);
            wake(role + "s");
        }
        for (String word : List.of("nom", "prenom", "noms", "prenoms", "par", "by", "name", "a")) wake(word);
    }

    private FieldLabels() {}

    private static void put(Label label, String labels) {
        for (String one : labels.split("\\|")) WHOLE.putIfAbsent(one, label);
    }

    /** What the label between two offsets says; null when it is none that we know. */
    static @Nullable Label of(String text, int start, int end) {
        return of(text, start, end, false);
    }

    /** The same for the head of a column, where a role alone says that persons stand below. */
    static @Nullable Label ofColumn(String text, int start, int end) {
        return of(text, start, end, true);
    }

    private static @Nullable Label of(String text, int start, int end, boolean column) {
        if (end - start > LONGEST || end <= start) return null;
        if (!mayBe(text, start, end)) return null;
        List<String> words = words(text, start, end);
        if (words.isEmpty() || words.size() > MOST_WORDS) return null;
        String whole = String.join(" ", words);
        Label known = WHOLE.get(whole);
        if (known == null && words.size() > 2) known = WHOLE.get(withoutConnectors(words));
        if (known == Label.NAME_OF_ANYTHING && (whole.equals("de") || whole.equals("a"))) known = Label.PERSON;
        if (known != null) return !column && known.ordinal() >= Label.OF_PERSON.ordinal() ? null : known;
        String first = words.getFirst();
        if (isName(first)) return restIsRole(words) ? (first.startsWith("n") ? Label.SURNAME : Label.GIVEN_NAME) : null;
        if (words.getLast().equals("nom") || words.getLast().equals("prenom")) {
            return words.getLast().equals("nom") ? Label.SURNAME : Label.GIVEN_NAME; // admin.nom, client_prenom
        }
        if (words.getLast().equals("name") && ROLES.contains(first)) return Label.PERSON;
        if (words.getLast().equals("par") || words.getLast().equals("by")) return Label.PERSON;
        if (ROLES.contains(first)) return PLURALS.contains(first) ? Label.PEOPLE : Label.PERSON;
        if (words.size() > 1
                && ROLES.contains(words.getLast())
                && words.getLast().length() > 3) return Label.PERSON;
        if (first.endsWith("s") && ROLES.contains(first.substring(0, first.length() - 1))) return Label.PEOPLE;
        if (whole.startsWith("a l attention")) return Label.PERSON;
        return null;
    }

    /** Whether the first or the last word is one of a label: next to no allocation for what is none. */
    private static boolean mayBe(String text, int start, int end) {
        int at = start;
        while (at < end && !Characters.isLetter(text.charAt(at))) at++;
        int hash = 0;
        for (int i = at; i < end && Characters.isLetter(text.charAt(i)); i++) {
            if (i > at && isHump(text, i)) break;
            hash = Characters.hash(hash, text.charAt(i));
        }
        if (FILTER.mayHold(hash)) return true;
        int last = end;
        while (last > at && !Characters.isLetter(text.charAt(last - 1))) last--;
        int from = last;
        while (from > at && Characters.isLetter(text.charAt(from - 1))) {
            from--;
            if (from > at && isHump(text, from)) break;
        }
        hash = 0;
        for (int i = from; i < last; i++) hash = Characters.hash(hash, text.charAt(i));
        return FILTER.mayHold(hash);
    }

    private static void wake(String word) {
        FILTER.add(Characters.hash(word));
    }

    private static boolean isName(String word) {
        return word.equals("nom") || word.equals("prenom") || word.equals("noms") || word.equals("prenoms");
    }

    /** « Nom du salarié », not « Nom du projet ». */
    private static boolean restIsRole(List<String> words) {
        for (String word : words.subList(1, words.size())) {
            if (!CONNECTORS.has(word, 0, word.length()) && !isName(word) && !ROLES.contains(word)) return false;
        }
        return !words.getLast().equals("projet");
    }

    private static String withoutConnectors(List<String> words) {
        StringBuilder rest = new StringBuilder();
        for (String word : words) {
            if (word.equals("de")
                    || word.equals("du")
                    || word.equals("d")
                    || word.equals("l")
                    || word.equals("la")
                    || word.equals("s")
                    || word.equals("et")
                    || word.equals("le")
                    || word.equals("e")) continue;
            if (!rest.isEmpty()) rest.append(' ');
            rest.append(word);
        }
        return rest.toString();
    }

    /** The folded words of a label; CamelCase, hyphens and underscores part words too. */
    private static List<String> words(String text, int start, int end) {
        List<String> words = new ArrayList<>(4);
        int at = start;
        while (at < end) {
            if (!Characters.isLetter(text.charAt(at))) {
                if (Characters.isDigit(text.charAt(at)) && !words.isEmpty() && at + 1 < end) return List.of();
                at++;
                continue;
            }
            int from = at++;
            while (at < end && Characters.isLetter(text.charAt(at)) && !isHump(text, at)) at++;
            words.add(Characters.fold(text, from, at));
        }
        return words;
    }

    private static boolean isHump(String text, int at) {
        return Character.isUpperCase(text.charAt(at)) && Character.isLowerCase(text.charAt(at - 1));
    }
}
