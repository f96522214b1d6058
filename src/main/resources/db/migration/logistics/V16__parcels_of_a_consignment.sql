-- Whose packages are counted with each that is taken: the consignment is known then, its county is not asked.
create index parcel_of_consignment on logistics.parcel (consignment_id) where consignment_id is not null;
