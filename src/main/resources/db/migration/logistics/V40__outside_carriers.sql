-- Carriers beyond our network. They are few and known everywhere.
create table logistics.outside_carrier (
  id         uuid primary key,
  -- what is sealed is found by (origin_id, id); a carrier belongs to no county
  origin_id  uuid not null generated always as (id) stored,
  name       text not null check (length(name) between 1 and 60),
  address    text not null check (length(address) between 1 and 200),
  state      text not null check (state in ('OPEN', 'CLOSED')),
  -- what both sign with
  secret_key text not null,
  secret     bytea not null,
  made_at    timestamptz not null,
  made_by    uuid not null,
  renewed_at timestamptz not null
);
create unique index outside_carrier_by_name on logistics.outside_carrier (lower(name));

-- Parcels given to a carrier. A row is written before the carrier is asked and settled afterwards; the carrier knows the same id, so
-- whatever dies between is finished by asking again. Whom it goes to lies sealed with the parcel alone.
create table logistics.carrier_booking (
  origin_id  uuid not null,
  id         uuid not null,
  parcel_id  uuid not null,
  carrier_id uuid not null,
  service    text not null check (length(service) between 1 and 40),
  price_fen  bigint not null check (price_fen >= 0),
  state      text not null check (state in ('ASKED', 'BOOKED', 'DECLINED', 'ENDED')),
  number     text check (length(number) between 1 and 40),
  asked_at   timestamptz not null,
  asked_by   uuid not null,
  settled_at timestamptz,
  primary key (origin_id, id),
  check (state in ('ASKED', 'DECLINED') or number is not null)
);
-- One carrier at a time.
create unique index carrier_booking_by_parcel on logistics.carrier_booking (origin_id, parcel_id) where state in ('ASKED', 'BOOKED');
create index carrier_booking_of_parcel on logistics.carrier_booking (origin_id, parcel_id, asked_at);

-- A carrier knows its own numbers, not our counties.
create table logistics.carrier_number (
  carrier_id uuid not null,
  number     text not null check (length(number) between 1 and 40),
  origin_id  uuid not null,
  booking_id uuid not null,
  parcel_id  uuid not null,
  primary key (carrier_id, number)
);

-- What a carrier told of a parcel. The same event counts once, whenever it is sent again.
create table logistics.carrier_event (
  carrier_id  uuid not null,
  id          text not null check (length(id) between 1 and 64),
  number      text not null,
  kind        text not null check (kind in ('PICKED_UP', 'UNDER_WAY', 'OUT_FOR_DELIVERY', 'DELIVERED', 'RETURNED', 'LOST')),
  place       text not null check (length(place) <= 120),
  at          timestamptz not null,
  received_at timestamptz not null,
  primary key (carrier_id, id)
);
create index carrier_event_by_number on logistics.carrier_event (carrier_id, number, at);
