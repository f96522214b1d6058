-- What buyers want. Demands have no origin, so these tables are the same on every node; there are thousands of them, not
-- millions.
create schema if not exists trade;

create table trade.demand (
  id                    uuid primary key,
  buyer_id              uuid not null,
  product_id            uuid not null,
  version               int not null check (version >= 1),
  minimum_grade         smallint not null check (minimum_grade between 1 and 9),
  first_week            int not null,
  last_week             int not null,
  highest_fen_per_tonne bigint not null check (highest_fen_per_tonne between 1 and 10000000000),
  -- sum over its places, kept here so that lists need no join
  wanted_grams          bigint not null check (wanted_grams between 1 and 10000000000000),
  committed_grams       bigint not null default 0 check (committed_grams >= 0),
  places                int not null check (places between 1 and 2000),
  reference             text not null check (char_length(reference) <= 60),
  note                  text not null check (char_length(note) <= 500),
  posted_at             timestamptz not null,
  posted_by             uuid not null,
  withdrawn_at          timestamptz,
  withdrawn_by          uuid,
  withdrawn_reason      text,
  -- buyer's name, product's names and reference in lower case, as they were when it was written: what the list searches
  search                text not null,
  check (first_week <= last_week),
  check ((withdrawn_at is null) = (withdrawn_by is null)),
  check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create unique index demand_by_reference on trade.demand (buyer_id, reference) where reference <> '';
create index demand_by_time on trade.demand (posted_at desc, id desc);
create index demand_by_buyer on trade.demand (buyer_id, posted_at desc, id desc);
create index demand_by_product on trade.demand (product_id, posted_at desc, id desc);
create index demand_by_search on trade.demand using gin (search gin_trgm_ops);
create index demand_open on trade.demand (last_week, posted_at desc, id desc) where withdrawn_at is null;

-- How much is wanted where, and how much of that contracts hold already. The check is what keeps two plans from serving
-- the same wish twice.
create table trade.demand_place (
  demand_id       uuid not null,
  site_id         uuid not null,
  grams           bigint not null check (grams > 0),
  committed_grams bigint not null default 0,
  primary key (demand_id, site_id),
  check (committed_grams between 0 and grams)
);

-- Every version of a demand, the present one included: nothing that was asked for is forgotten.
create table trade.demand_version (
  demand_id             uuid not null,
  version               int not null,
  minimum_grade         smallint not null,
  first_week            int not null,
  last_week             int not null,
  highest_fen_per_tonne bigint not null,
  wanted_grams          bigint not null,
  note                  text not null,
  written_at            timestamptz not null,
  written_by            uuid not null,
  primary key (demand_id, version)
);
create table trade.demand_version_place (
  demand_id uuid not null,
  version   int not null,
  site_id   uuid not null,
  grams     bigint not null,
  primary key (demand_id, version, site_id)
);
