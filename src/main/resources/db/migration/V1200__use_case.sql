CREATE SCHEMA usecase;

-- A use of AI as it was declared; what the gateway does is in policy.effect.
CREATE TABLE usecase.use_case (
    code               text    PRIMARY KEY,
    title              text    NOT NULL,
    purpose            text    NOT NULL,
    owner              uuid    NOT NULL REFERENCES identity.person,
    data_class         text    NOT NULL CHECK (data_class IN ('C0', 'C1', 'C2', 'C3')),
    models             text[]  NOT NULL,
    budget_micro_euros bigint  NOT NULL CHECK (budget_micro_euros > 0),
    until              date    NOT NULL,
    state              text    NOT NULL CHECK (state IN ('declared', 'open', 'suspended', 'stopped')),
    version            integer NOT NULL
);

COMMENT ON COLUMN usecase.use_case.models IS 'Names of routes';
COMMENT ON COLUMN usecase.use_case.until IS 'The last day of use, of Paris';

CREATE TABLE usecase.tester (
    use_case text NOT NULL REFERENCES usecase.use_case,
    person   uuid NOT NULL REFERENCES identity.person,
    PRIMARY KEY (use_case, person)
);
