create schema if not exists trade;

-- A plan is one docking of a season, kept with everything it was solved from, so that it can be read and compared for years.
-- Masses in grams, money in fen, prices in fen per tonne, weeks as year * 100 + ISO week.
create table trade.plan (
  id                    uuid primary key,
  owner_id              uuid not null,                    -- the organisation that planned
  made_by               uuid not null,                    -- the person who asked for it
  name                  text not null check (length(name) between 1 and 120),
  first_week            integer not null check (first_week between 200001 and 219953),
  last_week             integer not null check (last_week >= first_week and last_week <= 219953),
  seconds_allowed       integer not null check (seconds_allowed between 1 and 3600),
  grower_share          integer not null check (grower_share between 0 and 10000),  -- of the surplus, in basis points
  based_on              uuid,                             -- the plan whose rules this one was solved again with
  job_id                uuid not null,
  state                 text not null check (state in ('SOLVING', 'SOLVED', 'FAILED', 'CANCELLED')),
  failure               text not null default '',         -- a message key where the state is FAILED
  failure_arguments     text[] not null default '{}',
  made_at               timestamptz not null,
  ended_at              timestamptz,
  solve_milliseconds    bigint not null default 0,
  tariff                text not null default '',         -- which tariff it was solved with
  surplus_fen           bigint not null default 0,
  bound_fen             bigint not null default 0,        -- no plan of this season under these rules is worth more
  offered_grams         bigint not null default 0,
  wanted_grams          bigint not null default 0,
  placed_grams          bigint not null default 0,
  trucks                integer not null default 0,
  truck_capacity_grams  bigint not null default 0,
  trucks_fen            bigint not null default 0,
  last_leg_fen          bigint not null default 0,
  onward_fen            bigint not null default 0,
  storage_fen           bigint not null default 0,
  freight_alone_fen     bigint not null default 0,        -- the same goods, every company with trucks of its own
  estimated_distances   integer not null default 0,       -- lanes whose road distance is not known
  check (state = 'SOLVING' or ended_at is not null),
  check (state <> 'SOLVED' or surplus_fen <= bound_fen),
  check (placed_grams <= offered_grams and placed_grams <= wanted_grams)
);
create index plan_by_owner on trade.plan (owner_id, made_at desc);

-- What was on offer, and what became of it.
create table trade.plan_supply (
  origin_id         uuid not null,
  plan_id           uuid not null,
  supply_key        text not null,
  grower_id         uuid not null,
  division_id       uuid,
  product_id        uuid not null,
  grade             smallint not null check (grade between 1 and 9),
  first_week        integer not null,
  last_week         integer not null,
  offered_grams     bigint not null check (offered_grams > 0),
  placed_grams      bigint not null check (placed_grams between 0 and offered_grams),
  floor_price       bigint not null check (floor_price >= 0),
  grower_fen        bigint not null check (grower_fen >= 0),   -- what the grower gets for all that is placed
  local_price       bigint check (local_price >= 0),           -- the best local offer of the day; null where none is known
  equal_group       integer not null,                          -- rows of one group are equal and share alike
  reason            text not null,                             -- why the rest stays; empty where all is placed
  primary key (origin_id, plan_id, supply_key),
  check ((reason = '') = (placed_grams = offered_grams))
);
create index plan_supply_by_plan on trade.plan_supply (plan_id, product_id, supply_key);
create index plan_supply_left on trade.plan_supply (plan_id, (offered_grams - placed_grams) desc);

-- What was wanted, one row for each ship-to place.
create table trade.plan_demand (
  plan_id           uuid not null,
  demand_key        text not null,
  demand_id         uuid not null,
  site_id           uuid not null,
  city_id           uuid not null,
  buyer_id          uuid not null,
  product_id        uuid not null,
  grade             smallint not null check (grade between 1 and 9),
  first_week        integer not null,
  last_week         integer not null,
  wanted_grams      bigint not null check (wanted_grams > 0),
  placed_grams      bigint not null check (placed_grams between 0 and wanted_grams),
  highest_price     bigint not null check (highest_price >= 0),
  reason            text not null,
  primary key (plan_id, demand_key),
  check ((reason = '') = (placed_grams = wanted_grams))
);
create index plan_demand_left on trade.plan_demand (plan_id, (wanted_grams - placed_grams) desc);

