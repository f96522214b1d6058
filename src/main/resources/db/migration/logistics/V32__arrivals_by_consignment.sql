-- Every consignment that fails asks for the arrival that it was to bring.
create index arrival_by_consignment on logistics.arrival (consignment_id) where consignment_id is not null;
