package org.vigie.detection;

import org.vigie.kernel.DataClass;

/** What a finding is; the names are those of {@code x-vigie-findings} and of the audit. */
public enum FindingType {
    PERSON("PERS", DataClass.C2),
    EMAIL("MAIL", DataClass.C2),
    PHONE("PHONE", DataClass.C2),
    ADDRESS("ADDR", DataClass.C2),
    DATE_OF_BIRTH("BIRTH", DataClass.C2),
    NIR("NIR", DataClass.C2),
    /** The tax administration's number of a person (SPI). */
    TAX_ID("TAX", DataClass.C2),
    /** Passport, identity card, residence permit, driving licence, and the lines that machines read on them. */
    PASSPORT_ID("ID", DataClass.C2),
    IBAN("IBAN", DataClass.C2),
    CARD("CARD", DataClass.C2),
    /** Company data: internal, not personal. */
    SIREN("SIREN", DataClass.C1),
    /** Company data: internal, not personal. */
    SIRET("SIRET", DataClass.C1),
    /** Company data: internal, not personal. */
    VAT("VAT", DataClass.C1),
    PLATE("PLATE", DataClass.C2),
    IP("IP", DataClass.C1),
    MAC("MAC", DataClass.C1),
    GPS("GPS", DataClass.C2),
    /** A password, key or token: whoever has it can act. */
    SECRET("SECRET", DataClass.C3),
    /** An address that carries a password or a token. */
    URL_CRED("URL", DataClass.C3),
    /** A special category of GDPR article 9, tied to a person. */
    HEALTH("SENS", DataClass.C3),
    /** « CONFIDENTIEL »: says what the text is; hiding it would not make the text another one. */
    MARKING("MARK", DataClass.C2),
    ORG_CLIENT("CLIENT", DataClass.C2),
    /** A term of the organisation's own dictionaries: a mission, a code name, a product. */
    TERM("TERM", DataClass.C2),

    BIC("BIC", DataClass.C1, false),
    RPPS("RPPS", DataClass.C2, false),
    FINESS("FINESS", DataClass.C1, false),
    CAF("CAF", DataClass.C2, false),
    AGE("AGE", DataClass.C1, false),
    AMOUNT("AMOUNT", DataClass.C1, false);

    private final String abbreviation;
    private final DataClass dataClass;
    private final boolean byDefault;

    FindingType(String abbreviation, DataClass dataClass) {
        this(abbreviation, dataClass, true);
    }

    FindingType(String abbreviation, DataClass dataClass, boolean byDefault) {
        this.abbreviation = abbreviation;
        this.dataClass = dataClass;
        this.byDefault = byDefault;
    }

    /** What stands for the type in a placeholder: ASCII capitals. */
    public String abbreviation() {
        return abbreviation;
    }

    /** The lowest class of a text that holds such a finding. */
    public DataClass dataClass() {
        return dataClass;
    }

    /** Whether it is looked for when nobody says what to look for. */
    public boolean isByDefault() {
        return byDefault;
    }
}
