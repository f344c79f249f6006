package org.vigie.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The checking of answers without a server or a database. */
@Command(
        name = "verification",
        description = "Looks for what an answer claims in the passages that it is made of.",
        mixinStandardHelpOptions = true,
        subcommands = VerificationCheckCommand.class)
final class VerificationCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                spec == null ? new CommandLine(this) : spec.commandLine(), "verification needs: check");
    }
}
