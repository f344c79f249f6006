package org.vigie.charter;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.Cache;
import org.vigie.charter.Draft.Opinion;
import org.vigie.identity.Caller;
import org.vigie.identity.Right;
import org.vigie.identity.Rights;
import org.vigie.identity.Role;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.web.Bundles;
import org.vigie.web.Figures;
import org.vigie.web.Page;
import org.vigie.web.Pages;
import org.vigie.web.PostedFields;
import org.vigie.web.Viewer;

/** Where a text that is to become the charter is read, commented and approved. */
@Path("/charter")
@RunOnVirtualThread
@Cache(noStore = true)
@Produces(MediaType.TEXT_HTML)
public class ReviewPage {
    private static final String HERE = "/charter/review";
    private static final int LONGEST = 4000;

    private final Charter charter;
    private final Viewer viewer;

    @Inject
    ReviewPage(Charter charter, Viewer viewer) {
        this.charter = charter;
        this.viewer = viewer;
    }

    /**
     * @param faults names of {@link CharterFault}, and {@code OPINION}
     * @param mayApprove whether this person may approve some text
     * @param isAuthor whether they wrote this one
     * @param recent whether the password was given lately enough to approve
     */
    record ReviewView(
            Draft draft,
            List<String> faults,
            boolean mayManage,
            boolean mayOpine,
            boolean mayApprove,
            boolean isAuthor,
            boolean recent) {
        public List<Audience> audiences() {
            return List.of(Audience.values());
        }

        public CharterText.Advice advice(Audience audience) {
            return draft.text().adviceFor(audience);
        }

        public List<Opinion.Kind> kinds() {
            return List.of(Opinion.Kind.values());
        }

        /** Nothing is under review. */
        public boolean isEmpty() {
            return draft.isWritable();
        }
    }

    @CheckedTemplate(basePath = "charter")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance review(Page page, ReviewView view, Figures say);
    }

    @GET
    @Path("/review")
    public Response show() {
        return Pages.show(page(List.of()), viewer.language());
    }

    @POST
    @Path("/opinion")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response opine(MultivaluedMap<String, String> form) {
        if (!mayOpine()) throw new ProblemException(new Problem.Forbidden());
        Optional<Opinion.Kind> kind = Arrays.stream(Opinion.Kind.values())
                .filter(one -> one.code().equals(field(form, "kind")))
                .findFirst();
        Optional<LocalDate> on = PostedFields.day(field(form, "on"))
                .filter(day -> !day.isAfter(LocalDate.ofInstant(charter.now(), Charter.ZONE)));
        if (kind.isEmpty() || on.isEmpty()) return again("OPINION");
        Opinion opinion = new Opinion(kind.get(), on.get(), field(form, "text"));
        return act(() -> charter.opine(viewer.caller(), revision(form), opinion));
    }

    @POST
    @Path("/approve")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response approve(MultivaluedMap<String, String> form) {
        if (!viewer.recentlyAuthenticated()) throw new ProblemException(new Problem.AuthenticationTooOld());
        return act(() -> charter.approve(viewer.caller(), revision(form), field(form, "motive")));
    }

    @POST
    @Path("/send-back")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response sendBack(MultivaluedMap<String, String> form) {
        return act(() -> charter.sendBack(viewer.caller(), revision(form), field(form, "remark")));
    }

    private Response act(Runnable act) {
        try {
            act.run();
            return Pages.goTo(HERE);
        } catch (CharterFault.Raised raised) {
            return again(raised.fault().name());
        }
    }

    private Response again(String fault) {
        return Pages.showAgain(page(List.of(fault)), viewer.language());
    }

    private boolean mayOpine() {
        Caller caller = viewer.caller();
        return caller.has(Role.STAFF_REP) || Rights.allows(caller, Right.MANAGE_CHARTER);
    }

    private TemplateInstance page(List<String> faults) {
        Draft draft = charter.draft();
        Caller caller = viewer.caller();
        ReviewView view = new ReviewView(
                draft,
                faults,
                Rights.allows(caller, Right.MANAGE_CHARTER),
                mayOpine(),
                Rights.allows(caller, Right.APPROVE_CHARTER),
                draft.isBy(caller.person()),
                viewer.recentlyAuthenticated());
        String title = Bundles.in(CharterMessages.class, viewer.language()).review();
        return Templates.review(viewer.page(title), view, new Figures(viewer.language()));
    }

    private static String field(MultivaluedMap<String, String> form, String name) {
        String text = Optional.ofNullable(form.getFirst(name)).orElse("").strip();
        return text.substring(0, Math.min(text.length(), LONGEST));
    }

    private static int revision(MultivaluedMap<String, String> form) {
        String text = field(form, "revision");
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
    }
}
