-- One index for what is under way and one for what is handed out: each move of a parcel then touches one of them, not two.
create index parcel_handed_out_at_site on logistics.parcel (at_site, at desc, id desc) where stage = 'HANDED_OUT';
drop index logistics.parcel_at_site;

-- Which container a wave's parcel went into stands in the parcel's trail, under the wave's id.
alter table logistics.parcel_wave_item drop column container_id;
