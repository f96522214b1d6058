-- Who may sign in, their sessions and tokens, and what was done with them. On Citus these are reference tables: every
-- request reads them and few write.
create schema if not exists platform;

-- A sign-in. The person is a party; whom they may act for is kept by `party`.
create table platform.account (
  id                  uuid primary key,
  person              uuid not null,
  -- As compared: in lower case and one Unicode form.
  username            text not null unique check (username = lower(username) and length(username) between 2 and 60),
  -- Argon2id with its own parameters and salt in front; made anew on sign-in when ours have grown.
  password_hash       text not null,
  created_at          timestamptz not null,
  password_changed_at timestamptz not null,
  disabled_at         timestamptz
);
create index account_by_person on platform.account (person);

-- A browser that is signed in. The cookie holds the secret, we hold its SHA-256: a stolen copy of this table opens nothing.
create table platform.session (
  secret_hash  bytea primary key check (length(secret_hash) = 32),
  account      uuid not null,
  -- For whom they act; null is the usual one.
  organisation uuid,
  created_at   timestamptz not null,
  -- Written at most once a minute.
  seen_at      timestamptz not null,
  expires_at   timestamptz not null check (expires_at > created_at)
);
create index session_by_account on platform.session (account);
create index session_by_end on platform.session (expires_at);

-- A program's key to the JSON API. It belongs to an organisation, whose rights bound it; shown once, kept as SHA-256.
create table platform.token (
  id           uuid primary key,
  organisation uuid not null,
  name         text not null check (length(name) between 1 and 80),
  secret_hash  bytea not null unique check (length(secret_hash) = 32),
  rights       text[] not null check (cardinality(rights) > 0),
  created_by   uuid not null,
  created_at   timestamptz not null,
  expires_at   timestamptz not null check (expires_at > created_at),
  last_used_at timestamptz,
  revoked_at   timestamptz
);
create index token_by_organisation on platform.token (organisation, created_at desc);

-- Who did what to whom, for good: rows are added in the transaction of the deed and never changed. Names are kept as they
-- were then.
create table platform.audit (
  id                uuid primary key,
  at                timestamptz not null,
  account           uuid,
  person            uuid,
  person_name       text not null,
  organisation      uuid,
  organisation_name text not null,
  what              text not null check (what ~ '^[a-z][a-z0-9.-]*$'),
  subject_type      text not null,
  subject_id        text not null,
  details           jsonb not null
);
create index audit_by_time on platform.audit (at desc, id desc);
create index audit_by_organisation on platform.audit (organisation, at desc, id desc);
create index audit_by_subject on platform.audit (subject_type, subject_id);

-- The one-time link by which an empty installation gets its first administrator. At most one row.
create table platform.set_up (
  id          smallint primary key check (id = 1),
  secret_hash bytea not null check (length(secret_hash) = 32),
  made_at     timestamptz not null,
  expires_at  timestamptz not null,
  used_at     timestamptz
);
