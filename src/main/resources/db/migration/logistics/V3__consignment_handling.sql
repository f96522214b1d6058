-- How consignments want to be carried, who pays for it, and which trip has taken them.
alter table logistics.consignment
  add column litres   int not null default 0 check (litres between 0 and 10000000),
  add column cold     boolean not null default false,
  add column payer_id uuid,                    -- who bears the freight; empty for the sender
  add column trip_id  uuid;                    -- the trip that has taken it, until it gives it back
create index consignment_to_plan on logistics.consignment (origin_id, first_day, id)
  where stage = 'BOOKED' and trip_id is null and to_site is not null;
create index consignment_by_trip on logistics.consignment (trip_id) where trip_id is not null;
create index consignment_from on logistics.consignment (from_site, last_day) where stage = 'BOOKED' and trip_id is null;
