package org.vigie.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.detection.Finding;
import org.vigie.store.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** JSON Lines in, JSON Lines out, in the same order; offsets are Unicode code points, the end excluded. */
@Command(
        name = "detect",
        description = "Tells what a text holds that should not leave.",
        mixinStandardHelpOptions = true)
final class ShieldDetectCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description =
                    "JSON Lines with id and text; with --plain a text, or a directory of texts. Default: standard input.")
    private @Nullable Path file;

    @Option(names = "--plain", description = "The input is text, not JSON Lines.")
    private boolean plain;

    @Option(names = "--report", description = "Writes a report for people instead of JSON.")
    private boolean report;

    @Mixin
    private DetectionOptions detection = new DetectionOptions();

    private final PrintStream out = Texts.output();
    private final JsonLines lines = new JsonLines(out);
    private final DetectionReport summary = new DetectionReport();
    private int faults;

    @Override
    public Integer call() {
        detection.check();
        if (file != null && Files.isDirectory(file)) directory(file);
        else if (plain) plain(file == null ? "-" : file.toString(), file);
        else lines();
        if (report) summary.print(out);
        out.flush();
        detection.unexamined().ifPresent(System.err::println);
        return faults == 0 ? 0 : 1;
    }

    private void directory(Path directory) {
        List<Path> files = Texts.below(directory);
        if (files.isEmpty()) throw new StoreException(directory + " holds no file.");
        try (Progress progress = new Progress(files.size())) {
            for (Path one : files) {
                progress.next(one);
                String name = directory.relativize(one).toString();
                try {
                    plain(name, one);
                } catch (StoreException unreadable) {
                    faults++;
                    if (report) summary.addFault(name, String.valueOf(unreadable.getMessage()));
                    else lines.print(JsonLines.object().put("id", name).put("error", unreadable.getMessage()));
                }
            }
        }
    }

    private void plain(String name, @Nullable Path from) {
        String text = Texts.read(from);
        ObjectNode line = JsonLines.object().put("id", name);
        tell(name, text, line);
    }

    private void lines() {
        lines.each(
                file,
                line -> {
                    JsonNode id = JsonLines.id(line);
                    ObjectNode answer = JsonLines.object();
                    answer.set("id", id);
                    tell(id.asText(), JsonLines.string(line, "text"), answer);
                },
                (number, message) -> {
                    faults++;
                    if (report) summary.addFault("line " + number, message);
                    else lines.printFault(number, message);
                });
    }

    private void tell(String name, String text, ObjectNode answer) {
        List<Finding> findings = detection.detect(text);
        if (report) {
            summary.add(name, text, findings);
            return;
        }
        ArrayNode list = answer.putArray("findings");
        int unit = 0;
        int point = 0;
        for (Finding finding : findings) {
            point += text.codePointCount(unit, finding.start());
            int end = point + text.codePointCount(finding.start(), finding.end());
            list.addObject()
                    .put("start", point)
                    .put("end", end)
                    .put("type", finding.type().name())
                    .put("subtype", finding.subtype())
                    .put("text", text.substring(finding.start(), finding.end()))
                    .put("confidence", finding.confidence())
                    .put("rule", finding.rule());
            unit = finding.end();
            point = end;
        }
        lines.print(answer);
    }
}
