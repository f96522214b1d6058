-- Orders that were made on another platform come in by the same intake.
alter table shop.orders drop constraint orders_channel_check;
alter table shop.orders add constraint orders_channel_check
  check (channel in ('WEB', 'API', 'SHOW', 'TILL', 'STATION', 'GROUP', 'OUTSIDE'));
