package org.vigie.assessment;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vigie.assessment.Assessments.Known;
import org.vigie.assessment.ProviderView.File;
import org.vigie.assessment.ProviderView.Listing;
import org.vigie.identity.People;
import org.vigie.identity.Right;
import org.vigie.identity.Rights;
import org.vigie.traffic.Traffic;
import org.vigie.web.Form;
import org.vigie.web.Page;
import org.vigie.web.Pages;
import org.vigie.web.Viewer;

/** Tour › Fournisseurs: the list with what rests on each, and the file of one. Everybody reads, some write. */
@Path("/providers")
@RunOnVirtualThread
public class ProviderPages {
    private final Assessments assessments;
    private final Traffic traffic;
    private final People people;
    private final Viewer viewer;

    @Inject
    ProviderPages(Assessments assessments, Traffic traffic, People people, Viewer viewer) {
        this.assessments = assessments;
        this.traffic = traffic;
        this.people = people;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "assessment")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance providers(Page page, Listing view);

        static native TemplateInstance file(Page page, File view);
    }

    @GET
    public Response list() {
        Telling telling = telling();
        List<Dependency> shares = Dependency.of(assessments.all(), traffic.byTarget(Dependency.PERIOD, Instant.now()));
        boolean asked = shares.stream().anyMatch(share -> share.exchanges() > 0);
        Listing view = new Listing(shares.stream().map(telling::row).toList(), isAssessor(), asked);
        return Pages.show(Templates.providers(viewer.page(telling.say().title()), view), viewer.language());
    }

    @GET
    @Path("/mlbom.json")
    @Produces("application/vnd.cyclonedx+json")
    public Response bom() {
        return Response.ok(MlBom.of(assessments.all(), UUID.randomUUID(), Instant.now()))
                .header("Content-Disposition", "attachment; filename=\"vigie-modeles.cdx.json\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    @GET
    @Path("/file/{id}")
    public Response show(@PathParam("id") String id) {
        Known known = assessments.find(id);
        return Pages.show(page(known, FileForm.of(known), ""), viewer.language());
    }

    @POST
    @Path("/file/{id}")
    public Response write(@PathParam("id") String id, RoutingContext request) {
        Form form = Form.posted(request);
        Known known = assessments.find(id);
        Optional<ProviderFile> file = FileForm.read(known, form);
        if (file.isEmpty()) return again(known, form, telling().say().fileFault());
        if (!assessments.write(viewer.caller(), file.get()))
            return again(known, form, telling().say().changed());
        return Pages.goTo("/providers/file/" + id);
    }

    private Response again(Known known, Form form, String fault) {
        return Pages.showAgain(page(known, form, fault), viewer.language());
    }

    private TemplateInstance page(Known known, Form form, String fault) {
        Telling telling = telling();
        ProviderFile file = known.file();
        File view = new File(
                telling.row(Dependency.of(List.of(known), List.of()).getFirst()),
                isAssessor(),
                form,
                telling.models(known),
                known.assessments().stream().map(telling::judged).toList(),
                telling.certifications(file),
                Line.subSuppliers(file.subSuppliers()),
                telling.day(file.dpaSignedOn()),
                telling.day(file.substituteTested()),
                telling.day(file.termsCheckedOn()),
                fault);
        return Templates.file(viewer.page(known.provider().name()), view);
    }

    private boolean isAssessor() {
        return Rights.allows(viewer.caller(), Right.ASSESS_PROVIDERS);
    }

    private Telling telling() {
        return new Telling(viewer.language(), people);
    }
}
