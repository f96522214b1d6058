-- Live shows. A show belongs to no county (it may sell goods of several), so its key is its id. Shows and permits are few and are
-- known everywhere; what grows with a show is keyed by it first, and on a cluster spread by it. What it sells is a listing of shop.
create schema if not exists live;

-- Who may stand before the camera: by name, for a reason, until a day. A new permit replaces the one before it; the
-- audit trail keeps both.
create table live.permit (
  person_id  uuid primary key,
  kind       text not null check (kind in ('GROWER', 'PERFORMER', 'OFFICIAL')),
  reason     text not null check (length(reason) between 1 and 200),
  until      date not null,
  by_person  uuid not null,
  given_at   timestamptz not null
);
create index permit_by_end on live.permit (until desc, person_id);

create table live.show (
  id            uuid primary key,
  series_id     uuid not null,               -- the first of those that it repeats
  organiser_id  uuid not null,
  host_id       uuid not null,
  region_id     uuid not null,
  title         text not null check (length(title) between 1 and 80),
  words         text not null default '' check (length(words) <= 2000),
  starts_at     timestamptz not null,
  state         text not null check (state in ('PLANNED', 'LIVE', 'ENDED', 'CANCELLED')),
  live_at       timestamptz,
  ended_at      timestamptz,
  slow_seconds  int not null default 0 check (slow_seconds between 0 and 120),
  delay_seconds int not null default 0 check (delay_seconds between 0 and 30),
  planned_at    timestamptz not null,
  planned_by    uuid not null,
  check ((state in ('LIVE', 'ENDED')) = (live_at is not null)),
  check ((state in ('ENDED', 'CANCELLED')) = (ended_at is not null))
);
-- One person is on air once at a time.
create unique index show_on_air on live.show (host_id) where state = 'LIVE';
create index show_to_come on live.show (starts_at, id) where state in ('PLANNED', 'LIVE');
create index show_over on live.show (ended_at desc, id) where state = 'ENDED';
create index show_by_organiser on live.show (organiser_id, starts_at desc, id);
create index show_by_host on live.show (host_id, starts_at desc, id);
create index show_by_series on live.show (series_id, starts_at);

-- Who else takes part: sellers bring goods, malls and markets show it to their people.
create table live.participant (
  show_id    uuid not null,
  party_id   uuid not null,
  part       text not null check (part in ('SELLER', 'MALL', 'MARKET')),
  state      text not null check (state in ('INVITED', 'JOINED', 'LEFT')),
  invited_at timestamptz not null,
  primary key (show_id, party_id)
);
create index participant_by_party on live.participant (party_id, show_id);

-- The line-up. Price, limit and shares are the listing's terms; packs left are stock's.
create table live.item (
  show_id     uuid not null,
  listing_id  uuid not null,                 -- the show's own
  model_id    uuid not null,                 -- the seller's, in whose words and from whose goods it is
  origin_id   uuid not null,
  sellable_id uuid not null,
  seller_id   uuid not null,
  hold_id     uuid not null,                 -- the packs first set aside; the same again is once
  borrowed    bigint not null default 0 check (borrowed >= 0),  -- packs of the seller's open listing, due back there
  ordinal     int not null,
  benefits    text not null default '' check (length(benefits) <= 200),  -- who it helps, in the seller's words
  added_at    timestamptz not null,
  removed_at  timestamptz,
  primary key (show_id, listing_id),
  unique (show_id, model_id)
);
create index item_by_listing on live.item (listing_id);

-- What was on screen when, at which price. One at a time.
create table live.pin (
  show_id     uuid not null,
  id          uuid not null,
  listing_id  uuid not null,
  price_fen   bigint not null check (price_fen > 0),
  pinned_at   timestamptz not null,
  unpinned_at timestamptz,
  primary key (show_id, id),
  check (unpinned_at is null or unpinned_at >= pinned_at)
);
create unique index pin_on_screen on live.pin (show_id) where unpinned_at is null;
create index pin_by_time on live.pin (show_id, pinned_at);
