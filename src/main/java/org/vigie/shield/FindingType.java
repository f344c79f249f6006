package org.vigie.shield;

import org.vigie.kernel.DataClass;

/** What a finding is; the names are those of {@code x-vigie-findings} and of the audit. */
public enum FindingType {
    PERSON("PERS", DataClass.C2),
    EMAIL("MAIL", DataClass.C2),
    PHONE("PHONE", DataClass.C2),
    NIR("NIR", DataClass.C2),
    IBAN("IBAN", DataClass.C2),
    CARD("CARD", DataClass.C2),
    /** Company data: internal, not personal. */
    SIREN("SIREN", DataClass.C1),
    /** Company data: internal, not personal. */
    SIRET("SIRET", DataClass.C1),
    /** A password, key or token: whoever has it can act. */
    SECRET("SECRET", DataClass.C3);

    private final String abbreviation;
    private final DataClass dataClass;

    FindingType(String abbreviation, DataClass dataClass) {
        this.abbreviation = abbreviation;
        this.dataClass = dataClass;
    }

    /** What stands for the type in a placeholder: ASCII capitals. */
    public String abbreviation() {
        return abbreviation;
    }

    /** The lowest class of a text that holds such a finding. */
    public DataClass dataClass() {
        return dataClass;
    }
}
