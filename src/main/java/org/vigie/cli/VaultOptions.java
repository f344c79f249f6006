package org.vigie.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Secret;
import org.vigie.pseudonym.Issuance;
import org.vigie.pseudonym.Vault;
import org.vigie.store.SealedFile;
import org.vigie.store.StoreException;
import picocli.CommandLine.Option;

/** The vault that a command of the shield works with. */
final class VaultOptions {
    @Option(
            names = "--vault",
            paramLabel = "VAULT",
            required = true,
            description = "The sealed file that knows what stands behind the placeholders; pass phrase by"
                    + " VIGIE_VAULT_PASSPHRASE or at the terminal.")
    private Path file = Path.of("vigie.vault");

    private @Nullable SealedFile sealed;

    /** @throws StoreException when there is none, or it does not open */
    Vault open() {
        if (!Files.exists(file)) throw new StoreException("There is no vault " + file + ".");
        return read(Passphrase.OF_VAULT.ask());
    }

    Vault openOrCreate() {
        if (Files.exists(file)) return open();
        sealed = new SealedFile(file, Passphrase.OF_VAULT.choose());
        return Vault.fresh();
    }

    private Vault read(Secret passphrase) {
        SealedFile found = new SealedFile(file, passphrase);
        sealed = found;
        try {
            return Vault.read(found.read(), Instant.now());
        } catch (IOException unreadable) {
            throw Texts.unusable(file, unreadable);
        }
    }

    /** Remembers what was issued; on disk when it returns. */
    void keep(Vault vault, Issuance issuance, Duration time) {
        if (sealed == null) throw new IllegalStateException("the vault was not opened");
        vault.keep(issuance, Instant.now(), time);
        try {
            sealed.write(vault.write());
        } catch (IOException unwritten) {
            throw Texts.unusable(file, unwritten);
        }
    }
}
