package org.vigie.detection;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How the body is spoken of, made of few words: an organ and what ails it (« sa cheville est foulée », « insuffisance
 * veineuse »), Greek roots with the endings of illnesses and operations (« gastralgie », « spondylodèse »).
 */
final class BodyTerms {
    private static final int LONGEST_WORD = 30;
    private static final int MOST_LINKS = 4;

    static final WordSet PARTS = WordSet.of("""
            dos genou genoux bras avant-bras pied pieds poignet poignets coude coudes cou ventre crane coeur epaule epaules
            hanche hanches cheville chevilles jambe jambes main mains tete gorge nuque dent dents oeil yeux rein reins
            articulations articulation oreille oreilles doigt doigts pouce annulaire index majeur auriculaire phalange
            phalanges orteil orteils nez machoire mollet cuisse tibia perone femur clavicule cotes cote bassin vertebre
            vertebres rachis lombaires cervicales foie poumon poumons estomac intestin intestins vessie prostate sein seins
            uterus ovaire ovaires vesicule thyroide cerveau levre levres visage menisque ligament ligaments tendon tendons
            talon talons coccyx sternum omoplate omoplates bronches sinus retine cornee pancreas colon thorax abdomen tympan
            tympans rotule metatarse metacarpe scaphoide humerus radius cubitus malleole malleoles aine muscle muscles
            ischio adducteur quadriceps paume arcade paupiere paupieres gencive gencives langue menton joue front peau
            disque disques nerf nerfs artere arteres veine veines moelle os cordes hymen testicule testicules verge anus
            rectum duodenum oesophage larynx pharynx trachee plevre rate appendice aorte valve hypophyse surrenales
            """);

    /** What of a part of the body said behind it is an ailment: « le genou a gonflé », « une main bandée ». */
    static final List<String> STATES = List.of(
            "casse",
            "fracture",
            "foule",
            "luxe",
            "demis",
            "fele",
            "gonfle",
            "enfle",
            "bloque",
            "coince",
            "entaille",
            "ecrase",
            "platre",
            "bande",
            "brule",
            "infecte",
            "opere",
            "douloureux",
            "douloureuse",
            "enflamme",
            "abime",
            "blesse",
            "paralyse",
            "ampute",
            "tordu",
            "dechire",
            "rompu",
            "sectionne",
            "ankylose",
            "engourdi",
            "sensible",
            "immobilise",
            "en compote",
            "en vrac",
            "en miettes",
            "en echarpe",
            "en sang",
            "hors service",
            "fait mal",
            "font mal",
            "fait souffrir",
            "font souffrir",
            "fait encore mal",
            "fait encore souffrir");

    private static final WordSet STATE_LINKS = WordSet.of("""
            est a s etait sont ont avait reste encore tres tout toute bien vraiment completement nouveau droit droite
            gauche gauches qui lui me te toujours moitie un peu assez trop fortement gravement deja ete
            """);
    private static final WordSet OF = WordSet.of("de du des d");

