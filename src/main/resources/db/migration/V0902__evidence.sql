-- What proves a client's agreement, as it was received.
CREATE TABLE mission.evidence (
    id       uuid        PRIMARY KEY,
    mission  text        NOT NULL REFERENCES mission.mission,
    kind     text        NOT NULL CHECK (kind IN ('pdf', 'png', 'jpeg', 'email', 'outlook')),
    name     bytea       NOT NULL,
    content  bytea       NOT NULL,
    size     integer     NOT NULL CHECK (size BETWEEN 1 AND 10000000),
    sha256   text        NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    added_by uuid        NOT NULL,
    added_at timestamptz NOT NULL
);
CREATE INDEX evidence_of_mission ON mission.evidence (mission, added_at);

COMMENT ON TABLE mission.evidence IS 'Files that prove a client''s agreement; names and contents are sealed with the mission''s key';
COMMENT ON COLUMN mission.evidence.sha256 IS 'Of the file as it was received; the audit has it too';
