package org.vigie.assistant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.kernel.Language;
import org.vigie.print.Document;
import org.vigie.print.Part;
import org.vigie.print.Pdf;
import org.vigie.print.Word;
import org.vigie.verification.Status;
import org.vigie.web.Bundles;
import org.vigie.web.Figures;

/**
 * A conversation, or one answer of it, as a file to be taken elsewhere. With each answer it says on which passages it was
 * to stand, and how much of what it claims was found again and looked at.
 *
 * @param reader who takes it, and looked at claims
 */
record Transcript(String title, String reader, List<Exchange> exchanges, Language language, Instant made) {
    Transcript {
        exchanges = List.copyOf(exchanges);
    }

    /** A question and its answer. @param review empty where there is no answer to its end */
    record Exchange(Message.Question question, Message.Answer answer, Optional<Review> review) {}

    /** What it is written as. */
    enum Format {
        MD("text/markdown; charset=utf-8"),
        PDF("application/pdf"),
        DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        String mediaType() {
            return mediaType;
        }

        /** The ending of its name. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Format> of(String code) {
            return Stream.of(values()).filter(one -> one.code().equals(code)).findFirst();
        }
    }

    /** @return UTF-8 text for Markdown, the file for the others */
    Object as(Format format) {
        return switch (format) {
            case MD -> markdown();
            case PDF -> Pdf.of(document());
            case DOCX -> Word.of(document());
        };
    }

    private String markdown() {
        StringBuilder text = new StringBuilder("# ").append(title).append("\n");
        for (Exchange one : exchanges) {
            text.append("\n## ").append(say().exportQuestion()).append("\n\n");
            one.question()
                    .text()
                    .lines()
                    .forEach(line -> text.append("> ").append(line).append('\n'));
            if (!one.question().files().isEmpty()) {
                text.append("\n").append(joined(one.question())).append("\n");
            }
            text.append("\n## ").append(heading(one)).append("\n\n");
            text.append(one.answer().text().strip()).append("\n");
            List<Source> sources = one.question().sources();
            if (!sources.isEmpty()) text.append("\n").append(say().sources()).append("\n\n");
            sources.forEach(source -> text.append(source.number())
                    .append(". ")
                    .append(named(source))
                    .append('\n'));
            one.review()
                    .ifPresent(
                            review -> text.append("\n*").append(checked(review)).append("*\n"));
        }
        return text.append("\n---\n").append(footer()).append('\n').toString();
    }

    private Document document() {
        List<Part> parts = new ArrayList<>();
        for (Exchange one : exchanges) {
            parts.add(new Part.Heading(2, say().exportQuestion()));
            parts.add(new Part.Text(one.question().text()));
            if (!one.question().files().isEmpty()) parts.add(new Part.Text(joined(one.question())));
            parts.add(new Part.Heading(2, heading(one)));
            parts.addAll(MarkdownParts.of(one.answer().text(), 2));
            List<String> sources =
                    one.question().sources().stream().map(this::named).toList();
            if (!sources.isEmpty()) {
                parts.add(new Part.Text(say().sources()));
                parts.add(new Part.Items(true, sources));
            }
            one.review().ifPresent(review -> parts.add(new Part.Text(checked(review))));
        }
        return new Document(title, language, footer(), made, parts);
    }

    private String joined(Message.Question question) {
        return say().exportFiles(question.files().stream().map(Attachment::name).collect(Collectors.joining(", ")));
    }

    private String heading(Exchange one) {
        return say().exportAnswer(
                        one.answer().model(),
                        new Figures(language).moment(one.answer().at()));
    }

    private String named(Source source) {
        String section = source.section().isEmpty() ? "" : ", " + source.section();
        String page = source.page().isPresent()
                ? ", " + say().exportPage(source.page().getAsInt())
                : "";
        return source.title() + section + page + " (" + source.space() + ")";
    }

    private String checked(Review review) {
        if (review.items().isEmpty()) return say().exportNothing();
        return say().exportChecked(
                        review.items().size(),
                        review.count(Status.FOUND),
                        review.count(Status.NOT_FOUND),
                        review.count(Status.TO_CHECK),
                        review.checked(),
                        reader);
    }

    private String footer() {
        return say().exportFooter(new Figures(language).moment(made));
    }

    private AssistantMessages say() {
        return Bundles.in(AssistantMessages.class, language);
    }
}
