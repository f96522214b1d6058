-- Files of rows that somebody brought: each is taken whole or not at all.
create table platform.import (
  id          uuid primary key,
  owner_id    uuid not null,
  person_id   uuid not null,
  kind        text not null check (length(kind) between 1 and 60),
  file_name   text not null check (length(file_name) <= 200),
  bytes       bigint not null check (bytes >= 0),
  sha256      text not null check (length(sha256) = 64),
  blob_key    text,                          -- the file while it is still needed
  job_id      uuid,
  state       text not null check (state in ('WAITING', 'DONE', 'REFUSED', 'ABANDONED')),
  rows_added     bigint not null default 0,
  rows_changed   bigint not null default 0,
  rows_unchanged bigint not null default 0,
  faults      bigint not null default 0,     -- all of them; the first 10,000 are kept
  started_at  timestamptz not null,
  finished_at timestamptz
);
create index import_by_owner on platform.import (owner_id, started_at desc);
-- The same file of the same organisation is taken once. A refused one may be tried again.
create unique index import_once on platform.import (owner_id, kind, sha256) where state in ('WAITING', 'DONE');

-- What was wrong with a file, each told by a message key, so that it can be read in any language.
create table platform.import_fault (
  import_id   uuid not null references platform.import (id),
  ordinal     int not null,
  line        bigint not null,               -- 0 for the file as a whole
  column_name text not null,                 -- empty for the whole row
  message_key text not null,
  arguments   text not null,
  primary key (import_id, ordinal)
);
