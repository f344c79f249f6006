package org.vigie.cli;

import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that does nothing by itself: it says which commands it has. */
abstract class CommandGroup implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public final Integer call() {
        if (spec == null) throw new IllegalStateException("not called by picocli");
        Set<String> names = spec.subcommands().keySet();
        throw new ParameterException(
                spec.commandLine(),
                spec.name() + (names.size() == 1 ? " needs: " : " needs one of: ") + String.join(", ", names));
    }
}
