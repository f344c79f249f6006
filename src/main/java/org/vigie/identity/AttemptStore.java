package org.vigie.identity;

import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** The SQL of attempts to sign in, within one transaction. A subject is a hash. */
record AttemptStore(Handle handle) {

    /**
     * Counts an attempt unless it comes too early, in one statement, so that of many at once none is overlooked.
     *
     * @param forgotten failures before this are
     * @param free failures without a wait
     * @param longest wait, which doubles with each failure
     * @return false when it comes too early
     */
    boolean count(byte[] subject, Instant now, Instant forgotten, int free, Duration longest) {
        return handle.createUpdate("""
                                insert into identity.attempt as a (subject, failures, next_at, last_at)
                                values (:subject, 1, :now, :now)
                                on conflict (subject) do update set
                                    failures = case when a.last_at < :forgotten then 1 else a.failures + 1 end,
                                    last_at = :now,
                                    next_at = cast(:now as timestamptz) + case
                                        when a.last_at < :forgotten or a.failures + 1 < :free then interval '0'
                                        else make_interval(secs => least(:longest, power(2, least(a.failures + 1 - :free, 30))))
                                        end
                                where a.next_at <= :now
                                """)
                        .bind("subject", subject)
                        .bind("now", now)
                        .bind("forgotten", forgotten)
                        .bind("free", free)
                        .bind("longest", (double) longest.toSeconds())
                        .execute()
                > 0;
    }

    /** When the next attempt may come; only after one was counted. */
    Instant next(byte[] subject) {
        return handle.createQuery("select next_at from identity.attempt where subject = :subject")
                .bind("subject", subject)
                .mapTo(Instant.class)
                .one();
    }

    /** Forgets this subject, and all whose last failure is older. */
    void forget(byte[] subject, Instant older) {
        handle.createUpdate("delete from identity.attempt where subject = :subject or last_at < :older")
                .bind("subject", subject)
                .bind("older", older)
                .execute();
    }

    void takeBack(byte[] subject) {
        handle.createUpdate("""
                        update identity.attempt set failures = greatest(failures - 1, 0), next_at = last_at
                        where subject = :subject
                        """).bind("subject", subject).execute();
    }
}
