CREATE SCHEMA dictionary;

CREATE TABLE dictionary.term (
    id       uuid        PRIMARY KEY,
    term     text        NOT NULL CHECK (length(term) BETWEEN 1 AND 200),
    type     text        NOT NULL,
    subtype  text        NOT NULL DEFAULT '',
    regime   text        NOT NULL CHECK (regime IN ('protect', 'ignore')),
    mission  text        NOT NULL DEFAULT '',
    added_by uuid,
    added_at timestamptz NOT NULL,
    UNIQUE (term, mission)
);

COMMENT ON TABLE dictionary.term IS 'What the organisation teaches the shield: terms to protect, and terms that are no finding';
COMMENT ON COLUMN dictionary.term.type IS 'A finding type; without meaning for an ignored term';
COMMENT ON COLUMN dictionary.term.mission IS 'Code of the mission whose term it is; empty for the whole organisation';