-- Who ships what to whom, by which way. The price parts add up: floor + grower's gain + trucks + storage + onward + last leg
-- + buyer's gain = highest.
create table trade.plan_line (
  origin_id         uuid not null,
  plan_id           uuid not null,
  line              integer not null,
  supply_key        text not null,
  demand_key        text not null,
  grower_id         uuid not null,
  buyer_id          uuid not null,
  product_id        uuid not null,
  grade             smallint not null,
  city_id           uuid not null,
  site_id           uuid not null,
  warehouse_id      uuid,                                   -- the near-market warehouse it goes through; null when direct
  loading_week      integer not null,
  delivery_week     integer not null check (delivery_week >= loading_week),
  grams             bigint not null check (grams > 0),
  floor_price       bigint not null check (floor_price >= 0),
  grower_gain       bigint not null check (grower_gain >= 0),
  trucking_price    bigint not null check (trucking_price >= 0),
  storage_price     bigint not null check (storage_price >= 0),
  onward_price      bigint not null check (onward_price >= 0),
  last_leg_price    bigint not null check (last_leg_price >= 0),
  buyer_gain        bigint not null,                        -- below zero only where a rule forced a trip that cannot pay
  highest_price     bigint not null check (highest_price >= 0),
  contract_id       uuid,                                   -- once accepted
  accepted_at       timestamptz,
  primary key (origin_id, plan_id, line),
  check (floor_price + grower_gain + trucking_price + storage_price + onward_price + last_leg_price + buyer_gain = highest_price),
  check ((contract_id is null) = (accepted_at is null))
);
create index plan_line_by_plan on trade.plan_line (plan_id, line);
create index plan_line_by_buyer on trade.plan_line (plan_id, buyer_id, product_id);
create index plan_line_by_supply on trade.plan_line (plan_id, supply_key);
create index plan_line_by_demand on trade.plan_line (plan_id, demand_key);

-- Whole trucks of one kind from one county to one city or warehouse in one week.
create table trade.plan_trip (
  origin_id         uuid not null,
  plan_id           uuid not null,
  trip              integer not null,
  to_city_id        uuid,
  to_warehouse_id   uuid,
  week              integer not null,
  truck_kind_id     uuid not null,
  trucks            integer not null check (trucks > 0),
  grams             bigint not null check (grams >= 0),
  capacity_grams    bigint not null check (capacity_grams >= grams),
  kilometres        integer not null check (kilometres >= 0),
  cost_fen          bigint not null check (cost_fen >= 0),
  primary key (origin_id, plan_id, trip),
  check ((to_city_id is null) <> (to_warehouse_id is null))
);
create index plan_trip_by_plan on trade.plan_trip (plan_id, week, trip);

-- What a person decided: rules that were kept in a plan, and rules noted on it for when it is solved again.
create table trade.plan_decision (
  plan_id           uuid not null,
  number            integer not null check (number > 0),
  kind              text not null check (kind in ('SHIP_PAIR', 'FORBID_PAIR', 'FORBID_SUPPLY', 'FORBID_DEMAND')),
  supply_key        text not null default '',
  demand_key        text not null default '',
  grams             bigint not null default 0 check (grams >= 0),
  kept              boolean not null,                       -- true: this plan was solved under it
  dropped           boolean not null default false,         -- true: not to be taken into the next
  set_by            uuid not null,
  set_at            timestamptz not null,
  primary key (plan_id, number),
  check ((kind = 'SHIP_PAIR') = (grams > 0))
);
create unique index plan_rule_once on trade.plan_decision (plan_id, kind, supply_key, demand_key);
