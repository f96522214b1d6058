-- What is said in a show, and who watched it. Everything is keyed by the show first, as what grows with it.

create table live.chat_message (
  show_id      uuid not null,
  id           uuid not null,                -- made by the client: the same again is once
  viewer_id    uuid not null,
  person_id    uuid,                         -- whoever was signed in; forgotten when they ask for it
  address_mark uuid,                         -- keyed hash of the network address, for a day: a muted guest who comes again
  name         text not null check (length(name) <= 80),   -- empty: a guest without a name
  text         text not null check (length(text) between 1 and 800),
  question     boolean not null,
  host         boolean not null,             -- the host's own, or the organiser's
  written_at   timestamptz not null,
  shown_at     timestamptz not null check (shown_at >= written_at),
  deleted_at   timestamptz,
  deleted_by   uuid,
  answered_at  timestamptz,
  changed_at   timestamptz not null default now(),  -- by the database's clock, which all processes share
  primary key (show_id, id),
  check ((deleted_at is null) = (deleted_by is null))
);
create index chat_by_change on live.chat_message (show_id, changed_at desc);
create index chat_by_time on live.chat_message (show_id, shown_at, id) where deleted_at is null;
create index chat_by_viewer on live.chat_message (show_id, viewer_id, written_at desc);
create index chat_by_person on live.chat_message (person_id, written_at) where person_id is not null;
create index chat_by_mark on live.chat_message (written_at) where address_mark is not null;

-- Who may not write in a show any more: the browser, the person where one was signed in, and browsers that first came
-- after that from the same address (a cookie is thrown away quickly).
create table live.chat_mute (
  show_id      uuid not null,
  viewer_id    uuid not null,
  person_id    uuid,
  address_mark uuid,
  muted_at     timestamptz not null,
  muted_by     uuid not null,
  primary key (show_id, viewer_id)
);

-- How many watch at each process; the number shown is the sum over those heard of within half a minute. Written at most
-- once a second.
create table live.presence (
  show_id    uuid not null,
  process_id uuid not null,
  viewers    int not null check (viewers >= 0),
  at         timestamptz not null,
  primary key (show_id, process_id)
) with (fillfactor = 50);

-- The greatest number of each minute on air.
create table live.audience_minute (
  show_id uuid not null,
  minute  timestamptz not null,
  viewers int not null check (viewers >= 0),
  primary key (show_id, minute)
);

-- Each browser that watched, once.
create table live.viewer (
  show_id   uuid not null,
  viewer_id uuid not null,
  first_at  timestamptz not null,
  primary key (show_id, viewer_id)
);

-- Each browser that looked closer at an item, once.
create table live.click (
  show_id    uuid not null,
  listing_id uuid not null,
  viewer_id  uuid not null,
  at         timestamptz not null,
  primary key (show_id, listing_id, viewer_id)
);
