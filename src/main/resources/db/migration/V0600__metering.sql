-- Limits and what is used of them. docs/adr/0008-leased-blocks.md says how replicas share them.
CREATE SCHEMA metering;

-- What is taken of one measure of one subject in its period. Only the current period has a row: what was used before
-- stands in the audit.
CREATE TABLE metering.allowance (
    subject text        NOT NULL,
    measure text        NOT NULL,
    starts  timestamptz NOT NULL,
    leased  bigint      NOT NULL,
    spent   bigint      NOT NULL,
    granted bigint      NOT NULL,
    PRIMARY KEY (subject, measure)
);

COMMENT ON COLUMN metering.allowance.subject IS 'As key:ID, person:ID, team:CODE';
COMMENT ON COLUMN metering.allowance.starts IS 'Start of the period; what is leased and spent counts from there';
COMMENT ON COLUMN metering.allowance.leased IS 'Handed out to replicas, spent or not';
COMMENT ON COLUMN metering.allowance.spent IS 'Used for good, as replicas reported it';
COMMENT ON COLUMN metering.allowance.granted IS 'What the last leasing got: how its own statement knows';

-- One replica's part of it in that period. All three only state a total, so that a statement whose answer was lost can be
-- sent again; leased - spent - returned is what must be accounted for when the replica dies.
CREATE TABLE metering.holding (
    replica  uuid        NOT NULL,
    subject  text        NOT NULL,
    measure  text        NOT NULL,
    starts   timestamptz NOT NULL,
    leased   bigint      NOT NULL,
    spent    bigint      NOT NULL DEFAULT 0,
    returned bigint      NOT NULL DEFAULT 0,
    PRIMARY KEY (replica, subject, measure)
);

COMMENT ON COLUMN metering.holding.returned IS 'Given back for others; less than before where more was spent than leased';

CREATE TABLE metering.replica (
    id         uuid        PRIMARY KEY,
    expires_at timestamptz NOT NULL
);

-- A block of the room that is left: nothing when it does not hold what is needed, else what is wanted but at most a
-- sixteenth of it, so that blocks shrink to one request's need before the end.
CREATE FUNCTION metering.block(room bigint, need bigint, want bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS
    'SELECT CASE WHEN room < need THEN 0 ELSE greatest(need, least(want, room / 16)) END';

-- Days and months are those of Paris.
CREATE FUNCTION metering.starts(unit text, at timestamptz) RETURNS timestamptz LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE unit
        WHEN 'none' THEN timestamptz 'epoch'
        WHEN 'minute' THEN date_bin('1 minute', at, timestamptz 'epoch')
        ELSE date_trunc(unit, at, 'Europe/Paris') END
$$;

CREATE FUNCTION metering.ends(unit text, starts timestamptz) RETURNS timestamptz LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE unit
        WHEN 'none' THEN timestamptz 'infinity'
        WHEN 'minute' THEN starts + interval '1 minute'
        ELSE ((starts AT TIME ZONE 'Europe/Paris') + ('1 ' || unit)::interval) AT TIME ZONE 'Europe/Paris' END
$$;

-- Whether a period that starts at "is" replaces the one known. When the clock goes back, a day or a month stays the one
-- that had begun, so that nothing is given twice; a minute is given up, so that nobody is locked out for as long as the
-- jump was. (One minute back is no jump: a transaction may have waited.)
CREATE FUNCTION metering.renews(unit text, known timestamptz, starts timestamptz) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT starts > known OR (unit = 'minute' AND starts < known - interval '1 minute')
$$;
