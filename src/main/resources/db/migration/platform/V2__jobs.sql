create schema if not exists platform;

-- Long work that can be left and found again. When it runs is db-scheduler's affair (scheduled_tasks); what it is, how far
-- it is and how it ended stands here.
create table platform.job (
  id           uuid primary key,
  owner_id     uuid not null,                 -- the organisation whose members may see it
  kind         text not null check (length(kind) between 1 and 60),
  parameters   jsonb not null,
  actor        jsonb,                         -- who started it and with which rights; forgotten when it ends
  state        text not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
  done         bigint not null default 0 check (done >= 0),
  total        bigint not null default 0 check (total >= 0), -- 0 while nobody knows
  message_key  text not null,
  arguments    text not null default '',
  result_path  text,
  cancel_asked boolean not null default false,
  attempts     smallint not null default 0,   -- how often it was begun; more than once after a crash
  queued_at    timestamptz not null,
  started_at   timestamptz,
  heartbeat_at timestamptz,
  finished_at  timestamptz,
  check ((finished_at is not null) = (state in ('DONE', 'FAILED', 'CANCELLED')))
);
create index job_by_owner on platform.job (owner_id, queued_at desc);
create index job_open_by_owner on platform.job (owner_id) where finished_at is null;
