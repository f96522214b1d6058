-- When the provider refused to give the money back; the sum then counts as paid again.
alter table shop.order_refund add column failed_at timestamptz;

comment on table shop.batch_sale is 'What was ordered of each listing, by batch of the intake and day, written with the orders.';
