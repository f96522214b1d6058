-- What an organisation drives its rounds with.
create table logistics.vehicle (
  id                uuid primary key,
  owner_id          uuid not null,
  plate             text not null check (length(plate) between 1 and 30),
  capacity_grams    bigint not null check (capacity_grams between 1 and 100000000),
  capacity_litres   int not null check (capacity_litres between 1 and 200000),
  cold              boolean not null,
  per_trip_fen      bigint not null check (per_trip_fen between 0 and 100000000),
  per_kilometre_fen bigint not null check (per_kilometre_fen between 0 and 100000),
  retired           boolean not null default false,
  unique (owner_id, plate)
);

-- When goods are taken in or given out at a place, as one organisation's dispatchers learned it.
create table logistics.round_hours (
  owner_id        uuid not null,
  site_id         uuid not null,
  opens           time not null,
  closes          time not null check (closes > opens),
  primary key (owner_id, site_id)
);

-- A reckoning that proposes rounds for a day; its job is kept by the platform.
create table logistics.round_plan (
  id        uuid primary key,
  owner_id  uuid not null,
  day       date not null,
  depots    uuid[] not null check (cardinality(depots) between 1 and 20),
  seconds   int not null check (seconds between 1 and 300),
  job_id    uuid not null,
  state     text not null default 'SOLVING' check (state in ('SOLVING', 'SOLVED', 'FAILED', 'CANCELLED')),
  failure   text not null default '',
  made_at   timestamptz not null,
  ended_at  timestamptz,
  rounds    int not null default 0,
  served    int not null default 0,
  metres    bigint not null default 0,
  cost_fen  bigint not null default 0
);
create index round_plan_by_owner on logistics.round_plan (owner_id, made_at desc);

create table logistics.round_plan_vehicle (
  plan_id    uuid not null references logistics.round_plan (id),
  vehicle_id uuid not null,
  depot_id   uuid not null,
  driver_id  uuid,
  shift_from time not null,
  shift_to   time not null check (shift_to > shift_from),
  primary key (plan_id, vehicle_id)
);

-- What the plan could not serve, and what stood against it.
create table logistics.round_unserved (
  plan_id uuid not null references logistics.round_plan (id),
  place   int not null,
  code    text not null,
  thing   text not null,
  of_id   uuid,
  reason  text not null,
  primary key (plan_id, place)
);

-- One vehicle's run from a depot and back on one day. It lies in the books of the depot's county.
create table logistics.round (
  origin_id      uuid not null,
  id             uuid not null,
  owner_id       uuid not null,
  depot_id       uuid not null,
  day            date not null,
  vehicle_id     uuid not null,
  driver_id      uuid,                        -- nobody yet
  shift_from     time not null,
  shift_to       time not null check (shift_to > shift_from),
  state          text not null default 'DRAFT' check (state in ('DRAFT', 'PLANNED', 'DRIVING', 'DONE', 'CANCELLED')),
  locked         boolean not null default false,
  version        int not null default 0,      -- counts what dispatchers change, so that two do not overwrite one another
  plan_id        uuid,
  created_at     timestamptz not null,
  started_at     timestamptz,
  ended_at       timestamptz check (ended_at >= started_at),
  -- as reckoned from its order when it last changed
  metres         bigint not null default 0 check (metres >= 0),
  empty_metres   bigint not null default 0 check (empty_metres between 0 and metres),
  gram_metres    bigint not null default 0 check (gram_metres >= 0),
  cost_fen       bigint not null default 0 check (cost_fen >= 0),
  primary key (origin_id, id),
  check (state in ('DRAFT', 'CANCELLED') or driver_id is not null),
  check (state not in ('DRIVING', 'DONE') or started_at is not null),
  check ((state = 'DONE') = (ended_at is not null))
);
create index round_by_id on logistics.round (id);
create index round_by_day on logistics.round (owner_id, day, id);
create index round_by_driver on logistics.round (driver_id, day) where state in ('PLANNED', 'DRIVING', 'DONE');
create index round_by_vehicle on logistics.round (vehicle_id, day) where state in ('PLANNED', 'DRIVING');

