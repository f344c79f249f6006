package org.vigie.charter;

import java.util.List;
import org.vigie.kernel.Tally;

/** Signatures for a spreadsheet (RFC 4180), with the byte order mark that some of them need for accents. */
final class SignaturesCsv {
    private static final String MARK = "\uFEFF";
    private static final String END = "\r\n";

    private SignaturesCsv() {}

    /** @param others what the small teams together are called */
    static String of(Tally tally, String others) {
        StringBuilder csv = new StringBuilder(MARK)
                .append("team,people,signed_at_least,signed_at_most")
                .append(END);
        for (Tally.Group group : tally.groups()) {
            csv.append(cell(group.name().orElse(others)));
            csv.append(',')
                    .append(group.people())
                    .append(',')
                    .append(group.counted().least())
                    .append(',')
                    .append(group.counted().most())
                    .append(END);
        }
        return csv.toString();
    }

    static String of(List<Signatories.Line> lines) {
        StringBuilder csv = new StringBuilder(MARK);
        csv.append("name,email,team,version,signed_at,audience,score,sha256").append(END);
        for (Signatories.Line line : lines) {
            csv.append(cell(line.person().name())).append(',');
            csv.append(cell(line.person().email())).append(',');
            csv.append(cell(line.team())).append(',');
            csv.append(line.signature().map(SignaturesCsv::cells).orElse(",,,,"))
                    .append(END);
        }
        return csv.toString();
    }

    private static String cells(Signature signature) {
        return String.join(
                ",",
                signature.version().toString(),
                signature.at().toString(),
                signature.audience().code(),
                signature.score().correct() + "/" + signature.score().questions(),
                signature.sha256());
    }

    /** A name that a spreadsheet would take for a formula is no formula here. */
    private static String cell(String name) {
        boolean formula = !name.isEmpty() && "=+-@\t\r".indexOf(name.charAt(0)) >= 0;
        return '"' + (formula ? "'" + name : name).replace("\"", "\"\"") + '"';
    }
}
