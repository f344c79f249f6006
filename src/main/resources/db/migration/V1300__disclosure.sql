CREATE SCHEMA disclosure;

-- Who may give a second key where one person holds both roles, or one role has no other holder.
CREATE TABLE disclosure.key_holder (
    id           uuid        PRIMARY KEY,
    person       uuid        NOT NULL REFERENCES identity.person,
    capacity     text        NOT NULL CHECK (capacity IN ('staff_rep', 'counsel')),
    decision     text        NOT NULL,
    named_by     uuid        NOT NULL REFERENCES identity.person,
    named_at     timestamptz NOT NULL,
    ended_at     timestamptz,
    end_decision text,
    CHECK (named_by <> person)
);

CREATE UNIQUE INDEX key_holder_once ON disclosure.key_holder (person) WHERE ended_at IS NULL;

CREATE TABLE disclosure.request (
    id            uuid        PRIMARY KEY,
    code          text        NOT NULL UNIQUE,
    year          integer     NOT NULL,
    ordinal       integer     NOT NULL,
    about         uuid        NOT NULL REFERENCES identity.person,
    first_day     date        NOT NULL,
    last_day      date        NOT NULL,
    category      text        NOT NULL,
    reason        text        NOT NULL CHECK (length(reason) BETWEEN 30 AND 2000),
    incident      text,
    days          integer     NOT NULL CHECK (days BETWEEN 1 AND 7),
    asked_by      uuid        NOT NULL REFERENCES identity.person,
    asked_as      text        NOT NULL CHECK (asked_as IN ('dpo', 'ciso')),
    asked_at      timestamptz NOT NULL,
    answered_by   uuid,
    answered_at   timestamptz,
    given         boolean,
    answer_reason text,
    until         timestamptz,
    ended_by      uuid,
    ended_at      timestamptz,
    seen_at       timestamptz,
    UNIQUE (year, ordinal),
    CHECK (last_day BETWEEN first_day AND first_day + 30),
    CHECK (asked_by <> about),
    CHECK ((answered_by IS NULL) = (answered_at IS NULL) AND (answered_by IS NULL) = (given IS NULL)),
    CHECK ((until IS NOT NULL) = coalesce(given, false)),
    CHECK (until <= answered_at + days * interval '24 hours'),
    CHECK ((ended_by IS NULL) = (ended_at IS NULL))
);

COMMENT ON COLUMN disclosure.request.first_day IS 'Days are of Paris; nothing later than asked_at is read';
COMMENT ON COLUMN disclosure.request.ended_at IS 'Withdrawn, or closed before its time';
COMMENT ON COLUMN disclosure.request.seen_at IS 'When the person concerned said that they had read the notice';

CREATE INDEX request_about ON disclosure.request (about);

-- Who could give the second key when the request was opened; nobody is added later.
CREATE TABLE disclosure.second_key (
    request  uuid NOT NULL REFERENCES disclosure.request,
    person   uuid NOT NULL REFERENCES identity.person,
    capacity text NOT NULL CHECK (capacity IN ('dpo', 'ciso', 'staff_rep', 'counsel')),
    PRIMARY KEY (request, person)
);

CREATE INDEX second_key_of_person ON disclosure.second_key (person);

-- Only one of them answers: neither who asked nor the person concerned is among them.
ALTER TABLE disclosure.request
    ADD FOREIGN KEY (id, answered_by) REFERENCES disclosure.second_key (request, person);

CREATE FUNCTION disclosure.refuse_same_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM disclosure.request WHERE id = NEW.request AND NEW.person IN (asked_by, about)) THEN
        RAISE EXCEPTION 'one person cannot give both keys, nor a key for their own traces';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER distinct_person BEFORE INSERT OR UPDATE ON disclosure.second_key
    FOR EACH ROW EXECUTE FUNCTION disclosure.refuse_same_person();

-- Each time that the traces were opened.
CREATE TABLE disclosure.reading (
    id      uuid        PRIMARY KEY,
    request uuid        NOT NULL REFERENCES disclosure.request,
    by_whom uuid        NOT NULL,
    at      timestamptz NOT NULL,
    form    text        NOT NULL CHECK (form IN ('page', 'csv'))
);

CREATE INDEX reading_of_request ON disclosure.reading (request);