    private static final List<String> AILMENTS = List.of(
            "douleur",
            "trouble",
            "probleme",
            "souci",
            "insuffisance",
            "lesion",
            "affection",
            "maladie",
            "pathologie",
            "infection",
            "inflammation",
            "hernie",
            "fracture",
            "tumeur",
            "cancer",
            "kyste",
            "greffe",
            "operation",
            "intervention",
            "chirurgie",
            "prothese",
            "traumatisme",
            "hemorragie",
            "embolie",
            "thrombose",
            "reeducation",
            "sequelle",
            "gene",
            "atteinte",
            "deficience",
            "fragilite",
            "antecedent",
            "crise",
            "raideur",
            "contracture",
            "spasme",
            "compression",
            "perforation",
            "degenerescence",
            "atrophie",
            "malformation",
            "dysfonction",
            "syndrome",
            "suivi",
            "bilan",
            "malaise",
            "accident",
            "arret",
            "arthrose",
            "ulcere",
            "abces",
            "nodule",
            "polype");
    private static final Set<String> OF_BODY = WordList.of("""
            cervical cervicale cervicaux lombaire lombaires dorsal dorsale dorsaux abdominal abdominale abdominaux thoracique
            articulaire musculaire dentaire oculaire pulmonaire cardiaque coronarien coronarienne renal renale renaux
            hepatique intestinal intestinale intestinaux digestif digestive gastrique urinaire respiratoire neurologique
            vertebral vertebrale discal discale pelvien pelvienne hormonal hormonale hormonaux thyroidien thyroidienne auditif
            auditive visuel visuelle cutane cutanee osseux osseuse tendineux tendineuse ligamentaire meniscal meniscale
            cerebral cerebrale vasculaire veineux veineuse arteriel arterielle prostatique gynecologique mammaire ovarien
            ovarienne psychique psychologique psychiatrique cognitif cognitive depressif depressive anxieux anxieuse
            psychotique bipolaire alimentaire hematologique immunitaire metabolique endocrinien endocrinienne orthopedique
            rhumatismal rhumatologique dermatologique allergique vestibulaire neuropathique sciatique crural ombilical
            ombilicale inguinal inguinale cranien cranienne facial faciale nerveux nerveuse menopausique obstetrical
            obstetricale bariatrique maxillo
            """);

    private static final Set<String> ROOTS = WordList.of("""
            arthr neur myel cardi encephal gastr enter col hepat nephr cyst urethr pyel hyster ovari salping prostat
            mast thyroid aden angi phleb arteri thromb pneum bronch laryng pharyng trache rhin ot tympan blephar kerat retin
            dermat oste chondr spondyl my tendin rachi cervic lomb dors cephal gonad pancreat splen cholecyst append
            oesophag gloss stomat gingiv odont proct rect sigmoid vagin vulv metr lymph myom fibr menisc disc vertebr lamin
            crani thorac thoraco nevr hemat cox gon scapul pub glen acromi
            """);
    private static final List<String> ENDINGS = List.of(
            "algie",
            "ectomie",
            "opathie",
            "oplastie",
            "orragie",
            "orraphie",
            "otomie",
            "ostomie",
            "oscopie",
            "odese",
            "oplegie",
            "oparesie",
            "ocele",
            "opexie",
            "ectasie",
            "ospasme",
            "odynie",
            "omalacie",
            "osclerose");
    /** What the roots and endings make that is no illness. */
    private static final Set<String> NO_ILLNESSES = WordList.of("otoscopie fibroscopie rhinoscopie dermatoscopie");

    private BodyTerms() {}

    /** « insuffisance veineuse », « spondylodese ». */
    static void eachTerm(Consumer<String> consumer) {
        for (String ailment : AILMENTS) {
            for (String part : OF_BODY) consumer.accept(ailment + " " + part);
        }
        for (String root : ROOTS) {
            for (String ending : ENDINGS) {
                if (!NO_ILLNESSES.contains(root + ending)) consumer.accept(root + ending);
            }
        }
    }

    /**
     * Where the part of the body stands that the state at an offset is said of; negative when there is none. « Le bras
     * cassé du robot » is none of anybody.
     */
    static int partBefore(String text, int state, int stateEnd) {
        if (isOfThing(text, stateEnd)) return -1;
        int at = state;
        for (int words = 0; words <= MOST_LINKS; words++) {
            int end = at - 1;
            if (end <= 0 || !isJoint(text.charAt(end))) return -1;
            int word = Characters.wordStart(text, end, LONGEST_WORD);
            if (word == end) return -1;
            if (PARTS.has(text, word, end)) return word;
            if (!STATE_LINKS.has(text, word, end)) return -1;
            at = word;
        }
        return -1;
    }

    private static boolean isOfThing(String text, int end) {
        if (!Characters.isSpace(Characters.at(text, end))) return false;
        int of = Characters.wordEnd(text, end + 1, LONGEST_WORD);
        return OF.has(text, end + 1, of) && !Character.isUpperCase(Characters.at(text, of + 1));
    }

    private static boolean isJoint(char c) {
        return Characters.isSpace(c) || Characters.isApostrophe(c);
    }
}
