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
        Conversation conversation = store.find(viewer.caller().person(), id).orElseThrow(ExportPages::notFound);
        List<Transcript.Exchange> exchanges = reviews.answers(viewer.caller(), id).stream()
                .filter(one -> answer.isEmpty() || one.answer().id().equals(answer.get()))
                .map(one -> exchange(id, one))
                .toList();
        if (answer.isPresent() && exchanges.isEmpty()) throw notFound();
        Transcript transcript = new Transcript(
                conversation.title(), viewer.caller().name(), exchanges, viewer.language(), clock.instant());
        return Response.ok(transcript.as(format), format.mediaType())
                .header("Content-Disposition", "attachment; filename=\"conversation." + format.code() + "\"")
                .build();
    }

    private Transcript.Exchange exchange(UUID conversation, Reviews.Asked asked) {
        Optional<Review> review = asked.answer().text().isBlank()
                ? Optional.empty()
                : Optional.of(reviews.of(viewer.caller(), conversation, asked));
        return new Transcript.Exchange(asked.question(), asked.answer(), review);
    }

    private static ProblemException notFound() {
        return new ProblemException(new Problem.NotFound());
    }
}
