package org.vigie.policy;

import org.jdbi.v3.core.Handle;

/** The SQL of the snapshots, within one transaction. */
record SnapshotStore(Handle handle) {

    /** The number of the newest snapshot when these are its effects, else of a new one; one caller at a time. */
    long numberOf(String sha256, String effects) {
        handle.execute("lock table policy.snapshot in share row exclusive mode");
        return handle.createQuery("""
                        select number from policy.snapshot
                        where sha256 = :sha256 and number = (select max(number) from policy.snapshot)
                        """)
                .bind("sha256", sha256)
                .mapTo(Long.class)
                .findOne()
                .orElseGet(() -> insert(sha256, effects));
    }

    private long insert(String sha256, String effects) {
        return handle.createQuery("""
                        insert into policy.snapshot (sha256, effects) values (:sha256, :effects)
                        returning number
                        """)
                .bind("sha256", sha256)
                .bind("effects", effects)
                .mapTo(Long.class)
                .one();
    }
}
