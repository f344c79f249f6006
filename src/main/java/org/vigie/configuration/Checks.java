package org.vigie.configuration;

import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.configuration.VigieConfiguration.ApiKey;
import org.vigie.configuration.VigieConfiguration.Bootstrap;
import org.vigie.configuration.VigieConfiguration.Model;
import org.vigie.configuration.VigieConfiguration.Provider;
import org.vigie.configuration.VigieConfiguration.Route;
import org.vigie.configuration.VigieConfiguration.RouteTarget;
import org.vigie.configuration.VigieConfiguration.SecondOpinion;
import org.vigie.configuration.VigieConfiguration.Server;
import org.vigie.configuration.VigieConfiguration.User;
import org.vigie.kernel.Secret;

/** What no single value can tell: ranges, forms, names that must be unique or exist. */
final class Checks {
    /** The codes of {@code identity.Role}, which is out of this package's reach; a test keeps them the same. */
    static final List<String> ROLES = List.of(
            "admin",
            "cio",
            "ciso",
            "dpo",
            "legal",
            "hr",
            "procurement",
            "committee",
            "owner",
            "validator",
            "auditor",
            "staff_rep",
            "mission_lead",
            "employee",
            "subcontractor",
            "client");

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Pattern MODEL = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._:/@+-]{0,199}");
    /** Not RFC 5321: what people really have, so that a slip is seen. */
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;:\"]{1,64}@[^\\s@<>,;:\".]+(\\.[^\\s@<>,;:\".]+)+");

    private static final int SHORTEST_KEY = 32;
    static final Pattern KEY = Pattern.compile("[!-~]+");
    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3);

    private final VigieConfiguration configuration;
    private final Binder binder;
    private final Faults faults;

    Checks(VigieConfiguration configuration, Binder binder, Faults faults) {
        this.configuration = configuration;
        this.binder = binder;
        this.faults = faults;
    }

    void run() {
        server(configuration.server());
        String url = configuration.database().url();
        require(
                "database.url",
                url.equals("embedded") || url.startsWith("jdbc:postgresql:"),
                "must be embedded or start with jdbc:postgresql:");
        each("providers", configuration.providers(), this::provider);
        unique("providers", "id", configuration.providers().stream().map(Provider::id));
        each("routes", configuration.routes(), this::route);
        new RouteNames(this).run(configuration.routes());
        new LimitChecks(this, configuration).run();
        range("cache.maxMiB", configuration.cache().maxMiB(), 1, 4_096);
        range("cache.ttlSeconds", configuration.cache().ttlSeconds(), 1, 2_592_000);
        configuration.shield().secondOpinion().ifPresent(this::secondOpinion);
        bootstrap(configuration.bootstrap());
    }

    /** Whether there is a model is not asked here: without one the shield works on, and says so. */
    private void secondOpinion(SecondOpinion opinion) {
        range("shield.secondOpinion.budgetMs", opinion.budgetMs(), 1, 10_000);
        range("shield.secondOpinion.threads", opinion.threads(), 1, 64);
    }

    private void server(Server server) {
        range("server.port", server.port(), 0, 65_535);
        notBlank("server.host", server.host());
        range("server.maxBodyMiB", server.maxBodyMiB(), 1, 256);
        server.publicUrl().ifPresent(url -> address("server.publicUrl", url));
    }

    private void provider(String path, Provider provider) {
        id(path + ".id", provider.id());
        notBlank(path + ".name", provider.name());
        if (binder.sound(path + ".kind")) {
            switch (provider.kind()) {
                case OPENAI, ANTHROPIC -> overHttp(path, provider);
                case GGUF -> {
                    notOverHttp(path, provider, "gguf");
                    new ConnectionChecks(this).connection(path + ".connection", provider.connection());
                    new GgufChecks(this).run(path, provider);
                }
                case BUILTIN -> notOverHttp(path, provider, "builtin");
            }
            require(
                    path + ".gguf",
                    provider.kind() == Provider.Kind.GGUF || provider.gguf().isEmpty(),
                    "has a meaning for a provider of kind gguf alone");
            apis(path + ".apis", provider);
        }
        require(path + ".models", !provider.models().isEmpty(), "must name at least one model");
        each(path + ".models", provider.models(), this::model);
        unique(path + ".models", "id", provider.models().stream().map(Model::id));
    }

    private void apis(String path, Provider provider) {
        boolean openai = provider.kind() == Provider.Kind.OPENAI;
        require(path, openai || provider.apis().isEmpty(), "has a meaning for a provider of kind openai alone");
        require(path, !openai || !provider.apis().isEmpty(), "must name at least one API");
        unique(path, "", provider.apis().stream().map(api -> lower(api.name())));
    }

    private void overHttp(String path, Provider provider) {
        provider.baseUrl()
                .ifPresentOrElse(
                        url -> address(path + ".baseUrl", url),
                        () -> fault(path + ".baseUrl", "is missing: a provider that is reached over HTTP needs it"));
        provider.apiKey()
                .ifPresent(key -> require(
                        path + ".apiKey",
                        KEY.matcher(key.reveal()).matches(),
                        "must be printable ASCII without spaces, and not empty"));
        new ConnectionChecks(this).run(path, provider);
    }

    private void notOverHttp(String path, Provider provider, String kind) {
        String nothing = "has no meaning for a provider of kind " + kind;
        require(path + ".baseUrl", provider.baseUrl().isEmpty(), nothing);
        require(path + ".apiKey", provider.apiKey().isEmpty(), nothing);
        VigieConfiguration.Connection usual = VigieConfiguration.Connection.DEFAULT;
        boolean unreached = provider.connection().equals(usual)
                || provider.kind() == Provider.Kind.GGUF
                        && provider.connection().isPatienceAlone();
        require(
                path + ".connection",
                unreached
                        && provider.organization().isEmpty()
                        && provider.azureApiVersion().isEmpty(),
                nothing + ", nor have organization and azureApiVersion");
    }

    private void model(String path, Model model) {
        modelName(path + ".id", model.id());
        notBlank(path + ".upstreamModel", model.upstreamModel());
        model.contextTokens().ifPresent(tokens -> range(path + ".contextTokens", tokens, 1, Integer.MAX_VALUE));
        model.maxOutputTokens().ifPresent(tokens -> range(path + ".maxOutputTokens", tokens, 1, Integer.MAX_VALUE));
        notNegative(path + ".inputPricePerMillion", model.inputPricePerMillion());
        notNegative(path + ".outputPricePerMillion", model.outputPricePerMillion());
        new PriceChecks(this).run(path, model);
        notNegative(path + ".activeParametersB", model.activeParametersB());
        notNegative(path + ".totalParametersB", model.totalParametersB());
        if (model.activeParametersB().isPresent() && model.totalParametersB().isPresent()) {
            require(
                    path + ".activeParametersB",
                    model.activeParametersB().get() <= model.totalParametersB().get(),
                    "must not exceed totalParametersB");
        }
        model.location()
                .ifPresent(code -> require(
                        path + ".location",
                        COUNTRIES.contains(code),
                        "must be an ISO 3166-1 alpha-3 country code, as FRA"));
    }

    private void route(String path, Route route) {
        modelName(path + ".model", route.model());
        each(path + ".aliases", route.aliases(), this::modelName);
        require(path + ".targets", !route.targets().isEmpty(), "must name at least one target");
        each(path + ".targets", route.targets(), (at, one) -> target(at, one.target()));
        unique(path + ".targets", "", route.targets().stream().map(RouteTarget::target));
        each(path + ".targets", route.targets(), this::preference);
        weights(path + ".targets", route.targets());
        range(path + ".retries", route.retries(), 0, 5);
        seconds(path + ".firstByteTimeoutSeconds", route.firstByteTimeoutSeconds());
        seconds(path + ".idleTimeoutSeconds", route.idleTimeoutSeconds());
    }

    private void modelName(String path, String name) {
        require(path, MODEL.matcher(name).matches(), "must be a model's name: letters, digits and . _ : / @ + -");
    }

    private void preference(String path, RouteTarget target) {
        target.weight().ifPresent(weight -> range(path + ".weight", weight, 1, 1_000));
        target.order().ifPresent(order -> range(path + ".order", order, 1, 100));
    }

    /** A weight among equals shares the load; alone it would say nothing, which nobody means. */
    private void weights(String path, List<RouteTarget> targets) {
        indices(targets.size())
                .filter(i -> targets.get(i).weight().isPresent())
                .forEach(i -> require(
                        path + "[" + i + "].weight",
                        indices(targets.size())
                                        .filter(other ->
                                                RouteTarget.order(targets, other) == RouteTarget.order(targets, i))
                                        .count()
                                > 1,
                        "has no effect: give the targets that share the load the same order"));
    }

    void seconds(String path, Optional<Integer> value) {
        value.ifPresent(number -> range(path, number, 1, 3_600));
    }

    private void target(String path, String target) {
        if (allTargetsKnown()) {
            List<String> targets = targets();
            require(
                    path,
                    targets.contains(target),
                    "names \"" + target + "\", which no provider has" + Nearest.hint(target, targets));
        }
    }

    /** Whether every provider and model could be read; else a target is not to blame. */
    private boolean allTargetsKnown() {
        return binder.sound("providers")
                && indices(configuration.providers().size()).allMatch(p -> {
                    String path = "providers[" + p + "]";
                    return binder.sound(path + ".id")
                            && binder.sound(path + ".models")
                            && indices(configuration.providers().get(p).models().size())
                                    .allMatch(m -> binder.sound(path + ".models[" + m + "].id"));
                });
    }

    private List<String> targets() {
        return configuration.providers().stream()
                .flatMap(provider -> provider.models().stream().map(model -> provider.id() + "/" + model.id()))
                .toList();
    }

    private void bootstrap(Bootstrap bootstrap) {
        bootstrap.admin().ifPresent(admin -> {
            email("bootstrap.admin.email", admin.email());
            secret("bootstrap.admin.password", admin.password());
        });
        each("bootstrap.teams", bootstrap.teams(), (path, team) -> {
            id(path + ".code", team.code());
            notBlank(path + ".name", team.name());
        });
        unique("bootstrap.teams", "code", bootstrap.teams().stream().map(VigieConfiguration.Team::code));
        each("bootstrap.users", bootstrap.users(), this::user);
        unique("bootstrap.users", "email", bootstrap.users().stream().map(user -> lower(user.email())));
        each("bootstrap.apiKeys", bootstrap.apiKeys(), this::apiKey);
        unique("bootstrap.apiKeys", "name", bootstrap.apiKeys().stream().map(ApiKey::name));
        distinctKeys(bootstrap.apiKeys());
    }

    private void user(String path, User user) {
        email(path + ".email", user.email());
        require(
                path + ".email",
                configuration
                        .bootstrap()
                        .admin()
                        .filter(admin -> lower(admin.email()).equals(lower(user.email())))
                        .isEmpty(),
                "is the administrator's, who is created already");
        secret(path + ".password", user.password());
        require(path + ".roles", !user.roles().isEmpty(), "must name at least one role");
        each(
                path + ".roles",
                user.roles(),
                (rolePath, role) -> require(
                        rolePath,
                        ROLES.contains(role),
                        "has the unknown role \"" + role + "\"" + Nearest.hint(role, ROLES)));
        List<String> teams = configuration.bootstrap().teams().stream()
                .map(VigieConfiguration.Team::code)
                .toList();
        user.team()
                .ifPresent(team -> require(
                        path + ".team",
                        teams.contains(team),
                        "names \"" + team + "\", which bootstrap.teams does not have" + hintAmong(team, teams)));
    }

    private void apiKey(String path, ApiKey key) {
        notBlank(path + ".name", key.name());
        require(
                path + ".key",
                key.key().reveal().length() >= SHORTEST_KEY
                        && KEY.matcher(key.key().reveal()).matches(),
                "must have at least 32 characters, printable ASCII without spaces");
        Set<String> people = Stream.concat(
                        configuration.bootstrap().admin().stream().map(VigieConfiguration.Admin::email),
                        configuration.bootstrap().users().stream().map(User::email))
                .map(Checks::lower)
                .collect(Collectors.toSet());
        require(
                path + ".user",
                people.contains(lower(key.user())),
                "names \"" + key.user() + "\", who is neither bootstrap.admin nor in bootstrap.users"
                        + hintAmong(key.user(), List.copyOf(people)));
    }

    private void distinctKeys(List<ApiKey> keys) {
        Set<String> seen = new HashSet<>();
        each(
                "bootstrap.apiKeys",
                keys,
                (path, key) -> require(path + ".key", seen.add(key.key().reveal()), "is the same as another key's"));
    }

    static String hintAmong(String written, List<String> names) {
        return names.isEmpty() ? "" : Nearest.hint(written, names);
    }

    void id(String path, String id) {
        require(path, ID.matcher(id).matches(), "must be lower-case letters, digits and hyphens, at most 63");
    }

    void email(String path, String email) {
        require(path, email.length() <= 254 && EMAIL.matcher(email).matches(), "must be an e-mail address");
    }

    private void secret(String path, Secret secret) {
        require(path, !secret.reveal().isBlank(), "must not be empty");
    }

    void notBlank(String path, String text) {
        require(path, !text.isBlank(), "must not be empty");
    }

    void range(String path, int value, int least, int most) {
        String limit = most == Integer.MAX_VALUE ? "at least " + least : "between " + least + " and " + most;
        require(path, value >= least && value <= most, "must be " + limit + ", not " + value);
    }

    void notNegative(String path, Optional<Double> value) {
        value.ifPresent(number -> require(path, number >= 0, "must not be negative"));
    }

    private void address(String path, URI url) {
        boolean http = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        require(path, http && url.getHost() != null, "must be an address as https://host/path");
        require(path, url.getRawUserInfo() == null, "must not hold a user name or password");
        require(
                path,
                url.getRawQuery() == null && url.getRawFragment() == null,
                "must not hold a query or a fragment (? or #)");
    }

    /** @param key under each entry of the list; empty when the entries are plain texts */
    void unique(String path, String key, Stream<String> names) {
        Map<String, String> first = new HashMap<>();
        List<String> all = names.toList();
        indices(all.size()).forEach(i -> {
            String here = path + "[" + i + "]" + (key.isEmpty() ? "" : "." + key);
            if (!binder.sound(here)) {
                return;
            }
            String earlier = first.putIfAbsent(all.get(i), here);
            require(here, earlier == null, "\"" + all.get(i) + "\" is used twice");
        });
    }

    interface Check<T> {
        void of(String path, T entry);
    }

    <T> void each(String path, List<T> entries, Check<T> check) {
        indices(entries.size()).forEach(i -> check.of(path + "[" + i + "]", entries.get(i)));
    }

    private static Stream<Integer> indices(int size) {
        return Stream.iterate(0, i -> i < size, i -> i + 1);
    }

    static String lower(String email) {
        return email.toLowerCase(Locale.ROOT);
    }

    void require(String path, boolean holds, String message) {
        if (!holds) {
            fault(path, message);
        }
    }

    boolean sound(String path) {
        return binder.sound(path);
    }

    /** Says nothing where the value itself could not be read: that is reported already. */
    private void fault(String path, String message) {
        if (binder.sound(path)) {
            faults.add(binder.placeOf(path), path + " " + message);
        }
    }
}
