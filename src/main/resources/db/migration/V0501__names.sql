CREATE TABLE dictionary.name_list (
    kind     text        PRIMARY KEY CHECK (kind IN ('first_names', 'surnames', 'staff')),
    version  uuid        NOT NULL,
    content  bytea       NOT NULL,
    names    integer     NOT NULL,
    lines    integer     NOT NULL,
    refused  text        NOT NULL DEFAULT '',
    refusals integer     NOT NULL,
    added_by uuid,
    added_at timestamptz NOT NULL
);

COMMENT ON TABLE dictionary.name_list IS 'Lists of names that an administrator imported';
COMMENT ON COLUMN dictionary.name_list.content IS 'Deflated lines of name and number, or of given and family name; the staff''s are sealed (AES-256-GCM)';
COMMENT ON COLUMN dictionary.name_list.refused IS 'The first lines of the file that were left out, as "12 COUNT"';

CREATE TABLE dictionary.name_import (
    kind    text        PRIMARY KEY CHECK (kind IN ('first_names', 'surnames', 'staff')),
    id      uuid        NOT NULL,
    percent integer     NOT NULL CHECK (percent BETWEEN 0 AND 100),
    fault   text        NOT NULL DEFAULT '',
    line    integer     NOT NULL DEFAULT 0,
    seen_at timestamptz NOT NULL
);

COMMENT ON TABLE dictionary.name_import IS 'Imports that are under way, and the last one that failed';
