-- People and organisations. On Citus these are reference tables: every module names them and few rows change.
create schema if not exists party;

create sequence party.code_number;

-- A person, a household or an organisation. Each field has a purpose: the name to address, the code for lists and files,
-- the region for who looks after them, the telephone to reach them. Nothing else about a person is kept here.
create table party.party (
  id            uuid primary key,
  kind          text not null check (kind in ('PERSON','GROWER','COOPERATIVE','PROCESSOR','COMPANY','BUYER',
                                              'COUNTY_CENTRE','PAIRING_OFFICE','CARRIER','OPERATOR')),
  -- Short, for people to write: NH-000042.
  code          text not null unique check (code ~ '^[A-Z0-9][A-Z0-9-]{1,19}$'),
  name          text not null check (length(name) between 1 and 120),
  region        uuid,
  -- The county that the region lies in, found at registration; null above the county.
  county        uuid,
  division      uuid,
  telephone     text check (length(telephone) between 3 and 30),
  registered_by uuid,
  registered_at timestamptz not null,
  -- Anonymised for good; the row stays because the books name it.
  erased_at     timestamptz,
  search_text   text generated always as (lower(name) || ' ' || lower(code)) stored
);
create index party_by_search on party.party using gin (search_text gin_trgm_ops);
create index party_by_name on party.party (name, id);
create index party_by_county on party.party (county, kind);
create index party_by_kind on party.party (kind, name, id);

-- Who belongs to which organisation, in which role, from when to when. A grower is a MEMBER of a cooperative.
create table party.membership (
  id           uuid primary key,
  person       uuid not null,
  organisation uuid not null check (organisation <> person),
  role         text not null check (role in ('MANAGER','CLERK','VIEWER','MEMBER')),
  began_at     timestamptz not null,
  ended_at     timestamptz check (ended_at >= began_at)
);
create unique index membership_once on party.membership (person, organisation) where ended_at is null;
create index membership_of_organisation on party.membership (organisation, role) where ended_at is null;

-- That a person allowed an organisation something, how that was recorded and by whom. Withdrawn, never deleted.
create table party.consent (
  id           uuid primary key,
  person       uuid not null,
  given_to     uuid not null check (given_to <> person),
  purpose      text not null check (purpose in ('REPRESENTATION','KEEP_NUMBERS')),
  recorded_how text not null check (recorded_how in ('PAPER','VOICE','ON_SCREEN')),
  recorded_by  uuid not null,
  given_at     timestamptz not null,
  withdrawn_at timestamptz check (withdrawn_at >= given_at),
  withdrawn_by uuid
);
create unique index consent_once on party.consent (person, given_to, purpose) where withdrawn_at is null;
create index consent_of_organisation on party.consent (given_to, purpose) where withdrawn_at is null;

-- Identity and bank numbers, sealed by AES-256-GCM with the key of that id; only the mask is readable.
create table party.number (
  party   uuid not null,
  kind    text not null check (kind in ('IDENTITY','BANK')),
  key_id  text not null,
  sealed  bytea not null check (length(sealed) > 28),
  masked  text not null,
  kept_at timestamptz not null,
  kept_by uuid not null,
  primary key (party, kind)
);
create index number_by_key on party.number (key_id);
