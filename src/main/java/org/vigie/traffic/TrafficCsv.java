package org.vigie.traffic;

import java.util.Locale;
import org.vigie.traffic.TrafficView.Row;

/** The table for a spreadsheet (RFC 4180), with the byte order mark that some of them need for accents. */
final class TrafficCsv {
    private TrafficCsv() {}

    static String of(TrafficView view) {
        StringBuilder csv = new StringBuilder("\uFEFFmodel,target,exchanges,answered,refused,failed,cancelled,masked,"
                + "input_tokens,output_tokens,estimated,cost_eur,mean_total_ms,mean_upstream_ms,mean_shield_us,"
                + "mean_own_us,mean_first_byte_ms\r\n");
        view.rows().forEach(row -> line(row, csv));
        return csv.toString();
    }

    private static void line(Row row, StringBuilder csv) {
        Sums sums = row.sums();
        csv.append(cell(row.route())).append(',').append(cell(row.target()));
        long[] numbers = {
            sums.exchanges(),
            row.answered(),
            row.refused(),
            row.failed(),
            row.cancelled(),
            sums.masked(),
            sums.inputTokens(),
            sums.outputTokens(),
            sums.estimated()
        };
        for (long number : numbers) csv.append(',').append(number);
        csv.append(',').append(String.format(Locale.ROOT, "%.6f", sums.costMicroEuros() / 1e6));
        long[] times = {
            row.totalMillis(), row.upstreamMillis(), row.shieldMicros(), row.ownMicros(), row.firstByteMillis()
        };
        for (long time : times) csv.append(',').append(time);
        csv.append("\r\n");
    }

    /** A name that a spreadsheet would take for a formula is no formula here. */
    private static String cell(String name) {
        String safe = name.startsWith("=") || name.startsWith("+") || name.startsWith("-") || name.startsWith("@")
                ? "'" + name
                : name;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
