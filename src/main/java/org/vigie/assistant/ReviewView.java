package org.vigie.assistant;

import java.util.List;
import java.util.Optional;
import org.vigie.verification.Claim;
import org.vigie.verification.Status;
import org.vigie.web.Figures;

/**
 * What an answer claims, as the page shows it.
 *
 * @param address where a look at a claim is sent
 * @param fromDocuments whether the answer was to stand on documents
 */
record ReviewView(
        String address,
        boolean fromDocuments,
        long found,
        long notFound,
        long toCheck,
        long checked,
        List<Line> lines) {
    private static final int AROUND = 48;

    /**
     * @param before the answer's words before it
     * @param path where it was found opens; empty where there is nothing to open
     * @param where the name of what it was found in
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
            Optional<Review.Origin.InDocument> document = item.origin()
                    .filter(Review.Origin.InDocument.class::isInstance)
                    .map(Review.Origin.InDocument.class::cast);
            return new Line(
                    claim.start(),
                    claim.end(),
                    claim.kind().code(),
                    claim.status().code(),
                    leading(answer, claim.start()),
                    claim.text(),
                    trailing(answer, claim.end()),
                    document.map(Line::path).orElse(""),
                    document.map(found -> found.source().title()).orElse(""),
                    item.origin().map(Review.Origin::quote).orElse(""),
                    item.checked().map(figures::moment).orElse(""));
        }

        private static String path(Review.Origin.InDocument found) {
            return found.source().path().replace("#", "?mark=" + found.start() + "-" + found.end() + "#");
        }

        public boolean isFound() {
            return status.equals(Status.FOUND.code());
        }

        public boolean isFlagged() {
            return status.equals(Status.NOT_FOUND.code());
        }
    }

    static ReviewView of(Review review, Figures figures) {
        String text = review.answer().text();
        return new ReviewView(
                "/chat/" + review.conversation() + "/answers/" + review.answer().id() + "/review",
                review.fromDocuments(),
                review.count(Status.FOUND),
                review.count(Status.NOT_FOUND),
                review.count(Status.TO_CHECK),
                review.checked(),
                review.items().stream()
                        .map(item -> Line.of(text, item, figures))
                        .toList());
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
