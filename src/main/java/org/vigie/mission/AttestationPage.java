package org.vigie.mission;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.vigie.web.Figures;
import org.vigie.web.Page;
import org.vigie.web.Pages;
import org.vigie.web.Viewer;

/** What a client may be told of a mission: to read, to print, and signed. */
@Path("/missions/{code}/attestation")
@RunOnVirtualThread
public class AttestationPage {
    private final Viewer viewer;
    private final Missions missions;
    private final AttestationFiles files;

    @Inject
    AttestationPage(Viewer viewer, Missions missions, AttestationFiles files) {
        this.viewer = viewer;
        this.missions = missions;
        this.files = files;
    }

    @CheckedTemplate(basePath = "mission")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance attestation(Page page, AttestationView view, Figures say);
    }

    /**
     * @param keyId of the key that signs
     * @param forClient whether a client's person looks: they see the whole mission, and no page of it but this one
     */
    record AttestationView(
            Attestation drawn,
            String from,
            String to,
            String issued,
            String keyId,
            List<ModelView> models,
            boolean forClient) {
        /** The same draw again, for its files: what they say is what the page said. */
        public String query() {
            return "?from=" + drawn.from() + "&to=" + drawn.to() + "&at="
                    + drawn.issuedAt().getEpochSecond();
        }
    }

    /** @param country in the reader's language; empty where it is not known */
    record ModelView(Attestation.Model model, String country) {}

    @GET
    public Response show(@PathParam("code") String code, @BeanParam AttestationQuery wanted) {
        MissionWords words = new MissionWords(viewer.language());
        Attestation drawn = files.draw(viewer.caller(), code, wanted.upToNow());
        AttestationView view = new AttestationView(
                drawn,
                words.date(drawn.from()),
                words.date(drawn.to()),
                new Figures(viewer.language()).moment(drawn.issuedAt()),
                files.keyId(),
                drawn.models().stream()
                        .map(model -> new ModelView(
                                model, model.country().map(words::country).orElse("")))
                        .toList(),
                !missions.mayOpen(viewer.caller()));
        return Pages.show(
                Templates.attestation(
                        viewer.page(words.say().attestationOf(drawn.mission().name())),
                        view,
                        new Figures(viewer.language())),
                viewer.language());
    }

    /** Signed: JWS in its compact form. */
    @GET
    @Path("/signed")
    public Response signed(@PathParam("code") String code, @BeanParam AttestationQuery wanted) {
        return files.signed(viewer.caller(), files.draw(viewer.caller(), code, wanted));
    }

    /** What is signed, without the signature. */
    @GET
    @Path("/json")
    public Response json(@PathParam("code") String code, @BeanParam AttestationQuery wanted) {
        return files.json(viewer.caller(), files.draw(viewer.caller(), code, wanted));
    }

    /** To be read and kept, with the signed file within. */
    @GET
    @Path("/pdf")
    public Response pdf(@PathParam("code") String code, @BeanParam AttestationQuery wanted) {
        return files.pdf(viewer.caller(), files.draw(viewer.caller(), code, wanted), viewer.language());
    }
}
