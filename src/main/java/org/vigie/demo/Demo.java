package org.vigie.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.configuration.VigieConfiguration;
import org.vigie.configuration.VigieConfiguration.Provider;
import org.vigie.configuration.VigieConfiguration.Route;
import org.vigie.configuration.VigieConfiguration.RouteTarget;
import org.vigie.configuration.VigieConfiguration.Zone;
import org.vigie.kernel.DataClass;

/**
 * The demonstration of {@code ./vigie start --demo}: its people and its provider are a configuration like any other, so
 * that nothing in the server knows of it. The caller makes sure that the data directory holds nothing else.
 */
public final class Demo implements AutoCloseable {
    private static final String PROVIDER = "demo";
    private static final String BUILTIN = "builtin";
    private static final String ASSISTANT = "assistant";

    private final Path file;
    private final DemoFile held;
    private final FakeModel model;
    private final VigieConfiguration configuration;

    private Demo(Path file, DemoFile held, FakeModel model, VigieConfiguration configuration) {
        this.file = file;
        this.held = held;
        this.model = model;
        this.configuration = configuration;
    }

    /**
     * Starts the fake model and reads or invents the passwords.
     *
     * @param file {@code DIR/demo.json}; written at once, so that a start that is cut short keeps its passwords
     * @param base what the operator configured: it stays, the demonstration is added
     * @throws IllegalStateException when the file cannot be read or written
     */
    public static Demo open(Path file, VigieConfiguration base) {
        return open(file, base, FakeModel.start(Pace.DEMONSTRATION));
    }

    static Demo open(Path file, VigieConfiguration base, FakeModel model) {
        DemoFile held = DemoFile.readOrMake(file);
        VigieConfiguration configuration = new VigieConfiguration(
                base.server(),
                base.database(),
                providers(base.providers(), model.baseUrl()),
                routes(base.routes()),
                base.limits(),
                base.cache(),
                base.shield(),
                bootstrap(base.bootstrap(), held));
        Demo demo = new Demo(file, held, model, configuration);
        demo.reachableAt(guess(base.server()));
        return demo;
    }

    /** The operator's configuration with the demonstration's people, provider and routes. */
    public VigieConfiguration configuration() {
        return configuration;
    }

    /** Writes {@code demo.json} with the address that the server listens on. */
    public void reachableAt(URI url) {
        try {
            held.write(file, url.toString());
        } catch (IOException refused) {
            throw new IllegalStateException(file + " cannot be written.", refused);
        }
    }

    /** Stops the fake model. */
    @Override
    public void close() {
        model.close();
    }

    private static URI guess(VigieConfiguration.Server server) {
        return server.publicUrl().orElseGet(() -> URI.create("http://" + server.host() + ":" + server.port()));
    }

    /** The demonstration's own first; the built-in one, when the operator has not named it, after the others. */
    private static List<Provider> providers(List<Provider> configured, URI baseUrl) {
        // Personal data is C2: it leaves masked, which is what one is to see.
        Provider own = fake(
                PROVIDER, "Modèle de démonstration", Zone.INTERNAL, DataClass.C1, baseUrl, standing("FRA", 0.2, 0.6));
        Provider builtin = new Provider(
                BUILTIN,
                "Moteur extractif intégré",
                Provider.Kind.BUILTIN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                VigieConfiguration.Connection.DEFAULT,
                VigieConfiguration.Zone.INTERNAL,
                DataClass.C3,
                List.of(model("extractive", Optional.empty(), Optional.empty(), Optional.empty())));
        List<String> taken = configured.stream().map(Provider::id).toList();
        return Stream.of(
                        Stream.of(own),
                        elsewhere(baseUrl),
                        configured.stream(),
                        Stream.of(builtin).filter(one -> !taken.contains(one.id())))
                .flatMap(each -> each)
                .toList();
    }

