-- Sorting waves. A closed one is frozen: its rows are not changed again.
create table logistics.parcel_wave (
  origin_id uuid not null,
  id        uuid not null,
  site_id   uuid not null,
  number    int not null check (number > 0),
  opened_at timestamptz not null,
  opened_by text not null,
  closed_at timestamptz check (closed_at >= opened_at),
  closed_by text,
  primary key (origin_id, id),
  check ((closed_at is null) = (closed_by is null))
);
create unique index parcel_wave_number on logistics.parcel_wave (origin_id, site_id, number);
create unique index parcel_wave_open on logistics.parcel_wave (origin_id, site_id) where closed_at is null;
create index parcel_wave_by_id on logistics.parcel_wave (id);

create table logistics.parcel_chute (
  origin_id uuid not null,
  wave_id   uuid not null,
  number    int not null check (number > 0),
  to_site   uuid,                            -- empty for other carriers
  primary key (origin_id, wave_id, number)
);

create table logistics.parcel_wave_item (
  origin_id     uuid not null,
  wave_id       uuid not null,
  parcel_origin uuid not null,
  parcel_id     uuid not null,
  chute         int not null,
  mass_grams    bigint not null,
  litres        int not null,
  at            timestamptz not null,
  container_id  uuid,                        -- given when the wave is closed; empty for what had gone by then
  primary key (origin_id, wave_id, parcel_id)
);
create unique index parcel_chute_leads_to on logistics.parcel_chute
  (origin_id, wave_id, coalesce(to_site, '00000000-0000-0000-0000-000000000000'));
