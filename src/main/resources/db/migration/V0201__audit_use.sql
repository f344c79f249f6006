-- What somebody used, for that person alone: a month of their exchanges, without reading everybody's.
CREATE INDEX entry_closed_of_person ON audit.entry (person, at) WHERE kind = 'closed';
