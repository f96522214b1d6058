-- What of a harvest weight tickets have taken over: it is no longer the grower's to offer.
alter table supply.harvest add column taken_grams bigint not null default 0;
alter table supply.harvest add constraint harvest_taken check (taken_grams between 0 and harvested_grams);

-- The farm-gate purchase. Each ticket makes a lot of its own, under its own id, so that a lot has one title.
create table supply.ticket (
  origin_id           uuid not null,
  id                  uuid not null,
  number              text not null,      -- what people call it
  buyer_id            uuid not null,
  grower_id           uuid not null,
  plot_id             uuid,
  harvest_id          uuid,
  harvest_made        boolean not null,   -- whether this ticket made the harvest; it goes when the ticket goes
  lot_id              uuid not null,
  product_id          uuid not null,
  grade               smallint not null check (grade between 1 and 9),
  gross_grams         bigint not null check (gross_grams between 1 and 200000000),
  tare_grams          bigint not null check (tare_grams >= 0),
  deduction_kinds     text[] not null,    -- in the order named
  deduction_grams     bigint[] not null,
  net_grams           bigint not null check (net_grams > 0),
  title               text not null check (title in ('OUTRIGHT', 'ON_BEHALF')),
  fen_per_tonne       bigint check (fen_per_tonne between 1 and 10000000000),
  priced_at           timestamptz,
  priced_by           uuid,
  priced_person       uuid,
  witness             text not null check (length(witness) between 1 and 80),
  site_id             uuid not null,
  weighed_at          timestamptz not null,
  contract_kind       text,
  contract_id         uuid,
  recorded_by         uuid not null,
  recorded_person     uuid not null,
  recorded_at         timestamptz not null,
  cancelled_at        timestamptz,
  cancelled_by        uuid,
  cancelled_person    uuid,
  cancelled_reason    text check (length(cancelled_reason) between 1 and 200),
  primary key (origin_id, id),
  unique (origin_id, lot_id),
  foreign key (origin_id, plot_id) references supply.plot (origin_id, id),
  check (buyer_id <> grower_id),
  check (net_grams <= gross_grams - tare_grams),
  check (cardinality(deduction_kinds) = cardinality(deduction_grams)),
  check (title = 'OUTRIGHT' or fen_per_tonne is null),
  check ((fen_per_tonne is null) = (priced_at is null) and (fen_per_tonne is null) = (priced_by is null)),
  check ((contract_id is null) = (contract_kind is null)),
  check ((cancelled_at is null) = (cancelled_by is null) and (cancelled_at is null) = (cancelled_reason is null))
);
create index ticket_by_id on supply.ticket (id);
create index ticket_by_lot on supply.ticket (lot_id);
create index ticket_by_time on supply.ticket (weighed_at desc, id desc);
create index ticket_by_origin on supply.ticket (origin_id, weighed_at desc, id desc);
create index ticket_by_buyer on supply.ticket (buyer_id, weighed_at desc, id desc);
create index ticket_by_grower on supply.ticket (grower_id, weighed_at desc, id desc);
create index ticket_by_harvest on supply.ticket (harvest_id) where harvest_id is not null;
create index ticket_by_contract on supply.ticket (contract_id) where contract_id is not null;
create index ticket_to_price on supply.ticket (buyer_id, weighed_at) where fen_per_tonne is null and title = 'OUTRIGHT' and cancelled_at is null;
