package org.vigie.showcase;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.vigie.assistant.Answers;
import org.vigie.identity.Caller;
import org.vigie.kernel.Redacted;

/**
 * What some of the firm's people asked the assistant first, so that attestations, budgets, the page of providers and the
 * impact of a change have something to count. These are conversations like any other: examined, sent, answered, on record,
 * and in the list of whoever asked.
 */
@Singleton
final class FirstQuestions {
    private static final Logger LOG = Logger.getLogger(FirstQuestions.class);

    /** So that whoever opens the first page does not wait for all of them. */
    private static final Duration BETWEEN = Duration.ofMillis(400);

    private static final List<Question> QUESTIONS = List.of(
            in(
                    "ATLAS",
                    "perrine.cadiou",
                    "assistant",
                    "Résume en cinq points le compte rendu de l’atelier de mardi : la ligne 2 a gagné douze minutes par lot, la maintenance préventive reste à planifier, les fours chauffent trop tôt."),
            in(
                    "ATLAS",
                    "samuel.azoulay",
                    "assistant",
                    "Écris à Olive Petit, olive.petit@aciernova.example, que la synthèse technique sera prête jeudi."),
            in(
                    "ATLAS",
                    "dragan.petrovic",
                    "assistant",
                    "Propose un plan pour une note technique sur la régulation des fours."),
            in(
                    "ATLAS",
                    "samuel.azoulay",
                    "assistant",
                    "Confidentiel. Reformule simplement : la cadence dépend de la température de consigne du four."),
            in(
                    "BOREAL",
                    "cedric.payet",
                    "souverain",
                    "Confidentiel. Compare pour Mme Lavandier deux scénarios de réseau de chaleur : une chaudière à bois, ou la récupération de la chaleur d’une usine d’incinération."),
            in(
                    "BOREAL",
                    "flora.andriamanana",
                    "assistant",
                    "Quels critères un appel d’offres pour un réseau de chaleur doit-il peser ?"),
            in(
                    "DELTA",
                    "ines.rahmani",
                    "souverain",
                    "Entretien avec Mme Blandine Lavandier, b.lavandier@tremiere.example : elle trouve les circuits de validation trop longs. Quelles questions lui poser ensuite ?"),
            in(
                    "DELTA",
                    "karim.ouedraogo",
                    "assistant",
                    "Quelles sont les formes usuelles d’organisation d’un service de gestion ?"),
            in(
                    "ECLAIR",
                    "ulysse.marchetti",
                    "lointain",
                    "Trouve dix titres pour un atelier d’une heure sur l’IA générative au bureau."),
            in(
                    "ECLAIR",
                    "zoe.kowalczyk",
                    "filiale",
                    "Écris un programme d’une page pour cet atelier, avec deux exercices."),
            outside(
                    "mehdi.belkacem",
                    "assistant",
                    "Explique en trois phrases ce qu’est un index inversé, pour quelqu’un qui débute."),
            outside(
                    "chloe.nguessan",
                    "assistant",
                    "Réponds à Mme Durand, a.durand@example.org, que le virement est parti sur FR76 3000 6000 0112 3456 7890 189."),
            outside(
                    "blandine.chauvet",
                    "souverain",
                    "Prépare l’ordre du jour d’une réunion d’équipe de trente minutes sur le bilan carbone."),
            outside(
                    "guillaume.stephan",
                    "lointain",
                    "Traduis en anglais : nous vous remercions de votre confiance et vous répondrons lundi."));

    private final Answers answers;
    private volatile Optional<Thread> asking = Optional.empty();

    @Inject
    FirstQuestions(Answers answers) {
        this.answers = answers;
    }

    private record Question(Optional<String> mission, String person, String model, String text) {}

    private static Question in(String mission, String person, String model, String text) {
        return new Question(Optional.of(mission), person, model, text);
    }

    private static Question outside(String person, String model, String text) {
        return new Question(Optional.empty(), person, model, text);
    }

    /** Returns at once. */
    void ask(Function<String, Caller> people) {
        asking = Optional.of(Thread.ofVirtual().name("first-questions").start(() -> askAll(people)));
    }

    private void askAll(Function<String, Caller> people) {
        try {
            for (Question one : QUESTIONS) {
                answers.begin(people.apply(one.person()), one.mission(), one.model(), one.text(), "");
                Thread.sleep(BETWEEN);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException fault) {
            LOG.warnf("The demonstration asks no more first questions: %s", Redacted.describe(fault));
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        asking.ifPresent(Thread::interrupt);
    }
}
