-- Listings and orders. Everything begins with the origin, the producing county: one order has one origin, so the order
-- intake stays on one shard.

create table shop.listing (
  origin_id     uuid not null,
  id            uuid not null,
  seller_id     uuid not null,
  product_id    uuid not null,
  -- the worst grade that may be sent
  grade         smallint not null check (grade between 1 and 9),
  pack_grams    bigint not null check (pack_grams > 0),
  title         text not null check (length(title) between 1 and 120),
  story         text not null default '' check (length(story) <= 4000),
  harvested_on  date,
  best_before   date,
  -- stock's sellable row for open sale; the rest of what it knows is stock's
  sellable_id   uuid not null,
  state         text not null check (state in ('DRAFT', 'OPEN', 'CLOSED')),
  -- the terms that stand; changing them adds a row to listing_terms
  version       int not null check (version >= 1),
  opened_at     timestamptz,
  created_at    timestamptz not null,
  created_by    uuid not null,
  primary key (origin_id, id),
  check (best_before is null or harvested_on is null or best_before >= harvested_on)
);
create index listing_by_id on shop.listing (id) include (origin_id);
create index listing_by_seller on shop.listing (seller_id, created_at desc, id);
create index listing_open on shop.listing (opened_at desc, id) where state = 'OPEN';
create index listing_by_title on shop.listing using gin (title gin_trgm_ops);

-- What a pack costs and who gets which part of it. Rows are never changed: an order names the version it was made by.
create table shop.listing_terms (
  origin_id       uuid not null,
  listing_id      uuid not null,
  version         int not null check (version >= 1),
  price_fen       bigint not null check (price_fen > 0),
  -- wholesale steps: from so many packs a pack costs so much
  tier_packs      int[] not null default '{}',
  tier_fen        bigint[] not null default '{}',
  limit_per_buyer int check (limit_per_buyer > 0),
  split_rule      text not null,
  share           text[] not null,
  share_party     uuid[] not null,
  share_points    int[] not null,
  set_at          timestamptz not null,
  set_by          uuid not null,
  primary key (origin_id, listing_id, version),
  check (cardinality(tier_packs) = cardinality(tier_fen)),
  check (cardinality(share) > 0 and cardinality(share) = cardinality(share_party)
         and cardinality(share) = cardinality(share_points))
);

-- Pictures lie in the blob store; the first is the one that lists show.
create table shop.listing_photo (
  origin_id  uuid not null,
  listing_id uuid not null,
  ordinal    int not null check (ordinal between 0 and 11),
  blob_key   text not null,
  media_type text not null,
  words      text not null check (length(words) between 1 and 200),
  primary key (origin_id, listing_id, ordinal)
);

-- An order of one buyer from one seller in one county. Its id is made of the client's key, the origin and the seller, so the primary key alone sees
-- to it that one key makes one order.
create table shop.orders (
  origin_id    uuid not null,
  id           uuid not null,
  key          uuid not null,
  -- of what was asked for: the same key with something else in it is refused
  content_hash bytea not null check (length(content_hash) = 16),
  batch_id     uuid not null,
  seller_id    uuid not null,
  -- who pays; a guest has none, and is known by a keyed hash of the telephone number alone
  buyer_id     uuid,
  buyer_ref    uuid not null,
  channel      text not null check (channel in ('WEB', 'API', 'SHOW', 'TILL', 'STATION', 'GROUP')),
  provider     text not null,
  -- where it goes, for freight and totals; name, telephone and address lie sealed
  region_id    uuid not null,
  contact_key  text not null,
  contact      bytea not null,
  total_fen    bigint not null check (total_fen > 0),
  refunded_fen bigint not null default 0 check (refunded_fen between 0 and total_fen),
  state        text not null check (state in
                 ('PLACED', 'CONFIRMED', 'PICKED', 'SHIPPED', 'DELIVERED', 'SETTLED',
                  'CANCELLED', 'EXPIRED', 'RETURNED')),
  state_at     timestamptz not null,
  placed_at    timestamptz not null,
  expires_at   timestamptz,
  -- the payment that pays it, and when the money came: at the door it comes last
  payment_id   uuid,
  paid_at      timestamptz,
  primary key (origin_id, id),
  check (state <> 'SETTLED' or paid_at is not null)
);
-- the buyer's page: whoever knows the key sees the cart's orders
create index orders_by_key on shop.orders (key);
create index orders_by_batch on shop.orders (origin_id, batch_id);
create index orders_by_seller on shop.orders (seller_id, placed_at desc, id);
create index orders_by_buyer on shop.orders (buyer_id, placed_at desc, id) where buyer_id is not null;
create index orders_to_expire on shop.orders (expires_at) where state = 'PLACED';

create table shop.order_line (
  origin_id   uuid not null,
  order_id    uuid not null,
  ordinal     int not null check (ordinal >= 0),
  listing_id  uuid not null,
  version     int not null,
  sellable_id uuid not null,
  packs       int not null check (packs > 0),
  price_fen   bigint not null check (price_fen > 0),
  amount_fen  bigint not null check (amount_fen = packs * price_fen),
  pack_grams  bigint not null check (pack_grams > 0),
  primary key (origin_id, order_id, ordinal)
);

-- How much of a listing with a limit one buyer has taken. Kept by the order intake, given back with cancelled orders.
create table shop.buyer_taking (
  origin_id  uuid not null,
  listing_id uuid not null,
  buyer_ref  uuid not null,
  packs      bigint not null check (packs >= 0),
  primary key (origin_id, listing_id, buyer_ref)
);

-- What happened to an order after it was placed, and who did it. Append-only.
create table shop.order_step (
  origin_id uuid not null,
  order_id  uuid not null,
  at        timestamptz not null,
  id        uuid not null,
  state     text not null,
  by_person uuid,
  note      text not null default '',
  primary key (origin_id, order_id, at, id)
);

-- What was taken from the shelves for an order line: which lot, from where. The way from the buyer back to the field.
create table shop.order_pick (
  origin_id uuid not null,
  order_id  uuid not null,
  ordinal   int not null,
  lot_id    uuid not null,
  site_id   uuid not null,
  grams     bigint not null check (grams > 0),
  primary key (origin_id, order_id, ordinal, lot_id, site_id)
);
create index order_pick_by_lot on shop.order_pick (lot_id);

-- Who got how much of an order when it was settled. A claw-back takes from these, in their proportion.
create table shop.order_portion (
  origin_id uuid not null,
  order_id  uuid not null,
  ordinal   int not null,
  share     text not null,
  party_id  uuid not null,
  fen       bigint not null check (fen > 0),
  primary key (origin_id, order_id, ordinal)
);

-- Money given back. The id is the asker's, so the same refund asked for twice is one.
create table shop.order_refund (
  origin_id uuid not null,
  id        uuid not null,
  order_id  uuid not null,
  fen       bigint not null check (fen > 0),
  reason    text not null check (length(reason) between 1 and 300),
  asked_at  timestamptz not null,
  asked_by  uuid,
  primary key (origin_id, id)
);
create index order_refund_by_order on shop.order_refund (origin_id, order_id);

-- What was ordered of each listing, by batch of the intake and day, written by a listener. Only rows are added, so that
-- batches counted at once do not wait for one another.
create table shop.batch_sale (
  origin_id  uuid not null,
  batch_id   uuid not null,
  listing_id uuid not null,
  day        date not null,
  orders     bigint not null,
  packs      bigint not null,
  fen        bigint not null,
  primary key (origin_id, batch_id, listing_id)
);
create index batch_sale_by_listing on shop.batch_sale (origin_id, listing_id, day) include (orders, packs, fen);
