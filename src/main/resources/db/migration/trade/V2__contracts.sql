-- Forward contracts. All their tables begin with the origin, the producing county, so that one contract lies on one shard.

create table trade.contract (
  origin_id      uuid not null,
  id             uuid not null,
  number         text not null,
  seller_id      uuid not null,
  buyer_id       uuid not null,
  product_id     uuid not null,
  -- the side that wrote it; a plan's drafts have none and are seen by both
  drafted_by     text check (drafted_by in ('SELLER', 'BUYER')),
  plan_id        uuid,
  -- the terms that stand: once both have signed the agreed ones, before that the ones last put forward
  version        int not null check (version >= 1),
  stage          text not null check (stage in
                   ('DRAFTED', 'PROPOSED', 'PARTLY_SIGNED', 'SIGNED', 'FULFILLED', 'ENDED', 'CANCELLED', 'LAPSED')),
  stage_at       timestamptz not null,
  stage_reason   text not null default '',
  minimum_grade  smallint not null check (minimum_grade between 1 and 9),
  first_week     int not null,
  last_week      int not null,
  -- what the forecasts of a whole crop's plots add up to now; for a fixed mass, the mass
  forecast_grams bigint not null check (forecast_grams >= 0),
  expected_grams bigint not null check (expected_grams >= 0),
  most_grams     bigint not null check (most_grams >= expected_grams),
  called_grams   bigint not null default 0 check (called_grams >= 0),
  drafted_at     timestamptz not null,
  lapses_on      date not null,
  -- number, parties' and product's names in lower case, as they were when the terms were written: what the list searches
  search         text not null,
  primary key (origin_id, id),
  check (first_week <= last_week),
  check (seller_id <> buyer_id)
);
create index contract_by_id on trade.contract (id);
create index contract_by_time on trade.contract (drafted_at desc, id desc);
create index contract_by_seller on trade.contract (seller_id, drafted_at desc, id desc);
create index contract_by_buyer on trade.contract (buyer_id, drafted_at desc, id desc);
create index contract_by_stage on trade.contract (stage, drafted_at desc, id desc);
create index contract_by_search on trade.contract using gin (search gin_trgm_ops);
create index contract_by_plan on trade.contract (plan_id) where plan_id is not null;
create index contract_to_lapse on trade.contract (lapses_on) where stage in ('DRAFTED', 'PROPOSED', 'PARTLY_SIGNED');

-- The terms as they were put forward each time. Rows are never changed: what was signed stays readable.
create table trade.contract_version (
  origin_id            uuid not null,
  contract_id          uuid not null,
  version              int not null check (version >= 1),
  on_behalf_of         uuid[] not null,
  minimum_grade        smallint not null check (minimum_grade between 1 and 9),
  first_week           int not null,
  last_week            int not null,
  quantity_kind        text not null check (quantity_kind in ('FIXED_MASS', 'WHOLE_CROP')),
  mass_grams           bigint not null check (mass_grams >= 0),
  tolerance_points     int check (tolerance_points between 0 and 2000),
  plots                uuid[] not null,
  floor_grams          bigint,
  ceiling_grams        bigint,
  price_basis          text not null check (price_basis in ('DELIVERED', 'FARM_GATE')),
  price_kind           text not null check (price_kind in ('FIXED', 'FLOOR_PLUS_UPSIDE', 'MARKET_LINKED')),
  -- the fixed price, or the floor
  price_fen_per_tonne  bigint not null check (price_fen_per_tonne between 1 and 10000000000),
  -- the reference of an upside, or the ceiling of a linked price
  second_fen_per_tonne bigint check (second_fen_per_tonne between 1 and 10000000000),
  share_points         int check (share_points between 1 and 30000),
  index_name           text,
  index_source         text,
  deposit_kind         text not null check (deposit_kind in ('NONE', 'SHARE', 'AMOUNT')),
  deposit_points       int check (deposit_points between 1 and 2000),
  deposit_fen          bigint check (deposit_fen > 0),
  deposit_days         int not null check (deposit_days between 0 and 180),
  notice_days          int not null check (notice_days between 0 and 180),
  claim_days           int not null check (claim_days between 0 and 180),
  payment_days         int not null check (payment_days between 0 and 180),
  -- the exact text that signatures are bound to, and its SHA-256
  terms_text           text not null,
  terms_sha256         text not null check (terms_sha256 ~ '^[0-9a-f]{64}$'),
  made_by_side         text check (made_by_side in ('SELLER', 'BUYER')),
  made_by              uuid not null,
  made_at              timestamptz not null,
  primary key (origin_id, contract_id, version),
  check ((quantity_kind = 'FIXED_MASS') = (tolerance_points is not null)),
  check ((quantity_kind = 'WHOLE_CROP') = (cardinality(plots) > 0)),
  check (floor_grams is null or ceiling_grams is null or floor_grams <= ceiling_grams),
  check ((price_kind = 'FIXED') = (index_name is null)),
  check ((price_kind = 'FIXED') = (second_fen_per_tonne is null)),
  check (price_kind <> 'MARKET_LINKED' or second_fen_per_tonne >= price_fen_per_tonne),
  check ((deposit_kind = 'SHARE') = (deposit_points is not null)),
  check ((deposit_kind = 'AMOUNT') = (deposit_fen is not null))
);

