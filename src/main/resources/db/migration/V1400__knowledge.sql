-- Spaces of documents, and who may read them. knowledge.member is the one list of rights; everything else is guarded
-- by it, beneath the checks in code. FORCEd, so that it holds where the application owns its tables too.
CREATE SCHEMA knowledge;

CREATE TABLE knowledge.space (
    id             uuid        PRIMARY KEY,
    name           text        NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    description    text        NOT NULL CHECK (length(description) <= 2000),
    data_class     text        NOT NULL CHECK (data_class IN ('C0', 'C1', 'C2', 'C3')),
    mission        text        REFERENCES mission.mission,
    retention_days integer     CHECK (retention_days BETWEEN 1 AND 36500),
    created_at     timestamptz NOT NULL,
    version        integer     NOT NULL
);
COMMENT ON COLUMN knowledge.space.data_class IS 'At least the class of everything that is in it';
COMMENT ON COLUMN knowledge.space.mission IS 'Only its members read then, whoever else is named';
COMMENT ON COLUMN knowledge.space.retention_days IS 'After so many days a document is erased; kept where absent';

-- Before its space, in the transaction that makes both: only who is named here may write the space.
CREATE TABLE knowledge.member (
    space  uuid NOT NULL REFERENCES knowledge.space ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    person uuid REFERENCES identity.person,
    team   text REFERENCES identity.team,
    access text NOT NULL CHECK (access IN ('reader', 'contributor', 'owner')),
    CHECK ((person IS NULL) <> (team IS NULL)),
    CHECK (access <> 'owner' OR person IS NOT NULL)
);
CREATE UNIQUE INDEX member_person ON knowledge.member (space, person) WHERE person IS NOT NULL;
CREATE UNIQUE INDEX member_team ON knowledge.member (space, team) WHERE team IS NOT NULL;
CREATE UNIQUE INDEX member_owner ON knowledge.member (space) WHERE access = 'owner';
CREATE INDEX member_of_person ON knowledge.member (person);

-- Who asks, as the transaction says.
CREATE FUNCTION knowledge.asker() RETURNS uuid LANGUAGE sql STABLE
    RETURN nullif(current_setting('vigie.person', true), '')::uuid;

-- What acts for nobody: the reader of documents, the index, the erasure.
CREATE FUNCTION knowledge.is_service() RETURNS boolean LANGUAGE sql STABLE
    RETURN coalesce(current_setting('vigie.documents', true), '') = 'service';

-- Whether the asker has one of these accesses to a space, and is of its mission where it has one.
CREATE FUNCTION knowledge.grants(of_space uuid, of_mission text, accesses text[]) RETURNS boolean LANGUAGE sql STABLE
    RETURN EXISTS (
        SELECT 1 FROM knowledge.member m
        WHERE m.space = of_space AND m.access = ANY(accesses)
          AND (m.person = knowledge.asker()
               OR m.team = (SELECT p.team FROM identity.person p WHERE p.id = knowledge.asker()))
    ) AND (of_mission IS NULL OR EXISTS (
        SELECT 1 FROM mission.member mm WHERE mm.mission = of_mission AND mm.person = knowledge.asker()));

ALTER TABLE knowledge.space ENABLE ROW LEVEL SECURITY;
ALTER TABLE knowledge.space FORCE ROW LEVEL SECURITY;
CREATE POLICY seen ON knowledge.space FOR SELECT
    USING (knowledge.grants(id, mission, ARRAY['reader', 'contributor', 'owner']));
CREATE POLICY made ON knowledge.space FOR INSERT
    WITH CHECK (knowledge.grants(id, mission, ARRAY['owner']));
-- The new owner may be somebody else.
CREATE POLICY changed ON knowledge.space FOR UPDATE
    USING (knowledge.grants(id, mission, ARRAY['owner'])) WITH CHECK (true);
CREATE POLICY removed ON knowledge.space FOR DELETE
    USING (knowledge.grants(id, mission, ARRAY['owner']));
CREATE POLICY served ON knowledge.space
    USING (knowledge.is_service());

