create schema identity;

create table identity.team (
    code text primary key check (code ~ '^[a-z0-9-]+$'),
    name text not null
);

-- E-mail addresses are stored as EmailAddress normalises them, so that the constraint compares them without case.
create table identity.person (
    id uuid primary key,
    email text not null unique,
    name text not null,
    password_hash text not null,
    language text not null check (language in ('fr', 'en')),
    team text references identity.team,
    created_at timestamptz not null,
    disabled_at timestamptz
);

create table identity.person_role (
    person uuid not null references identity.person on delete cascade,
    role text not null,
    primary key (person, role)
);

-- Tokens and keys are random (256 bits): a plain SHA-256 of them cannot be searched.
create table identity.session (
    id uuid primary key,
    token_hash bytea not null unique,
    person uuid not null references identity.person on delete cascade,
    opened_at timestamptz not null,
    seen_at timestamptz not null,
    authenticated_at timestamptz not null
);

create index session_person on identity.session (person);

create table identity.api_key (
    id uuid primary key,
    hash bytea not null unique,
    prefix text not null,
    person uuid not null references identity.person on delete cascade,
    name text not null,
    scopes text[] not null,
    created_at timestamptz not null,
    expires_at timestamptz,
    revoked_at timestamptz
);

create index api_key_person on identity.api_key (person);

-- The subject is a hash: people type passwords into the wrong field.
create table identity.attempt (
    subject bytea primary key,
    failures int not null,
    next_at timestamptz not null,
    last_at timestamptz not null
);
