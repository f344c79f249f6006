-- More of what is known: where a provider says how it does, and what stands behind a model.
ALTER TABLE assessment.provider ADD COLUMN status_url text NOT NULL DEFAULT '';

ALTER TABLE assessment.model
    ADD COLUMN weights              text NOT NULL DEFAULT '' CHECK (weights IN ('', 'open', 'closed')),
    ADD COLUMN weights_sha256       text NOT NULL DEFAULT '',
    ADD COLUMN indemnity            text NOT NULL DEFAULT '' CHECK (indemnity IN ('', 'yes', 'no')),
    ADD COLUMN training_summary_url text NOT NULL DEFAULT '';
