ALTER TABLE assistant.conversation ADD COLUMN mission_key boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN assistant.conversation.mission_key IS
    'Whether it is sealed with a key of its mission; those of before this column are with the instance''s';
CREATE INDEX conversation_by_mission ON assistant.conversation (mission) WHERE mission IS NOT NULL;

-- The purge of a mission sees and erases its conversations, whosever they are.
CREATE POLICY mission_seen ON assistant.conversation FOR SELECT
    USING (mission = nullif(current_setting('vigie.purged_mission', true), ''));
CREATE POLICY mission_purged ON assistant.conversation FOR DELETE
    USING (mission = nullif(current_setting('vigie.purged_mission', true), ''));
