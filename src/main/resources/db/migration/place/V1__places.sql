create schema if not exists place;

-- The tree of regions. kind_rank repeats kind as a number, so that the foreign key itself can refuse a parent that is
-- not wider: without it a circle could be stored and every walk up the tree would never end.
create table place.region (
  id          uuid primary key,
  kind        text not null,
  kind_rank   smallint not null,
  parent_id   uuid,
  parent_rank smallint,
  code        text not null check (code ~ '^[A-Za-z0-9][A-Za-z0-9-]{0,19}$'),
  name_en     text not null check (length(name_en) between 1 and 120),
  name_zh     text not null check (length(name_zh) between 1 and 120),
  name_ug     text not null check (length(name_ug) between 1 and 120),
  latitude    double precision check (latitude between -90 and 90),
  longitude   double precision check (longitude between -180 and 180),
  search_text text not null generated always as (lower(code || ' ' || name_en || ' ' || name_zh || ' ' || name_ug)) stored,
  changed_at  timestamptz not null,
  changed_by  uuid not null,
  unique (id, kind_rank),
  unique (code),
  foreign key (parent_id, parent_rank) references place.region (id, kind_rank),
  check (kind_rank = coalesce(array_position(
    array['COUNTRY', 'PROVINCE', 'PREFECTURE', 'CITY', 'COUNTY', 'TOWNSHIP', 'VILLAGE'], kind), 0) - 1),
  check (kind_rank >= 0),
  check ((parent_id is null) = (parent_rank is null)),
  check (parent_rank < kind_rank),
  check ((latitude is null) = (longitude is null))
);
create index region_by_parent on place.region (parent_id);
create index region_by_search on place.region using gin (search_text gin_trgm_ops);

-- Organisations that lie across regions.
create table place.division (
  id         uuid primary key,
  code       text not null unique check (code ~ '^[A-Za-z0-9][A-Za-z0-9-]{0,19}$'),
  name_en    text not null check (length(name_en) between 1 and 120),
  name_zh    text not null check (length(name_zh) between 1 and 120),
  name_ug    text not null check (length(name_ug) between 1 and 120),
  changed_at timestamptz not null,
  changed_by uuid not null
);
create table place.division_region (
  division_id uuid not null references place.division (id),
  region_id   uuid not null references place.region (id),
  primary key (division_id, region_id)
);

-- Known road distances. A road is as long one way as the other, so each pair stands once, the lesser id first.
create table place.road (
  a_id       uuid not null references place.region (id),
  b_id       uuid not null references place.region (id),
  metres     bigint not null check (metres between 1 and 20000000),
  source     text not null check (length(source) between 1 and 200),
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (a_id, b_id),
  check (a_id < b_id)
);
create index road_by_other_end on place.road (b_id);

-- operator_id is a party, which this module knows only by id.
create table place.site (
  id          uuid primary key,
  kind        text not null
    check (kind in ('WAREHOUSE', 'PACKING_HOUSE', 'STATION', 'STORE', 'SHIP_TO', 'MARKET', 'SORTING_CENTRE')),
  name        text not null check (length(name) between 1 and 120),
  gln         text unique check (gln ~ '^[0-9]{13}$'),
  region_id   uuid not null references place.region (id),
  latitude    double precision not null check (latitude between -90 and 90),
  longitude   double precision not null check (longitude between -180 and 180),
  operator_id uuid not null,
  address     text not null check (length(address) <= 300),
  closed      boolean not null,
  search_text text not null generated always as (lower(name || ' ' || coalesce(gln, '') || ' ' || address)) stored,
  changed_at  timestamptz not null,
  changed_by  uuid not null
);
create index site_by_name on place.site (name, id);
create index site_by_operator on place.site (operator_id, name, id);
create index site_by_region on place.site (region_id);
create index site_by_search on place.site using gin (search_text gin_trgm_ops);
