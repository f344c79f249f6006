package org.vigie.assistant;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.Cache;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.web.Viewer;

/** One's own conversation, or one answer, as a file: Markdown, PDF, or for a word processor. */
@Path("/chat/{conversation}/export")
@RunOnVirtualThread
@Cache(noStore = true)
public class ExportPages {
    private final ConversationStore store;
    private final Reviews reviews;
    private final Viewer viewer;
    private final Clock clock;

    @Inject
    ExportPages(ConversationStore store, Reviews reviews, Viewer viewer, Clock clock) {
        this.store = store;
        this.reviews = reviews;
        this.viewer = viewer;
        this.clock = clock;
    }

    /**
     * @param as {@code md}, {@code pdf} or {@code docx}
     * @param answer the id of the only one that is wanted; absent for the whole conversation
     */
    @GET
    public Response file(
            @PathParam("conversation") UUID id,
            @QueryParam("as") @DefaultValue("md") String as,
            @QueryParam("answer") Optional<UUID> answer) {
        Transcript.Format format = Transcript.Format.of(as).orElseThrow(ExportPages::notFound);
        UUID person = viewer.caller().person();
        Conversation conversation = store.find(person, id).orElseThrow(ExportPages::notFound);
        List<Transcript.Exchange> exchanges = exchanges(id, store.messages(person, id)).stream()
                .filter(one -> answer.isEmpty() || one.answer().id().equals(answer.get()))
                .toList();
        if (answer.isPresent() && exchanges.isEmpty()) throw notFound();
        Transcript transcript = new Transcript(
                conversation.title(), viewer.caller().name(), exchanges, viewer.language(), clock.instant());
        return Response.ok(transcript.as(format), format.mediaType())
                .header("Content-Disposition", "attachment; filename=\"conversation." + format.code() + "\"")
                .build();
    }

    /** Those that ended, each with the question that it answers. */
    private List<Transcript.Exchange> exchanges(UUID conversation, List<Message> messages) {
        List<Transcript.Exchange> exchanges = new ArrayList<>();
        Optional<Message.Question> asked = Optional.empty();
        for (Message message : messages) {
            switch (message) {
                case Message.Question question -> asked = Optional.of(question);
                case Message.Answer answer -> {
                    if (asked.isEmpty() || answer.end().isEmpty()) continue;
                    Optional<Review> review = answer.text().isBlank()
                            ? Optional.empty()
                            : Optional.of(reviews.of(viewer.caller(), conversation, answer.id()));
                    exchanges.add(new Transcript.Exchange(asked.get(), answer, review));
                }
            }
        }
        return exchanges;
    }

    private static ProblemException notFound() {
        return new ProblemException(new Problem.NotFound());
    }
}
