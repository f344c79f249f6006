package org.vigie.disclosure;

import java.util.List;
import java.util.stream.Collectors;

/** Traces for a spreadsheet (RFC 4180), with the byte order mark that some of them need. */
final class TraceCsv {
    private TraceCsv() {}

    static String of(List<TraceLine> lines) {
        StringBuilder csv = new StringBuilder(
                "\uFEFFat,model,mission,use_case,decision,findings,input_tokens,output_tokens,cost_micro_euros\r\n");
        for (TraceLine line : lines) {
            csv.append(String.join(
                            ",",
                            line.at().toString(),
                            cell(line.model()),
                            cell(line.mission().orElse("")),
                            cell(line.useCase().orElse("")),
                            cell(String.join(" ", line.decision())),
                            cell(line.findings().entrySet().stream()
                                    .map(found -> found.getKey() + "=" + found.getValue())
                                    .sorted()
                                    .collect(Collectors.joining(" "))),
                            Long.toString(line.inputTokens()),
                            Long.toString(line.outputTokens()),
                            Long.toString(line.costMicroEuros())))
                    .append("\r\n");
        }
        return csv.toString();
    }

    /** A text that a spreadsheet would take for a formula is no formula here. */
    private static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" + text : text).replace("\"", "\"\"") + '"';
    }
}
