-- Lists leaf through an index alone; only the rows of the page at hand are read. What is searched stays out of these
-- indexes: it may be longer than an index row.
drop index trade.demand_by_time;
create index demand_by_time on trade.demand (posted_at desc, id desc) include (buyer_id, product_id, last_week, withdrawn_at);
drop index trade.contract_by_time;
create index contract_by_time on trade.contract (drafted_at desc, id desc)
  include (origin_id, seller_id, buyer_id, stage, drafted_by, plan_id);
