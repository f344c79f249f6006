package org.vigie.web;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vigie.identity.Caller;
import org.vigie.identity.Role;
import org.vigie.kernel.Language;

/** The design language on a living page, for those who build pages; exists in dev mode only. */
@Path("/design")
@IfBuildProfile("dev")
public class DesignPage {
    private static final Caller NOBODY = new Caller(
            new UUID(0, 0),
            "c.martin@example.org",
            "Camille Martin",
            Set.of(Role.ADMIN),
            Optional.empty(),
            new Caller.Credential.Session(new UUID(0, 0)));

    private static final List<String> ICONS = List.of(
            ("assistant people key person leave menu sidebar list plus search pen bin copy again stop send shield out"
                            + " clock help info attention danger check close down back")
                    .split(" "));

    @CheckedTemplate(basePath = "web")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance design(Page page, List<String> icons);
    }

    /** @param alone shows the page as it stands before sign-in */
    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance design(RoutingContext request, @QueryParam("alone") boolean alone) {
        Language language = Appearance.language(request);
        Optional<Caller> caller = alone ? Optional.empty() : Optional.of(NOBODY);
        return Templates.design(Page.of(request, caller, language, "", "Design"), ICONS)
                .setLocale(language.locale());
    }
}
