-- Which trips follow a plan's trip.
create index trip_by_plan on logistics.trip (origin_id, plan_id, plan_trip) where plan_id is not null;
