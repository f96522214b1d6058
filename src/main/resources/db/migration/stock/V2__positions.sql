-- What is known of a lot as a whole once it lies somewhere or was judged: its quality at all places at once, and how much
-- of it has come in. Receipts, moves and recalls of a lot all write this row first, so that none of them misses another.
create table stock.lot_state (
  origin_id      uuid not null,
  lot_id         uuid not null,
  mass_grams     bigint not null check (mass_grams > 0),      -- the lot's, so that the row checks itself
  received_grams bigint not null default 0,
  status         text not null default 'GOOD' check (status in ('GOOD', 'ON_HOLD', 'RECALLED', 'DAMAGED', 'EXPIRED')),
  primary key (origin_id, lot_id),
  foreign key (origin_id, lot_id) references stock.lot (origin_id, id),
  check (received_grams between 0 and mass_grams)             -- no gram comes in twice
);

-- A lot at a site. The row stays when nothing is left, as the head of its movements.
create table stock.position (
  origin_id     uuid not null,
  lot_id        uuid not null,
  site_id       uuid not null,
  owner_id      uuid not null,     -- the organisation whose goods they are
  product_id    uuid not null,     -- the lot's, as the next two: what every list and every offer asks for
  grade         smallint not null check (grade between 1 and 9),
  best_before   date not null,
  on_hand_grams bigint not null check (on_hand_grams >= 0),             -- the sum of its movements, always
  held_grams    bigint not null default 0 check (held_grams >= 0),      -- the sum of its holdings, always
  status        text not null default 'GOOD' check (status in ('GOOD', 'ON_HOLD', 'RECALLED', 'DAMAGED', 'EXPIRED')),
  lot_status    text not null default 'GOOD' check (lot_status in ('GOOD', 'ON_HOLD', 'RECALLED', 'DAMAGED', 'EXPIRED')),
  moves         int not null default 0 check (moves >= 0),              -- how many movements: what a count is guarded by
  counted_on    date,
  primary key (origin_id, lot_id, site_id),
  check (held_grams <= on_hand_grams),
  check (held_grams = 0 or (status = 'GOOD' and lot_status = 'GOOD'))   -- only good goods back a sale
) with (fillfactor = 80);
create index position_by_offer on stock.position (origin_id, owner_id, product_id, best_before);
create index position_by_lot on stock.position (lot_id);
create index position_by_site on stock.position (site_id, best_before, lot_id);
create index position_by_owner on stock.position (owner_id, best_before, lot_id, site_id);
create index position_by_expiry on stock.position (best_before, lot_id, site_id) where status = 'GOOD';
create index position_by_day on stock.position (best_before, lot_id, site_id);

-- Whatever came, left or was found to differ. Rows are added, never changed or removed.
create table stock.movement (
  origin_id       uuid not null,
  id              uuid not null,
  lot_id          uuid not null,
  site_id         uuid not null,
  kind            text not null,
  grams           bigint not null check (grams <> 0 and grams between -10000000000000 and 10000000000000),
  cause_kind      text not null check (length(cause_kind) between 1 and 40),
  cause_id        uuid not null,
  reason          text not null default '' check (length(reason) <= 200),
  at              timestamptz not null,      -- when it happened
  recorded_at     timestamptz not null,
  recorded_by     uuid not null,             -- the organisation
  recorded_person uuid not null,
  primary key (origin_id, id),
  check (kind in ('RECEIVED', 'RETURNED', 'MOVED_IN') and grams > 0
      or kind in ('MOVED_OUT', 'PICKED', 'WRITTEN_OFF', 'ISSUED') and grams < 0
      or kind = 'COUNTED')
);
create index movement_by_id on stock.movement (id);
create index movement_by_position on stock.movement (origin_id, lot_id, site_id, recorded_at);
create index movement_by_cause on stock.movement (cause_id);

-- A part of a position set aside: for a sellable row in whole packs, or for another purpose in grams.
create table stock.holding (
  origin_id   uuid not null,
  holder_id   uuid not null,     -- the sellable row, or the holding's own id where it is for another purpose
  lot_id      uuid not null,
  site_id     uuid not null,
  packs       bigint not null check (packs >= 0),      -- 0: for another purpose
  grams       bigint not null check (grams > 0),
  best_before date not null,
  purpose     text not null check (purpose = 'SALE' and packs > 0 or purpose <> 'SALE' and packs = 0),
  cause_id    uuid not null,     -- the listing, or what it is set aside for
  primary key (origin_id, holder_id, lot_id, site_id)
);
create index holding_by_position on stock.holding (origin_id, lot_id, site_id);

