package org.vigie.showcase;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vigie.budget.Budgets;
import org.vigie.budget.Envelope;
import org.vigie.charter.Charter;
import org.vigie.identity.Caller;
import org.vigie.identity.People;
import org.vigie.identity.Person;
import org.vigie.identity.Team;
import org.vigie.identity.Teams;
import org.vigie.kernel.DataClass;
import org.vigie.knowledge.Access;
import org.vigie.knowledge.Documents;
import org.vigie.knowledge.Grant;
import org.vigie.knowledge.Spaces;
import org.vigie.mission.Agreement;
import org.vigie.mission.Mission;
import org.vigie.mission.Missions;
import org.vigie.mission.Reach;
import org.vigie.mission.Regime;
import org.vigie.policy.EffectScope;
import org.vigie.policy.Rule;
import org.vigie.usecase.UseCase;
import org.vigie.usecase.UseCases;

/**
 * Five missions with their regimes, a use case, three budgets, an incident, what is known of the providers, two documents
 * that everybody may ask and a charter with a month to sign it, once, at the first start of a demonstration. Every name is
 * invented, as those of {@code demo.DemoFirm}.
 */
@Singleton
public final class Showcase {
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private final People people;
    private final Missions missions;
    private final UseCases useCases;
    private final IncidentFile incident;
    private final ProviderFiles providers;
    private final FirstQuestions questions;
    private final Charter charter;
    private final Budgets budgets;
    private final Teams teams;
    private final Spaces spaces;
    private final Documents documents;
    private final Clock clock;

    @Inject
    Showcase(
            People people,
            Missions missions,
            UseCases useCases,
            IncidentFile incident,
            ProviderFiles providers,
            FirstQuestions questions,
            Charter charter,
            Budgets budgets,
            Teams teams,
            Spaces spaces,
            Documents documents,
            Clock clock) {
        this.people = people;
        this.missions = missions;
        this.useCases = useCases;
        this.incident = incident;
        this.providers = providers;
        this.questions = questions;
        this.charter = charter;
        this.budgets = budgets;
        this.teams = teams;
        this.spaces = spaces;
        this.documents = documents;
        this.clock = clock;
    }

    /** @return false where the firm has decided something already: then nothing is done */
    public boolean seed() {
        Person administrator = person("solenn.quemeneur");
        if (!missions.visibleTo(administrator.asRulesSee()).isEmpty()) return false;
        seedMissions();
        seedUseCase();
        seedBudgets();
        incident.seed(
                person("ines.rahmani").asRulesSee(), person("gaspard.lemoine").asRulesSee(), clock.instant());
        providers.seed(
                person("bertrand.escoffier").asRulesSee(),
                person("nadia.benhaddou").asRulesSee(),
                today());
        seedDocuments();
        charter.publishModel(
                person("ingrid.sorensen-roche").asRulesSee(),
                person("solenn.quemeneur").asRulesSee(),
                Duration.ofDays(30));
        return true;
    }

    /** Has the firm's people ask their first questions, while the server serves already. */
    public void converse() {
        questions.ask(name -> person(name).asRulesSee());
    }

    private void seedMissions() {
        begin(
                "ATLAS",
                "Plan industriel Atlas",
                "Aciernova",
                "etienne.fabre",
                Regime.INTERNAL,
                "Comptes rendus d’atelier et synthèse de notes techniques.",
                "perrine.cadiou",
                "samuel.azoulay",
                "dragan.petrovic");
        begin(
                "BOREAL",
                "Réseau de chaleur Boréal",
                "Métropole de Valombre",
                "leila.cherif",
                Regime.EU,
                "Lecture d’appels d’offres, comparaison de scénarios.",
                "cedric.payet",
                "flora.andriamanana");
        begin(
                "CASSIOPEE",
                "Contrôle interne Cassiopée",
                "Banque Orsel",
                "paul-henri.debressieux",
                Regime.FORBIDDEN,
                "Aucun : le contrat l’interdit.",
                "anouk.dauphin",
                "hugo.ferreira");
        begin(
                "DELTA",
                "Organisation des services Delta",
                "Mutuelle Trémière",
                "mariam.traore",
                Regime.PSEUDONYMISED,
                "Analyse d’entretiens, une fois les personnes masquées.",
                "ines.rahmani",
                "karim.ouedraogo");
        begin(
                "ECLAIR",
                "Atelier Éclair",
                "Fablier, pour elle-même",
                "jerome.pham",
                Regime.FREE,
                "Essais sur des contenus de l’entreprise.",
                "ulysse.marchetti",
                "zoe.kowalczyk");
    }

