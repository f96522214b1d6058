-- Listings that a live show alone sells, as tills have theirs; the show itself is another module's.
alter table shop.listing add column show_id uuid, add check (till_id is null or show_id is null);
create index listing_by_show on shop.listing (show_id) where show_id is not null;
