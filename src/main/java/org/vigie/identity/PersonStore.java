package org.vigie.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.vigie.kernel.Language;

/** The SQL of people and teams, within one transaction. */
record PersonStore(Handle handle) {
    /** Ends where an alias follows, so that sessions and keys join it too. */
    static final String COLUMNS = """
            p.id as person_id, p.email, p.name as person_name, p.language, p.team, p.disabled_at is null as active,
            array(select role from identity.person_role r where r.person = p.id) as roles
            """;

    private static final String PEOPLE = "select " + COLUMNS + " from identity.person p ";

    /** Any number that no other advisory lock uses; it serialises whatever could remove the last administrator. */
    private static final long ADMINISTRATORS = 0x7669_6769_65L;

    static Person person(ResultSet row) throws SQLException {
        return new Person(
                row.getObject("person_id", UUID.class),
                row.getString("email"),
                row.getString("person_name"),
                roles((String[]) row.getArray("roles").getArray()),
                Optional.ofNullable(row.getString("team")),
                language(row.getString("language")),
                row.getBoolean("active"));
    }

    private static Set<Role> roles(String[] codes) {
        return Arrays.stream(codes)
                .map(code -> Role.valueOf(code.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Language language(String code) {
        return code.equals(Language.ENGLISH.code()) ? Language.ENGLISH : Language.FRENCH;
    }

    List<Person> all() {
        return handle.createQuery(PEOPLE + "order by p.name collate \"fr-x-icu\", p.email")
                .map((row, _) -> person(row))
                .list();
    }

    Optional<Person> find(UUID id) {
        return handle.createQuery(PEOPLE + "where p.id = :id")
                .bind("id", id)
                .map((row, _) -> person(row))
                .findOne();
    }

    Optional<Person> find(EmailAddress email) {
        return handle.createQuery(PEOPLE + "where p.email = :email")
                .bind("email", email.value())
                .map((row, _) -> person(row))
                .findOne();
    }

    Optional<String> passwordHash(UUID id) {
        return handle.createQuery("select password_hash from identity.person where id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .findOne();
    }

    List<String> activeNames() {
        return handle.createQuery("select distinct name from identity.person where disabled_at is null")
                .mapTo(String.class)
                .list();
    }

    /** @return whether the address was free */
    boolean insert(Person person, String passwordHash, Instant now) {
        int inserted = handle.createUpdate("""
                        insert into identity.person (id, email, name, password_hash, language, team, created_at)
                        values (:id, :email, :name, :hash, :language, :team, :now)
                        on conflict (email) do nothing
                        """)
                .bind("id", person.id())
                .bind("email", person.email())
                .bind("name", person.name())
                .bind("hash", passwordHash)
                .bind("language", person.language().code())
                .bind("team", person.team().orElse(null))
                .bind("now", now)
                .execute();
        if (inserted == 0) return false;
        setRoles(person.id(), person.roles());
        return true;
    }

    void update(UUID id, String name, Optional<String> team) {
        handle.createUpdate("update identity.person set name = :name, team = :team where id = :id")
                .bind("id", id)
                .bind("name", name)
                .bind("team", team.orElse(null))
                .execute();
    }

    void setRoles(UUID id, Set<Role> roles) {
        handle.createUpdate("delete from identity.person_role where person = :id")
                .bind("id", id)
                .execute();
        for (Role role : roles) {
            handle.createUpdate("insert into identity.person_role (person, role) values (:id, :role)")
                    .bind("id", id)
                    .bind("role", role.code())
                    .execute();
        }
    }

    void setPassword(UUID id, String hash) {
        handle.createUpdate("update identity.person set password_hash = :hash where id = :id")
                .bind("id", id)
                .bind("hash", hash)
                .execute();
    }

    void setLanguage(UUID id, Language language) {
        handle.createUpdate("update identity.person set language = :language where id = :id")
                .bind("id", id)
                .bind("language", language.code())
                .execute();
    }

    void disable(UUID id, Instant now) {
        handle.createUpdate("""
                        update identity.person set disabled_at = coalesce(disabled_at, :now) where id = :id
                        """).bind("id", id).bind("now", now).execute();
    }

    void enable(UUID id) {
        handle.createUpdate("update identity.person set disabled_at = null where id = :id")
                .bind("id", id)
                .execute();
    }

    /** Until the end of the transaction nobody else can give or take the role of administrator. */
    void lockAdministrators() {
        handle.createQuery("select pg_advisory_xact_lock(:lock)::text")
                .bind("lock", ADMINISTRATORS)
                .mapTo(String.class)
                .one();
    }

    boolean hasAdministrator() {
        return handle.createQuery("""
                        select exists (select 1 from identity.person p
                                       join identity.person_role r on r.person = p.id and r.role = 'admin'
                                       where p.disabled_at is null)
                        """).mapTo(Boolean.class).one();
    }

    List<Team> teams() {
        return handle.createQuery("select code, name from identity.team order by name collate \"fr-x-icu\"")
                .map((row, _) -> new Team(row.getString("code"), row.getString("name")))
                .list();
    }

    boolean hasTeam(String code) {
        return handle.createQuery("select exists (select 1 from identity.team where code = :code)")
                .bind("code", code)
                .mapTo(Boolean.class)
                .one();
    }

    /** @return whether the code was free */
    Map<String, Integer> teamSizes() {
        return handle.createQuery("""
                        select team, count(*) as people from identity.person
                        where team is not null and disabled_at is null group by team
                        """).reduceRows(new HashMap<>(), (sizes, row) -> {
            sizes.put(row.getColumn("team", String.class), row.getColumn("people", Integer.class));
            return sizes;
        });
    }

    boolean insert(Team team) {
        return handle.createUpdate("""
                                insert into identity.team (code, name) values (:code, :name)
                                on conflict (code) do nothing
                                """)
                        .bind("code", team.code())
                        .bind("name", team.name())
                        .execute()
                > 0;
    }

    void rename(Team team) {
        handle.createUpdate("update identity.team set name = :name where code = :code")
                .bind("code", team.code())
                .bind("name", team.name())
                .execute();
    }
}
