-- What went wrong with consignments, and who bears it.
create table logistics.incident (
  origin_id       uuid not null,
  id              uuid not null,
  consignment_id  uuid not null,
  kind            text not null check (kind in ('LATE', 'DAMAGED', 'SHORT', 'TEMPERATURE', 'ACCIDENT', 'REFUSED', 'OTHER')),
  text            text not null check (length(text) between 1 and 300),
  damage_fen      bigint not null check (damage_fen between 0 and 1000000000000),
  payer_id        uuid,
  at              timestamptz not null,
  person_id       uuid not null,
  person_name     text not null,
  settled_at      timestamptz,
  settled_by      text,
  settled_for     text,
  primary key (origin_id, id),
  check ((settled_at is null) = (settled_by is null) and (settled_at is null) = (settled_for is null)),
  check (settled_at is null or (payer_id is not null and damage_fen > 0))
);
create index incident_by_consignment on logistics.incident (origin_id, consignment_id, at);
