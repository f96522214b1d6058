-- Sums over an account's days are read from the index alone.
drop index ledger.transfer_by_debit;
drop index ledger.transfer_by_credit;
create index transfer_by_debit on ledger.transfer (origin_id, debit_id, on_day, id) include (amount_fen);
create index transfer_by_credit on ledger.transfer (origin_id, credit_id, on_day, id) include (amount_fen);

-- A batch of payments to those whom the holder owes. Proposed by one person, released by another.
create table ledger.payout (
  origin_id    uuid not null,
  id           uuid not null,
  holder_id    uuid not null,        -- who pays
  pay_on       date not null,        -- the day on which the bank is to pay
  state        text not null check (state in ('PROPOSED', 'RELEASED', 'CANCELLED')),
  proposed_by  uuid not null,        -- persons
  proposed_at  timestamptz not null,
  ended_by     uuid,                 -- who released or cancelled it
  ended_at     timestamptz,
  primary key (origin_id, id),
  check ((state = 'PROPOSED') = (ended_by is null) and (ended_by is null) = (ended_at is null)),
  check (state <> 'RELEASED' or ended_by <> proposed_by)
);
create index payout_by_id on ledger.payout (id);
create index payout_by_holder on ledger.payout (holder_id, proposed_at desc);

-- One payment to one payee.
create table ledger.payout_line (
  origin_id   uuid not null,
  payout_id   uuid not null,
  number      smallint not null check (number between 1 and 1000),
  payee_id    uuid not null,
  amount_fen  bigint not null check (amount_fen > 0),   -- what the bank pays
  set_off_fen bigint not null check (set_off_fen >= 0), -- kept back against what the payee owes the holder
  state       text not null check (state in ('PROPOSED', 'SENT', 'PAID', 'RETURNED', 'CANCELLED')),
  ended_on    date,                                     -- when it was paid or came back
  reason      text not null default '' check (length(reason) <= 200), -- why it came back
  primary key (origin_id, payout_id, number),
  unique (origin_id, payout_id, payee_id),
  foreign key (origin_id, payout_id) references ledger.payout (origin_id, id)
);

-- What is set aside for a line until the payout is released: one for the payment, one for each debt it is set off against.
create table ledger.payout_hold (
  origin_id          uuid not null,
  payout_id          uuid not null,
  hold_id            uuid not null,
  number             smallint not null,
  amount_fen         bigint not null check (amount_fen > 0),
  set_off_account_id uuid,
  primary key (origin_id, payout_id, hold_id),
  foreign key (origin_id, payout_id, number) references ledger.payout_line (origin_id, payout_id, number)
);

-- An entry that was wrong, the entry that mirrors it, and the right one where there is one. A transfer is corrected once.
create table ledger.correction (
  origin_id      uuid not null,
  transfer_id    uuid not null,
  mirror_id      uuid not null,
  replacement_id uuid,
  reason         text not null check (length(reason) between 1 and 200),
  corrected_by   uuid not null,      -- the person
  corrected_at   timestamptz not null,
  primary key (origin_id, transfer_id)
);

-- A file of postings that somebody asked for. The job's id names it.
create table ledger.export (
  job_id    uuid primary key,
  owner_id  uuid not null,           -- the organisation
  file_name text not null check (length(file_name) <= 120),
  blob_key  text not null,
  rows      bigint not null check (rows >= 0),
  made_at   timestamptz not null
);
