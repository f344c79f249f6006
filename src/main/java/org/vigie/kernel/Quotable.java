package org.vigie.kernel;

import java.util.regex.Pattern;

/** What a caller wrote where a name belongs, as far as an error may say it again. */
public final class Quotable {
    /** Without {@code @}: an address is no name. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/+-]{0,99}");

    private Quotable() {}

    /** The name itself, or an ellipsis when it does not look like one: people paste prompts into the wrong field. */
    public static String name(String written) {
        return NAME.matcher(written).matches() ? written : "…";
    }
}
