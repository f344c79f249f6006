CREATE TABLE charter.reminder (
    major      integer     NOT NULL,
    person     uuid        NOT NULL,
    day        integer     NOT NULL,
    shown_at   timestamptz NOT NULL,
    put_off_at timestamptz,
    PRIMARY KEY (major, person, day)
);

COMMENT ON TABLE charter.reminder IS 'That somebody was reminded to sign a major version, and put it off';
COMMENT ON COLUMN charter.reminder.day IS 'Which reminder: days from the end of the days of grace';
