-- Goods wait on one round only, whichever way they go there: what is brought from one depot is not fetched to another.
update logistics.round_task t set state = 'DROPPED', ended_at = now()
where t.state = 'PENDING' and exists (select 1 from logistics.round_task o
  where o.origin_id = t.origin_id and o.code = t.code and o.state = 'PENDING' and o.kind > t.kind);
drop index logistics.round_task_once;
create unique index round_task_once on logistics.round_task (origin_id, code) where state = 'PENDING';
create index round_task_by_stop on logistics.round_task (origin_id, stop_id);

-- Whose round it was before it was given to somebody else: they may have driven it before they heard.
create table logistics.round_driver_before (
  origin_id  uuid not null,
  round_id   uuid not null,
  person_id  uuid not null,
  until      timestamptz not null,
  primary key (origin_id, round_id, person_id)
);
