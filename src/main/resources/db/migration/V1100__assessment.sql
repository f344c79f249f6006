CREATE SCHEMA assessment;

-- What is known of a provider of the configuration, by its id there.
CREATE TABLE assessment.provider (
    provider          text        PRIMARY KEY,
    legal_name        text        NOT NULL,
    parent            text        NOT NULL,
    country           text        NOT NULL,
    regions           text        NOT NULL,
    foreign_law       text        NOT NULL,
    dpa_signed_on     date,
    training          text        NOT NULL,
    retention_days    integer,
    certifications    text        NOT NULL,
    sub_suppliers     text        NOT NULL,
    service_level     text        NOT NULL,
    exit_days         integer,
    substitute        text        NOT NULL,
    substitute_tested date,
    environment       text        NOT NULL,
    terms_url         text        NOT NULL,
    terms_sha256      text        NOT NULL,
    terms_checked_on  date,
    version           integer     NOT NULL,
    edited_by         uuid        NOT NULL,
    edited_at         timestamptz NOT NULL
);

COMMENT ON COLUMN assessment.provider.certifications IS 'One a line: name; number; valid until';
COMMENT ON COLUMN assessment.provider.sub_suppliers IS 'One a line: name; country; ai where it embeds generative AI';

CREATE TABLE assessment.model (
    provider      text NOT NULL,
    model         text NOT NULL,
    licence       text NOT NULL,
    card_url      text NOT NULL,
    deprecated_on date,
    PRIMARY KEY (provider, model)
);

-- Appended to; the newest of a provider counts.
CREATE TABLE assessment.assessment (
    id            uuid        PRIMARY KEY,
    provider      text        NOT NULL,
    questionnaire text        NOT NULL,
    answers       text        NOT NULL,
    score         integer     NOT NULL,
    verdict       text        NOT NULL,
    cap           text,
    conditions    text        NOT NULL,
    valid_through date,
    terms_sha256  text        NOT NULL,
    decision      text        NOT NULL,
    by_whom       uuid        NOT NULL,
    at            timestamptz NOT NULL
);

CREATE INDEX assessment_of_provider ON assessment.assessment (provider, at);
