-- A decision of the tower, as a refusal quotes it.
CREATE TABLE policy.decision (
    number     text        PRIMARY KEY,
    year       integer     NOT NULL,
    ordinal    integer     NOT NULL,
    source     text        NOT NULL,
    subject    text        NOT NULL,
    motive     text        NOT NULL,
    decided_by uuid,
    decided_at timestamptz NOT NULL,
    UNIQUE (year, ordinal)
);

COMMENT ON COLUMN policy.decision.year IS '0 for what nobody numbered: the configuration file, the defaults';
COMMENT ON COLUMN policy.decision.source IS 'What it is about, as mission:ATLAS; a later decision replaces its effects';

-- What was in force is what the effects say; until now it was one text.
ALTER TABLE policy.snapshot DROP COLUMN sha256, DROP COLUMN effects, ADD COLUMN decision text;

-- Appended to; an effect that ends keeps its row, so that any snapshot of before can be read again.
CREATE TABLE policy.effect (
    id          uuid        PRIMARY KEY,
    source      text        NOT NULL,
    decision    text        NOT NULL REFERENCES policy.decision,
    scope_kind  text        NOT NULL,
    scope_id    text        NOT NULL,
    kind        text        NOT NULL,
    value       text        NOT NULL,
    valid_from  timestamptz,
    valid_until timestamptz,
    reason_fr   text        NOT NULL,
    reason_en   text        NOT NULL,
    since       bigint      NOT NULL,
    until       bigint      CHECK (until > since)
);

COMMENT ON COLUMN policy.effect.since IS 'The first snapshot that holds it';
COMMENT ON COLUMN policy.effect.until IS 'The first snapshot that no longer holds it';

CREATE INDEX effect_of_source ON policy.effect (source) WHERE until IS NULL;
CREATE INDEX effect_of_decision ON policy.effect (decision);
CREATE INDEX effect_since ON policy.effect (since);
CREATE INDEX effect_until ON policy.effect (until);
