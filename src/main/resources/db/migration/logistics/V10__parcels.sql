-- The three tiers of a county: which site hands on to which. A small table that every shard may hold whole.
create table logistics.parcel_site (
  site_id    uuid primary key,
  origin_id  uuid not null,                 -- the county
  parent_id  uuid,                          -- empty for the county's sorting centre
  region_id  uuid not null,                 -- that it lies in: doors there are its own
  changed_at timestamptz not null,
  changed_by uuid not null,
  check (parent_id <> site_id)
);
create index parcel_site_by_county on logistics.parcel_site (origin_id);
create index parcel_site_by_region on logistics.parcel_site (region_id);
create index parcel_site_by_parent on logistics.parcel_site (parent_id) where parent_id is not null;

-- Serials of parcels and containers. A sequence: no transaction waits for another, and gaps do no harm.
create sequence logistics.sscc_serial;

-- A parcel lies in the books of the county that took it in, wherever it is now.
create table logistics.parcel (
  origin_id      uuid not null,
  id             uuid not null,
  sscc           text not null check (sscc ~ '^[0-9]{18}$'),
  source         text not null check (source in ('ORDER', 'VILLAGER', 'INBOUND')),
  consignment_id uuid,
  package_number int check (package_number between 1 and 1000000),
  carrier_name   text check (length(carrier_name) between 1 and 120),
  waybill        text check (length(waybill) between 1 and 40),
  taken_site     uuid not null,
  taken_at       timestamptz not null,
  to_region      uuid not null,
  to_site        uuid,                      -- the last site of ours on its way; empty when another carrier brings it
  to_door        boolean not null,
  mass_grams     bigint not null check (mass_grams between 1 and 100000),
  litres         int not null check (litres between 1 and 1000),
  price_fen      bigint not null check (price_fen >= 0),
  -- names, telephones and addresses of both ends, sealed by the installation's key
  people_key     text not null,
  people_sealed  bytea not null,
  -- who took it, sealed likewise
  taker_key      text,
  taker_sealed   bytea,
  stage          text not null check (stage in ('AT_SITE', 'UNDER_WAY', 'READY', 'GIVEN_ON', 'HANDED_OUT', 'LOST')),
  at_site        uuid not null,             -- where it is, or was last
  at             timestamptz not null,      -- since when: of the last scan that moved it
  container_id   uuid,
  going_back     boolean not null default false,
  keep_until     timestamptz,
  primary key (origin_id, id),
  check ((source = 'ORDER') = (consignment_id is not null) and (source = 'ORDER') = (package_number is not null)),
  check ((source = 'INBOUND') = (waybill is not null)),
  check (waybill is null or carrier_name is not null),
  check ((stage = 'READY') = (keep_until is not null)),
  check ((taker_key is null) = (taker_sealed is null)),
  check (container_id is null or stage in ('AT_SITE', 'UNDER_WAY'))
);
create unique index parcel_by_consignment on logistics.parcel (origin_id, consignment_id, package_number)
  where consignment_id is not null;
create unique index parcel_of_carrier on logistics.parcel (origin_id, carrier_name, waybill) where source = 'INBOUND';
create index parcel_by_sscc on logistics.parcel (sscc);
create index parcel_by_waybill on logistics.parcel (waybill) where waybill is not null;
create index parcel_by_id on logistics.parcel (id);
create index parcel_in_container on logistics.parcel (container_id) where container_id is not null;
create index parcel_at_site on logistics.parcel (at_site, at desc, id desc);
create index parcel_taken_in on logistics.parcel (origin_id, taken_at desc, id desc);
create index parcel_kept_until on logistics.parcel (keep_until) where keep_until is not null;

-- Every code that was read, in the books of the county where it was; what was refused is kept as well. Rows are added,
-- never changed: the client-made id counts once.
create table logistics.parcel_scan (
  origin_id         uuid not null,
  id                uuid not null,
  code              text not null check (length(code) between 1 and 100),
  kind              text not null,
  site_id           uuid not null,
  at                timestamptz not null,
  recorded_at       timestamptz not null,
  into_code         text,                   -- of the container it goes into
  weighed_grams     bigint check (weighed_grams > 0),
  note              text not null,
  outcome           text not null check (outcome in ('COUNTED', 'LATE', 'REFUSED')),
  rule              text not null,
  arguments         text not null,
  parcels           int not null check (parcels >= 0),
  parcel_origin     uuid,
  parcel_id         uuid,
  container_id      uuid,
  person_id         uuid not null,
  person_name       text not null,
  organisation_id   uuid not null,
  organisation_name text not null,
  primary key (origin_id, id),
  check ((outcome = 'REFUSED') = (rule <> '')),
  check ((parcel_id is null) = (parcel_origin is null))
);
create index parcel_scan_at_site on logistics.parcel_scan (origin_id, site_id, recorded_at desc);

-- The trail of one parcel. A container's scan leaves a row for each parcel inside.
create table logistics.parcel_step (
  origin_id         uuid not null,          -- of the parcel
  parcel_id         uuid not null,
  scan_id           uuid not null,
  kind              text not null,
  site_id           uuid not null,
  at                timestamptz not null,
  recorded_at       timestamptz not null,
  outcome           text not null check (outcome in ('COUNTED', 'LATE', 'REFUSED')),
  rule              text not null,
  arguments         text not null,
  container_id      uuid,                   -- inside which it was
  person_name       text not null,          -- empty where the platform did it
  organisation_name text not null,
  note              text not null,
  primary key (origin_id, parcel_id, scan_id)
);
create index parcel_step_of_scan on logistics.parcel_step (scan_id);
