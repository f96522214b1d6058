-- A photo has an id of its asker's making, so that one sent twice is one; and a small copy for lists, which are read on slow lines.
alter table shop.listing_photo
  add column id uuid not null,
  add column small_key text not null,
  add column added_at timestamptz not null,
  add column added_by uuid not null;
create unique index listing_photo_by_id on shop.listing_photo (origin_id, listing_id, id);
create index listing_photo_by_listing on shop.listing_photo (listing_id, ordinal);
