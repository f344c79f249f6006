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
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.Cache;
import org.vigie.charter.CharterText.Advice;
import org.vigie.configuration.VigieConfiguration.Zone;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.policy.Rule;
import org.vigie.web.Bundles;
import org.vigie.web.Figures;
import org.vigie.web.Page;
import org.vigie.web.Pages;
import org.vigie.web.Viewer;

/** Where the charter is written, put before its reviewers, published and withdrawn. */
@Path("/charter")
@RunOnVirtualThread
@Cache(noStore = true)
@Produces(MediaType.TEXT_HTML)
public class EditPage {
    private static final String HERE = "/charter/edit";
    private static final int LONGEST_GRACE = 365;
    private static final int LONGEST_MOTIVE = 1000;

    private final Charter charter;
    private final Signatories signatories;
    private final Viewer viewer;

    @Inject
    EditPage(Charter charter, Signatories signatories, Viewer viewer) {
        this.charter = charter;
        this.signatories = signatories;
        this.viewer = viewer;
    }

    /**
     * @param draft as it is kept, or as it was just typed where something is wrong with it
     * @param faults names of {@link CharterText.Fault} and {@link CharterFault}, {@code GRACE}, {@code REMINDERS} and
     *     {@code ALLOWANCE}
     * @param people how many would be asked to sign
     * @param recent whether the password was given lately enough to publish
     */
    record EditView(
            Draft draft,
            Optional<Published> current,
            VersionNumber ifMinor,
            VersionNumber ifMajor,
            List<String> faults,
            int people,
            boolean recent,
            String warning) {
        public List<Audience> audiences() {
            return List.of(Audience.values());
        }

        public boolean isUnkept() {
            return draft.revision() == 0;
        }

        /** The text in force, unchanged, is not reviewed again. */
        public boolean isSubmittable() {
            return draft.isWritable() && (!isUnkept() || current.isEmpty());
        }

        /** As it was decided last. */
        public Allowance allowance() {
            return current.map(Published::allowance).orElse(Allowance.LEAST);
        }

        public List<String> allowedClasses() {
            return List.of("C0", "C1", "C2");
        }

        public List<String> allowedZones() {
            return Stream.of(Zone.values()).map(Rule::code).toList();
        }

        /** Days before the end of the days of grace, as they are typed. */
        public String remindersBefore() {
            return days(-1);
        }

        public String remindersAfter() {
            return days(1);
        }

        private static String days(int sign) {
            return Charter.REMINDERS.stream()
                    .map(day -> day * sign)
                    .filter(day -> day > 0)
                    .sorted(sign > 0 ? Comparator.naturalOrder() : Comparator.reverseOrder())
                    .map(String::valueOf)
                    .collect(Collectors.joining(" "));
        }

        public String dos(Audience audience) {
            return String.join("\n", draft.text().adviceFor(audience).dos());
        }

        public String donts(Audience audience) {
            return String.join("\n", draft.text().adviceFor(audience).donts());
        }
    }

