-- What buyers say of goods that they got: one for each order line. It is hidden with a reason, never deleted, and the seller may answer once.
create table shop.review (
  origin_id     uuid not null,
  id            uuid not null,
  order_id      uuid not null,
  ordinal       int not null,
  listing_id    uuid not null,
  stars         smallint not null check (stars between 1 and 5),
  words         text not null default '' check (length(words) <= 2000),
  -- what of the buyer's name is shown
  signed        text not null check (length(signed) between 1 and 20),
  written_at    timestamptz not null,
  answer        text check (length(answer) between 1 and 2000),
  answered_at   timestamptz,
  answered_by   uuid,
  hidden_reason text check (length(hidden_reason) between 1 and 300),
  hidden_at     timestamptz,
  hidden_by     uuid,
  primary key (origin_id, id),
  unique (origin_id, order_id, ordinal),
  check ((answer is null) = (answered_at is null)),
  check ((hidden_reason is null) = (hidden_at is null))
);
create index review_by_listing on shop.review (listing_id, written_at desc, id) include (stars) where hidden_at is null;
