create schema if not exists logistics;

-- Who changed the tariffs, when, and what about. Each change makes a new version of the tariff as a whole; the rows of
-- the three tables below hold from one version until another, so any version can be read again as it was.
create table logistics.tariff_change (
  version         bigint primary key check (version > 0),
  changed_at      timestamptz not null,
  account_id      uuid not null,
  person_id       uuid not null,
  person_name     text not null,
  organisation_id uuid not null,
  subject         text not null check (subject in ('TRUCK_KIND', 'WAREHOUSE', 'RATES')),
  subject_id      uuid not null
);

create table logistics.truck_kind (
  id                 uuid not null,
  version_from       bigint not null references logistics.tariff_change (version),
  version_until      bigint references logistics.tariff_change (version),
  name_en            text not null check (length(name_en) between 1 and 120),
  name_zh            text not null check (length(name_zh) between 1 and 120),
  name_ug            text not null check (length(name_ug) between 1 and 120),
  capacity_grams     bigint not null check (capacity_grams between 1 and 100000000),
  trip_fen           bigint not null check (trip_fen between 0 and 100000000),
  fen_per_kilometre  bigint not null check (fen_per_kilometre between 0 and 100000),
  cold               boolean not null,
  kilometres_per_day int not null check (kilometres_per_day between 1 and 2000),
  retired            boolean not null,
  primary key (id, version_from),
  check (version_until > version_from)
);
create unique index truck_kind_current on logistics.truck_kind (id) where version_until is null;

-- site_id is a site of place. withdrawn: no longer used for goods near the market.
create table logistics.warehouse (
  site_id            uuid not null,
  version_from       bigint not null references logistics.tariff_change (version),
  version_until      bigint references logistics.tariff_change (version),
  capacity_grams     bigint not null check (capacity_grams between 1 and 1000000000000),
  fen_per_tonne_week bigint not null check (fen_per_tonne_week between 0 and 1000000),
  cold               boolean not null,
  withdrawn          boolean not null,
  primary key (site_id, version_from),
  check (version_until > version_from)
);
create unique index warehouse_current on logistics.warehouse (site_id) where version_until is null;

create table logistics.rates (
  version_from                   bigint primary key references logistics.tariff_change (version),
  version_until                  bigint references logistics.tariff_change (version),
  last_leg_fen_per_tonne         bigint not null check (last_leg_fen_per_tonne between 0 and 10000000),
  onward_fen_per_tonne_kilometre bigint not null check (onward_fen_per_tonne_kilometre between 0 and 100000),
  check (version_until > version_from)
);
create unique index rates_current on logistics.rates ((true)) where version_until is null;
