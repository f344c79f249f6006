-- What ended lately, without reading everything: entries come nearly in the order of time, so a few bytes for each
-- range of pages are enough.
CREATE INDEX entry_at ON audit.entry USING brin (at);
