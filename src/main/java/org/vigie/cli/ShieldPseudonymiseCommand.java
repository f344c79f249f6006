package org.vigie.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.pseudonym.Issuance;
import org.vigie.pseudonym.PseudonymisedText;
import org.vigie.pseudonym.Vault;
import org.vigie.store.StoreException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Text to text. The vault is on disk before the first placeholder is shown: nothing is shown that cannot come back. */
@Command(
        name = "pseudonymise",
        description = "Replaces what should not leave by placeholders. What comes out is still personal data.",
        mixinStandardHelpOptions = true)
final class ShieldPseudonymiseCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "A text, or a directory of texts with --out. Default: standard input.")
    private @Nullable Path file;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the texts of a directory go; must not exist yet.")
    private @Nullable Path out;

    @Option(
            names = "--keep",
            paramLabel = "DAYS",
            defaultValue = "30",
            description = "How long values can be brought back; default ${DEFAULT-VALUE}.")
    private int days = 30;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private VaultOptions vaults = new VaultOptions();

    @Mixin
    private DetectionOptions detection = new DetectionOptions();

    @Override
    public Integer call() {
        if (days < 1 || days > 3_650) throw wrongUse("--keep takes 1 to 3650 days.");
        boolean directory = file != null && Files.isDirectory(file);
        if (directory != (out != null)) throw wrongUse("A directory needs --out DIR, and only a directory does.");
        if (out != null && Files.exists(out)) throw new StoreException(out + " exists already.");
        detection.check();
        Vault vault = vaults.openOrCreate();
        Issuance issuance = vault.issuance();
        if (directory && file != null && out != null) {
            write(all(file, issuance, vault), out);
        } else {
            String text = Texts.read(file);
            issuance.reserve(text);
            String masked = PseudonymisedText.of(text, detection.detect(text), issuance);
            vaults.keep(vault, issuance, Duration.ofDays(days));
            PrintStream stdout = Texts.output();
            stdout.print(masked);
            stdout.flush();
        }
        return 0;
    }

    private ParameterException wrongUse(String how) {
        return new ParameterException(spec == null ? new CommandLine(this) : spec.commandLine(), how);
    }

    private Map<Path, String> all(Path directory, Issuance issuance, Vault vault) {
        List<Path> files = Texts.below(directory);
        Map<Path, String> masked = new LinkedHashMap<>();
        Map<Path, String> texts = new LinkedHashMap<>();
        for (Path one : files) texts.put(directory.relativize(one), Texts.read(one));
        texts.values().forEach(issuance::reserve);
        try (Progress progress = new Progress(texts.size())) {
            texts.forEach((name, text) -> {
                progress.next(name);
                masked.put(name, PseudonymisedText.of(text, detection.detect(text), issuance));
            });
        }
        vaults.keep(vault, issuance, Duration.ofDays(days));
        return masked;
    }

    private static void write(Map<Path, String> texts, Path directory) {
        texts.forEach((name, text) -> {
            Path target = directory.resolve(name);
            try {
                if (target.getParent() != null) Files.createDirectories(target.getParent());
                Files.writeString(target, text);
            } catch (IOException unwritten) {
                throw Texts.unusable(target, unwritten);
            }
        });
        System.err.println(texts.size() + " texts written to " + directory);
    }
}
