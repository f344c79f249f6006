package org.vigie.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.pseudonym.Escaping;
import org.vigie.pseudonym.StreamRestorer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "restore", description = "Brings back what placeholders stand for.", mixinStandardHelpOptions = true)
final class ShieldRestoreCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "FILE", description = "Default: standard input.")
    private @Nullable Path file;

    @Mixin
    private VaultOptions vaults = new VaultOptions();

    @Override
    public Integer call() {
        StreamRestorer restorer = vaults.open().issuance().restorer(Escaping.NONE);
        String text = restorer.accept(Texts.read(file)) + restorer.finish();
        PrintStream out = Texts.output();
        out.print(text);
        out.flush();
        if (restorer.strays() > 0) {
            System.err.println(
                    (restorer.strays() == 1 ? "1 placeholder stands" : restorer.strays() + " placeholders stand")
                            + " for nothing in this vault (unknown or expired).");
        }
        return 0;
    }
}
