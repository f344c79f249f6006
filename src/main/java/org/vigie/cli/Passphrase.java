package org.vigie.cli;

import java.io.Console;
import org.vigie.kernel.Secret;
import org.vigie.store.StoreException;

/** The pass phrase of a backup, from the environment or the terminal; never an argument, which others can see. */
final class Passphrase {
    private static final String VARIABLE = "VIGIE_BACKUP_PASSPHRASE";
    /** A pass phrase may be tried offline for ever. */
    private static final int SHORTEST = 12;

    private Passphrase() {}

    static Secret ask() {
        return fromEnvironmentOr("Pass phrase: ");
    }

    /** Asks twice at the terminal. */
    static Secret choose() {
        Secret chosen = fromEnvironmentOr("Pass phrase of the backup: ");
        if (chosen.reveal().length() < SHORTEST) {
            throw new StoreException("The pass phrase must have at least " + SHORTEST + " characters.");
        }
        if (System.getenv(VARIABLE) == null && !prompt("Again: ").equals(chosen)) {
            throw new StoreException("The two pass phrases differ.");
        }
        return chosen;
    }

    private static Secret fromEnvironmentOr(String question) {
        String set = System.getenv(VARIABLE);
        return set == null ? prompt(question) : new Secret(set);
    }

    private static Secret prompt(String question) {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            throw new StoreException("Set " + VARIABLE + ", or run this in a terminal to be asked.");
        }
        char[] typed = console.readPassword(question);
        return new Secret(typed == null ? "" : new String(typed));
    }
}