create table logistics.round_stop (
  origin_id        uuid not null,
  id               uuid not null,
  round_id         uuid not null,
  place            int not null check (place >= 0),
  site_id          uuid,                      -- empty for somebody's door
  region_id        uuid not null,
  latitude         double precision not null,
  longitude        double precision not null,
  opens_at         timestamptz,
  closes_at        timestamptz check (closes_at > opens_at),
  service_seconds  int not null check (service_seconds between 0 and 14400),
  planned_at       timestamptz not null,
  metres           bigint not null check (metres >= 0), -- from the stop before
  state            text not null default 'PENDING' check (state in ('PENDING', 'DONE', 'FAILED')),
  arrived_at       timestamptz,
  ended_at         timestamptz,
  reason           text check (length(reason) between 1 and 200),
  primary key (origin_id, id),
  check ((opens_at is null) = (closes_at is null)),
  check ((state = 'PENDING') = (ended_at is null)),
  check ((state = 'FAILED') = (reason is not null))
);
create index round_stop_by_round on logistics.round_stop (origin_id, round_id, place);

-- What is done at a stop: one consignment, parcel or container brought or fetched.
create table logistics.round_task (
  origin_id  uuid not null,
  id         uuid not null,
  round_id   uuid not null,
  stop_id    uuid not null,
  kind       text not null check (kind in ('DELIVER', 'COLLECT')),
  thing      text not null check (thing in ('CONSIGNMENT', 'PARCEL', 'CONTAINER')),
  of_id      uuid,
  code       text not null check (length(code) between 1 and 60),
  grams      bigint not null check (grams >= 0),
  litres     int not null check (litres >= 0),
  cold       boolean not null,
  packages   int not null check (packages >= 1),
  state      text not null default 'PENDING' check (state in ('PENDING', 'DONE', 'FAILED', 'DROPPED')),
  loaded_at  timestamptz,
  ended_at   timestamptz,
  reason     text,
  primary key (origin_id, id),
  check ((state = 'PENDING') = (ended_at is null))
);
create index round_task_by_round on logistics.round_task (origin_id, round_id, code);
create index round_task_by_thing on logistics.round_task (of_id) where of_id is not null;
-- Nothing is brought by two rounds at once, whatever the application believes.
create unique index round_task_once on logistics.round_task (origin_id, kind, code) where state = 'PENDING';

-- What a driver's phone wrote down, by the id that the phone made: once, however often it is sent.
create table logistics.round_scan (
  origin_id    uuid not null,
  id           uuid not null,
  round_id     uuid not null,
  person_id    uuid not null,
  kind         text not null check (kind in ('START', 'ARRIVE', 'LOAD', 'COLLECT', 'DELIVER', 'FAIL', 'FINISH')),
  stop_id      uuid,
  code         text not null,
  at           timestamptz not null,
  received_at  timestamptz not null,
  content      text not null,                 -- a digest: the same id with other content is another thing
  refused_by   text,                          -- the rule; empty where it counts
  arguments    text not null default '',
  primary key (origin_id, id)
);
create index round_scan_by_round on logistics.round_scan (origin_id, round_id, at);

-- Who took the goods: the name lies sealed, the picture in the blob store.
create table logistics.round_proof (
  origin_id   uuid not null,
  id          uuid not null,                  -- the scan's
  round_id    uuid not null,
  task_id     uuid not null,
  name_key    text,
  name_sealed bytea,
  picture_id  uuid,
  code        text not null default '',
  at          timestamptz not null,
  primary key (origin_id, id),
  check ((name_key is null) = (name_sealed is null))
);
create index round_proof_by_round on logistics.round_proof (origin_id, round_id);

create table logistics.round_picture (
  origin_id   uuid not null,
  id          uuid not null,                  -- made by the phone
  round_id    uuid not null,
  person_id   uuid not null,
  blob        text not null,
  bytes       bigint not null,
  sha256      text not null,
  received_at timestamptz not null,
  primary key (origin_id, id)
);

-- What happened to a round and who did it.
create table logistics.round_step (
  origin_id         uuid not null,
  round_id          uuid not null,
  number            bigint generated always as identity,
  at                timestamptz not null,
  what              text not null,
  person_id         uuid,
  person_name       text not null,
  organisation_name text not null,
  note              text not null,
  primary key (origin_id, round_id, number)
);