-- How many packs can be sold: the hottest rows of all. So there is nothing in them but numbers, no index on what changes,
-- room in each page for the next version, and no foreign key. Backed is left + sold - picked - short, and the packs of
-- the row's holdings add up to it.
create table stock.sellable (
  origin_id    uuid not null,
  id           uuid not null,
  pack_grams   bigint not null check (pack_grams > 0),
  left_packs   bigint not null check (left_packs >= 0),
  sold_packs   bigint not null default 0,               -- taken and not given back
  picked_packs bigint not null default 0 check (picked_packs >= 0),
  short_packs  bigint not null default 0,               -- sold, not picked, and no longer backed
  primary key (origin_id, id),
  check (sold_packs >= picked_packs),
  check (short_packs between 0 and sold_packs - picked_packs)
) with (fillfactor = 40);

-- What a sellable row sells, whose it is and where it lies: what does not change.
create table stock.offering (
  origin_id    uuid not null,
  sellable_id  uuid not null,
  listing_id   uuid not null,
  show_id      uuid,              -- empty: open to all
  owner_id     uuid not null,
  product_id   uuid not null,
  worst_grade  smallint not null check (worst_grade between 1 and 9),
  pack_grams   bigint not null check (pack_grams > 0),
  packs        bigint not null check (packs > 0),   -- as first offered
  sites        uuid[] not null check (cardinality(sites) between 1 and 200),
  offered_at   timestamptz not null,
  primary key (origin_id, sellable_id)
);
create index offering_by_listing on stock.offering (listing_id);

-- Packs added to a sellable row later; the id makes adding twice adding once.
create table stock.addition (
  origin_id   uuid not null,
  id          uuid not null,
  sellable_id uuid not null,
  packs       bigint not null check (packs > 0),
  added_at    timestamptz not null,
  primary key (origin_id, id)
);

-- Sold packs that left for their buyers; what left is in the movements whose cause it is.
create table stock.pick (
  origin_id       uuid not null,
  id              uuid not null,
  sellable_id     uuid not null,
  packs           bigint not null check (packs > 0),
  weighed_grams   bigint check (weighed_grams > 0),     -- what was really weighed; empty: the packs' own mass
  instead_lot_id  uuid,                                 -- taken although an earlier lot was there
  skip_reason     text check (length(skip_reason) between 1 and 200),
  picked_at       timestamptz not null,
  recorded_by     uuid not null,
  recorded_person uuid not null,
  primary key (origin_id, id),
  check ((instead_lot_id is null) = (skip_reason is null))
);
create index pick_by_sellable on stock.pick (origin_id, sellable_id);

-- Every judgement on quality, of one position or of a lot at all places.
create table stock.quality_change (
  origin_id       uuid not null,
  id              uuid not null,
  lot_id          uuid not null,
  site_id         uuid,            -- empty: everywhere
  status          text not null check (status in ('GOOD', 'ON_HOLD', 'RECALLED', 'DAMAGED', 'EXPIRED')),
  reason          text not null check (length(reason) <= 200),
  changed_at      timestamptz not null,
  recorded_by     uuid,            -- empty: the platform itself, when the day has come
  recorded_person uuid,
  primary key (origin_id, id)
);
create index quality_change_by_lot on stock.quality_change (origin_id, lot_id, changed_at);

-- One line of a count sheet: what should have been there, what was. A difference is a movement of the same id.
create table stock.count_line (
  origin_id       uuid not null,
  id              uuid not null,
  sheet_id        uuid not null,
  lot_id          uuid not null,
  site_id         uuid not null,
  expected_grams  bigint not null check (expected_grams >= 0),
  counted_grams   bigint not null check (counted_grams >= 0),
  reason          text not null check (length(reason) <= 200),
  counted_at      timestamptz not null,
  recorded_by     uuid not null,
  recorded_person uuid not null,
  primary key (origin_id, id),
  unique (origin_id, sheet_id, lot_id, site_id),
  check (expected_grams = counted_grams or length(reason) > 0)
);
