create schema if not exists supply;

-- Where supply comes from. Retired, not deleted: lots point back at it for ever.
create table supply.plot (
  origin_id            uuid not null,    -- the county it lies in
  id                   uuid not null,
  grower_id            uuid not null,
  name                 text not null check (length(name) between 1 and 80),
  kind                 text not null check (kind in ('FIELD', 'APIARY', 'HERD', 'WORKSHOP')),
  size                 bigint not null check (size > 0), -- square metres, hives, heads, or grams a week
  region_id            uuid not null,
  division_id          uuid,
  product_id           uuid not null,
  expected_yield_grams bigint not null check (expected_yield_grams between 0 and 10000000000000), -- of a year
  retired_on           date,
  recorded_by          uuid not null,    -- the organisation; not the grower where it acted for them
  recorded_person      uuid not null,
  recorded_at          timestamptz not null,
  primary key (origin_id, id),
  unique (origin_id, grower_id, name)    -- how files name a plot
);
create index plot_by_id on supply.plot (id);
create index plot_by_grower on supply.plot (grower_id, name);
create index plot_by_name on supply.plot (name, id);
create index plot_by_origin_name on supply.plot (origin_id, name, id);

-- What a grower expects of one plot, grade and week: what is said now. What was said before is in forecast_revision.
create table supply.forecast (
  origin_id           uuid not null,
  id                  uuid not null,
  plot_id             uuid not null,
  grower_id           uuid not null,     -- the plot's, kept here because every list asks for it
  product_id          uuid not null,     -- the plot's when the forecast was made
  grade               smallint not null check (grade between 1 and 9),
  week                int not null check (week between 200001 and 219953 and week % 100 between 1 and 53), -- 202729
  mass_grams          bigint not null check (mass_grams between 0 and 10000000000000),
  floor_fen_per_tonne bigint not null check (floor_fen_per_tonne between 0 and 10000000000),
  revision            int not null check (revision >= 1),
  recorded_by         uuid not null,
  recorded_person     uuid not null,
  recorded_at         timestamptz not null,
  primary key (origin_id, id),
  unique (origin_id, plot_id, grade, week),
  foreign key (origin_id, plot_id) references supply.plot (origin_id, id)
);
create index forecast_by_id on supply.forecast (id);
create index forecast_by_week on supply.forecast (week, product_id, id) include (mass_grams, grower_id);
create index forecast_by_grower on supply.forecast (grower_id, week);
create index forecast_by_product on supply.forecast (product_id, week, id);

-- Every forecast as it was said at some time, the present one included: who said it, when and why.
create table supply.forecast_revision (
  origin_id           uuid not null,
  forecast_id         uuid not null,
  number              int not null check (number >= 1),
  mass_grams          bigint not null check (mass_grams between 0 and 10000000000000),
  floor_fen_per_tonne bigint not null check (floor_fen_per_tonne between 0 and 10000000000),
  reason              text not null check (length(reason) <= 200),
  recorded_by         uuid not null,
  recorded_person     uuid not null,
  recorded_at         timestamptz not null,
  primary key (origin_id, forecast_id, number),
  foreign key (origin_id, forecast_id) references supply.forecast (origin_id, id)
);

-- What was brought in. Its lot lies in stock's register under lot_id.
create table supply.harvest (
  origin_id           uuid not null,
  id                  uuid not null,
  lot_id              uuid not null,
  plot_id             uuid not null,
  grower_id           uuid not null,
  product_id          uuid not null,
  grade               smallint not null check (grade between 1 and 9),
  forecast_id         uuid,              -- what is harvested is no longer expected: taken off this forecast
  harvested_on        date not null,
  best_before         date not null,
  harvested_grams     bigint not null check (harvested_grams between 1 and 10000000000000),
  offered_grams       bigint not null check (offered_grams >= 0),
  floor_fen_per_tonne bigint not null check (floor_fen_per_tonne between 0 and 10000000000),
  recorded_by         uuid not null,
  recorded_person     uuid not null,
  recorded_at         timestamptz not null,
  withdrawn_at        timestamptz,
  withdrawn_by        uuid,
  withdrawn_reason    text check (length(withdrawn_reason) <= 200),
  primary key (origin_id, id),
  unique (origin_id, lot_id),
  foreign key (origin_id, plot_id) references supply.plot (origin_id, id),
  foreign key (origin_id, forecast_id) references supply.forecast (origin_id, id),
  check (offered_grams <= harvested_grams),
  check (best_before >= harvested_on),
  check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_reason is null))
);
create index harvest_by_id on supply.harvest (id);
create index harvest_by_lot on supply.harvest (lot_id);
create index harvest_by_plot on supply.harvest (plot_id, harvested_on);
create index harvest_by_grower on supply.harvest (grower_id, harvested_on desc);
create index harvest_by_day on supply.harvest (harvested_on desc, id);
create index harvest_by_forecast on supply.harvest (forecast_id) include (harvested_grams) where forecast_id is not null;
create index harvest_on_offer on supply.harvest (best_before) where withdrawn_at is null;

-- What somebody nearby paid that day, and who says so.
create table supply.quote (
  origin_id           uuid not null,     -- the county that the place lies in
  id                  uuid not null,
  product_id          uuid not null,
  grade               smallint not null check (grade between 1 and 9),
  place_id            uuid not null,
  quoted_on           date not null,
  fen_per_tonne       bigint not null check (fen_per_tonne between 1 and 10000000000),
  source              text not null check (length(source) between 1 and 120),
  recorded_by         uuid not null,
  recorded_person     uuid not null,
  recorded_at         timestamptz not null,
  primary key (origin_id, id),
  unique (origin_id, product_id, grade, place_id, quoted_on, source)
);
create index quote_by_id on supply.quote (id);
create index quote_by_day on supply.quote (quoted_on desc, id);
create index quote_by_product on supply.quote (product_id, quoted_on desc, id);
