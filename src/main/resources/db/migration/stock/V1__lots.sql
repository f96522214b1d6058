create schema if not exists stock;

-- Every quantity of one product and grade there ever was. Rows are added, never changed or removed.
create table stock.lot (
  origin_id     uuid not null,     -- the county in whose books it lies
  id            uuid not null,
  product_id    uuid not null,
  grade         smallint not null check (grade between 1 and 9),
  mass_grams    bigint not null check (mass_grams > 0 and mass_grams <= 10000000000000),
  made_on       date not null,
  best_before   date not null,
  parts         smallint not null check (parts between 1 and 1000), -- so that a part that went missing shows
  registered_at timestamptz not null default now(),
  primary key (origin_id, id),
  check (best_before >= made_on)
);
create index lot_by_id on stock.lot (id);

-- What a lot was composed of. The parts of a lot add up to its mass; Lot checks that before it is written and again when
-- it is read.
create table stock.component (
  origin_id        uuid not null,  -- the lot's, so that both lie together
  lot_id           uuid not null,
  ordinal          smallint not null check (ordinal >= 0),
  parent_id        uuid check (parent_id <> lot_id),
  from_origin_id   uuid not null,  -- the county these grams came from
  mass_grams       bigint not null check (mass_grams > 0),
  primary key (origin_id, lot_id, ordinal),
  foreign key (origin_id, lot_id) references stock.lot (origin_id, id)
);
create index component_by_parent on stock.component (parent_id) where parent_id is not null;
