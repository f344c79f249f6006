package org.vigie.cli;

import picocli.CommandLine.Command;

/** The checking of answers without a server or a database. */
@Command(
        name = "verification",
        description = "Looks for what an answer claims in the passages that it is made of.",
        mixinStandardHelpOptions = true,
        subcommands = VerificationCheckCommand.class)
final class VerificationCommand extends CommandGroup {}
