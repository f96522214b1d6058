-- A group pre-order: the orders of a listing go on only when enough packs are paid for until a moment; else all money goes back.
create table shop.group_offer (
  origin_id     uuid not null,
  listing_id    uuid not null,
  least_packs   bigint not null check (least_packs >= 2),
  ends_at       timestamptz not null,
  state         text not null check (state in ('GATHERING', 'MADE', 'FAILED')),
  opened_at     timestamptz not null,
  opened_by     uuid not null,
  decided_at    timestamptz,
  -- what was paid for when it was decided
  decided_packs bigint,
  primary key (origin_id, listing_id),
  check ((state = 'GATHERING') = (decided_at is null) and (decided_at is null) = (decided_packs is null))
);
create index group_offer_to_decide on shop.group_offer (ends_at) where state = 'GATHERING';

-- Which paid orders wait for it. Written with the step of the order, so that the count misses none.
create table shop.group_member (
  origin_id  uuid not null,
  listing_id uuid not null,
  order_id   uuid not null,
  packs      bigint not null check (packs > 0),
  primary key (origin_id, listing_id, order_id)
);

alter table shop.orders drop constraint orders_state_check;
alter table shop.orders add constraint orders_state_check check (state in
  ('PLACED', 'CONFIRMED', 'GATHERING', 'PICKED', 'SHIPPED', 'DELIVERED', 'SETTLED', 'CANCELLED', 'EXPIRED', 'RETURNED'));
