CREATE SCHEMA traffic;

-- Sums by hour, added to by every replica. No person, no key, no content.
CREATE TABLE traffic.hour (
    hour              timestamptz NOT NULL,
    route             text        NOT NULL,
    target            text        NOT NULL,
    outcome           text        NOT NULL,
    exchanges         bigint      NOT NULL,
    masked            bigint      NOT NULL,
    input_tokens      bigint      NOT NULL,
    output_tokens     bigint      NOT NULL,
    estimated         bigint      NOT NULL,
    cost_micro_euros  bigint      NOT NULL,
    own_micros        bigint      NOT NULL,
    shield_micros     bigint      NOT NULL,
    upstream_micros   bigint      NOT NULL,
    total_micros      bigint      NOT NULL,
    first_bytes       bigint      NOT NULL,
    first_byte_micros bigint      NOT NULL,
    PRIMARY KEY (hour, route, target, outcome)
);

COMMENT ON TABLE traffic.hour IS 'What passed in an hour, by route, target and outcome; the audit has the exchanges one by one';
COMMENT ON COLUMN traffic.hour.target IS 'provider/model, empty where nothing was sent';
COMMENT ON COLUMN traffic.hour.own_micros IS 'Total without the provider and without the shield';
COMMENT ON COLUMN traffic.hour.first_bytes IS 'Exchanges whose answer began; first_byte_micros is their sum';