-- The versions of a document are rows of the same name in the same space; the newest that was read is searched.
CREATE TABLE knowledge.document (
    id         uuid        PRIMARY KEY,
    space      uuid        NOT NULL REFERENCES knowledge.space ON DELETE CASCADE,
    name       text        NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
    version    integer     NOT NULL CHECK (version > 0),
    sha256     text        NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    size       bigint      NOT NULL CHECK (size > 0),
    original   bytea       NOT NULL,
    state      text        NOT NULL CHECK (state IN ('waiting', 'reading', 'searchable', 'replaced', 'failed')),
    fault      text        CHECK ((fault IS NULL) = (state <> 'failed')),
    title      text        NOT NULL DEFAULT '',
    notes      text[]      NOT NULL DEFAULT '{}',
    pages      integer,
    attempts   integer     NOT NULL DEFAULT 0,
    lease      timestamptz,
    added_by   uuid        NOT NULL,
    added_at   timestamptz NOT NULL,
    read_at    timestamptz,
    UNIQUE (space, name, version)
);
COMMENT ON COLUMN knowledge.document.original IS 'As it was received, sealed: with the key of the mission where there is one';
COMMENT ON COLUMN knowledge.document.lease IS 'Until when whoever reads it is believed to live';
CREATE INDEX document_of_space ON knowledge.document (space, name, version DESC);
CREATE INDEX document_to_read ON knowledge.document (id) WHERE state IN ('waiting', 'reading');
CREATE INDEX document_by_hash ON knowledge.document (space, sha256);

CREATE TABLE knowledge.passage (
    document   uuid    NOT NULL REFERENCES knowledge.document ON DELETE CASCADE,
    number     integer NOT NULL,
    page       integer,
    heading    text    NOT NULL,
    text       text    NOT NULL,
    recognised boolean NOT NULL,
    PRIMARY KEY (document, number)
);
COMMENT ON COLUMN knowledge.passage.page IS 'From 1; absent where the format has none';
COMMENT ON COLUMN knowledge.passage.recognised IS 'By optical recognition: figures may be wrong';

-- What the search index has to learn, in the order of the transactions; a document that is gone leaves its row.
CREATE TABLE knowledge.change (
    document uuid   PRIMARY KEY,
    number   bigint NOT NULL UNIQUE
);
CREATE SEQUENCE knowledge.change_number;

ALTER TABLE knowledge.document ENABLE ROW LEVEL SECURITY;
ALTER TABLE knowledge.document FORCE ROW LEVEL SECURITY;
-- A space that one does not see is none: its own policy decides.
CREATE POLICY seen ON knowledge.document FOR SELECT
    USING (EXISTS (SELECT 1 FROM knowledge.space s WHERE s.id = space));
CREATE POLICY added ON knowledge.document FOR INSERT
    WITH CHECK (EXISTS (SELECT 1 FROM knowledge.space s WHERE s.id = space
                        AND knowledge.grants(s.id, s.mission, ARRAY['contributor', 'owner'])));
CREATE POLICY changed ON knowledge.document FOR UPDATE
    USING (EXISTS (SELECT 1 FROM knowledge.space s WHERE s.id = space
                   AND knowledge.grants(s.id, s.mission, ARRAY['contributor', 'owner'])));
CREATE POLICY removed ON knowledge.document FOR DELETE
    USING (EXISTS (SELECT 1 FROM knowledge.space s WHERE s.id = space
                   AND knowledge.grants(s.id, s.mission, ARRAY['contributor', 'owner'])));
CREATE POLICY served ON knowledge.document
    USING (knowledge.is_service());

ALTER TABLE knowledge.passage ENABLE ROW LEVEL SECURITY;
ALTER TABLE knowledge.passage FORCE ROW LEVEL SECURITY;
CREATE POLICY seen ON knowledge.passage FOR SELECT
    USING (EXISTS (SELECT 1 FROM knowledge.document d WHERE d.id = document));
CREATE POLICY served ON knowledge.passage
    USING (knowledge.is_service());
