CREATE SCHEMA charter;

CREATE TABLE charter.version (
    id           uuid        PRIMARY KEY,
    state        text        NOT NULL CHECK (state IN ('draft', 'published', 'replaced', 'withdrawn')),
    revision     integer     NOT NULL,
    major        integer,
    minor        integer,
    title        text        NOT NULL,
    articles     text        NOT NULL,
    edited_by    uuid        NOT NULL,
    edited_at    timestamptz NOT NULL,
    published_at timestamptz,
    asked_from   timestamptz,
    decision     text,
    ended_at     timestamptz,
    UNIQUE (major, minor),
    CHECK (state = 'draft' OR (major IS NOT NULL AND minor IS NOT NULL AND published_at IS NOT NULL
                               AND asked_from IS NOT NULL AND decision IS NOT NULL)),
    CHECK ((state IN ('replaced', 'withdrawn')) = (ended_at IS NOT NULL))
);

COMMENT ON TABLE charter.version IS 'The charter in its versions; what was published never changes';
COMMENT ON COLUMN charter.version.revision IS 'Counts the changes of a draft: what is published is what was seen';
COMMENT ON COLUMN charter.version.asked_from IS 'From when whoever has not signed this major version is limited';

-- At most one is being written, and at most one is in force.
CREATE UNIQUE INDEX version_draft ON charter.version (state) WHERE state = 'draft';
CREATE UNIQUE INDEX version_published ON charter.version (state) WHERE state = 'published';

CREATE TABLE charter.advice (
    version  uuid   NOT NULL REFERENCES charter.version ON DELETE CASCADE,
    audience text   NOT NULL,
    dos      text[] NOT NULL,
    donts    text[] NOT NULL,
    PRIMARY KEY (version, audience)
);

CREATE TABLE charter.signature (
    id        uuid        PRIMARY KEY,
    version   uuid        NOT NULL REFERENCES charter.version,
    person    uuid        NOT NULL,
    audience  text        NOT NULL,
    sha256    text        NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    correct   integer     NOT NULL,
    questions integer     NOT NULL,
    method    text        NOT NULL,
    network   text        NOT NULL,
    signed_at timestamptz NOT NULL,
    UNIQUE (person, version)
);

COMMENT ON COLUMN charter.signature.sha256 IS 'Of the very text that was read, in UTF-8: the articles and the advice for the audience';
COMMENT ON COLUMN charter.signature.network IS 'The client''s IP address without its last part';
