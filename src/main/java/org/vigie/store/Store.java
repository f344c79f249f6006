package org.vigie.store;

import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jdbi.v3.core.mapper.RowMapperFactory;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.postgres.PostgresPlugin;

/** The one way to a {@link Jdbi}: PostgreSQL's types, and every record mapped from columns by its components' names. */
public final class Store {
    private static final RowMapperFactory RECORDS =
            (type, _) -> GenericTypes.getErasedType(type).isRecord()
                    ? Optional.of(ConstructorMapper.of(GenericTypes.getErasedType(type)))
                    : Optional.empty();

    private Store() {}

    public static Jdbi jdbi(DataSource dataSource) {
        return configured(Jdbi.create(dataSource));
    }

    /** Without a pool: for commands, each use opens a connection. */
    public static Jdbi jdbi(DatabaseAccess access) {
        return configured(Jdbi.create(access::connect));
    }

    private static Jdbi configured(Jdbi jdbi) {
        return jdbi.installPlugin(new PostgresPlugin()).registerRowMapper(RECORDS);
    }
}
