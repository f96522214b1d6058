-- Which way it went when it was sorted: what is sent back afterwards is not packed for the way it no longer goes.
alter table logistics.parcel_wave_item add column going_back boolean not null default false;
update logistics.parcel_wave_item i set going_back = true
from logistics.parcel p, logistics.parcel_wave w
where p.origin_id = i.parcel_origin and p.id = i.parcel_id and p.going_back
  and w.origin_id = i.origin_id and w.id = i.wave_id and w.closed_at is null;
