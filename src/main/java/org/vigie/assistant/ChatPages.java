package org.vigie.assistant;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.Cache;
import org.jspecify.annotations.Nullable;
import org.vigie.identity.Right;
import org.vigie.identity.Rights;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.policy.Ask;
import org.vigie.policy.Policy;
import org.vigie.web.Bundles;
import org.vigie.web.Viewer;

/** The chat page and its parts. */
@Path("/chat")
@RunOnVirtualThread
@Cache(noStore = true)
@Produces(MediaType.TEXT_HTML)
public class ChatPages {
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_MISSION = 40;

    private final Viewer viewer;
    private final ConversationStore store;
    private final Answers answers;
    private final Asking asking;
    private final Policy policy;
    private final Reference reference;
    private final Attachments attachments;

    ChatPages(
            Viewer viewer,
            ConversationStore store,
            Answers answers,
            Asking asking,
            Policy policy,
            Reference reference,
            Attachments attachments) {
        this.viewer = viewer;
        this.store = store;
        this.answers = answers;
        this.asking = asking;
        this.policy = policy;
        this.reference = reference;
        this.attachments = attachments;
    }

    @GET
    public TemplateInstance begin(
            @QueryParam("deleted") @Nullable UUID deleted,
            @QueryParam("tooLate") boolean tooLate,
            @QueryParam("q") @DefaultValue("") String query,
            @QueryParam("mission") @DefaultValue("") String asked) {
        List<MissionChoice> missions = asking.missions(viewer.caller());
        Optional<String> mission = mission(missions, asked).or(() -> first(missions));
        ChatView chat = new ChatView(
                Optional.empty(),
                List.of(),
                history(query, Optional.empty()),
                new ChatView.Place(missions, mission, false, mayAskOutside()),
                choices(mission),
                preferred(mission),
                shelves(mission, ""),
                Optional.ofNullable(deleted),
                tooLate,
                unsigned(),
                Rights.allows(viewer.caller(), Right.READ_LIBRARY));
        return page(chat);
    }

    @GET
    @Path("/{conversation}")
    public TemplateInstance open(@PathParam("conversation") UUID id) {
        Conversation conversation = store.find(person(), id).orElseThrow(ChatPages::notFound);
        // Before what is stored: an answer that ends meanwhile is found there with its end.
        Optional<LiveAnswer.State> live = answers.in(person(), id).map(LiveAnswer::state);
        List<Message> messages = store.messages(person(), id);
        ChatView chat = new ChatView(
                Optional.of(conversation),
                turns(id, messages, live),
                history("", Optional.of(id)),
                place(conversation),
                choices(conversation.mission()),
                lastModel(messages, conversation.mission()),
                shelves(conversation.mission(), lastShelf(messages)),
                Optional.empty(),
                false,
                unsigned(),
                Rights.allows(viewer.caller(), Right.READ_LIBRARY));
        return page(chat);
    }

    /** Empty where none is chosen, or one that is not theirs. */
    private static Optional<String> mission(List<MissionChoice> missions, String asked) {
        return missions.stream().map(MissionChoice::code).filter(asked::equals).findFirst();
    }

    /** Whoever works in missions alone begins in one of them. */
    private Optional<String> first(List<MissionChoice> missions) {
        return mayAskOutside()
                ? Optional.empty()
                : missions.stream().map(MissionChoice::code).findFirst();
    }

    private boolean mayAskOutside() {
        return Rights.allows(viewer.caller(), Right.ASK_OUTSIDE_MISSIONS);
    }

    private ChatView.Place place(Conversation conversation) {
        List<MissionChoice> missions = asking.missions(viewer.caller());
        boolean over = conversation.mission().isPresent()
                && mission(missions, conversation.mission().get()).isEmpty();
        return new ChatView.Place(missions, conversation.mission(), over, mayAskOutside());
    }

    private TemplateInstance page(ChatView chat) {
        String title = chat.conversation().map(Conversation::title).orElseGet(() -> words().title());
        return spoken(ChatTemplates.chat(viewer.page(title), chat));
    }

    /** The history, or what a search finds in it. */
    @GET
    @Path("/list")
    public TemplateInstance list(
            @QueryParam("q") @DefaultValue("") String query, @QueryParam("here") @Nullable UUID here) {
        return spoken(ChatTemplates.history(history(query, Optional.ofNullable(here))));
    }

