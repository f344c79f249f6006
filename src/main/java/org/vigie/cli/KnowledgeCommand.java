package org.vigie.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The search of documents, without a server or a database. */
@Command(
        name = "knowledge",
        description = "Measures the search of documents.",
        mixinStandardHelpOptions = true,
        subcommands = KnowledgeEvaluateCommand.class)
final class KnowledgeCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                spec == null ? new CommandLine(this) : spec.commandLine(), "knowledge needs: evaluate");
    }
}