    /**
     * The same fake model, said to stand in each of the other zones, so that rules have something to tell apart. Prices are
     * of the order of real ones, so that budgets and shares of the cost have something to count.
     */
    private static Stream<Provider> elsewhere(URI baseUrl) {
        return Stream.of(
                fake(
                        "demo-souverain",
                        "Hébergeur souverain (démonstration)",
                        Zone.EU_SOVEREIGN,
                        DataClass.C2,
                        baseUrl,
                        standing("FRA", 0.9, 2.7)),
                fake(
                        "demo-filiale",
                        "Filiale européenne d’un groupe étranger (démonstration)",
                        Zone.EU_EXTRATERRITORIAL,
                        DataClass.C1,
                        baseUrl,
                        standing("IRL", 1.1, 4.4)),
                fake(
                        "demo-lointain",
                        "Service hors d’Europe (démonstration)",
                        Zone.OUTSIDE_EU,
                        DataClass.C1,
                        baseUrl,
                        standing("USA", 2.2, 8.8)));
    }

    private static Provider fake(
            String id, String name, Zone zone, DataClass most, URI baseUrl, VigieConfiguration.Model model) {
        return new Provider(
                id,
                name,
                Provider.Kind.OPENAI,
                Optional.of(baseUrl),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(Provider.Api.CHAT),
                Optional.empty(),
                VigieConfiguration.Connection.DEFAULT,
                zone,
                most,
                List.of(model));
    }

    /**
     * @param location ISO 3166-1 alpha-3
     * @param read euros per million tokens
     * @param written euros per million tokens
     */
    private static VigieConfiguration.Model standing(String location, double read, double written) {
        return model(FakeModel.MODEL, Optional.of(read), Optional.of(written), Optional.of(location));
    }

    private static VigieConfiguration.Model model(
            String id, Optional<Double> read, Optional<Double> written, Optional<String> location) {
        return new VigieConfiguration.Model(
                id,
                id,
                Optional.of(32_768),
                Optional.empty(),
                read,
                written,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                location);
    }

    /** An {@code assistant} that the operator has led to a real model keeps leading there. */
    private static List<Route> routes(List<Route> configured) {
        boolean real = configured.stream()
                .anyMatch(route -> route.model().equals(ASSISTANT)
                        && route.targets().stream()
                                .anyMatch(target -> !target.target().startsWith(BUILTIN + "/")));
        List<String> taken = configured.stream().map(Route::model).toList();
        Stream<Route> others = Stream.of(
                        route("souverain", "demo-souverain/" + FakeModel.MODEL),
                        route("filiale", "demo-filiale/" + FakeModel.MODEL),
                        route("lointain", "demo-lointain/" + FakeModel.MODEL, "demo-souverain/" + FakeModel.MODEL))
                .filter(route -> !taken.contains(route.model()));
        return Stream.of(
                        Stream.of(
                                route(real ? "demonstration" : ASSISTANT, PROVIDER + "/" + FakeModel.MODEL),
                                route("extraits", BUILTIN + "/extractive")),
                        others,
                        configured.stream()
                                .filter(route -> real || !route.model().equals(ASSISTANT)))
                .flatMap(each -> each)
                .toList();
    }

    private static Route route(String model, String... targets) {
        return new Route(
                model,
                List.of(),
                Stream.of(targets).map(RouteTarget::of).toList(),
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static VigieConfiguration.Bootstrap bootstrap(VigieConfiguration.Bootstrap configured, DemoFile held) {
        Stream<VigieConfiguration.Team> teams =
                DemoFirm.teams().stream().map(team -> new VigieConfiguration.Team(team.code(), team.name()));
        Stream<VigieConfiguration.User> users = DemoFirm.people().stream()
                .map(person -> new VigieConfiguration.User(
                        person.email(),
                        Optional.of(person.name()),
                        held.passwordOf(person),
                        person.roles(),
                        Optional.of(person.team())));
        VigieConfiguration.ApiKey key = new VigieConfiguration.ApiKey(
                "démonstration", held.apiKey(), DemoFirm.developer().email());
        return new VigieConfiguration.Bootstrap(
                configured.admin(),
                Stream.concat(teams, configured.teams().stream()).toList(),
                Stream.concat(users, configured.users().stream()).toList(),
                Stream.concat(Stream.of(key), configured.apiKeys().stream()).toList());
    }
}
