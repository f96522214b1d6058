-- What happens inside a warehouse near the market. stock keeps how much of a lot lies at the site; here is where within it.

-- Places in a warehouse. The dock is where everything comes in: it has no capacity of its own, and its row is what those
-- wait at who bring goods in or send them out.
create table logistics.bin (
  id             uuid primary key,
  site_id        uuid not null,
  code           text not null check (length(code) between 1 and 20),
  zone           text not null check (length(zone) between 1 and 40),
  cold           boolean not null,
  capacity_grams bigint not null check (capacity_grams between 1 and 1000000000000),
  dock           boolean not null,
  closed         boolean not null,
  unique (site_id, code)
);

-- What lies in which bin. The bins of a lot at a site add up to its stock position, always; the row stays when it is empty.
create table logistics.shelf (
  origin_id uuid not null,
  lot_id    uuid not null,
  site_id   uuid not null,
  bin_id    uuid not null,
  owner_id  uuid not null,
  grams     bigint not null check (grams >= 0),
  since     timestamptz not null,            -- since when the lot is at the site, in this or another bin
  primary key (origin_id, lot_id, site_id, bin_id)
);
create index shelf_by_site on logistics.shelf (site_id, bin_id) where grams > 0;

-- Every change of it, never changed or removed: what filling and storage are reckoned from.
create table logistics.shelf_move (
  origin_id   uuid not null,
  id          uuid not null,                 -- stock's movement, or the putting away
  bin_id      uuid not null,
  lot_id      uuid not null,
  site_id     uuid not null,
  owner_id    uuid not null,
  grams       bigint not null check (grams <> 0),
  put_away    boolean not null,              -- within the site: no gram came or left
  at          timestamptz not null,          -- when it happened
  recorded_at timestamptz not null,
  primary key (origin_id, id, lot_id, bin_id)
);
create index shelf_move_by_site on logistics.shelf_move (site_id, at);
create index shelf_move_by_id on logistics.shelf_move (id);

-- Goods that left a warehouse together for one place: to another warehouse or to a store.
create table logistics.shipment (
  origin_id      uuid not null,
  id             uuid not null,
  kind           text not null check (kind in ('TRANSFER', 'REPLENISHMENT')),
  owner_id       uuid not null,
  from_site      uuid not null,
  to_site        uuid not null,
  stays          boolean not null,           -- whether the goods stay their owner's where they go
  consignment_id uuid not null,
  cause_id       uuid not null,              -- the proposal, or the shipment itself
  sent_at        timestamptz not null,
  sent_by        text not null,
  stage          text not null check (stage in ('SENT', 'ARRIVED', 'BACK')),
  closed_at      timestamptz check ((closed_at is null) = (stage = 'SENT')),
  primary key (origin_id, id),
  check (from_site <> to_site)
);
create index shipment_by_id on logistics.shipment (id);
create index shipment_by_from on logistics.shipment (from_site, sent_at desc);
create index shipment_by_to on logistics.shipment (to_site, sent_at desc);
create index shipment_by_cause on logistics.shipment (cause_id);

create table logistics.shipment_line (
  origin_id     uuid not null,
  shipment_id   uuid not null,
  lot_id        uuid not null,
  product_id    uuid not null,
  best_before   date not null,
  movement_id   uuid not null,
  packs         int not null check (packs > 0),
  sent_grams    bigint not null check (sent_grams > 0),
  arrived_grams bigint not null default 0 check (arrived_grams >= 0),
  back_grams    bigint not null default 0 check (back_grams >= 0),
  lost_grams    bigint not null default 0 check (lost_grams >= 0),
  primary key (origin_id, shipment_id, lot_id),
  check (arrived_grams + back_grams + lost_grams <= sent_grams)  -- nothing is doubled
);

-- Goods that are to come to a warehouse, and what came.
create table logistics.arrival (
  site_id        uuid not null,
  id             uuid not null,
  owner_id       uuid not null,
  from_site      uuid,
  consignment_id uuid,
  shipment_id    uuid,
  origin_id      uuid,                       -- the consignment's
  expected_on    date not null,
  expected_grams bigint check (expected_grams > 0),
  note           text not null check (length(note) <= 200),
  announced_at   timestamptz not null,
  announced_by   text not null,
  stage          text not null check (stage in ('ANNOUNCED', 'RECEIVED', 'CANCELLED')),
  closed_at      timestamptz check ((closed_at is null) = (stage = 'ANNOUNCED')),
  closed_by      text not null default '',
  primary key (site_id, id),
  unique (site_id, consignment_id)
);
create index arrival_by_id on logistics.arrival (id);
create index arrival_by_stage on logistics.arrival (site_id, stage, expected_on);

create table logistics.arrival_line (
  site_id         uuid not null,
  arrival_id      uuid not null,
  lot_id          uuid not null,
  announced_grams bigint not null check (announced_grams >= 0),   -- 0: nobody had announced it
  received_grams  bigint check (received_grams >= 0),             -- empty: not yet looked at
  how             text check (how in ('COUNTED', 'WEIGHED')),
  difference      text check (difference in ('MISSING', 'DAMAGED', 'SPOILED', 'OVER', 'NOT_ANNOUNCED')),
  note            text not null default '' check (length(note) <= 200),
  received_at     timestamptz,
  received_by     text not null default '',
  primary key (site_id, arrival_id, lot_id),
  foreign key (site_id, arrival_id) references logistics.arrival (site_id, id),
  check ((received_grams is null) = (how is null) and (received_grams is null) = (received_at is null)),
  check (received_grams is null or (received_grams = announced_grams) = (difference is null))
);

-- What a week of storage costs an owner. A later round of the same week puts the earlier ones right by the difference.
create table logistics.storage_bill (
  origin_id   uuid not null,
  id          uuid not null,
  site_id     uuid not null,
  owner_id    uuid not null,
  operator_id uuid not null,
  week        int not null,                  -- 202729
  round       int not null check (round between 0 and 1000),
  fen         bigint not null,               -- less than zero: given back
  posted      boolean not null,              -- false where one's own goods lie in one's own warehouse
  reckoned_at timestamptz not null,
  reckoned_by text not null,
  primary key (origin_id, id)
);
create unique index storage_bill_once on logistics.storage_bill (origin_id, site_id, owner_id, week, round);
create index storage_bill_by_id on logistics.storage_bill (id);
create index storage_bill_by_site on logistics.storage_bill (site_id, week desc);

create table logistics.storage_bill_line (
  origin_id     uuid not null,
  bill_id       uuid not null,
  lot_id        uuid not null,
  grams         bigint not null check (grams >= 0),       -- the most that lay there in the week
  fen_per_tonne bigint not null check (fen_per_tonne >= 0),
  fen           bigint not null check (fen >= 0),         -- what the week costs
  before_fen    bigint not null check (before_fen >= 0),  -- what earlier rounds had billed of it
  primary key (origin_id, bill_id, lot_id)
);
