-- Trigram indexes let lists be searched by any part of a word, in any script. The extension comes with PostgreSQL
-- ("contrib") and a user who may create things in the database may add it.
do $$
begin
  create extension if not exists pg_trgm with schema public;
exception
  when insufficient_privilege then
    raise exception 'Farmgate needs the PostgreSQL extension pg_trgm, and this database user may not add it. '
      'Let an administrator run once, in this database: create extension pg_trgm';
  when undefined_file or feature_not_supported then
    raise exception 'Farmgate needs the PostgreSQL extension pg_trgm, and this server has no such extension. '
      'Install the contrib package of PostgreSQL (Debian: postgresql-contrib), then start again';
end
$$;
