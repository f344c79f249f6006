package org.vigie.identity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.vigie.configuration.VigieConfiguration;
import org.vigie.kernel.Language;
import org.vigie.kernel.Secret;

/**
 * Creates the teams, people and keys of the configuration file that are missing. What exists is left as people made it
 * since: no password is reset, no revoked key revived, no withdrawn role restored.
 */
@Singleton
public final class Bootstrap {
    private final People people;
    private final Teams teams;
    private final ApiKeys keys;

    @Inject
    Bootstrap(People people, Teams teams, ApiKeys keys) {
        this.people = people;
        this.teams = teams;
        this.keys = keys;
    }

    /** @throws IllegalArgumentException saying which entry cannot be created and why; others may be */
    public void apply(VigieConfiguration.Bootstrap wanted) {
        Set<String> known = teams.all().stream().map(Team::code).collect(Collectors.toSet());
        wanted.teams().stream()
                .filter(Predicate.not(team -> known.contains(team.code())))
                .forEach(team -> entry("team " + team.code(), () -> teams.create(new Team(team.code(), team.name()))));
        wanted.admin().ifPresent(this::create);
        createAll(wanted.users());
        wanted.apiKeys().forEach(this::adopt);
    }

    /** Sixty passwords take seconds to hash, and {@link Passwords} lets as many be hashed at once. */
    private void createAll(List<VigieConfiguration.User> users) {
        try (ExecutorService threads = Executors.newFixedThreadPool(Passwords.AT_ONCE)) {
            List<CompletableFuture<Void>> creations = users.stream()
                    .map(user -> CompletableFuture.runAsync(() -> create(user), threads))
                    .toList();
            creations.forEach(CompletableFuture::join);
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException known ? known : failed;
        }
    }

    private void create(VigieConfiguration.Admin admin) {
        create(admin.email(), Optional.empty(), admin.password(), Set.of(Role.ADMIN, Role.EMPLOYEE), Optional.empty());
    }

    private void create(VigieConfiguration.User user) {
        create(user.email(), user.name(), user.password(), roles(user.roles()), user.team());
    }

    private void create(String email, Optional<String> name, Secret password, Set<Role> roles, Optional<String> team) {
        String called = name.or(() -> EmailAddress.parse(email).map(EmailAddress::impliedName))
                .orElse(email);
        entry(
                "person " + email,
                () -> people.createIfMissing(new NewPerson(email, called, password, roles, team, Language.FRENCH)));
    }

    private void adopt(VigieConfiguration.ApiKey key) {
        Person owner = people.find(key.user())
                .orElseThrow(() -> new IllegalArgumentException(
                        "bootstrap: key " + key.name() + ": nobody has the address " + key.user()));
        entry(
                "key " + key.name(),
                () -> keys.adopt(
                        owner.id(),
                        new ApiKey.Wanted(key.name(), Set.of(Caller.Scope.GATEWAY), Optional.empty()),
                        key.key()));
    }

    private static Set<Role> roles(List<String> codes) {
        if (codes.isEmpty()) return Set.of(Role.EMPLOYEE);
        return codes.stream()
                .map(code -> Role.valueOf(code.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void entry(String what, Runnable creation) {
        try {
            creation.run();
        } catch (AccountException rejected) {
            throw new IllegalArgumentException("bootstrap: " + what + ": " + rejected.faults(), rejected);
        }
    }
}
