-- Goods that are moved. A consignment lies in the books of the county its goods come from.
create table logistics.consignment (
  origin_id       uuid not null,
  id              uuid not null,
  number          text not null,            -- what people call it
  sender_id       uuid not null,
  from_site       uuid not null,
  to_site         uuid,                     -- empty for somebody's door
  to_region       uuid not null,
  -- name, telephone and address of a door, sealed by the installation's key
  door_key        text,
  door_sealed     bytea,
  mass_grams      bigint not null check (mass_grams between 1 and 10000000000000),
  packages        int not null check (packages between 1 and 1000000),
  products        uuid[] not null,
  first_day       date not null,
  last_day        date not null check (last_day >= first_day),
  cause_kind      text not null,
  cause_id        uuid not null,
  booked_at       timestamptz not null,
  stage           text not null default 'BOOKED' check (stage in ('BOOKED', 'HANDED_OVER', 'DELIVERED', 'FAILED')),
  handed_over_at  timestamptz,
  carrier_id      uuid,
  carrier_name    text,
  loaded_grams    bigint check (loaded_grams > 0),
  delivered_at    timestamptz check (delivered_at >= handed_over_at),
  accepted_grams  bigint check (accepted_grams between 1 and loaded_grams),
  -- who took it, sealed as the door is
  receiver_key    text,
  receiver_sealed bytea,
  failed_at       timestamptz,
  failed_reason   text check (length(failed_reason) between 1 and 200),
  primary key (origin_id, id),
  check ((to_site is null) = (door_sealed is not null)),
  check ((door_sealed is null) = (door_key is null)),
  check ((handed_over_at is null) = (loaded_grams is null) and (handed_over_at is null) = (carrier_name is null)),
  check (stage <> 'BOOKED' or handed_over_at is null),
  check (stage not in ('HANDED_OVER', 'DELIVERED') or handed_over_at is not null),
  check ((stage = 'DELIVERED') = (delivered_at is not null) and (stage = 'DELIVERED') = (accepted_grams is not null)
         and (stage = 'DELIVERED') = (receiver_sealed is not null) and (stage = 'DELIVERED') = (receiver_key is not null)),
  check ((stage = 'FAILED') = (failed_at is not null) and (stage = 'FAILED') = (failed_reason is not null))
);
create index consignment_by_id on logistics.consignment (id);
create index consignment_by_cause on logistics.consignment (cause_kind, cause_id);
create index consignment_by_time on logistics.consignment (booked_at desc, id desc);
create index consignment_by_origin on logistics.consignment (origin_id, booked_at desc, id desc);
create index consignment_by_sender on logistics.consignment (sender_id, booked_at desc, id desc);
create index consignment_by_carrier on logistics.consignment (carrier_id, booked_at desc, id desc) where carrier_id is not null;
create index consignment_under_way on logistics.consignment (booked_at desc, id desc) where stage in ('BOOKED', 'HANDED_OVER');

-- Its timeline. A stage is entered once: the key says so whatever the application believes.
create table logistics.consignment_step (
  origin_id         uuid not null,
  consignment_id    uuid not null,
  stage             text not null,
  at                timestamptz not null,
  person_id         uuid,                   -- empty where the platform did it
  person_name       text not null,
  organisation_name text not null,
  note              text not null,
  primary key (origin_id, consignment_id, stage)
);
