-- What happened in one mission, for the client's attestation, without reading everything. A regular expression and no
-- JSON cast: an index that can fail on a row would stop the chain.
CREATE INDEX entry_opened_in_mission ON audit.entry ((substring(body FROM '"mission":"([A-Z0-9-]+)"')), at)
    WHERE kind = 'opened';
