create schema if not exists product;

create table product.product (
  id                      uuid primary key,
  code                    text not null check (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$'),
  name_en                 text not null check (length(name_en) between 1 and 120),
  name_zh                 text not null check (length(name_zh) between 1 and 120),
  name_ug                 text not null check (length(name_ug) between 1 and 120),
  family                  text not null check (length(family) between 1 and 60),
  storage                 text not null check (storage in ('AMBIENT', 'COLD', 'FROZEN')),
  shelf_life_days         int not null check (shelf_life_days between 1 and 3650),
  chilled_shelf_life_days int check (chilled_shelf_life_days between shelf_life_days and 3650),
  needs_cold_transport    boolean not null,
  retired                 boolean not null,
  search_text             text not null
    generated always as (lower(code || ' ' || name_en || ' ' || name_zh || ' ' || name_ug || ' ' || family)) stored,
  changed_at              timestamptz not null,
  changed_by              uuid not null,
  check (chilled_shelf_life_days is null or storage = 'AMBIENT')
);
create unique index product_by_code on product.product (lower(code));
create index product_by_search on product.product using gin (search_text gin_trgm_ops);

create table product.grade (
  product_id uuid not null references product.product (id),
  rank       smallint not null check (rank between 1 and 9),
  code       text not null check (length(code) between 1 and 20),
  name_en    text not null check (length(name_en) between 1 and 120),
  name_zh    text not null check (length(name_zh) between 1 and 120),
  name_ug    text not null check (length(name_ug) between 1 and 120),
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (product_id, rank),
  unique (product_id, code)
);

create table product.variety (
  id         uuid primary key,
  product_id uuid not null references product.product (id),
  code       text not null check (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$'),
  name_en    text not null check (length(name_en) between 1 and 120),
  name_zh    text not null check (length(name_zh) between 1 and 120),
  name_ug    text not null check (length(name_ug) between 1 and 120),
  retired    boolean not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  unique (id, product_id)
);
create unique index variety_by_code on product.variety (product_id, lower(code));

-- gtin14 is the number with zeros in front: 8, 12, 13 and 14 digits are spellings of one number.
create table product.pack (
  id              uuid primary key,
  product_id      uuid not null references product.product (id),
  variety_id      uuid,
  grade           smallint,
  name_en         text not null check (length(name_en) between 1 and 120),
  name_zh         text not null check (length(name_zh) between 1 and 120),
  name_ug         text not null check (length(name_ug) between 1 and 120),
  gtin            text check (gtin ~ '^([0-9]{8}|[0-9]{12,14})$'),
  gtin14          text unique check (gtin14 = lpad(gtin, 14, '0')),
  net_grams       bigint not null check (net_grams between 1 and 2000000),
  packaging_grams bigint not null check (packaging_grams between 0 and 2000000),
  shelf_life_days int check (shelf_life_days between 1 and 3650),
  retired         boolean not null,
  search_text     text not null
    generated always as (lower(name_en || ' ' || name_zh || ' ' || name_ug || ' ' || coalesce(gtin, ''))) stored,
  changed_at      timestamptz not null,
  changed_by      uuid not null,
  foreign key (product_id, grade) references product.grade (product_id, rank),
  foreign key (variety_id, product_id) references product.variety (id, product_id),
  check ((gtin is null) = (gtin14 is null))
);
create index pack_by_product on product.pack (product_id);
create index pack_by_search on product.pack using gin (search_text gin_trgm_ops);