    private void begin(
            String code, String name, String client, String manager, Regime regime, String uses, String... members) {
        Person lead = person(manager);
        Caller caller = lead.asRulesSee();
        LocalDate today = today();
        missions.begin(
                caller,
                code,
                new Missions.Description(name, client, lead.id(), today.minusDays(20), today.plusMonths(6)));
        for (String member : members) missions.add(caller, code, person(member).id());
        Mission begun = missions.find(caller, code);
        missions.write(
                caller,
                code,
                new Agreement(
                        new Reach(regime, false),
                        "Article 9 du contrat (démonstration).",
                        "Direction générale, " + client,
                        uses,
                        "Documents remis par le client, sans donnée de santé.",
                        "Chaque chiffre est retrouvé dans une source par un membre de la mission.",
                        "« Préparé avec l’aide d’une IA, relu par nos consultants. »"),
                begun.version());
        missions.propose(caller, code);
        missions.agree(caller, code, today.minusDays(12));
    }

    private void seedUseCase() {
        Person owner = person("clemence.arnoux");
        Caller caller = owner.asRulesSee();
        UseCase summaries = new UseCase(
                "CR-REUNION",
                "Comptes rendus de réunion",
                "Préparer un premier compte rendu que l’animateur corrige ; jamais pour un entretien individuel.",
                owner.id(),
                DataClass.C1,
                Set.of("assistant"),
                Set.of(id("ulysse.marchetti"), id("valentine.okafor"), id("xavier.pelletan")),
                40_000_000,
                today().plusMonths(3),
                UseCase.State.DECLARED,
                1);
        useCases.declare(caller, summaries);
        useCases.move(
                caller, summaries.code(), UseCase.State.OPEN, "Avis favorable du comité pour un essai de trois mois.");
    }

    /** What is spent of them is what the demonstration really used. */
    private void seedBudgets() {
        Caller cio = person("nadia.benhaddou").asRulesSee();
        budget(cio, EffectScope.team("conseil"), 400, "Enveloppe du trimestre, votée en comité.");
        budget(cio, EffectScope.mission("ATLAS"), 60, "Le contrat prévoit ce montant.");
        budget(cio, EffectScope.ORG, 2_500, "Plafond de l’année, par mois.");
    }

    private void budget(Caller by, EffectScope scope, long euros, String reason) {
        Envelope envelope = new Envelope(scope, Rule.Budget.Period.MONTH);
        budgets.set(by, new Budgets.Wanted(envelope, reason, Optional.of("")), euros * 1_000_000);
    }

    private void seedDocuments() {
        Person owner = person("ingrid.sorensen-roche");
        Caller caller = owner.asRulesSee();
        UUID space = spaces.create(
                        caller,
                        new Spaces.Description(
                                "Ressources humaines",
                                "Accords et notes de service, pour tout le monde.",
                                DataClass.C1,
                                Optional.empty(),
                                Optional.empty(),
                                owner.id()))
                .id();
        for (Team team : teams.all()) spaces.open(caller, space, new Grant.OfTeam(team.code(), Access.READER));
        add(caller, space, "Déplacements et frais.md", "deplacements.md");
        add(caller, space, "Accord sur le télétravail.md", "teletravail.md");
    }

    private void add(Caller caller, UUID space, String name, String resource) {
        try (InputStream content = Showcase.class.getResourceAsStream(resource)) {
            Path file = Files.createTempFile("vigie-", ".md");
            try {
                long size = Files.copy(Objects.requireNonNull(content), file, StandardCopyOption.REPLACE_EXISTING);
                documents.add(caller, space, List.of(new Documents.Sent(name, file, size)));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    private UUID id(String name) {
        return person(name).id();
    }

    private Person person(String name) {
        return people.find(name + "@fablier.example")
                .orElseThrow(() -> new IllegalStateException("nobody is called " + name));
    }
}
