-- Conversations of one person each. What is said in them, and their titles, are sealed by the application; the columns
-- in clear only say whose they are and when.
CREATE SCHEMA IF NOT EXISTS assistant;

CREATE TABLE assistant.conversation (
    id uuid PRIMARY KEY,
    person uuid NOT NULL,
    title bytea NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    deleted_at timestamptz
);
CREATE INDEX conversation_by_person ON assistant.conversation (person, updated_at DESC) WHERE deleted_at IS NULL;
CREATE INDEX conversation_deleted ON assistant.conversation (deleted_at) WHERE deleted_at IS NOT NULL;

-- Message ids are ordered in time (UUID version 7), so they order a conversation.
CREATE TABLE assistant.message (
    id uuid PRIMARY KEY,
    conversation uuid NOT NULL REFERENCES assistant.conversation ON DELETE CASCADE,
    person uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('question', 'answer')),
    content bytea NOT NULL,
    -- The request's body as the provider got it: as long as the conversation, so it is read on demand only.
    what_left bytea,
    created_at timestamptz NOT NULL
);
CREATE INDEX message_by_conversation ON assistant.message (conversation, id);

-- Besides the checks in code: the application's role sees the rows of the person that its transaction names, and, for
-- the purge, deleted ones. Not FORCEd, because a backup reads as the owner.
ALTER TABLE assistant.conversation ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON assistant.conversation
    USING (person = nullif(current_setting('vigie.person', true), '')::uuid);
CREATE POLICY purge_seen ON assistant.conversation FOR SELECT
    USING (current_setting('vigie.purge', true) = 'on' AND deleted_at IS NOT NULL);
CREATE POLICY purge_done ON assistant.conversation FOR DELETE
    USING (current_setting('vigie.purge', true) = 'on' AND deleted_at IS NOT NULL);
ALTER TABLE assistant.message ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON assistant.message
    USING (person = nullif(current_setting('vigie.person', true), '')::uuid);
