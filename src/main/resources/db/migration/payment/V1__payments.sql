-- What is to be paid, through whom, and what became of it. Money in fen.
create schema if not exists payment;

-- A payment may cover goods of several counties at once, so it has no origin of its own and is keyed by its unguessable id,
-- which is also what the provider knows it by.
create table payment.payment (
  id            uuid primary key,
  provider      text not null check (provider ~ '^[a-z]{1,20}$'),
  title         text not null check (char_length(title) between 1 and 120),
  total_fen     bigint not null check (total_fen > 0),
  state         text not null check (state in ('OPEN', 'SUCCEEDED', 'FAILED', 'EXPIRED', 'CLOSED')),
  return_path   text not null check (return_path like '/%' and char_length(return_path) <= 500),
  opened_at     timestamptz not null,
  expires_at    timestamptz,                    -- null: never, as cash at the door
  way_kind      text check (way_kind in ('PAGE', 'REDIRECT', 'QR', 'BY_HAND')), -- how to pay, once the provider was told of it
  way_text      text,
  begun_at      timestamptz,
  transaction   text,                           -- the provider's own word for it, once it succeeded
  paid_at       timestamptz,                    -- by the provider's clock
  ended_at      timestamptz,
  failure       text,                           -- the provider's reason, for officers
  collected_by  uuid,                           -- who took the money, where a person did
  ask_at        timestamptz,                    -- when the provider is to be asked next; null: there is nothing to ask
  asked         int not null default 0,         -- how often it was
  check ((state = 'OPEN') = (ended_at is null)),
  check ((state = 'SUCCEEDED') = (transaction is not null)),
  check ((state = 'SUCCEEDED') = (paid_at is not null)),
  check ((way_kind is null) = (begun_at is null)),
  check ((way_kind is null) = (way_text is null))
);
create index payment_to_ask on payment.payment (ask_at) where ask_at is not null;
create index payment_to_expire on payment.payment (expires_at) where state = 'OPEN';

-- What the money is for, county by county. Some facts of the payment are repeated here so that a county's list, and the
-- guard of refunds, need this table alone: on a cluster it is spread by origin, the payment is not.
create table payment.part (
  origin_id    uuid not null,
  payment_id   uuid not null,
  subject_id   uuid not null,                   -- an order or whatever else the kind says
  kind         text not null check (kind ~ '^[a-z-]{1,40}$'),
  seller_id    uuid,                            -- the organisation that may see it in its list
  amount_fen   bigint not null check (amount_fen > 0),
  refunded_fen bigint not null default 0,       -- asked for or done; never what failed
  provider     text not null,
  title        text not null,
  state        text not null,
  transaction  text,
  opened_at    timestamptz not null,
  ended_at     timestamptz,
  primary key (origin_id, payment_id, subject_id),
  check (refunded_fen between 0 and amount_fen),
  check (refunded_fen = 0 or state = 'SUCCEEDED')
);
create index part_by_payment on payment.part (payment_id);
create index part_by_time on payment.part (origin_id, opened_at desc, payment_id desc);
create index part_by_seller on payment.part (seller_id, opened_at desc, payment_id desc) where seller_id is not null;

-- Money on its way back, or back.
create table payment.refund (
  origin_id  uuid not null,
  id         uuid not null,
  payment_id uuid not null,
  subject_id uuid not null,
  kind       text not null,
  seller_id  uuid,
  provider   text not null,
  amount_fen bigint not null check (amount_fen > 0),
  reason     text not null check (char_length(reason) between 1 and 200),
  state      text not null check (state in ('ASKED', 'UNDER_WAY', 'DONE', 'FAILED')),
  reference  text,                              -- the provider's own word for it
  failure    text,
  asked_at   timestamptz not null,
  ended_at   timestamptz,
  handed_by  uuid,                              -- who gave the money back, where a person did
  try_at     timestamptz,                       -- when the provider is to be told or asked next
  tries      int not null default 0,
  primary key (origin_id, id),
  check ((state in ('DONE', 'FAILED')) = (ended_at is not null)),
  check (ended_at is null or try_at is null)
);
create index refund_by_id on payment.refund (id);
create index refund_by_payment on payment.refund (payment_id, asked_at);
create index refund_by_time on payment.refund (origin_id, asked_at desc, id desc);
create index refund_by_seller on payment.refund (seller_id, asked_at desc, id desc) where seller_id is not null;
create index refund_to_try on payment.refund (try_at) where try_at is not null;

-- What providers told us under a signature that holds, believed or not: the papers of a dispute. What is not signed is only
-- logged.
create table payment.notice (
  id          uuid primary key,
  provider    text not null,
  payment_id  uuid,
  word        text not null,                    -- what it said
  outcome     text not null,                    -- what we made of it
  amount_fen  bigint,
  transaction text,
  received_at timestamptz not null
);
create index notice_by_payment on payment.notice (payment_id, received_at) where payment_id is not null;

-- The sandbox plays a provider, so it keeps books of its own, as a provider would.
create table payment.sandbox_order (
  payment_id      uuid primary key,
  word            text not null check (word in ('WAITS', 'PAID', 'REFUSED')),
  amount_fen      bigint not null check (amount_fen > 0),
  transaction     text,
  due_at          timestamptz,                  -- when its word becomes known to who asks
  refuses_refunds boolean not null default false
);
