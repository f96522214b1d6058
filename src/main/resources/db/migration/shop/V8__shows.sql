-- Listings that a live show alone sells, as tills have theirs; the show itself is another module's. Each is like one of the
-- seller's own, whose words it has and which its reviews are about.
alter table shop.listing add column show_id uuid, add column like_id uuid,
  add check (till_id is null or show_id is null), add check ((show_id is null) = (like_id is null));
