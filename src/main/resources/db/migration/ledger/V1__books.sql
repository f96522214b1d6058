create schema if not exists ledger;

-- Every account there is. The id is derived from the other columns in Java (AccountKey), so posting needs no look-up and
-- two who post to a new account at once agree on it. Rows are added, never changed or removed.
create table ledger.account (
  origin_id       uuid not null,     -- the producing county in whose books it stands
  id              uuid not null,
  kind            text not null,
  holder_id       uuid,
  counterparty_id uuid,
  subject         text not null check (length(subject) <= 80),
  opened_at       timestamptz not null,
  primary key (origin_id, id)
);
create index account_by_kind on ledger.account (origin_id, kind, id);
create index account_by_holder on ledger.account (holder_id, kind) where holder_id is not null;
create index account_by_counterparty on ledger.account (counterparty_id, kind) where counterparty_id is not null;

-- The books themselves: one row moves an amount from the credit to the debit account, so every row balances. Rows are
-- added, never changed or removed: no statement of the program does either (a test reads the source for one), and Proofs
-- finds a row that was changed by hand, because the totals below no longer agree. There is no trigger, as a distributed
-- table could not have one, and no foreign key to account: its lock would be written to the hottest rows at each posting.
create table ledger.transfer (
  origin_id     uuid not null,
  id            uuid not null,
  debit_id      uuid not null,
  credit_id     uuid not null,
  amount_fen    bigint not null check (amount_fen > 0 and amount_fen <= 1000000000000),
  on_day        date not null,       -- the day it counts for
  cause_kind    text not null check (length(cause_kind) between 1 and 40),
  cause_id      uuid not null,
  product_id    uuid,
  mass_grams    bigint check (mass_grams >= 0),
  fen_per_tonne bigint check (fen_per_tonne >= 0),
  rule          text not null check (length(rule) <= 40),
  document_kind text not null check (length(document_kind) <= 40),
  document_id   uuid,
  deductions    text not null check (length(deductions) <= 800), -- word=grams;word=grams
  posted_at     timestamptz not null,
  primary key (origin_id, id),
  check (debit_id <> credit_id)
);
create index transfer_by_debit on ledger.transfer (origin_id, debit_id, on_day, id);
create index transfer_by_credit on ledger.transfer (origin_id, credit_id, on_day, id);
create index transfer_by_cause on ledger.transfer (origin_id, cause_id);
create index transfer_by_day on ledger.transfer (origin_id, on_day, id);

-- What each account has come to, kept in the transaction that posts: a balance is a look-up however long the books are.
-- Accounts that many touch at once have several stripes, which are added up when read.
create table ledger.total (
  origin_id  uuid not null,
  account_id uuid not null,
  stripe     smallint not null check (stripe between 0 and 7),
  guarded    boolean not null,       -- whether it may never fall below zero (AccountKind.Guard.ALWAYS)
  debit_fen  bigint not null check (debit_fen >= 0),
  credit_fen bigint not null check (credit_fen >= 0),
  held_fen   bigint not null check (held_fen >= 0),  -- set aside, neither settled nor released
  primary key (origin_id, account_id, stripe),
  check (not guarded or stripe = 0),
  check (not guarded or credit_fen - debit_fen - held_fen >= 0)
) with (fillfactor = 70);

-- The same by day and kind, for the trial balance of any date. holder_id is all zeros where an account has none.
create table ledger.day_total (
  origin_id  uuid not null,
  holder_id  uuid not null,
  kind       text not null,
  on_day     date not null,
  stripe     smallint not null check (stripe between 0 and 7),
  debit_fen  bigint not null check (debit_fen >= 0),
  credit_fen bigint not null check (credit_fen >= 0),
  primary key (origin_id, on_day, kind, holder_id, stripe)
) with (fillfactor = 70);
create index day_total_by_holder on ledger.day_total (holder_id, origin_id, on_day);

-- An amount set aside on the debit account for the credit account.
create table ledger.hold (
  origin_id  uuid not null,
  id         uuid not null,
  debit_id   uuid not null,
  credit_id  uuid not null,
  amount_fen bigint not null check (amount_fen > 0 and amount_fen <= 1000000000000),
  on_day     date not null,
  cause_kind text not null check (length(cause_kind) between 1 and 40),
  cause_id   uuid not null,
  rule          text not null check (length(rule) <= 40),
  document_kind text not null check (length(document_kind) <= 40),
  document_id   uuid,
  held_at    timestamptz not null,
  primary key (origin_id, id),
  check (debit_id <> credit_id)
);
create index hold_by_id on ledger.hold (id);
create index hold_by_debit on ledger.hold (origin_id, debit_id);

-- How a hold ended. There is at most one end, whoever is faster: the key says so.
create table ledger.hold_end (
  origin_id   uuid not null,
  hold_id     uuid not null,
  settled_fen bigint not null check (settled_fen >= 0),  -- 0: released
  ended_at    timestamptz not null,
  primary key (origin_id, hold_id),
  foreign key (origin_id, hold_id) references ledger.hold (origin_id, id)
);
