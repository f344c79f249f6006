package org.vigie.cli;

import picocli.CommandLine.Command;

/** The shield without a server or a database. */
@Command(
        name = "shield",
        description = "Finds personal data, secrets and markings in texts, replaces them and brings them back.",
        mixinStandardHelpOptions = true,
        subcommands = {ShieldDetectCommand.class, ShieldPseudonymiseCommand.class, ShieldRestoreCommand.class})
final class ShieldCommand extends CommandGroup {}
