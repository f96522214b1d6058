-- Truck runs that carry goods of several companies. A trip lies in the books of the county that it starts in.
create table logistics.trip (
  origin_id       uuid not null,
  id              uuid not null,
  number          text not null,
  state           text not null default 'DRAFT' check (state in ('DRAFT', 'ORDERED', 'DEPARTED', 'CLOSED', 'CANCELLED')),
  ordered_by      uuid not null,
  day             date not null,
  plan_id         uuid,                      -- the trip of a season's plan that it follows
  plan_trip       int,
  truck_kind      uuid not null,
  tariff_version  bigint not null,
  capacity_grams  bigint not null check (capacity_grams > 0),
  litres          int not null default 0 check (litres between 0 and 10000000),
  cold            boolean not null,
  hire_fen        bigint not null check (hire_fen between 0 and 1000000000000),
  hire_agreed     boolean not null default false,
  carrier_id      uuid,
  plate           text,
  driver          text,
  range_least     int,
  range_most      int check (range_most >= range_least),
  made_at         timestamptz not null,
  ordered_at      timestamptz,
  departed_at     timestamptz,
  closed_at       timestamptz,
  cancelled_for   text not null default '',
  version         int not null default 1,
  -- sums of its loads and stops, so that lists need not read them
  metres          bigint not null,
  goods           int not null check (goods between 0 and 400),
  payers          int not null,
  out_grams       bigint not null check (out_grams <= capacity_grams),
  back_grams      bigint not null check (back_grams <= capacity_grams),
  cost_fen        bigint,                    -- what was split, once it is closed
  primary key (origin_id, id),
  check ((plan_id is null) = (plan_trip is null)),
  check ((range_least is null) = (range_most is null)),
  check ((carrier_id is null) = (plate is null) and (carrier_id is null) = (driver is null)),
  check (state in ('DRAFT', 'CANCELLED') or carrier_id is not null),
  check ((state in ('DEPARTED', 'CLOSED')) = (departed_at is not null)),
  check ((state = 'CLOSED') = (closed_at is not null) and (state = 'CLOSED') = (cost_fen is not null))
);
create index trip_by_id on logistics.trip (id);
create index trip_by_day on logistics.trip (origin_id, day desc, id desc);
create index trip_by_orderer on logistics.trip (ordered_by, day desc, id desc);
create index trip_by_carrier on logistics.trip (carrier_id, day desc, id desc) where carrier_id is not null;

create table logistics.trip_stop (
  origin_id  uuid not null,
  trip_id    uuid not null,
  place      int not null,
  site_id    uuid not null,
  leg        text not null check (leg in ('OUT', 'BACK')),
  pick_up    boolean not null,
  metres     bigint not null check (metres >= 0),
  estimated  boolean not null,
  primary key (origin_id, trip_id, place)
);

-- What of a consignment a trip needs is kept here too: goods of the way back come from another county's books.
create table logistics.trip_load (
  origin_id       uuid not null,
  trip_id         uuid not null,
  consignment_id  uuid not null,
  number          text not null,
  goods_origin    uuid not null,
  sender_id       uuid not null,
  payer_id        uuid not null,
  leg             text not null check (leg in ('OUT', 'BACK')),
  from_site       uuid not null,
  to_site         uuid not null,
  grams           bigint not null check (grams > 0),
  packages        int not null,
  litres          int not null,
  cold            boolean not null,
  loaded_at       timestamptz,
  loaded_grams    bigint check (loaded_grams > 0),
  primary key (origin_id, trip_id, consignment_id),
  check ((loaded_at is null) = (loaded_grams is null))
);
create index trip_load_by_payer on logistics.trip_load (payer_id);
create index trip_load_by_sender on logistics.trip_load (sender_id);

-- What a trip costs beside its hire.
create table logistics.trip_cost (
  origin_id  uuid not null,
  trip_id    uuid not null,
  id         uuid not null,
  kind       text not null check (kind in ('TOLL', 'WAITING', 'COLD', 'OTHER')),
  fen        bigint not null check (fen between 1 and 1000000000000),
  note       text not null check (length(note) <= 200),
  at         timestamptz not null,
  person_id  uuid not null,
  primary key (origin_id, trip_id, id)
);

-- How the cost of a closed trip was split.
create table logistics.trip_share (
  origin_id   uuid not null,
  trip_id     uuid not null,
  payer_id    uuid not null,
  grams       bigint not null,
  alone_fen   bigint not null check (alone_fen >= 0),
  fair_fen    bigint not null,
  share_fen   bigint not null check (share_fen between 0 and alone_fen),
  excess_fen  bigint not null check (excess_fen >= 0),
  method      text not null check (method in ('EXACT', 'SAMPLED')),
  orders      bigint not null,
  primary key (origin_id, trip_id, payer_id)
);

-- Every scan at the truck's door, those that were refused too.
create table logistics.trip_scan (
  origin_id    uuid not null,
  trip_id      uuid not null,
  id           uuid not null,
  code         text not null check (length(code) <= 80),
  at           timestamptz not null,
  person_id    uuid not null,
  person_name  text not null,
  refusal      text not null default '',     -- the rule; empty where it was taken
  primary key (origin_id, trip_id, id)
);
create index trip_scan_by_time on logistics.trip_scan (origin_id, trip_id, at desc, id desc);

-- Thermometers of cold trips, in tenths of a degree Celsius.
create table logistics.trip_reading (
  origin_id    uuid not null,
  trip_id      uuid not null,
  at           timestamptz not null,
  decidegrees  int not null check (decidegrees between -600 and 600),
  primary key (origin_id, trip_id, at)
);

-- The trips that accepted plans of a season count on.
create table logistics.planned_trip (
  origin_id   uuid not null,
  plan_id     uuid not null,
  number      int not null,
  city_id     uuid,
  site_id     uuid,
  week        int not null,
  truck_kind  uuid not null,
  trucks      int not null check (trucks > 0),
  grams       bigint not null,
  cost_fen    bigint not null,
  primary key (origin_id, plan_id, number),
  check ((city_id is null) <> (site_id is null))
);
create index planned_trip_by_week on logistics.planned_trip (origin_id, week);
