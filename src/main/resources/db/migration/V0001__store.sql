-- What the instance as a whole must remember.
CREATE SCHEMA IF NOT EXISTS store;

-- Facts of the instance, as the fingerprint of its master key.
CREATE TABLE store.fact (
    name text PRIMARY KEY,
    value text NOT NULL
);