    @CheckedTemplate(basePath = "charter")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance edit(Page page, EditView view, Figures say);
    }

    @GET
    @Path("/edit")
    public Response show() {
        return Pages.show(page(charter.draft(), List.of()), viewer.language());
    }

    @POST
    @Path("/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response keep(MultivaluedMap<String, String> form) {
        CharterText text = text(form);
        List<String> faults = text.faults().stream().map(Enum::name).toList();
        Draft typed = new Draft(
                Math.max(0, revision(form)),
                Draft.State.DRAFT,
                text,
                false,
                Set.of(),
                "",
                Optional.empty(),
                Optional.empty());
        if (!faults.isEmpty()) return again(typed, faults);
        try {
            charter.keep(viewer.caller(), revision(form), text);
            return Pages.goTo(HERE);
        } catch (CharterFault.Raised raised) {
            return again(typed, List.of(raised.fault().name()));
        }
    }

    @POST
    @Path("/discard")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response discard(MultivaluedMap<String, String> form) {
        return act(() -> charter.discard(viewer.caller(), revision(form)), HERE);
    }

    @POST
    @Path("/submit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response submit(MultivaluedMap<String, String> form) {
        boolean sanctions = !field(form, "sanctions").isEmpty();
        return act(() -> charter.submit(viewer.caller(), revision(form), sanctions), "/charter/review");
    }

    @POST
    @Path("/publish")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response publish(MultivaluedMap<String, String> form) {
        requireRecent();
        Optional<Integer> grace = number(field(form, "grace")).filter(days -> days <= LONGEST_GRACE);
        if (grace.isEmpty()) return again(charter.draft(), List.of("GRACE"));
        Optional<Set<Integer>> before = days(field(form, "before"), -1);
        Optional<Set<Integer>> after = days(field(form, "after"), 1);
        if (before.isEmpty() || after.isEmpty()) return again(charter.draft(), List.of("REMINDERS"));
        Set<Integer> reminders = new HashSet<>(before.get());
        reminders.addAll(after.get());
        Optional<Allowance> allowance = field(form, "most").isEmpty()
                ? Optional.of(Allowance.LEAST)
                : Allowance.of(field(form, "most"), field(form, "farthest"));
        if (allowance.isEmpty()) return again(charter.draft(), List.of("ALLOWANCE"));
        Charter.Publication wanted = new Charter.Publication(
                revision(form),
                !field(form, "change").equals("minor"),
                Duration.ofDays(grace.get()),
                reminders,
                allowance.get(),
                motive(form));
        return act(() -> charter.publish(viewer.caller(), wanted), "/charter");
    }

    @POST
    @Path("/withdraw")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(MultivaluedMap<String, String> form) {
        requireRecent();
        return act(() -> charter.withdraw(viewer.caller(), motive(form)), "/charter");
    }

    /** Numbers of days, parted by spaces or commas; empty where something else is among them. */
    private static Optional<Set<Integer>> days(String typed, int sign) {
        Set<Integer> days = new HashSet<>();
        for (String day : typed.strip().split("[\\s,;]+")) {
            if (day.isEmpty()) continue;
            Optional<Integer> number = number(day).filter(found -> found > 0 && found <= LONGEST_GRACE);
            if (number.isEmpty()) return Optional.empty();
            days.add(number.get() * sign);
        }
        return Optional.of(days);
    }

    private void requireRecent() {
        if (!viewer.recentlyAuthenticated()) throw new ProblemException(new Problem.AuthenticationTooOld());
    }

    private Response act(Runnable act, String then) {
        try {
            act.run();
            return Pages.goTo(then);
        } catch (CharterFault.Raised raised) {
            return again(charter.draft(), List.of(raised.fault().name()));
        }
    }

    private Response again(Draft draft, List<String> faults) {
        return Pages.showAgain(page(draft, faults), viewer.language());
    }

    private TemplateInstance page(Draft draft, List<String> faults) {
        EditView view = new EditView(
                draft,
                charter.current(),
                charter.numberFor(false),
                charter.numberFor(true),
                faults,
                signatories.expected(),
                viewer.recentlyAuthenticated(),
                CharterModel.SHIPPED.warning());
        String title = Bundles.in(CharterMessages.class, viewer.language()).edit();
        return Templates.edit(viewer.page(title), view, new Figures(viewer.language()));
    }

    private static CharterText text(MultivaluedMap<String, String> form) {
        Map<Audience, Advice> advice = new EnumMap<>(Audience.class);
        for (Audience audience : Audience.values()) {
            advice.put(
                    audience,
                    new Advice(
                            lines(field(form, "dos-" + audience.code())),
                            lines(field(form, "donts-" + audience.code()))));
        }
        return new CharterText(
                field(form, "title"),
                field(form, "articles"),
                advice,
                field(form, "statement"),
                field(form, "questions"));
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static String field(MultivaluedMap<String, String> form, String name) {
        return Optional.ofNullable(form.getFirst(name)).orElse("");
    }

    private static String motive(MultivaluedMap<String, String> form) {
        String motive = field(form, "motive").strip();
        return motive.substring(0, Math.min(motive.length(), LONGEST_MOTIVE));
    }

    private static int revision(MultivaluedMap<String, String> form) {
        return number(field(form, "revision")).orElse(-1);
    }

    private static Optional<Integer> number(String text) {
        return text.matches("\\d{1,6}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
