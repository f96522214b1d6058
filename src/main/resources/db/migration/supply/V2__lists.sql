-- Lists leaf through an index alone and search names in lower case; only the rows of the page at hand are read.
alter table supply.plot add column search_text text generated always as (lower(name)) stored;
create index plot_by_search on supply.plot using gin (search_text gin_trgm_ops);
drop index supply.plot_by_name;
drop index supply.plot_by_origin_name;
create index plot_by_name on supply.plot (name, id) include (origin_id, grower_id, product_id, kind, retired_on, search_text);
create index plot_by_origin_name on supply.plot (origin_id, name, id)
  include (grower_id, product_id, kind, retired_on, search_text);

drop index supply.forecast_by_week;
drop index supply.forecast_by_product;
create index forecast_by_week on supply.forecast (week, product_id, id) include (origin_id, plot_id, grower_id, mass_grams);
create index forecast_by_product on supply.forecast (product_id, week, id) include (origin_id, plot_id, grower_id);

drop index supply.harvest_by_day;
create index harvest_by_day on supply.harvest (harvested_on desc, id desc)
  include (origin_id, plot_id, grower_id, product_id, withdrawn_at, offered_grams);
