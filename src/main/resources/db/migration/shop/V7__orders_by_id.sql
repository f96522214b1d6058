-- Payments, consignments and pages name an order by its id alone; before PostgreSQL 18 the primary key does not find it so.
create index orders_by_id on shop.orders (id) include (origin_id);