create table trade.contract_line (
  origin_id   uuid not null,
  contract_id uuid not null,
  version     int not null,
  line        int not null,
  site_id     uuid not null,
  grams       bigint not null check (grams > 0),
  first_week  int not null,
  last_week   int not null check (last_week >= first_week),
  demand_id   uuid,
  primary key (origin_id, contract_id, version, line)
);

-- One row for each side and version: the key makes a second signature of the same side impossible.
create table trade.contract_signature (
  origin_id         uuid not null,
  contract_id       uuid not null,
  version           int not null,
  side              text not null check (side in ('SELLER', 'BUYER')),
  person_id         uuid not null,
  person_name       text not null,
  organisation_id   uuid not null,
  organisation_name text not null,
  signed_at         timestamptz not null,
  terms_sha256      text not null,
  primary key (origin_id, contract_id, version, side)
);

create table trade.contract_amendment (
  origin_id    uuid not null,
  contract_id  uuid not null,
  number       int not null check (number >= 1),
  base_version int not null,
  version      int not null check (version > base_version),
  proposed_by  text not null check (proposed_by in ('SELLER', 'BUYER')),
  person_id    uuid not null,
  proposed_at  timestamptz not null,
  reason       text not null,
  outcome      text not null check (outcome in ('OPEN', 'AGREED', 'REFUSED', 'WITHDRAWN')),
  settled_at   timestamptz,
  answer       text not null default '',
  primary key (origin_id, contract_id, number),
  check ((outcome = 'OPEN') = (settled_at is null))
);
-- One open amendment at a time, whatever the application believes.
create unique index amendment_open on trade.contract_amendment (origin_id, contract_id) where outcome = 'OPEN';

create table trade.call_off (
  origin_id    uuid not null,
  id           uuid not null,
  contract_id  uuid not null,
  site_id      uuid not null,
  week         int not null,
  grams        bigint not null check (grams > 0),
  made_by      uuid not null,
  made_at      timestamptz not null,
  withdrawn_at timestamptz,
  primary key (origin_id, id)
);
create index call_off_by_contract on trade.call_off (origin_id, contract_id, week, id);

-- The timeline of a contract.
create table trade.contract_step (
  origin_id         uuid not null,
  id                uuid not null,
  contract_id       uuid not null,
  kind              text not null,
  version           int not null,
  at                timestamptz not null,
  person_id         uuid,
  person_name       text not null,
  organisation_name text not null,
  note              text not null,
  primary key (origin_id, id)
);
create index step_by_contract on trade.contract_step (origin_id, contract_id, id);

-- How much of each offer is promised under contracts. The row is the lock on which two plans meet: whoever comes second
-- sees what the first has taken. A forecast may later fall below what is promised; then nothing more can be promised.
create table trade.offer_commitment (
  origin_id       uuid not null,
  offer_key       text not null,
  offered_grams   bigint not null check (offered_grams >= 0),
  committed_grams bigint not null check (committed_grams >= 0),
  primary key (origin_id, offer_key)
);
create index offer_commitment_by_key on trade.offer_commitment (offer_key);

-- Which offers and which wishes stand behind a contract. Released when it is cancelled, lapses or is closed.
create table trade.contract_backing (
  origin_id   uuid not null,
  contract_id uuid not null,
  line        int not null,
  offer_key   text not null,
  plan_id     uuid,
  demand_id   uuid,
  site_id     uuid,
  week        int,
  grams       bigint not null check (grams >= 0),
  released_at timestamptz,
  primary key (origin_id, contract_id, line)
);
create index backing_by_offer on trade.contract_backing (origin_id, offer_key) where released_at is null;
create index backing_by_demand on trade.contract_backing (demand_id) where released_at is null;
-- The same row of a plan becomes a contract once, however often it is accepted.
create unique index backing_of_plan on trade.contract_backing (origin_id, plan_id, offer_key, demand_id, site_id, week)
  where plan_id is not null and released_at is null;

-- A plot's crop of a product is sold whole at most once at a time.
create table trade.crop_plot (
  origin_id   uuid not null,
  plot_id     uuid not null,
  product_id  uuid not null,
  contract_id uuid not null,
  primary key (origin_id, plot_id, product_id)
);
create index crop_plot_by_contract on trade.crop_plot (origin_id, contract_id);

-- How a contract's expected quantity moved, as the forecasts of its plots were revised.
create table trade.contract_expectation (
  origin_id    uuid not null,
  id           uuid not null,
  contract_id  uuid not null,
  before_grams bigint not null,
  now_grams    bigint not null,
  at           timestamptz not null,
  primary key (origin_id, id)
);
create index expectation_by_contract on trade.contract_expectation (origin_id, contract_id, id);
