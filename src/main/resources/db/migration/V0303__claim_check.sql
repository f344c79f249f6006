-- What somebody looked at themselves in an answer. Where it stands, not what it says: the text is sealed.
CREATE TABLE assistant.claim_check (
    message uuid NOT NULL REFERENCES assistant.message ON DELETE CASCADE,
    person uuid NOT NULL,
    claim_start integer NOT NULL CHECK (claim_start >= 0),
    claim_end integer NOT NULL CHECK (claim_end > claim_start),
    checked_at timestamptz NOT NULL,
    PRIMARY KEY (message, claim_start, claim_end)
);
ALTER TABLE assistant.claim_check ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON assistant.claim_check
    USING (person = nullif(current_setting('vigie.person', true), '')::uuid);
