-- A key for each mission, made when something is first kept in it.
CREATE TABLE mission.vault_key (
    mission      text        PRIMARY KEY REFERENCES mission.mission,
    wrapped      bytea,
    created_at   timestamptz NOT NULL,
    destroyed_at timestamptz,
    CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL))
);

COMMENT ON TABLE mission.vault_key IS 'What a mission''s conversations, evidence and placeholders are sealed with and made of';
COMMENT ON COLUMN mission.vault_key.wrapped IS 'Sealed with a key of the instance; absent once the mission was purged';

ALTER TABLE mission.mission ADD COLUMN purged_at timestamptz;
COMMENT ON COLUMN mission.mission.purged_at IS 'When its contents were erased; its decisions and the audit stay';
