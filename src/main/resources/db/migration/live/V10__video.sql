-- The picture and the sound of shows. The pieces themselves are files; here stands which there are, in which order. On a cluster
-- these tables are spread by the show, which every key begins with.

-- One unbroken run of one camera in one rendition. The newest is the one that is on air.
create table live.stream (
  show_id    uuid not null,
  id         uuid not null,
  rendition  text not null check (rendition in ('MAIN', 'SOUND')),
  ordinal    int not null check (ordinal >= 0),
  init       bytea not null check (length(init) between 1 and 65536),
  codecs     text not null,
  width      int not null,                   -- 0: no picture
  height     int not null,
  next_n     int not null default 0,         -- the number of the piece to come
  opened_at  timestamptz not null,
  opened_by  uuid,                           -- null: a media server, by the show's key
  primary key (show_id, id, rendition),
  unique (show_id, rendition, ordinal)
);

-- A piece of about a second. Its position never changes, so a playlist only grows at its end.
create table live.segment (
  show_id       uuid not null,
  rendition     text not null,
  position      int not null check (position >= 0),
  stream_id     uuid not null,
  n             int not null check (n >= 0),
  discontinuity int not null check (discontinuity >= 0),  -- how often the camera has changed before
  start_ms      bigint not null,             -- on the recorder's clock
  duration_ms   int not null check (duration_ms between 100 and 4400),
  begins_at     timestamptz not null,        -- by our clock, as nearly as it can be told
  bytes         int not null check (bytes > 0),
  sha256        text not null check (length(sha256) = 64),
  blob_key      text not null,
  received_at   timestamptz not null,
  primary key (show_id, rendition, position),
  unique (show_id, rendition, stream_id, n)
);

-- What the camera saw last, for whoever's line carries no video.
create table live.still (
  show_id  uuid primary key,
  blob_key text not null,
  taken_at timestamptz not null
);

-- With which a media server sends for this show. A new key replaces the one before.
create table live.rtmp_key (
  show_id  uuid primary key,
  key_hash bytea not null check (length(key_hash) = 32),
  made_at  timestamptz not null,
  made_by  uuid not null
);

-- What a media server is sending now, to be fetched from it.
create table live.rtmp_feed (
  show_id   uuid primary key,
  stream_id uuid not null,
  since     timestamptz not null,
  until     timestamptz,                     -- it has stopped; its last pieces may still be fetched
  trouble   text                             -- the code of the rule that refused the last piece
);
create index rtmp_feed_by_time on live.rtmp_feed (since);

-- Who deleted a recording. From then on nothing of it is shown; the files are gone when done_at is set.
create table live.recording_deletion (
  show_id    uuid primary key,
  deleted_at timestamptz not null,
  deleted_by uuid not null,
  done_at    timestamptz
);
create index recording_deletion_open on live.recording_deletion (deleted_at) where done_at is null;
