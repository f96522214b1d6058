-- Bags and cages, each for one use: made, filled, closed, brought, emptied. In the books of the county that made it.
create table logistics.parcel_container (
  origin_id   uuid not null,
  id          uuid not null,
  sscc        text not null check (sscc ~ '^[0-9]{18}$'),
  kind        text not null check (kind in ('BAG', 'CAGE')),
  from_site   uuid not null,
  to_site     uuid,                          -- empty for what another carrier fetches
  stage       text not null check (stage in ('OPEN', 'CLOSED', 'UNDER_WAY', 'EMPTIED')),
  at_site     uuid not null,                 -- where it is, or was last
  at          timestamptz not null,
  parent_id   uuid,                          -- the cage that it stands in
  wave_id     uuid,
  chute       int,
  most_grams  bigint not null check (most_grams > 0),
  most_litres int not null check (most_litres > 0),
  mass_grams  bigint not null default 0 check (mass_grams between 0 and most_grams),
  litres      int not null default 0 check (litres between 0 and most_litres),
  parcels     int not null default 0 check (parcels >= 0),
  made_at     timestamptz not null,
  primary key (origin_id, id),
  check (parent_id is null or kind = 'BAG'),
  check (parent_id is null or stage in ('CLOSED', 'UNDER_WAY')),
  check (stage <> 'EMPTIED' or parcels = 0)
);
create index parcel_container_by_sscc on logistics.parcel_container (sscc);
create index parcel_container_by_id on logistics.parcel_container (id);
create index parcel_container_inside on logistics.parcel_container (parent_id) where parent_id is not null;
create index parcel_container_at_site on logistics.parcel_container (at_site, at desc, id desc) where stage <> 'EMPTIED';
create index parcel_container_of_wave on logistics.parcel_container (origin_id, wave_id, chute) where wave_id is not null;
