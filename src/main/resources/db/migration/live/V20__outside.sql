-- Other platforms on which a seller sells too. They are few and known everywhere; what grows with a channel is keyed by it first.
create table live.outside_channel (
  id         uuid primary key,
  -- what is sealed is found by (origin_id, id); a channel belongs to no county
  origin_id  uuid not null generated always as (id) stored,
  seller_id  uuid not null,
  name       text not null check (length(name) between 1 and 60),
  state      text not null check (state in ('OPEN', 'CLOSED')),
  -- what that platform signs with
  secret_key text not null,
  secret     bytea not null,
  made_at    timestamptz not null,
  made_by    uuid not null,
  renewed_at timestamptz not null
);
-- Files name a channel by its name.
create unique index outside_channel_by_name on live.outside_channel (seller_id, lower(name));

-- What that platform calls our goods: one item there is so many packs of a listing here.
create table live.outside_code (
  channel_id uuid not null,
  code       text not null check (length(code) between 1 and 64),
  listing_id uuid not null,
  packs      int not null check (packs between 1 and 1000),
  mapped_at  timestamptz not null,
  mapped_by  uuid not null,
  primary key (channel_id, code)
);

-- What came from there and what became of it; whom it goes to lies sealed with the order alone. A row is written before the order
-- intake is asked and settled afterwards, so whatever dies between is finished by sending the same again.
create table live.outside_order (
  channel_id  uuid not null,
  number      text not null check (length(number) between 1 and 64),
  order_key   uuid not null,                   -- the cart's key at the intake
  mark        uuid not null,                   -- keyed hash of what was sent: the same number with something else in it is refused
  state       text not null check (state in ('RECEIVED', 'TAKEN', 'REFUSED', 'CANCELLED')),
  listing_ids uuid[] not null default '{}',    -- what its codes meant when it came
  packs       int[] not null default '{}',
  order_ids   uuid[] not null default '{}',    -- our orders, one for each county
  rule        text not null default '',        -- why it was refused
  arguments   text not null default '',
  paid_fen    bigint not null check (paid_fen >= 0),   -- what the buyer paid there
  total_fen   bigint check (total_fen > 0),            -- what it costs by the terms of our listings
  source      text not null check (source in ('WEBHOOK', 'CSV')),
  received_at timestamptz not null,
  settled_at  timestamptz,
  primary key (channel_id, number),
  check (cardinality(listing_ids) = cardinality(packs)),
  check (state <> 'TAKEN' or cardinality(order_ids) > 0 and total_fen is not null),
  check (state <> 'REFUSED' or rule <> '')
);
create index outside_order_by_time on live.outside_order (channel_id, received_at desc, number);
create index outside_order_by_order on live.outside_order using gin (order_ids);
