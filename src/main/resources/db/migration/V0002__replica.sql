-- Who runs on this database now, and by which providers and routes: replicas whose files differ do not start together.
CREATE TABLE store.replica (
    -- The host's name and the data directory: what is started again takes the place of what it was.
    place text PRIMARY KEY,
    -- Providers and routes, a setting a line, without secrets.
    file text NOT NULL,
    seen_at timestamptz NOT NULL
);
