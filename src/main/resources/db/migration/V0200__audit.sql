CREATE SCHEMA audit;

-- Appended to, never changed: the application needs SELECT and INSERT here and nothing else.
CREATE TABLE audit.entry (
    writer    text        NOT NULL,
    seq       bigint      NOT NULL CHECK (seq > 0),
    kind      text        NOT NULL CHECK (kind IN ('opened', 'closed', 'lost', 'act')),
    subject   uuid        NOT NULL,
    person    uuid,
    at        timestamptz NOT NULL,
    open_from bigint      NOT NULL CHECK (open_from > 0),
    body      text        NOT NULL,
    prev_hash bytea       NOT NULL CHECK (octet_length(prev_hash) = 32),
    hash      bytea       NOT NULL CHECK (octet_length(hash) = 32),
    PRIMARY KEY (writer, seq)
);

COMMENT ON TABLE audit.entry IS 'One hash chain per writer: exchanges (opened, then closed or lost) and administrative acts';
COMMENT ON COLUMN audit.entry.subject IS 'The exchange, or the act';
COMMENT ON COLUMN audit.entry.open_from IS 'After this entry, every exchange opened under a lower seq of this writer has ended';
COMMENT ON COLUMN audit.entry.body IS 'Canonical ASCII JSON, no content of any exchange';

CREATE INDEX entry_subject ON audit.entry (subject);

-- Stops accidents; what stops intent is the chain and its signed checkpoints outside the database.
CREATE FUNCTION audit.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'audit.entry is append-only';
END
$$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();

-- Where the owner's default privileges gave the application more than it needs.
DO $$
DECLARE
    other name;
BEGIN
    FOR other IN
        SELECT DISTINCT grantee FROM information_schema.role_table_grants
        WHERE table_schema = 'audit' AND table_name = 'entry' AND grantee NOT IN (current_user, 'PUBLIC')
    LOOP
        EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON audit.entry FROM %I', other);
    END LOOP;
END
$$;
