-- label: exact
-- loses: ["app", "people", "name"]
-- loses: ["app", "people", "embedding"]
-- loses: ["app", "people", "path"]
-- loses: ["app", "people", "extra"]

-- step 1: undoes 5, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop index app.people_path_idx.
drop index app.people_path_idx;

-- Drop index app.people_embedding_idx.
drop index app.people_embedding_idx;

-- Drop column app.people.name.
alter table app.people drop column name;

-- Drop column app.people.embedding.
alter table app.people drop column embedding;

-- Drop column app.people.path.
alter table app.people drop column path;

-- Drop column app.people.extra.
alter table app.people drop column extra;

commit;

-- step 2: undoes 4, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop extension vector.
drop extension vector;

commit;

-- step 3: undoes 3, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop extension ltree.
drop extension ltree;

commit;

-- step 4: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop extension hstore.
drop extension hstore;

commit;

-- step 5: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop extension btree_gist.
drop extension btree_gist;

commit;
