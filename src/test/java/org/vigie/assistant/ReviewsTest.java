package org.vigie.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.assistant.ClaimCheckStore.Span;
import org.vigie.identity.Caller;
import org.vigie.identity.Role;
import org.vigie.kernel.FindingSummary;
import org.vigie.kernel.Ids;
import org.vigie.kernel.ProblemException;
import org.vigie.mission.MissionSpaces;
import org.vigie.parsing.Parsing;
import org.vigie.store.InstanceKeys;
import org.vigie.store.TestDatabase;
import org.vigie.store.TestKeys;
import org.vigie.verification.Status;

class ReviewsTest {
    private static Jdbi jdbi;
    private static ConversationStore store;
    private static Reviews reviews;

    private final Caller caller = caller();

    @BeforeAll
    static void start() {
        jdbi = TestDatabase.migrated();
        InstanceKeys keys = TestKeys.fresh();
        Vaults vaults = new Vaults(keys, new MissionSpaces(jdbi, keys, Clock.systemUTC()));
        store = new ConversationStore(jdbi, vaults);
        Attachments attachments = new Attachments(new Parsing(), new AttachmentStore(jdbi, vaults, Clock.systemUTC()));
        reviews = new Reviews(store, new ClaimCheckStore(jdbi), new FakeReference(), attachments, Clock.systemUTC());
    }

    private static Caller caller() {
        return new Caller(
                UUID.randomUUID(),
                "a@b.example",
                "A",
                Set.of(Role.EMPLOYEE),
                Optional.empty(),
                new Caller.Credential.Session(Ids.next()));
    }

    /** A conversation of one question and its answer. */
    private record Said(UUID conversation, UUID answer) {}

    private Said said(String question, List<Source> sources, String text) {
        UUID conversation = store.create(caller.person(), "t");
        Message.Question asked =
                new Message.Question(Ids.next(), Instant.now(), question, List.of(), false).standingOn(sources);
        AnswerEnd end = new AnswerEnd(
                Ids.next(),
                AnswerEnd.Outcome.ANSWERED,
                Optional.empty(),
                "interne/m",
                10,
                1,
                1,
                0,
                0,
                FindingSummary.NONE);
        Message.Answer answer = new Message.Answer(Ids.next(), Instant.now(), text, "assistant", Optional.of(end));
        store.add(caller.person(), conversation, asked, answer);
        return new Said(conversation, answer.id());
    }

    @Test
    void what_the_passage_says_is_found_there_and_what_it_does_not_is_flagged() {
        Said said = said(
                "Combien pour l’hôtel ?",
                List.of(FakeReference.SOURCE),
                "L’hôtel est remboursé jusqu’à 120 € [1]. Il l’est jusqu’à 145 € à Paris.");
        Review review = reviews.of(caller, said.conversation(), said.answer());
        assertThat(review.fromDocuments()).isTrue();
        assertThat(review.items())
                .filteredOn(item -> item.claim().text().startsWith("120"))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.claim().status()).isEqualTo(Status.FOUND);
                    assertThat(item.origin())
                            .containsInstanceOf(Review.Origin.InDocument.class)
                            .hasValueSatisfying(
                                    origin -> assertThat(origin.quote()).contains("jusqu’à 120 €"));
                });
        assertThat(review.items())
                .filteredOn(item -> item.claim().text().startsWith("145"))
                .extracting(item -> item.claim().status())
                .containsExactly(Status.NOT_FOUND);
    }

    @Test
    void without_documents_it_is_compared_with_what_the_person_wrote() {
        Said said = said(
                "Résume : le chantier a coûté 48 200 € et duré 14 mois.",
                List.of(),
                "Le chantier a coûté 48 200 €, sous la conduite de Claire Duval.");
        Review review = reviews.of(caller, said.conversation(), said.answer());
        assertThat(review.fromDocuments()).isFalse();
        assertThat(review.count(Status.NOT_FOUND)).isZero();
        assertThat(review.items())
                .filteredOn(item -> item.claim().text().contains("48 200"))
                .singleElement()
                .satisfies(item -> assertThat(item.origin()).containsInstanceOf(Review.Origin.InQuestion.class));
        assertThat(review.items())
                .filteredOn(item -> item.claim().text().contains("Duval"))
                .extracting(item -> item.claim().status())
                .containsExactly(Status.TO_CHECK);
    }

    @Test
    void a_look_is_kept_counted_and_taken_back() {
        Said said = said("Bonjour", List.of(), "Le délai est de 45 jours.");
        Review.Item item =
                reviews.of(caller, said.conversation(), said.answer()).items().getFirst();
        Span span = new Span(item.claim().start(), item.claim().end());
        Review looked = reviews.check(caller, said.conversation(), said.answer(), span, true);
        assertThat(looked.checked()).isEqualTo(1);
        assertThat(reviews.of(caller, said.conversation(), said.answer())
                        .items()
                        .getFirst()
                        .checked())
                .isPresent();
        assertThat(reviews.check(caller, said.conversation(), said.answer(), span, false)
                        .checked())
                .isZero();
    }

    @Test
    void nobody_reviews_somebody_elses_answer_or_what_it_does_not_claim() {
        Said said = said("Bonjour", List.of(), "Le délai est de 45 jours.");
        assertThatThrownBy(() -> reviews.of(caller(), said.conversation(), said.answer()))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> reviews.check(caller, said.conversation(), said.answer(), new Span(0, 2), true))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> reviews.of(caller, said.conversation(), UUID.randomUUID()))
                .isInstanceOf(ProblemException.class);
    }
}
