package org.vigie.assistant;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Problem;
import org.vigie.kernel.ProblemException;
import org.vigie.web.Viewer;

/**
 * An answer as it comes: {@code examined} (the question with its marks), {@code blocks} (from which block on, and their
 * HTML) and {@code end} (the whole answer as it stays). The id of an event is how many characters of the answer it
 * reaches; since the text only grows, that is all it takes to go on after a cut.
 */
@Path("/chat/{conversation}/answers/{answer}/events")
public class AnswerEvents {
    /** The text is parsed again at most this often: fast enough to read along, slow enough for one core. */
    private static final Duration BETWEEN = Duration.ofMillis(80);
    /** A comment line this often keeps proxies from closing a silent stream. */
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private final Viewer viewer;
    private final ConversationStore store;
    private final Answers answers;

    AnswerEvents(Viewer viewer, ConversationStore store, Answers answers) {
        this.viewer = viewer;
        this.store = store;
        this.answers = answers;
    }

    @GET
    @RunOnVirtualThread
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void follow(
            @PathParam("conversation") UUID conversation,
            @PathParam("answer") UUID id,
            @QueryParam("position") @DefaultValue("0") int position,
            @HeaderParam("Last-Event-ID") @Nullable Integer resumedAt,
            @Context SseEventSink sink,
            @Context Sse sse) {
        UUID person = viewer.caller().person();
        Reader reader = new Reader(conversation, Onlooker.of(viewer), sink, sse);
        int from = resumedAt == null ? position : resumedAt;
        Optional<LiveAnswer> live =
                answers.in(person, conversation).filter(answer -> answer.id().equals(id));
        try (sink) {
            if (live.isPresent()) reader.follow(live.get(), from);
            else reader.end(stored(person, conversation, id));
        } catch (CompletionException readerWentAway) {
            // The answer goes on without them.
            return;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private LiveAnswer.State stored(UUID person, UUID conversation, UUID id) {
        List<Message> messages = store.messages(person, conversation);
        for (int i = 1; i < messages.size(); i++) {
            if (messages.get(i) instanceof Message.Answer answer
                    && answer.id().equals(id)
                    && messages.get(i - 1) instanceof Message.Question question) {
                return new LiveAnswer.State(question, answer);
            }
        }
        throw new ProblemException(new Problem.NotFound());
    }

    /** One page that looks on. */
    private record Reader(UUID conversation, Onlooker onlooker, SseEventSink sink, Sse sse) {
        void follow(LiveAnswer answer, int from) throws InterruptedException {
            int position = Math.clamp(from, 0, answer.state().answer().text().length());
            List<String> shown = Markdown.blocks(
                    answer.state().answer().text().substring(0, position),
                    answer.state().question().sources());
            boolean knowsWhatLeft = false;
            while (!sink.isClosed()) {
                LiveAnswer.State now = answer.await(position, knowsWhatLeft, SILENCE);
                if (now.question().left() && !knowsWhatLeft) {
                    examined(now.question(), position);
                    knowsWhatLeft = true;
                }
                if (now.ended()) {
                    end(now);
                    return;
                }
                String text = now.answer().text();
                if (text.length() == position) {
                    send(sse.newEventBuilder().comment("").build());
                    continue;
                }
                List<String> wanted = Markdown.blocks(text, now.question().sources());
                position = text.length();
                blocks(BlockChange.between(shown, wanted), position);
                shown = wanted;
                Thread.sleep(BETWEEN);
            }
        }

        private void examined(Message.Question question, int position) {
            send(
                    "examined",
                    position,
                    spoken(ChatTemplates.question(
                            TurnView.QuestionView.of(conversation, question, onlooker.language()))));
        }

        private void blocks(BlockChange change, int position) {
            send("blocks", position, change.from() + "\n" + change.html());
        }

        void end(LiveAnswer.State state) {
            if (state.question().left() || !state.question().marks().isEmpty())
                examined(state.question(), state.answer().text().length());
            TurnView.AnswerView view =
                    TurnView.AnswerView.of(conversation, state.question(), state.answer(), false, onlooker);
            send("end", view.position(), spoken(ChatTemplates.answer(view)));
        }

        private void send(String name, int position, String data) {
            send(sse.newEventBuilder()
                    .name(name)
                    .id(Integer.toString(position))
                    .data(data)
                    .build());
        }

        /** Waits until it is written, so that a slow reader slows only itself. */
        private void send(OutboundSseEvent event) {
            sink.send(event).toCompletableFuture().join();
        }

        private String spoken(TemplateInstance template) {
            return template.setLocale(onlooker.language().locale()).render();
        }
    }
}
