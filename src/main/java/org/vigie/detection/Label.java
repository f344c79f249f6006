package org.vigie.detection;

/** What a label or the head of a column says that its values are. */
enum Label {
    /** First names: « Prénom ». */
    GIVEN_NAME,
    /** Surnames: « Nom », « Nom de naissance ». */
    SURNAME,
    /** Whole names: « Nom et prénom », « Salarié ». */
    FULL_NAME,
    /** Who has a role; something else than a person may have it too: « Responsable », « Contact ». */
    PERSON,
    /** Several of them: « Participants », « Cc ». */
    PEOPLE,
    /** Who speaks in a chat, at the start of a line. */
    SPEAKER,
    /** Names of anything, among them persons: {@code name}, {@code user}. */
    NAME_OF_ANYTHING,
    BIRTH_DATE,
    ADDRESS,
    SECRET,
    CLIENT,
    /** A special category, whatever the value: « Allergies », « Religion ». */
    SPECIAL,
    /** The same where the text is of care: « Diagnostic », « Traitement ». */
    SPECIAL_IN_CARE,
    /** Why somebody is away: « Motif d'absence ». */
    ABSENCE,
    /** A usual head of a column that says that its line is about a person: « Poste », « Téléphone ». */
    OF_PERSON,
    /** A usual head of a column that is none of the others: it says that its line is one of heads. */
    OTHER;

    boolean isPerson() {
        return ordinal() <= NAME_OF_ANYTHING.ordinal();
    }
}
