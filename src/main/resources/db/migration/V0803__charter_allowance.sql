-- What whoever has not signed may still send, decided with each version; as it was the same for all before.
ALTER TABLE charter.version
    ADD COLUMN allowed_class text NOT NULL DEFAULT 'C0' CHECK (allowed_class IN ('C0', 'C1', 'C2')),
    ADD COLUMN allowed_zone  text NOT NULL DEFAULT 'internal'
        CHECK (allowed_zone IN ('internal', 'eu-sovereign', 'eu-extraterritorial', 'outside-eu'));
