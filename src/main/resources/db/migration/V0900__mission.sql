CREATE SCHEMA mission;

CREATE TABLE mission.mission (
    code                    text        PRIMARY KEY CHECK (code ~ '^[A-Z0-9][A-Z0-9-]{0,39}$'),
    name                    text        NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    client                  text        NOT NULL CHECK (length(client) BETWEEN 1 AND 120),
    manager                 uuid        NOT NULL,
    starts                  date        NOT NULL,
    ends                    date        NOT NULL CHECK (ends >= starts),
    state                   text        NOT NULL
        CHECK (state IN ('to_frame', 'proposed', 'agreed', 'modified', 'closed')),
    regime                  text        NOT NULL
        CHECK (regime IN ('forbidden', 'internal', 'eu', 'pseudonymised', 'free')),
    extraterritorial        boolean     NOT NULL,
    clause                  text        NOT NULL,
    signatory               text        NOT NULL,
    uses                    text        NOT NULL,
    data                    text        NOT NULL,
    verification            text        NOT NULL,
    notice                  text        NOT NULL,
    agreed_regime           text
        CHECK (agreed_regime IN ('forbidden', 'internal', 'eu', 'pseudonymised', 'free')),
    agreed_extraterritorial boolean     NOT NULL DEFAULT false,
    agreed_on               date,
    purge_on                date,
    decision                text        NOT NULL,
    created_at              timestamptz NOT NULL,
    closed_at               timestamptz,
    version                 integer     NOT NULL
);

COMMENT ON TABLE mission.mission IS 'Work for a client, and what the client agrees to about generative AI';
COMMENT ON COLUMN mission.mission.regime IS 'As written; in force only once agreed';
COMMENT ON COLUMN mission.mission.agreed_regime IS 'What the client agreed to last; absent without an agreement';
COMMENT ON COLUMN mission.mission.ends IS 'The last day, included, in Paris';
COMMENT ON COLUMN mission.mission.decision IS 'The last decision about it, as policy.decision numbers it';

CREATE TABLE mission.member (
    mission  text        NOT NULL REFERENCES mission.mission ON DELETE CASCADE,
    person   uuid        NOT NULL,
    PRIMARY KEY (mission, person)
);
CREATE INDEX member_by_person ON mission.member (person);
