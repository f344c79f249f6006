package org.vigie.cli;

import picocli.CommandLine.Command;

/** The search of documents, without a server or a database. */
@Command(
        name = "knowledge",
        description = "Measures the search of documents.",
        mixinStandardHelpOptions = true,
        subcommands = KnowledgeEvaluateCommand.class)
final class KnowledgeCommand extends CommandGroup {}
