-- hazard: builds-index app.people.people_embedding_idx
-- hazard: builds-index app.people.people_path_idx

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create extension btree_gist.
create extension btree_gist schema public;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create extension hstore.
create extension hstore schema public;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create extension ltree.
create extension ltree schema public;

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create extension vector.
create extension vector schema public;

commit;

-- step 5: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.people.extra.
alter table app.people add column extra public.hstore default '' not null;

-- Add column app.people.path.
alter table app.people add column path public.ltree;

-- Add column app.people.embedding.
alter table app.people add column embedding public.vector(3);

-- Add column app.people.name.
alter table app.people add column name public.citext default 'x'::public.citext not null;

commit;

-- step 6: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.people_embedding_idx') and indrelid = pg_catalog.to_regclass('app.people')
-- cleanup: drop index concurrently app.people_embedding_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.people_embedding_idx while others read and write the table.
create index concurrently people_embedding_idx on app.people using hnsw (embedding vector_l2_ops) with (m = '8');

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 7: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.people_path_idx') and indrelid = pg_catalog.to_regclass('app.people')
-- cleanup: drop index concurrently app.people_path_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.people_path_idx while others read and write the table.
create index concurrently people_path_idx on app.people using gist (path);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;
