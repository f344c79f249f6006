package org.vigie.assistant;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vigie.verification.Claim;
import org.vigie.verification.ClaimKind;
import org.vigie.verification.Status;
import org.vigie.web.Figures;

/**
 * What an answer claims, as the page shows it.
 *
 * @param address where a look at a claim is sent
 * @param export where the answer is given as a file, without its format
 * @param fromDocuments whether the answer was to stand on documents
 * @param open what its reader should look at: what was not found first, then what is to check
 * @param borne what was found
 */
record ReviewView(
        String address,
        String export,
        boolean fromDocuments,
        long found,
        long notFound,
        long toCheck,
        long checked,
        List<Line> open,
        List<Line> borne) {
    private static final int AROUND = 48;
    /** The number between the brackets of a mark. */
    private static final Pattern MARK = Pattern.compile("\\d+");

    /**
     * @param before the answer's words before it
     * @param path where it was found opens; empty where there is nothing to open
     * @param where the name of what it was found in; empty for one's own words
     * @param quote the words around it there
     * @param checked when the reader looked at it; empty where they did not
     */
    record Line(
            int start,
            int end,
            String kind,
            String status,
            String before,
            String text,
            String after,
            String path,
            String where,
            String quote,
            String checked) {
        static Line of(String answer, Review.Item item, Figures figures) {
            Claim claim = item.claim();
            return new Line(
                    claim.start(),
                    claim.end(),
                    isMark(claim) ? "mark" : claim.kind().code(),
                    claim.status().code(),
                    leading(answer, claim.start()),
                    claim.text(),
                    trailing(answer, claim.end()),
                    item.origin().map(Line::path).orElse(""),
                    item.origin().map(Line::where).orElse(""),
                    item.origin().map(Review.Origin::quote).orElse(""),
                    item.checked().map(figures::moment).orElse(""));
        }

        private static boolean isMark(Claim claim) {
            return claim.kind() == ClaimKind.CITATION
                    && MARK.matcher(claim.text()).matches();
        }

        private static String path(Review.Origin origin) {
            return origin instanceof Review.Origin.InDocument found
                    ? found.source().path().replace("#", "?mark=" + found.start() + "-" + found.end() + "#")
                    : "";
        }

        private static String where(Review.Origin origin) {
            return switch (origin) {
                case Review.Origin.InDocument found -> found.source().title();
                case Review.Origin.InFile found -> found.name();
                case Review.Origin.InQuestion _ -> "";
            };
        }

        public boolean isFound() {
            return status.equals(Status.FOUND.code());
        }

        public boolean isFlagged() {
            return status.equals(Status.NOT_FOUND.code());
        }
    }

    static ReviewView of(Review review, Figures figures) {
        return new ReviewView(
                "/chat/" + review.conversation() + "/answers/" + review.answer().id() + "/review",
                "/chat/" + review.conversation() + "/export?answer="
                        + review.answer().id(),
                review.fromDocuments(),
                review.count(Status.FOUND),
                review.count(Status.NOT_FOUND),
                review.count(Status.TO_CHECK),
                review.checked(),
                Stream.concat(lines(review, Status.NOT_FOUND, figures), lines(review, Status.TO_CHECK, figures))
                        .toList(),
                lines(review, Status.FOUND, figures).toList());
    }

    public boolean isEmpty() {
        return open.isEmpty() && borne.isEmpty();
    }

    private static Stream<Line> lines(Review review, Status status, Figures figures) {
        return review.items().stream()
                .filter(item -> item.claim().status() == status)
                .map(item -> Line.of(review.answer().text(), item, figures));
    }

    private static String leading(String text, int start) {
        int from = Math.max(0, start - AROUND);
        int line = text.lastIndexOf('\n', Math.max(0, start - 1));
        int space = from == 0 ? 0 : text.indexOf(' ', from) + 1;
        int cut = Math.max(line + 1, Math.min(space, start));
        return (cut > line + 1 ? "…" : "") + text.substring(cut, start);
    }

    private static String trailing(String text, int end) {
        int to = Math.min(text.length(), end + AROUND);
        int line = text.indexOf('\n', end);
        int space = to == text.length() ? to : text.lastIndexOf(' ', to);
        int cut = Math.max(end, line < 0 ? space : Math.min(line, space));
        return text.substring(end, cut) + (cut < text.length() && cut != line ? "…" : "");
    }
}
