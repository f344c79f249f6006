package org.vigie.showcase;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.vigie.identity.Caller;
import org.vigie.incident.Handling;
import org.vigie.incident.Incident;
import org.vigie.incident.Incidents;
import org.vigie.incident.Kind;
import org.vigie.incident.Notice;
import org.vigie.incident.Obstacle;
import org.vigie.incident.Report;
import org.vigie.incident.Severity;
import org.vigie.incident.State;
import org.vigie.kernel.DataClass;

/** The firm's one incident, from its report to its cause: what is left to do is to act, and to learn from it. */
@Singleton
final class IncidentFile {
    private final Incidents incidents;

    @Inject
    IncidentFile(Incidents incidents) {
        this.incidents = incidents;
    }

    void seed(Caller reporter, Caller handler, Instant now) {
        String code = incidents.report(
                reporter,
                new Report(
                        Kind.FALSE_OUTPUT,
                        "Une synthèse citait un article de loi qui n’existe pas. Vu à la relecture, rien n’est parti chez le client.",
                        now.minus(Duration.ofDays(2)),
                        Optional.empty(),
                        "DELTA",
                        Optional.of(DataClass.C1)),
                false);
        incidents.note(
                handler,
                code,
                "Trois autres synthèses de la semaine ont été relues : toutes leurs références existent. Le cas est isolé.");
        Incident reported = incidents.find(code).orElseThrow();
        done(incidents.edit(handler, code, reported.version(), handling(reported)));
        done(incidents.move(handler, code, State.QUALIFIED, ""));
        incidents.settle(
                handler,
                code,
                Notice.Kind.CLIENT,
                "Appel de Mariam Traoré à la Mutuelle Trémière : rien ne lui a été remis, elle prend acte.");
        incidents.note(
                handler,
                code,
                "La relecture prévue par l’accord de mission a joué : le passage a été retiré avant la remise.");
        done(incidents.move(handler, code, State.ANALYSED, ""));
    }

    private static Handling handling(Incident reported) {
        return new Handling(
                reported.report().kind(),
                Optional.of(Severity.S3),
                reported.handling().detectedAt(),
                false,
                false,
                false,
                false,
                Optional.of(5),
                Optional.empty(),
                "demo/fake-small",
                "",
                "Le texte de loi n’était pas joint à la demande : le modèle a complété de lui-même.",
                "Inès Rahmani : joindre les textes cités à chaque demande, dès maintenant.\nMariam Traoré : ajouter la vérification des références à la relecture, sous quinze jours.",
                "");
    }

    private static void done(Optional<Obstacle> obstacle) {
        obstacle.ifPresent(one -> {
            throw new IllegalStateException("the incident of the demonstration: " + one);
        });
    }
}
