-- The library. What a prompt says is sealed (content), bound to its prompt and version; who reads it stands in clear.
CREATE SCHEMA library;

CREATE TABLE library.prompt (
    id         uuid        PRIMARY KEY,
    shelf      text        NOT NULL CHECK (shelf IN ('own', 'team', 'firm')),
    owner      uuid        REFERENCES identity.person,
    team       text        REFERENCES identity.team,
    version    integer     NOT NULL,
    changed_at timestamptz NOT NULL,
    uses       bigint      NOT NULL DEFAULT 0,
    content    bytea       NOT NULL,
    CHECK ((shelf = 'team') = (team IS NOT NULL)),
    CHECK (shelf = 'firm' OR owner IS NOT NULL)
);
COMMENT ON COLUMN library.prompt.owner IS 'Absent for those that Vigie came with';
COMMENT ON COLUMN library.prompt.uses IS 'How often it was put into a message, by whom is not kept';
CREATE INDEX prompt_of_owner ON library.prompt (owner);

CREATE TABLE library.version (
    prompt  uuid        NOT NULL REFERENCES library.prompt ON DELETE CASCADE,
    number  integer     NOT NULL,
    at      timestamptz NOT NULL,
    by      uuid        REFERENCES identity.person,
    content bytea       NOT NULL,
    PRIMARY KEY (prompt, number)
);

CREATE TABLE library.rating (
    prompt uuid     NOT NULL REFERENCES library.prompt ON DELETE CASCADE,
    person uuid     NOT NULL REFERENCES identity.person,
    stars  smallint NOT NULL CHECK (stars BETWEEN 1 AND 5),
    PRIMARY KEY (prompt, person)
);

-- The starters that were put here once: one that somebody deleted does not come back.
CREATE TABLE library.starter (
    code text PRIMARY KEY
);
