-- What is not handed out yet: the lists that clerks work through.
create index parcel_open_at_site on logistics.parcel (at_site, at desc, id desc) where stage <> 'HANDED_OUT';
