package org.vigie.cli;

import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.LinkedHashMap;
import java.util.Map;
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
        mixinStandardHelpOptions = true)
public final class Vigie {
    private static final int FAILED = 1;
    /** By name, since reading the annotations of all of them takes longer than a short command does. */
    private static final Map<String, Class<?>> COMMANDS = commands();

    private Vigie() {}

    public static void main(String[] args) {
        // Quarkus' log manager must be the first that anybody asks for.
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        int code = execute(args);
        // Something may have left a thread behind; a command that is over is over. In dev mode it starts again.
        if (!StartCommand.inDevelopment()) System.exit(code);
    }

    static int execute(String... args) {
        CommandLine line = new CommandLine(new Vigie());
        boolean known = args.length > 0 && COMMANDS.containsKey(args[0]);
        COMMANDS.forEach((name, command) -> {
            if (!known || name.equals(args[0])) line.addSubcommand(command);
        });
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Vigie::explain)
                .execute(args.length == 0 ? new String[] {"--help"} : args);
    }

    /** In the order of the help. */
    private static Map<String, Class<?>> commands() {
        Map<String, Class<?>> commands = new LinkedHashMap<>();
        commands.put("start", StartCommand.class);
        commands.put("doctor", DoctorCommand.class);
        commands.put("backup", BackupCommand.class);
        commands.put("restore", RestoreCommand.class);
        commands.put("audit", AuditCommand.class);
        commands.put("attestation", AttestationCommand.class);
        commands.put("shield", ShieldCommand.class);
        commands.put("knowledge", KnowledgeCommand.class);
        commands.put("verification", VerificationCommand.class);
        commands.put("train", TrainCommand.class);
        return commands;
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