    /** The first message of a new conversation. */
    @POST
    @Path("/messages")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response first(
            @FormParam("text") @DefaultValue("") String text,
            @FormParam("model") @DefaultValue("") String model,
            @FormParam("mission") @DefaultValue("") String asked,
            @FormParam("documents") @DefaultValue("") String documents,
            @FormParam("files") @DefaultValue("") String files) {
        if (text.isBlank()) return Response.seeOther(URI.create("/chat")).build();
        if (asked.length() > LONGEST_MISSION) throw notFound();
        // One that is not theirs any more is kept, and refused: never taken for none.
        Optional<String> mission = Optional.of(asked).filter(code -> !code.isEmpty());
        Answers.Wanted wanted = Answers.Wanted.of(text, Shelf.of(documents), ids(files));
        UUID conversation = answers.begin(viewer.caller(), mission, model, wanted);
        return Response.seeOther(address(conversation)).build();
    }

    /**
     * One more message.
     *
     * @param documents as {@link Shelf#of} reads it; without it, those of the question that this one replaces
     * @param files ids of those that wait to be joined, with spaces between
     * @param instead the question that this one replaces, with all behind it; without a text, it is asked again
     * @param part set by the page's script, which wants the new turn only
     */
    @POST
    @Path("/{conversation}/messages")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response next(
            @PathParam("conversation") UUID conversation,
            @FormParam("text") @DefaultValue("") String text,
            @FormParam("model") @DefaultValue("") String model,
            @FormParam("documents") @Nullable String documents,
            @FormParam("files") @DefaultValue("") String files,
            @FormParam("instead") @Nullable UUID instead,
            @HeaderParam("x-vigie-part") @Nullable String part) {
        Optional<Message.Question> before = Optional.ofNullable(instead).flatMap(id -> question(conversation, id));
        String asked = text.isBlank() ? before.map(Message.Question::text).orElseThrow(ChatPages::notFound) : text;
        Optional<Shelf> shelf = documents == null ? before.flatMap(Message.Question::shelf) : Shelf.of(documents);
        if (instead != null && before.isEmpty()) throw notFound();
        LiveAnswer answer = answers.start(
                viewer.caller(), conversation, model, new Answers.Wanted(asked, shelf, ids(files), before));
        if (part == null) return Response.seeOther(address(conversation)).build();
        LiveAnswer.State state = answer.state();
        TurnView turn = TurnView.of(conversation, state.question(), state.answer(), true, Onlooker.of(viewer));
        return Response.ok(spoken(ChatTemplates.turn(turn))).build();
    }

    private static List<UUID> ids(String typed) {
        try {
            return Stream.of(typed.strip().split(" +"))
                    .filter(one -> !one.isEmpty())
                    .map(UUID::fromString)
                    .distinct()
                    .toList();
        } catch (IllegalArgumentException notAnId) {
            throw notFound();
        }
    }

    /** What a file that was joined says, as it was read. */
    @GET
    @Path("/{conversation}/files/{file}")
    public TemplateInstance file(@PathParam("conversation") UUID conversation, @PathParam("file") UUID file) {
        Attachment.Read read =
                attachments.open(viewer.caller(), conversation, file).orElseThrow(ChatPages::notFound);
        return spoken(ChatTemplates.file(FileView.of(read.file(), viewer.language()), read.text()));
    }

    private Optional<Message.Question> question(UUID conversation, UUID id) {
        return store.messages(person(), conversation).stream()
                .filter(message -> message.id().equals(id))
                .filter(Message.Question.class::isInstance)
                .map(Message.Question.class::cast)
                .findFirst();
    }

    @POST
    @Path("/{conversation}/stop")
    public void stop(@PathParam("conversation") UUID conversation) {
        answers.in(person(), conversation)
                .ifPresent(answer -> answer.cancellation().cancel());
    }

    @GET
    @Path("/{conversation}/messages/{question}/left")
    public TemplateInstance left(@PathParam("conversation") UUID conversation, @PathParam("question") UUID question) {
        String body = store.whatLeft(person(), conversation, question).orElseThrow(ChatPages::notFound);
        return spoken(ChatTemplates.left(WhatLeft.of(body)));
    }

