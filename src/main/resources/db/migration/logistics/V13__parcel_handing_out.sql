-- By what a parcel is fetched: only a keyed hash of six digits. Five wrong tries close it for a while.
create table logistics.parcel_pickup (
  origin_id    uuid not null,
  parcel_id    uuid not null,
  mark         uuid not null,
  made_at      timestamptz not null,
  made_by      text not null,
  wrong        int not null default 0 check (wrong between 0 and 5),
  locked_until timestamptz,
  primary key (origin_id, parcel_id)
);

-- Who said that it is lost or damaged, and who pays. The lines are added, never changed.
create table logistics.parcel_incident (
  origin_id         uuid not null,
  parcel_id         uuid not null,
  scan_id           uuid not null,
  kind              text not null check (kind in ('LOST', 'DAMAGED')),
  site_id           uuid not null,
  at                timestamptz not null,
  what              text not null check (length(what) between 1 and 200),
  payer             text not null check (length(payer) <= 120),   -- empty while nobody knows
  person_name       text not null,
  organisation_name text not null,
  primary key (origin_id, parcel_id, scan_id)
);

-- The other carrier that brings it on, and its number there.
alter table logistics.parcel add column out_carrier text check (length(out_carrier) between 1 and 120);
alter table logistics.parcel add column out_waybill text check (length(out_waybill) between 1 and 40);
alter table logistics.parcel add constraint parcel_given_on
  check (stage <> 'GIVEN_ON' or out_carrier is not null and out_waybill is not null);
create index parcel_by_out_waybill on logistics.parcel (out_waybill) where out_waybill is not null;
