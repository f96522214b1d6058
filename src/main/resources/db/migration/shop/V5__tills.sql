-- A till: a counter of a store, a stall or a station. What it sells is set aside for it alone, as listings of its own that the open shop does not show.
create table shop.till (
  origin_id uuid not null,
  id        uuid not null,
  seller_id uuid not null,
  site_id   uuid not null,
  name      text not null check (length(name) between 1 and 60),
  opened_at timestamptz not null,
  opened_by uuid not null,
  primary key (origin_id, id)
);
create unique index till_by_name on shop.till (origin_id, seller_id, lower(name));
create index till_by_seller on shop.till (seller_id, name);

alter table shop.listing add column till_id uuid;
create index listing_by_till on shop.listing (till_id, title) where till_id is not null;