    @POST
    @Path("/{conversation}/title")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response rename(
            @PathParam("conversation") UUID conversation, @FormParam("title") @DefaultValue("") String title) {
        String name = title.strip();
        if (!name.isEmpty()) {
            String cut = name.substring(0, Math.min(name.length(), LONGEST_TITLE));
            if (!store.rename(person(), conversation, cut)) throw notFound();
        }
        return Response.seeOther(address(conversation)).build();
    }

    @POST
    @Path("/{conversation}/delete")
    public Response delete(@PathParam("conversation") UUID conversation) {
        answers.in(person(), conversation)
                .ifPresent(answer -> answer.cancellation().cancel());
        if (!store.delete(person(), conversation)) throw notFound();
        return Response.seeOther(URI.create("/chat?deleted=" + conversation)).build();
    }

    @POST
    @Path("/{conversation}/restore")
    public Response restore(@PathParam("conversation") UUID conversation) {
        boolean back = store.restore(person(), conversation);
        return Response.seeOther(back ? address(conversation) : URI.create("/chat?tooLate=true"))
                .build();
    }

    private List<TurnView> turns(UUID conversation, List<Message> messages, Optional<LiveAnswer.State> live) {
        List<TurnView> turns = new ArrayList<>();
        for (int i = 1; i < messages.size(); i++) {
            if (messages.get(i) instanceof Message.Answer answer
                    && messages.get(i - 1) instanceof Message.Question question) {
                turns.add(turn(conversation, question, answer, live));
            }
        }
        return turns;
    }

    /** What is in memory is newer than what is stored. */
    private TurnView turn(
            UUID conversation, Message.Question question, Message.Answer answer, Optional<LiveAnswer.State> live) {
        return live.filter(state -> state.answer().id().equals(answer.id()))
                .map(state -> TurnView.of(
                        conversation, state.question(), state.answer(), !state.ended(), Onlooker.of(viewer)))
                .orElseGet(() -> TurnView.of(conversation, question, answer, false, Onlooker.of(viewer)));
    }

    private HistoryView history(String query, Optional<UUID> here) {
        return query.isBlank()
                ? HistoryView.of(store.list(person()), here, LocalDate.now())
                : HistoryView.of(query.strip(), store.search(person(), query), here);
    }

    private List<ChatView.Choice> choices(Optional<String> mission) {
        return asking.destinations(viewer.caller(), mission).stream()
                .map(destination -> ChatView.Choice.of(destination, viewer.language()))
                .toList();
    }

    private Optional<ChatView.Unsigned> unsigned() {
        return policy.ruling(viewer.caller(), Ask.PLAIN)
                .awaited()
                .map(effect -> new ChatView.Unsigned(effect.validity().daysUntil(policy.now())));
    }

    private String preferred(Optional<String> mission) {
        return asking.destinations(viewer.caller(), mission).stream()
                .map(Destination::model)
                .findFirst()
                .orElse("");
    }

    private String lastModel(List<Message> messages, Optional<String> mission) {
        return messages.reversed().stream()
                .filter(Message.Answer.class::isInstance)
                .map(message -> ((Message.Answer) message).model())
                .findFirst()
                .orElseGet(() -> preferred(mission));
    }

    private ChatView.Shelves shelves(Optional<String> mission, String chosen) {
        return new ChatView.Shelves(reference.spaces(viewer.caller(), mission), chosen);
    }

    private static String lastShelf(List<Message> messages) {
        return messages.reversed().stream()
                .filter(Message.Question.class::isInstance)
                .findFirst()
                .flatMap(message -> ((Message.Question) message).shelf())
                .map(Shelf::typed)
                .orElse("");
    }

    private UUID person() {
        return viewer.caller().person();
    }

    private TemplateInstance spoken(TemplateInstance template) {
        return template.setLocale(viewer.language().locale());
    }

    private AssistantMessages words() {
        return Bundles.in(AssistantMessages.class, viewer.language());
    }

    private static URI address(UUID conversation) {
        return URI.create("/chat/" + conversation);
    }

    private static ProblemException notFound() {
        return new ProblemException(new Problem.NotFound());
    }
}
