-- label: exact

-- step 1: undoes 9, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the storage parameters of index app.docs_title_idx.
alter index app.docs_title_idx set (fillfactor = '70');
alter index app.docs_title_idx reset (deduplicate_items);

-- Change the storage parameters of index app.docs_tags.
alter index app.docs_tags set (fastupdate = 'false');

-- Change the storage parameters of index app.docs_ordered.
alter index app.docs_ordered set (fillfactor = '80', deduplicate_items = 'off');

-- Drop the comment of index app.docs_spot_idx.
comment on index app.docs_spot_idx is null;

-- No longer cluster by index app.docs_at.
alter table app.docs set without cluster;

commit;

-- step 2: undoes 8, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.docs_title_at_id_idx') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.docs_title_at_id_idx while others read and write the table.
drop index concurrently app.docs_title_at_id_idx;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 3: undoes 7, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.docs_spot_idx') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.docs_spot_idx while others read and write the table.
drop index concurrently app.docs_spot_idx;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 4: undoes 6, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.docs_lower_idx') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.docs_lower_idx while others read and write the table.
drop index concurrently app.docs_lower_idx;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 5: undoes 5, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.docs_hash') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.docs_hash while others read and write the table.
drop index concurrently app.docs_hash;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 6: undoes 4, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.docs_body_idx') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.docs_body_idx while others read and write the table.
drop index concurrently app.docs_body_idx;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 7: undoes 3, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.docs_backwards') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.docs_backwards while others read and write the table.
drop index concurrently app.docs_backwards;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 8: undoes 2, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.docs_at_idx') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.docs_at_idx while others read and write the table.
drop index concurrently app.docs_at_idx;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 9: undoes 1, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.docs_at') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.docs_at while others read and write the table.
drop index concurrently app.docs_at;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;
