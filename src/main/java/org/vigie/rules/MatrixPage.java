package org.vigie.rules;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.Cache;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.policy.Matrix;
import org.vigie.policy.Policy;
import org.vigie.web.Bundles;
import org.vigie.web.Figures;
import org.vigie.web.Page;
import org.vigie.web.Pages;
import org.vigie.web.Viewer;

/** The matrix is changed in two steps: what it would have decided of the last exchanges, then the decision. */
@Path("/rules/matrix")
@RunOnVirtualThread
@Cache(noStore = true)
public class MatrixPage {
    private final Policy policy;
    private final MatrixChange change;
    private final Impact impact;
    private final Viewer viewer;

    @Inject
    MatrixPage(Policy policy, MatrixChange change, Impact impact, Viewer viewer) {
        this.policy = policy;
        this.change = change;
        this.impact = impact;
        this.viewer = viewer;
    }

    /**
     * @param models to which a class may be sent instead
     * @param impact absent before anything was asked
     * @param motive what was typed
     * @param fault what is wrong with it; empty when nothing is
     * @param recent whether the password was given lately enough to decide
     */
    public record View(
            MatrixView matrix,
            List<String> models,
            Optional<Impact.Found> impact,
            String motive,
            String fault,
            boolean recent) {}

    @CheckedTemplate(basePath = "rules")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance matrix(Page page, View view, Figures say);
    }

    @GET
    public Response edit() {
        return Pages.show(page(policy.matrix(), Optional.empty(), "", ""), viewer.language());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response submit(MultivaluedMap<String, String> form) {
        Matrix wanted;
        try {
            wanted = MatrixView.read(form::getFirst, change.models());
        } catch (IllegalArgumentException unreadable) {
            return again(policy.matrix(), Optional.empty(), form, MatrixFault.UNREADABLE);
        }
        Optional<Impact.Found> found = Optional.of(impact.of(wanted));
        if (!"decide".equals(form.getFirst("act"))) {
            return Pages.show(page(wanted, found, motive(form), ""), viewer.language());
        }
        Optional<MatrixFault> fault = change.faultOf(wanted, motive(form));
        if (fault.isPresent()) return again(wanted, found, form, fault.get());
        if (!viewer.recentlyAuthenticated()) throw new ProblemException(new Problem.AuthenticationTooOld());
        String number = change.decide(viewer.caller(), viewer.language(), wanted, motive(form))
                .number();
        return Pages.goTo("/rules/decisions/" + number);
    }

    private Response again(
            Matrix matrix, Optional<Impact.Found> found, MultivaluedMap<String, String> form, MatrixFault fault) {
        return Pages.showAgain(page(matrix, found, motive(form), fault.in(say())), viewer.language());
    }

    private static String motive(MultivaluedMap<String, String> form) {
        return MatrixChange.motive(Optional.ofNullable(form.getFirst("motive")));
    }

    private TemplateInstance page(Matrix matrix, Optional<Impact.Found> found, String motive, String fault) {
        View view =
                new View(MatrixView.of(matrix), change.models(), found, motive, fault, viewer.recentlyAuthenticated());
        return Templates.matrix(viewer.page(say().changeMatrix()), view, new Figures(viewer.language()));
    }

    private RulesMessages say() {
        return Bundles.in(RulesMessages.class, viewer.language());
    }
}
