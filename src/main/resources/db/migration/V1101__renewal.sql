-- Why an approval is to be looked at again; each cause once for each assessment.
CREATE TABLE assessment.reopening (
    assessment uuid        NOT NULL REFERENCES assessment.assessment,
    cause      text        NOT NULL CHECK (cause IN ('terms', 'certification', 'incident', 'expiry')),
    about      text        NOT NULL,
    at         timestamptz NOT NULL,
    last_day   date        NOT NULL,
    PRIMARY KEY (assessment, cause, about)
);

COMMENT ON COLUMN assessment.reopening.about IS 'The new terms'' hash, the certification, the decision that suspends';
COMMENT ON COLUMN assessment.reopening.last_day IS 'After it nothing goes there any more, unless it is decided again';

-- What somebody has answered of a questionnaire and not decided yet.
CREATE TABLE assessment.draft (
    provider text        NOT NULL,
    person   uuid        NOT NULL,
    fields   text        NOT NULL,
    saved_at timestamptz NOT NULL,
    PRIMARY KEY (provider, person)
);
