package org.vigie.cli;

import picocli.CommandLine.Command;

/** The search of documents, without a server. */
@Command(
        name = "knowledge",
        description = "Measures the search of documents, and makes its index again.",
        mixinStandardHelpOptions = true,
        subcommands = {KnowledgeEvaluateCommand.class, KnowledgeRebuildCommand.class})
final class KnowledgeCommand extends CommandGroup {}
