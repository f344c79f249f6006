-- That a budget runs out is said before it has: at 50, 80 and 100 %.
ALTER TABLE metering.allowance
    ADD COLUMN since         timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN refused_limit bigint;

UPDATE metering.allowance SET since = starts;

COMMENT ON COLUMN metering.allowance.since IS 'From when on it is counted: the start of the period, later in the first one';
COMMENT ON COLUMN metering.allowance.refused_limit IS
    'The limit at which a request of this period was refused, since what was left did not do for it';

-- Once for each limit, period and threshold, whichever replica sees it first. A limit that is decided anew has another
-- decision, and is judged anew.
CREATE TABLE metering.alert (
    id        uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
    subject   text        NOT NULL,
    measure   text        NOT NULL,
    starts    timestamptz NOT NULL,
    decision  text        NOT NULL,
    amount    bigint      NOT NULL,
    percent   integer     NOT NULL CHECK (percent IN (50, 80, 100)),
    raised_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (subject, measure, starts, decision, amount, percent)
);

COMMENT ON COLUMN metering.alert.starts IS 'Start of the period in which it was reached';
COMMENT ON COLUMN metering.alert.decision IS 'That set the limit; "configuration" for one of the file';

-- Who answers for the subject, and whether they have read it.
CREATE TABLE metering.alert_reader (
    alert   uuid NOT NULL REFERENCES metering.alert ON DELETE CASCADE,
    person  uuid NOT NULL REFERENCES identity.person,
    read_at timestamptz,
    PRIMARY KEY (alert, person)
);
