package org.vigie.usecase;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;
import org.vigie.kernel.DataClass;

/** The SQL of use cases, within one transaction. */
record UseCaseStore(Handle handle) {
    private static final String SELECT = """
            SELECT u.code, u.title, u.purpose, u.owner, u.data_class, u.models, u.budget_micro_euros, u.until, u.state,
                u.version, array(SELECT person FROM usecase.tester WHERE use_case = u.code) AS testers
            FROM usecase.use_case u
            """;

    /** Those that may be used first, then by their codes. */
    List<UseCase> all() {
        return handle.createQuery(
                        SELECT
                                + " ORDER BY array_position(ARRAY['open', 'suspended', 'declared', 'stopped'], u.state), u.code")
                .map((row, _) -> useCase(row))
                .list();
    }

    Optional<UseCase> find(String code) {
        return handle.createQuery(SELECT + " WHERE u.code = :code")
                .bind("code", code)
                .map((row, _) -> useCase(row))
                .findOne();
    }

    /** @return whether the code was free */
    boolean insert(UseCase useCase) {
        boolean inserted = bind(handle.createUpdate("""
                        INSERT INTO usecase.use_case
                            (code, title, purpose, owner, data_class, models, budget_micro_euros, until, state, version)
                        VALUES (:code, :title, :purpose, :owner, :dataClass, :models, :budget, :until, :state, :version)
                        ON CONFLICT (code) DO NOTHING
                        """), useCase).execute() == 1;
        if (inserted) putTesters(useCase);
        return inserted;
    }

    /** @return whether nobody had changed it meanwhile */
    boolean update(UseCase useCase) {
        boolean updated = bind(handle.createUpdate("""
                        UPDATE usecase.use_case SET title = :title, purpose = :purpose, owner = :owner,
                            data_class = :dataClass, models = :models, budget_micro_euros = :budget, until = :until,
                            state = :state, version = :version
                        WHERE code = :code AND version = :version - 1
                        """), useCase).execute() == 1;
        if (updated) putTesters(useCase);
        return updated;
    }

    private static Update bind(Update update, UseCase useCase) {
        return update.bind("code", useCase.code())
                .bind("title", useCase.title())
                .bind("purpose", useCase.purpose())
                .bind("owner", useCase.owner())
                .bind("dataClass", useCase.dataClass().name())
                .bindArray(
                        "models",
                        String.class,
                        useCase.models().stream().sorted().toList())
                .bind("budget", useCase.budgetMicroEuros())
                .bind("until", useCase.until())
                .bind("state", useCase.state().code())
                .bind("version", useCase.version());
    }

    private void putTesters(UseCase useCase) {
        handle.execute("DELETE FROM usecase.tester WHERE use_case = ?", useCase.code());
        if (useCase.testers().isEmpty()) return;
        PreparedBatch batch =
                handle.prepareBatch("INSERT INTO usecase.tester (use_case, person) VALUES (:code, :person)");
        useCase.testers()
                .forEach(person -> batch.bind("code", useCase.code())
                        .bind("person", person)
                        .add());
        batch.execute();
    }

    private static UseCase useCase(ResultSet row) throws SQLException {
        return new UseCase(
                row.getString("code"),
                row.getString("title"),
                row.getString("purpose"),
                row.getObject("owner", UUID.class),
                DataClass.valueOf(row.getString("data_class")),
                Set.of((String[]) row.getArray("models").getArray()),
                Arrays.stream((UUID[]) row.getArray("testers").getArray()).collect(Collectors.toUnmodifiableSet()),
                row.getLong("budget_micro_euros"),
                row.getObject("until", LocalDate.class),
                UseCase.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("version"));
    }
}
