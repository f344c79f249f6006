CREATE SCHEMA incident;

CREATE TABLE incident.incident (
    id            uuid        PRIMARY KEY,
    code          text        NOT NULL UNIQUE,
    year          integer     NOT NULL,
    ordinal       integer     NOT NULL,
    state         text        NOT NULL,
    reported_kind text        NOT NULL,
    what          text        NOT NULL CHECK (length(what) BETWEEN 1 AND 4000),
    occurred_at   timestamptz NOT NULL,
    reported_at   timestamptz NOT NULL,
    reported_by   uuid,
    exchange      uuid        CHECK (exchange IS NULL OR reported_by IS NOT NULL),
    mission       text        NOT NULL,
    data_class    text,
    kind          text        NOT NULL,
    severity      text,
    detected_at   timestamptz NOT NULL,
    personal      boolean     NOT NULL,
    high_risk     boolean     NOT NULL,
    serious       boolean     NOT NULL,
    staff         boolean     NOT NULL,
    client_days   integer,
    persons       integer,
    target        text        NOT NULL,
    use_case      text        NOT NULL,
    root_cause    text        NOT NULL,
    actions       text        NOT NULL,
    lessons       text        NOT NULL,
    version       integer     NOT NULL,
    UNIQUE (year, ordinal)
);

COMMENT ON COLUMN incident.incident.reported_by IS 'Absent where the report is anonymous; then nothing else leads to its author';
COMMENT ON COLUMN incident.incident.kind IS 'As the handlers see it; reported_kind is what the report said';
COMMENT ON COLUMN incident.incident.detected_at IS 'From here the clocks of who must be told run';

CREATE INDEX incident_of_reporter ON incident.incident (reported_by);

-- Appended to.
CREATE TABLE incident.entry (
    id       uuid        PRIMARY KEY,
    incident uuid        NOT NULL REFERENCES incident.incident,
    at       timestamptz NOT NULL,
    by_whom  uuid,
    act      text        NOT NULL,
    about    text        NOT NULL,
    text     text        NOT NULL
);

CREATE INDEX entry_of_incident ON incident.entry (incident);

CREATE TABLE incident.notice (
    incident  uuid        NOT NULL REFERENCES incident.incident,
    kind      text        NOT NULL,
    done_at   timestamptz NOT NULL,
    done_by   uuid        NOT NULL,
    reference text        NOT NULL,
    PRIMARY KEY (incident, kind)
);

-- What the kill switch holds or held; the effects are the policy's.
CREATE TABLE incident.stop (
    id            uuid        PRIMARY KEY,
    incident      text        REFERENCES incident.incident (code),
    scope_kind    text        NOT NULL,
    scope_id      text        NOT NULL,
    motive        text        NOT NULL,
    decision      text        NOT NULL,
    stopped_by    uuid        NOT NULL,
    stopped_at    timestamptz NOT NULL,
    lifted_by     uuid,
    lifted_at     timestamptz,
    lift_decision text,
    lift_motive   text
);

CREATE UNIQUE INDEX stop_once ON incident.stop (coalesce(incident, ''), scope_kind, scope_id) WHERE lifted_at IS NULL;
