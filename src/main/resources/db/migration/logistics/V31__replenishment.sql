-- What stores sold of which product on which day, as they reported it. A day that nobody reported is missing, not zero.
create table logistics.sell_through (
  site_id     uuid not null,
  product_id  uuid not null,
  day         date not null,
  sold_grams  bigint not null check (sold_grams between 0 and 10000000000000),
  left_grams  bigint check (left_grams between 0 and 10000000000000),   -- in the store at the day's end, where somebody looked
  source      text not null check (source in ('FORM', 'FILE', 'API')),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (site_id, product_id, day)
);

-- Which product a store gets from whom, out of which warehouse, and how much it is to have.
create table logistics.store_line (
  id           uuid primary key,
  store_id     uuid not null,
  product_id   uuid not null,
  owner_id     uuid not null,       -- whose goods it gets
  warehouse_id uuid not null,
  pack_grams   bigint not null check (pack_grams between 1 and 2000000),
  least_packs  int not null check (least_packs between 0 and 10000),     -- what the shelf never falls below
  cover_days   int not null check (cover_days between 1 and 60),
  transit_days int not null check (transit_days between 0 and 30),
  fresh_days   int not null check (fresh_days between 0 and 365),        -- that goods must keep when they arrive
  ended        boolean not null,
  changed_at   timestamptz not null,
  changed_by   text not null,
  unique (store_id, product_id, owner_id)
);
create index store_line_by_owner on logistics.store_line (owner_id, warehouse_id);

-- What is proposed to be sent, and why.
create table logistics.proposal (
  id           uuid primary key,
  owner_id     uuid not null,
  warehouse_id uuid not null,
  made_at      timestamptz not null,
  made_by      text not null,
  stage        text not null check (stage in ('OPEN', 'RELEASED', 'DISCARDED')),
  closed_at    timestamptz check ((closed_at is null) = (stage = 'OPEN')),
  closed_by    text not null default ''
);
create index proposal_by_owner on logistics.proposal (owner_id, made_at desc);

create table logistics.proposal_line (
  proposal_id     uuid not null references logistics.proposal (id),
  line_id         uuid not null,
  store_id        uuid not null,
  product_id      uuid not null,
  pack_grams      bigint not null check (pack_grams > 0),
  arrives_on      date not null,
  covers_until    date not null,
  fresh_until     date not null,               -- the earliest best-before day that may be sent
  days_known      int not null,
  daily_grams     bigint not null,             -- expected on a usual day
  error_bp        int,                         -- of the forecast on held-back days; empty: too few to say
  weekdays        boolean not null,            -- whether weekdays told apart
  on_hand_grams   bigint not null,
  basis           text not null check (basis in ('REPORTED', 'STOCK', 'DELIVERIES')),
  under_way_grams bigint not null,
  until_grams     bigint not null,             -- expected to be sold before it arrives
  target_grams    bigint not null,
  wanted_packs    int not null check (wanted_packs >= 0),
  proposed_packs  int not null check (proposed_packs >= 0),
  packs           int not null check (packs between 0 and 100000),  -- as a person left it
  why             text not null check (why in ('COVER', 'LEAST', 'ENOUGH', 'KEEPS_SHORT', 'SCARCE', 'NO_GOODS', 'UNKNOWN')),
  sent_packs      int check (sent_packs between 0 and packs),
  primary key (proposal_id, line_id)
);
