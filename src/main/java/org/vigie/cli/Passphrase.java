package org.vigie.cli;

import java.io.Console;
import org.vigie.kernel.Secret;
import org.vigie.store.StoreException;

/** A pass phrase, from the environment or the terminal; never an argument, which others can see. */
final class Passphrase {
    /** A pass phrase may be tried offline for ever. */
    private static final int SHORTEST = 12;

    static final Passphrase OF_BACKUP = new Passphrase("VIGIE_BACKUP_PASSPHRASE", "backup");
    static final Passphrase OF_VAULT = new Passphrase("VIGIE_VAULT_PASSPHRASE", "vault");

    private final String variable;
    private final String of;

    private Passphrase(String variable, String of) {
        this.variable = variable;
        this.of = of;
    }

    Secret ask() {
        return fromEnvironmentOr("Pass phrase: ");
    }

    /** Asks twice at the terminal. */
    Secret choose() {
        Secret chosen = fromEnvironmentOr("Pass phrase of the " + of + ": ");
        if (chosen.reveal().length() < SHORTEST) {
            throw new StoreException("The pass phrase must have at least " + SHORTEST + " characters.");
        }
        if (System.getenv(variable) == null && !prompt("Again: ").equals(chosen)) {
            throw new StoreException("The two pass phrases differ.");
        }
        return chosen;
    }

    private Secret fromEnvironmentOr(String question) {
        String set = System.getenv(variable);
        return set == null ? prompt(question) : new Secret(set);
    }

    private Secret prompt(String question) {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            throw new StoreException("Set " + variable + ", or run this in a terminal to be asked.");
        }
        char[] typed = console.readPassword(question);
        return new Secret(typed == null ? "" : new String(typed));
    }
}
