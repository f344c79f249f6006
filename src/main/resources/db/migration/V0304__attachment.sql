-- The text of files that people joined to a question, sealed. It waits without a conversation until the question is sent.
CREATE TABLE assistant.attachment (
    id uuid PRIMARY KEY,
    person uuid NOT NULL,
    conversation uuid REFERENCES assistant.conversation ON DELETE CASCADE,
    content bytea NOT NULL,
    created_at timestamptz NOT NULL
);
CREATE INDEX attachment_by_conversation ON assistant.attachment (conversation);
CREATE INDEX attachment_waiting ON assistant.attachment (person, id) WHERE conversation IS NULL;
ALTER TABLE assistant.attachment ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON assistant.attachment
    USING (person = nullif(current_setting('vigie.person', true), '')::uuid);
CREATE POLICY purge_seen ON assistant.attachment FOR SELECT
    USING (current_setting('vigie.purge', true) = 'on' AND conversation IS NULL);
CREATE POLICY purge_done ON assistant.attachment FOR DELETE
    USING (current_setting('vigie.purge', true) = 'on' AND conversation IS NULL);
