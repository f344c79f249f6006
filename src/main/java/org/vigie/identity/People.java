package org.vigie.identity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.vigie.kernel.Ids;
import org.vigie.kernel.Language;
import org.vigie.kernel.Secret;

/**
 * The accounts of this instance. Accounts are disabled, never deleted: records and decisions quote them. An account
 * that is disabled, or whose password changes, loses its sessions in the same transaction.
 */
@Singleton
public final class People {
    static final int LONGEST_NAME = 120;

    private final Jdbi jdbi;
    private final IdentityChanges changes;
    private final Passwords passwords;
    private final Clock clock;

    @Inject
    People(Jdbi jdbi, IdentityChanges changes, Passwords passwords) {
        this(jdbi, changes, passwords, Clock.systemUTC());
    }

    People(Jdbi jdbi, IdentityChanges changes, Passwords passwords, Clock clock) {
        this.jdbi = jdbi;
        this.changes = changes;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** Disabled ones too, in the order of their names. */
    public List<Person> all() {
        return jdbi.withHandle(handle -> new PersonStore(handle).all());
    }

    public Optional<Person> find(UUID id) {
        return jdbi.withHandle(handle -> new PersonStore(handle).find(id));
    }

    /** @param email in any case */
    public Optional<Person> find(String email) {
        return EmailAddress.parse(email).flatMap(address -> jdbi.withHandle(h -> new PersonStore(h).find(address)));
    }

    /**
     * Whether this is the person's password. False for an unknown or disabled account, after the same time.
     *
     * @throws org.vigie.kernel.ProblemException when too many passwords are being verified
     */
    public boolean verify(UUID person, Secret password) {
        Optional<String> hash = jdbi.withHandle(handle -> {
            PersonStore store = new PersonStore(handle);
            return store.find(person).filter(Person::active).flatMap(p -> store.passwordHash(p.id()));
        });
        if (hash.isEmpty()) {
            passwords.verifyNobody(password);
            return false;
        }
        return passwords.verify(password, hash.get());
    }

    /** @throws AccountException with every fault at once, the address taken alone */
    public Person create(NewPerson person) {
        check(person, Passwords.faults(person.password()));
        String hash = passwords.hash(person.password());
        return changes.commit(handle -> insert(handle, person, hash));
    }

    /**
     * What the configuration file or the demonstration sets: the operator answers for the password's length.
     *
     * @return empty, and nothing changed, when the address has an account already, whatever its state
     */
    Optional<Person> createIfMissing(NewPerson person) {
        if (find(person.email()).isPresent()) return Optional.empty();
        check(person, Set.of());
        String hash = passwords.hash(person.password());
        return Optional.of(changes.commit(handle -> insert(handle, person, hash)));
    }

    /** The first administrator; refused when there is one. */
    Person createFirstAdministrator(NewPerson person) {
        check(person, Passwords.faults(person.password()));
        String hash = passwords.hash(person.password());
        return changes.commit(handle -> {
            PersonStore store = new PersonStore(handle);
            store.lockAdministrators();
            AccountException.when(store.hasAdministrator(), AccountFault.CODE_WRONG);
            return insert(handle, person, hash);
        });
    }

    /** @throws AccountException when a value is missing, or nobody would be left to administer */
    public void update(UUID person, String name, Set<Role> roles, Optional<String> team) {
        EnumSet<AccountFault> faults = nameFaults(name.strip());
        if (roles.isEmpty()) faults.add(AccountFault.ROLE_MISSING);
        AccountException.unlessEmpty(faults);
        changes.commit(handle -> {
            PersonStore store = new PersonStore(handle);
            checkTeam(store, team);
            store.lockAdministrators();
            store.update(person, name.strip(), team);
            store.setRoles(person, roles);
            AccountException.when(!store.hasAdministrator(), AccountFault.LAST_ADMINISTRATOR);
            return person;
        });
    }

    /** Ends every session at once; the keys are dead too. @throws AccountException for the last administrator */
    public void disable(UUID person) {
        changes.commit(handle -> {
            PersonStore store = new PersonStore(handle);
            store.lockAdministrators();
            store.disable(person, Instant.now(clock));
            AccountException.when(!store.hasAdministrator(), AccountFault.LAST_ADMINISTRATOR);
            new SessionStore(handle).closeAll(person);
            return person;
        });
    }

    /** Gives a disabled account back; its keys that were neither revoked nor expired work again. */
    public void enable(UUID person) {
        changes.commit(handle -> {
            new PersonStore(handle).enable(person);
            return person;
        });
    }

    /**
     * Changes one's own password and ends one's other sessions.
     *
     * @throws AccountException when the current password is wrong, or the new one too short or too long
     */
    public void changePassword(UUID person, UUID session, Secret current, Secret wanted) {
        AccountException.unlessEmpty(Passwords.faults(wanted));
        AccountException.when(!verify(person, current), AccountFault.PASSWORD_WRONG);
        String hash = passwords.hash(wanted);
        jdbi.useTransaction(handle -> {
            new PersonStore(handle).setPassword(person, hash);
            new SessionStore(handle).closeOthers(person, session);
        });
    }

    /** A new password in place of one that is lost; ends every session. */
    public Secret resetPassword(UUID person) {
        Secret password = passwords.generate();
        String hash = passwords.hash(password);
        jdbi.useTransaction(handle -> {
            new PersonStore(handle).setPassword(person, hash);
            new SessionStore(handle).closeAll(person);
        });
        return password;
    }

    public void speak(UUID person, Language language) {
        jdbi.useTransaction(handle -> new PersonStore(handle).setLanguage(person, language));
    }

    /** For an account that an administrator makes for somebody else. */
    public Secret generatePassword() {
        return passwords.generate();
    }

    private Person insert(Handle handle, NewPerson made, String hash) {
        PersonStore store = new PersonStore(handle);
        checkTeam(store, made.team());
        EmailAddress email = EmailAddress.parse(made.email()).orElseThrow();
        Person person =
                new Person(Ids.next(), email.value(), made.name(), made.roles(), made.team(), made.language(), true);
        AccountException.when(!store.insert(person, hash, Instant.now(clock)), AccountFault.EMAIL_TAKEN);
        return person;
    }

    private static void check(NewPerson person, Set<AccountFault> passwordFaults) {
        EnumSet<AccountFault> faults = nameFaults(person.name());
        faults.addAll(passwordFaults);
        if (EmailAddress.parse(person.email()).isEmpty()) faults.add(AccountFault.EMAIL_INVALID);
        if (person.roles().isEmpty()) faults.add(AccountFault.ROLE_MISSING);
        AccountException.unlessEmpty(faults);
    }

    private static EnumSet<AccountFault> nameFaults(String name) {
        EnumSet<AccountFault> faults = EnumSet.noneOf(AccountFault.class);
        if (name.isEmpty()) faults.add(AccountFault.NAME_MISSING);
        if (name.length() > LONGEST_NAME) faults.add(AccountFault.NAME_TOO_LONG);
        return faults;
    }

    private static void checkTeam(PersonStore store, Optional<String> team) {
        AccountException.when(team.isPresent() && !store.hasTeam(team.get()), AccountFault.TEAM_UNKNOWN);
    }
}
