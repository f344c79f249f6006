package org.vigie.cli;

import io.quarkus.runtime.annotations.QuarkusMain;
import org.vigie.backup.BackupException;
import org.vigie.configuration.ConfigurationException;
import org.vigie.store.StoreException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point of everything. */
@QuarkusMain
@Command(
        name = "vigie",
        description = "The control tower for generative AI in an organisation.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        subcommands = {
            StartCommand.class,
            DoctorCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            AuditCommand.class,
            ShieldCommand.class,
            TrainCommand.class
        })
public final class Vigie {
    private static final int FAILED = 1;

    private Vigie() {}

    public static void main(String[] args) {
        // Quarkus' log manager must be the first that anybody asks for.
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        int code = execute(args);
        // Something may have left a thread behind; a command that is over is over. In dev mode it starts again.
        if (!StartCommand.inDevelopment()) System.exit(code);
    }

    static int execute(String... args) {
        return new CommandLine(new Vigie())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Vigie::explain)
                .execute(args.length == 0 ? new String[] {"--help"} : args);
    }

    /** One clear line for what the person can mend; a stack trace only for a fault of ours. */
    private static int explain(Exception fault, CommandLine command, CommandLine.ParseResult arguments) {
        if (fault instanceof StoreException
                || fault instanceof BackupException
                || fault instanceof ConfigurationException) {
            command.getErr().println(fault.getMessage());
        } else {
            command.getErr().println("Vigie failed, by a fault of its own:");
            fault.printStackTrace(command.getErr());
        }
        return FAILED;
    }
}
