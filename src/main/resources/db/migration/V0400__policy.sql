create schema policy;

-- One row per set of effects that was ever in force; exchanges quote the number.
create table policy.snapshot (
    number     bigint generated always as identity primary key,
    sha256     text        not null,
    effects    text        not null,
    created_at timestamptz not null default now()
);
