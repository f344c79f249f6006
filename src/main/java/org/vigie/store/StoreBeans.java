package org.vigie.store;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;

@Singleton
final class StoreBeans {
    @Produces
    @Singleton
    Jdbi jdbi(AgroalDataSource dataSource) {
        return Store.jdbi(dataSource);
    }

    @Produces
    @Singleton
    InstanceKeys keys(DataDirectory directory) {
        return InstanceKeys.open(directory);
    }

    @Produces
    @Singleton
    Sealed sealed(InstanceKeys keys) {
        return new Sealed(keys.derive("store/sealed"));
    }
}
