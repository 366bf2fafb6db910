-- label: exact
-- loses: ["app", "people", "name"]
-- loses: ["app", "people", "embedding"]
-- loses: ["app", "people", "path"]
-- loses: ["app", "people", "extra"]
-- hazard: deletes-data app.people.name
-- hazard: deletes-data app.people.embedding
-- hazard: deletes-data app.people.path
-- hazard: deletes-data app.people.extra

-- step 1: undoes 7, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.people_path_idx') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.people_path_idx while others read and write the table.
drop index concurrently app.people_path_idx;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 2: undoes 6, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.people_embedding_idx') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.people_embedding_idx while others read and write the table.
drop index concurrently app.people_embedding_idx;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 3: undoes 5, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop column app.people.name.
alter table app.people drop column name;

-- Drop column app.people.embedding.
alter table app.people drop column embedding;

-- Drop column app.people.path.
alter table app.people drop column path;

-- Drop column app.people.extra.
alter table app.people drop column extra;

commit;

-- step 4: undoes 4, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop extension vector.
drop extension vector;

commit;

-- step 5: undoes 3, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop extension ltree.
drop extension ltree;

commit;

-- step 6: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop extension hstore.
drop extension hstore;

commit;

-- step 7: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop extension btree_gist.
drop extension btree_gist;

commit;
