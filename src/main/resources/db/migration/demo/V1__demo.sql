create schema if not exists demo;

-- That the demo county was loaded, whole: written in the one transaction that loads it. At most one row.
create table demo.county (
  one         boolean primary key default true check (one),
  season_year integer not null check (season_year between 2000 and 2199),
  loaded_at   timestamptz not null
);

-- The sign-ins that came with it. They are closed while others than this machine could reach the server.
create table demo.sign_in (
  account_id uuid primary key,
  person_id  uuid not null,
  username   text not null,
  duty       text not null,          -- ends a message key
  ordinal    smallint not null,
  closed     boolean not null default false -- by us, so that we open no other's lock
);
