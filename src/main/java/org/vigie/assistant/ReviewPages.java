package org.vigie.assistant;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.Cache;
import org.vigie.assistant.ClaimCheckStore.Span;
import org.vigie.web.Figures;
import org.vigie.web.Viewer;

/** What an answer claims, found again or not, under the answer. */
@Path("/chat/{conversation}/answers/{answer}/review")
@RunOnVirtualThread
@Cache(noStore = true)
@Produces(MediaType.TEXT_HTML)
public class ReviewPages {
    private final Reviews reviews;
    private final Viewer viewer;

    @Inject
    ReviewPages(Reviews reviews, Viewer viewer) {
        this.reviews = reviews;
        this.viewer = viewer;
    }

    @GET
    public TemplateInstance show(@PathParam("conversation") UUID conversation, @PathParam("answer") UUID answer) {
        return page(reviews.of(viewer.caller(), conversation, answer));
    }

    /** @param looked whether the claim was looked at; false takes that back */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public TemplateInstance check(
            @PathParam("conversation") UUID conversation,
            @PathParam("answer") UUID answer,
            @FormParam("start") int start,
            @FormParam("end") int end,
            @FormParam("looked") boolean looked) {
        return page(reviews.check(viewer.caller(), conversation, answer, new Span(start, end), looked));
    }

    private TemplateInstance page(Review review) {
        return ChatTemplates.review(ReviewView.of(review, new Figures(viewer.language())))
                .setLocale(viewer.language().locale());
    }
}
