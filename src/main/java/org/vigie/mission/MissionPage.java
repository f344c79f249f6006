package org.vigie.mission;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vigie.identity.People;
import org.vigie.identity.Person;
import org.vigie.identity.Right;
import org.vigie.identity.Rights;
import org.vigie.identity.Role;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.web.ApiBody;
import org.vigie.web.Figures;
import org.vigie.web.Form;
import org.vigie.web.Page;
import org.vigie.web.Pages;
import org.vigie.web.PostedFields;
import org.vigie.web.Viewer;

/** The file of one mission: its agreement, its team, its end. */
@Path("/missions")
@RunOnVirtualThread
public class MissionPage {
    private final Viewer viewer;
    private final Missions missions;
    private final Attestations attestations;
    private final EvidenceFiles evidence;
    private final People people;

    @Inject
    MissionPage(Viewer viewer, Missions missions, Attestations attestations, EvidenceFiles evidence, People people) {
        this.viewer = viewer;
        this.missions = missions;
        this.attestations = attestations;
        this.evidence = evidence;
        this.people = people;
    }

    @CheckedTemplate(basePath = "mission")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance mission(Page page, FileView view);

        static native TemplateInstance close(Page page, FileView view);
    }

    /**
     * @param files what proves the agreement
     * @param readsRules whether this person may read decisions
     * @param team its members by their names, with those whose account is gone
     * @param others who may still be made a member
     * @param managers who may lead it
     * @param regimes that the client may agree to
     */
    record FileView(
            MissionView shown,
            boolean mayManage,
            boolean mayAttest,
            boolean readsRules,
            Form form,
            String agreedOn,
            String purgeOn,
            FilesView files,
            List<Person> team,
            List<Person> others,
            List<Person> managers,
            List<Regime> regimes) {
        public Mission mission() {
            return shown.mission();
        }

        public boolean isManager(Person person) {
            return person.id().equals(mission().manager());
        }

        /** Whether somebody sees of the mission what is attested of it, and nothing else. */
        public boolean isClient(Person person) {
            return !Rights.allows(person.roles(), Right.SEE_MISSIONS);
        }

        /** Whether the client can now be said to have agreed. */
        public boolean mayAgree() {
            return switch (mission().state()) {
                case PROPOSED, MODIFIED -> true;
                case TO_FRAME, AGREED, CLOSED -> false;
            };
        }

        public String managerName() {
            return team.stream()
                    .filter(this::isManager)
                    .map(Person::name)
                    .findFirst()
                    .orElse("");
        }
    }

    /** @param mayAdd whether this person may add and remove files now */
    record FilesView(List<FileLine> lines, boolean mayRead, boolean mayAdd) {}

    /** @param size in words, as {@code addedAt} */
    record FileLine(Evidence file, String size, String addedAt, String addedBy) {}

    @GET
    @Path("/{code}")
    public Response show(@PathParam("code") String code) {
        Mission mission = missions.find(viewer.caller(), code);
        return Pages.show(file(mission, MissionForms.of(mission)), viewer.language());
    }

    @POST
    @Path("/{code}")
    public Response describe(@PathParam("code") String code, RoutingContext request) {
        return act(
                code,
                request,
                posted -> missions.describe(
                        viewer.caller(), code, MissionForms.description(posted, people), ApiBody.version(posted)));
    }

    @POST
    @Path("/{code}/agreement")
    public Response write(@PathParam("code") String code, RoutingContext request) {
        return act(code, request, posted -> {
            Agreement agreement = MissionForms.agreement(posted);
            if (posted.text("then").equals("propose")) {
                missions.propose(viewer.caller(), code, agreement, version(posted));
            } else {
                missions.write(viewer.caller(), code, agreement, version(posted));
            }
        });
    }

    @POST
    @Path("/{code}/agree")
    public Response agree(@PathParam("code") String code, RoutingContext request) {
        return act(code, request, posted -> {
            Optional<LocalDate> on = PostedFields.day(posted.text("agreedOn"));
            MissionException.when(on.isEmpty(), MissionFault.AGREED_ON_MISSING);
            missions.agree(viewer.caller(), code, on.get());
        });
    }

    @POST
    @Path("/{code}/members")
    public Response add(@PathParam("code") String code, RoutingContext request) {
        return act(code, request, posted -> {
            Optional<UUID> person = MissionForms.person(posted.text("person"), people);
            MissionException.when(person.isEmpty(), MissionFault.PERSON_UNKNOWN);
            missions.add(viewer.caller(), code, person.get());
        });
    }

    @POST
    @Path("/{code}/members/{person}/remove")
    public Response remove(@PathParam("code") String code, @PathParam("person") UUID person, RoutingContext request) {
        return act(code, request, _ -> missions.remove(viewer.caller(), code, person));
    }

    @GET
    @Path("/{code}/close")
    public Response askToClose(@PathParam("code") String code) {
        Mission mission = managed(code);
        return Pages.show(closing(mission, MissionForms.of(mission)), viewer.language());
    }

    @POST
    @Path("/{code}/close")
    public Response close(@PathParam("code") String code, RoutingContext request) {
        PostedFields posted = PostedFields.of(request);
        try {
            Optional<LocalDate> purge = PostedFields.day(posted.text("purgeOn"));
            MissionException.when(purge.isEmpty(), MissionFault.PURGE_DATE_INVALID);
            missions.close(viewer.caller(), code, purge.get());
            return Pages.goTo("/missions/" + code);
        } catch (MissionException rejected) {
            Mission mission = managed(code);
            Form form = words().faults(MissionForms.over(mission, posted), rejected);
            return Pages.showAgain(closing(mission, form), viewer.language());
        }
    }

    private Mission managed(String code) {
        Mission mission = missions.find(viewer.caller(), code);
        if (!missions.mayManage(viewer.caller(), mission)) throw new ProblemException(new Problem.Forbidden());
        return mission;
    }

    /** What somebody wants of the mission. */
    private interface Wish {
        void happen(PostedFields posted);
    }

    private Response act(String code, RoutingContext request, Wish wish) {
        PostedFields posted = PostedFields.of(request);
        try {
            wish.happen(posted);
            return Pages.goTo("/missions/" + code);
        } catch (MissionException rejected) {
            Mission mission = missions.find(viewer.caller(), code);
            Form form = words().faults(MissionForms.over(mission, posted), rejected);
            return Pages.showAgain(file(mission, form), viewer.language());
        }
    }

    /** The page with what is wrong with a file that was sent to it. */
    Response again(String code, MissionException rejected) {
        Mission mission = missions.find(viewer.caller(), code);
        return Pages.showAgain(file(mission, words().faults(MissionForms.of(mission), rejected)), viewer.language());
    }

    private FilesView files(Mission mission, List<Person> all) {
        Figures figures = new Figures(viewer.language());
        boolean mayRead = evidence.mayRead(viewer.caller(), mission);
        boolean mayAdd = missions.mayManage(viewer.caller(), mission) && !missions.isFrozen(mission);
        List<Evidence> files = mayRead ? evidence.of(mission) : List.of();
        List<FileLine> lines = files.stream()
                .map(one -> new FileLine(
                        one,
                        words().say().kilobytes(figures.count((one.size() + 999) / 1000)),
                        figures.moment(one.addedAt()),
                        all.stream()
                                .filter(person -> person.id().equals(one.addedBy()))
                                .map(Person::name)
                                .findFirst()
                                .orElse("")))
                .toList();
        return new FilesView(lines, mayRead, mayAdd);
    }

    private static int version(PostedFields posted) {
        String text = posted.text("version");
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    private TemplateInstance file(Mission mission, Form form) {
        return Templates.mission(viewer.page(mission.name()), view(mission, form));
    }

    private TemplateInstance closing(Mission mission, Form form) {
        return Templates.close(viewer.page(words().say().closeTitle(mission.name())), view(mission, form));
    }

    private FileView view(Mission mission, Form form) {
        List<Person> all = people.all();
        List<Person> active = all.stream().filter(Person::active).toList();
        return new FileView(
                MissionView.of(mission, viewer.language(), missions.now()),
                missions.mayManage(viewer.caller(), mission) && !mission.isClosed(),
                attestations.mayAttest(viewer.caller(), mission),
                Rights.allows(viewer.caller(), Right.READ_RULES),
                form,
                mission.consent().map(given -> words().date(given.on())).orElse(""),
                words().date(mission.purgeDay()),
                files(mission, all),
                all.stream()
                        .filter(person -> mission.members().contains(person.id()))
                        .sorted(Comparator.comparing(person -> !person.id().equals(mission.manager())))
                        .toList(),
                active.stream()
                        .filter(person -> !mission.members().contains(person.id()))
                        .filter(person -> Rights.allows(person.roles(), Right.USE_ASSISTANT)
                                || person.roles().contains(Role.CLIENT))
                        .toList(),
                active.stream()
                        .filter(person -> Rights.allows(person.roles(), Right.MANAGE_MISSIONS)
                                || person.id().equals(mission.manager()))
                        .toList(),
                List.of(Regime.values()));
    }

    private MissionWords words() {
        return new MissionWords(viewer.language());
    }
}
