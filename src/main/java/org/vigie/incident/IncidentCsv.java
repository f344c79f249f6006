package org.vigie.incident;

import java.util.List;

/** All incidents for a spreadsheet (RFC 4180), with the byte order mark that some of them need for accents. */
final class IncidentCsv {
    private IncidentCsv() {}

    static String of(List<Incident> incidents) {
        StringBuilder csv = new StringBuilder("\uFEFFcode,state,severity,kind,occurred_at,detected_at,reported_at,"
                + "anonymous,data_class,mission,use_case,target,persons,next_due,what,root_cause,actions,lessons\r\n");
        incidents.forEach(incident -> line(incident, csv));
        return csv.toString();
    }

    private static void line(Incident incident, StringBuilder csv) {
        Report report = incident.report();
        Handling handling = incident.handling();
        List<String> cells = List.of(
                incident.code(),
                incident.state().code(),
                handling.severity().map(Enum::name).orElse(""),
                handling.kind().code(),
                report.occurredAt().toString(),
                handling.detectedAt().toString(),
                incident.reportedAt().toString(),
                incident.reporter().isEmpty() ? "yes" : "no",
                report.dataClass().map(Enum::name).orElse(""),
                report.mission(),
                handling.useCase(),
                handling.target(),
                handling.persons().map(String::valueOf).orElse(""),
                incident.nextDue().map(Object::toString).orElse(""),
                report.what(),
                handling.rootCause(),
                handling.actions(),
                handling.lessons());
        csv.append(String.join(",", cells.stream().map(IncidentCsv::cell).toList()))
                .append("\r\n");
    }

    /** A text that a spreadsheet would take for a formula is no formula here. */
    private static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" + text : text).replace("\"", "\"\"") + '"';
    }
}
