-- What one person asked for in a period, for a disclosure with two keys, without reading everybody's.
CREATE INDEX entry_opened_of_person ON audit.entry (person, at) WHERE kind = 'opened';
