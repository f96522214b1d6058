-- The payer's page is found by a key of its own: officers see the id in their lists, and it must not lead to a guest's order.
alter table payment.payment add column pay_key uuid not null default gen_random_uuid();
alter table payment.payment alter column pay_key drop default;
create index payment_by_key on payment.payment (pay_key);
