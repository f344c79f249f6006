package org.vigie.assistant;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.vigie.assistant.ClaimCheckStore.Span;
import org.vigie.identity.Caller;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.verification.Claim;
import org.vigie.verification.Verifier;

/**
 * Looks for what an answer claims in what it stands on: the passages of documents, by the rights that its reader has
 * now, or, where it was asked of none, what the person wrote themselves; and in the files that were joined.
 */
@Singleton
class Reviews {
    /** Characters around what was found. */
    private static final int AROUND = 70;

    private final ConversationStore store;
    private final ClaimCheckStore checks;
    private final Reference reference;
    private final Attachments attachments;
    private final Clock clock;

    @Inject
    Reviews(
            ConversationStore store,
            ClaimCheckStore checks,
            Reference reference,
            Attachments attachments,
            Clock clock) {
        this.store = store;
        this.checks = checks;
        this.reference = reference;
        this.attachments = attachments;
        this.clock = clock;
    }

    /**
     * An answer that ended, with what was said before it.
     *
     * @param said by the person, the last first
     * @param files that were joined so far, the last first
     */
    record Asked(Message.Question question, Message.Answer answer, List<String> said, List<Attachment.Read> files) {}

    /** Something that an answer is compared with. @param origin of what is found in it */
    private record Passage(String text, BiFunction<Claim.Source, String, Review.Origin> origin) {
        static Passage of(Source source, String text) {
            return new Passage(
                    text, (found, quote) -> new Review.Origin.InDocument(source, found.start(), found.end(), quote));
        }

        static Passage of(Attachment.Read file) {
            return new Passage(
                    file.text(),
                    (_, quote) -> new Review.Origin.InFile(file.file().name(), quote));
        }

        static Passage said(String text) {
            return new Passage(text, (_, quote) -> new Review.Origin.InQuestion(quote));
        }
    }

    /** The answers of a conversation that ended, in their order. */
    List<Asked> answers(Caller caller, UUID conversation) {
        List<Asked> answers = new ArrayList<>();
        List<String> said = new ArrayList<>();
        List<Attachment.Read> files = new ArrayList<>();
        Optional<Message.Question> question = Optional.empty();
        List<Message> messages = store.messages(caller.person(), conversation);
        Attachments.Said joined = attachments.said(caller.person(), conversation, messages);
        for (Message message : messages) {
            switch (message) {
                case Message.Question one -> {
                    said.addFirst(one.text());
                    files.addAll(0, joined.read(one));
                    question = Optional.of(one);
                }
                case Message.Answer one -> {
                    if (one.end().isPresent() && question.isPresent()) {
                        answers.add(new Asked(question.get(), one, List.copyOf(said), List.copyOf(files)));
                    }
                }
            }
        }
        return answers;
    }

    /** @throws ProblemException {@code not_found} for an answer that is not theirs, or is still being written */
    Review of(Caller caller, UUID conversation, UUID answer) {
        return of(caller, conversation, asked(caller, conversation, answer));
    }

    Review of(Caller caller, UUID conversation, Asked asked) {
        return looked(caller, compared(caller, conversation, asked));
    }

    /** Keeps that the reader looked at a claim, or no longer. @throws ProblemException {@code not_found} where there is none */
    Review check(Caller caller, UUID conversation, UUID answer, Span span, boolean looked) {
        Review compared = compared(caller, conversation, asked(caller, conversation, answer));
        if (compared.items().stream().noneMatch(item -> span(item.claim()).equals(span))) throw notFound();
        Instant now = clock.instant();
        if (looked) checks.add(caller.person(), answer, span, now);
        else checks.remove(caller.person(), answer, span);
        return looked(caller, compared);
    }

    private Asked asked(Caller caller, UUID conversation, UUID id) {
        return answers(caller, conversation).stream()
                .filter(asked -> asked.answer().id().equals(id))
                .findFirst()
                .orElseThrow(Reviews::notFound);
    }

    /** Without what its reader looked at. */
    private Review compared(Caller caller, UUID conversation, Asked asked) {
        List<Source> sources = asked.question().sources();
        boolean fromDocuments = !sources.isEmpty();
        List<Optional<String>> read =
                sources.stream().map(source -> reference.text(caller, source)).toList();
        // The numbers of marks point to the documents' passages, which therefore come first.
        List<Passage> passages = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            passages.add(Passage.of(sources.get(i), read.get(i).orElse("")));
        }
        if (!fromDocuments) asked.said().forEach(text -> passages.add(Passage.said(text)));
        asked.files().forEach(file -> passages.add(Passage.of(file)));
        List<String> texts = passages.stream().map(Passage::text).toList();
        // What cannot be read any more may well say it.
        boolean alone = fromDocuments && read.stream().allMatch(Optional::isPresent);
        List<Review.Item> items = Verifier.check(asked.answer().text(), texts, alone).claims().stream()
                .map(claim -> new Review.Item(claim, origin(claim, passages), Optional.empty()))
                .toList();
        return new Review(conversation, asked.answer(), fromDocuments, items);
    }

    private Review looked(Caller caller, Review compared) {
        Map<Span, Instant> looked = checks.of(caller.person(), compared.answer().id());
        List<Review.Item> items = compared.items().stream()
                .map(item -> new Review.Item(
                        item.claim(), item.origin(), Optional.ofNullable(looked.get(span(item.claim())))))
                .toList();
        return new Review(compared.conversation(), compared.answer(), compared.fromDocuments(), items);
    }

    private static Optional<Review.Origin> origin(Claim claim, List<Passage> passages) {
        return claim.source().map(found -> {
            Passage passage = passages.get(found.passage());
            return passage.origin().apply(found, quote(passage.text(), found));
        });
    }

    private static String quote(String passage, Claim.Source found) {
        int start = Math.max(0, passage.lastIndexOf(' ', Math.max(0, found.start() - AROUND)) + 1);
        int last = Math.min(passage.length(), Math.min(found.end(), found.start() + AROUND) + AROUND);
        int space = passage.indexOf(' ', last);
        int end = space < 0 ? passage.length() : space;
        return (start > 0 ? "… " : "")
                + passage.substring(start, end).strip().replaceAll("\\s+", " ")
                + (end < passage.length() ? " …" : "");
    }

    private static Span span(Claim claim) {
        return new Span(claim.start(), claim.end());
    }

    private static ProblemException notFound() {
        return new ProblemException(new Problem.NotFound());
    }
}
