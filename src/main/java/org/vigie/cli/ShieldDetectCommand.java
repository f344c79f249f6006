package org.vigie.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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
    private static final ObjectMapper JSON = new ObjectMapper();

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
                    else print(JSON.createObjectNode().put("id", name).put("error", unreadable.getMessage()));
                }
            }
        }
    }

    private void plain(String name, @Nullable Path from) {
        String text = Texts.read(from);
        ObjectNode line = JSON.createObjectNode().put("id", name);
        tell(name, text, line);
    }

    private void lines() {
        try (InputStream in = new BufferedInputStream(Texts.open(file), 65_536)) {
            int number = 0;
            for (byte[] line = nextLine(in); line != null; line = nextLine(in)) {
                number++;
                if (!new String(line, StandardCharsets.ISO_8859_1).isBlank()) line(number, line);
            }
        } catch (IOException unreadable) {
            throw Texts.unusable(file == null ? Path.of("-") : file, unreadable);
        }
    }

    private void line(int number, byte[] bytes) {
        try {
            TextLine line = TextLine.parse(Texts.decoded(bytes, "The line"));
            ObjectNode answer = JSON.createObjectNode();
            answer.set("id", line.id());
            tell(line.id().asText(), line.text(), answer);
        } catch (StoreException fault) {
            faults++;
            if (report) summary.addFault("line " + number, String.valueOf(fault.getMessage()));
            else print(JSON.createObjectNode().put("line", number).put("error", fault.getMessage()));
        }
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
        print(answer);
    }

    private void print(ObjectNode line) {
        out.println(line);
        out.flush();
        if (out.checkError()) throw new StoreException("The output was closed.");
    }

    /** The bytes up to the next line feed, null at the end. */
    private static byte @Nullable [] nextLine(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        int b = in.read();
        if (b < 0) return null;
        for (; b >= 0 && b != '\n'; b = in.read()) line.write(b);
        return line.toByteArray();
    }
}
