-- A key that is for one mission or one use case alone, by its code.
ALTER TABLE identity.api_key ADD COLUMN mission text, ADD COLUMN use_case text;

CREATE INDEX api_key_of_mission ON identity.api_key (mission) WHERE mission IS NOT NULL;
CREATE INDEX api_key_of_use_case ON identity.api_key (use_case) WHERE use_case IS NOT NULL;
