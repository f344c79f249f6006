package org.vigie.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The shield without a server or a database. */
@Command(
        name = "shield",
        description = "Finds personal data, secrets and markings in texts, replaces them and brings them back.",
        mixinStandardHelpOptions = true,
        subcommands = {ShieldDetectCommand.class, ShieldPseudonymiseCommand.class, ShieldRestoreCommand.class})
final class ShieldCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                spec == null ? new CommandLine(this) : spec.commandLine(),
                "shield needs one of: detect, pseudonymise, restore");
    }
}
