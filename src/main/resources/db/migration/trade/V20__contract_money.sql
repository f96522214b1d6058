-- What accepted deliveries under contracts cost. An invoice has the id of its consignment or ticket: none is made twice.
create table trade.invoice (
  origin_id           uuid not null,
  id                  uuid not null,
  contract_id         uuid not null,
  ordinal             int not null check (ordinal > 0),
  number              text not null,
  seller_id           uuid not null,
  buyer_id            uuid not null,
  product_id          uuid not null,
  source              text not null check (source in ('CONSIGNMENT', 'TICKET')),
  call_off_id         uuid,
  site_id             uuid,
  delivered_at        timestamptz not null,
  week                int not null,
  accepted_grams      bigint not null check (accepted_grams > 0),
  invoiced_grams      bigint not null check (invoiced_grams between 0 and accepted_grams),
  fen_per_tonne       bigint not null check (fen_per_tonne between 1 and 10000000000),
  -- the quote that the price followed
  quote_index         text,
  quote_source        text,
  quote_fen_per_tonne bigint,
  quoted_on           date,
  amount_fen          bigint not null check (amount_fen >= 0),
  due_on              date not null,
  paid_fen            bigint not null default 0 check (paid_fen between 0 and amount_fen),
  voided_at           timestamptz,
  made_at             timestamptz not null,
  -- when growers were settled whose goods were sold on their behalf, and what the seller kept for it
  settled_at          timestamptz,
  settled_fee         int check (settled_fee between 0 and 10000),
  primary key (origin_id, id),
  unique (origin_id, contract_id, ordinal),
  check ((settled_at is null) = (settled_fee is null)),
  check ((quoted_on is null) = (quote_index is null) and (quoted_on is null) = (quote_fen_per_tonne is null)
         and (quoted_on is null) = (quote_source is null)),
  check (source = 'CONSIGNMENT' or paid_fen = 0),
  check (source = 'TICKET' or voided_at is null)
);
create index invoice_by_id on trade.invoice (id);
create index invoice_by_time on trade.invoice (delivered_at desc, id desc);
create index invoice_by_seller on trade.invoice (seller_id, delivered_at desc, id desc);
create index invoice_by_buyer on trade.invoice (buyer_id, delivered_at desc, id desc);

-- Money received for invoices, as the seller's bookkeeper entered it.
create table trade.invoice_payment (
  origin_id   uuid not null,
  id          uuid not null,
  invoice_id  uuid not null,
  amount_fen  bigint not null check (amount_fen > 0),
  paid_on     date not null,
  means       text not null check (means in ('BANK', 'CASH', 'DEPOSIT')),
  reference   text not null check (length(reference) <= 80),
  person_id   uuid not null,
  person_name text not null,
  entered_at  timestamptz not null,
  primary key (origin_id, id)
);
create index payment_by_invoice on trade.invoice_payment (origin_id, invoice_id, entered_at);

-- What happened to the deposits of contracts. What is held now is the books' to say.
create table trade.deposit_entry (
  origin_id   uuid not null,
  id          uuid not null,
  contract_id uuid not null,
  kind        text not null check (kind in ('RECEIVED', 'APPLIED', 'GIVEN_BACK', 'FORFEITED')),
  amount_fen  bigint not null check (amount_fen > 0),
  entry_on    date not null,
  note        text not null check (length(note) <= 200),
  person_id   uuid not null,
  person_name text not null,
  entered_at  timestamptz not null,
  primary key (origin_id, id)
);
create index deposit_entry_by_contract on trade.deposit_entry (origin_id, contract_id, entered_at, id);

-- Which lots went with a consignment: so whose goods were sold is known.
create table trade.sent_lot (
  origin_id      uuid not null,
  consignment_id uuid not null,
  lot_id         uuid not null,
  grams          bigint not null check (grams > 0),
  primary key (origin_id, consignment_id, lot_id)
);
create index sent_lot_by_lot on trade.sent_lot (lot_id);
