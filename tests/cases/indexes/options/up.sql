-- hazard: builds-index app.docs.docs_at
-- hazard: builds-index app.docs.docs_at_idx
-- hazard: builds-index app.docs.docs_backwards
-- hazard: builds-index app.docs.docs_body_idx
-- hazard: builds-index app.docs.docs_hash
-- hazard: builds-index app.docs.docs_lower_idx
-- hazard: builds-index app.docs.docs_spot_idx
-- hazard: builds-index app.docs.docs_title_at_id_idx

-- step 1: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.docs_at') and indrelid = pg_catalog.to_regclass('app.docs')
-- cleanup: drop index concurrently app.docs_at
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.docs_at while others read and write the table.
create index concurrently docs_at on app.docs (at);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 2: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.docs_at_idx') and indrelid = pg_catalog.to_regclass('app.docs')
-- cleanup: drop index concurrently app.docs_at_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.docs_at_idx while others read and write the table.
create index concurrently docs_at_idx on app.docs using brin (at) with (pages_per_range = '32');

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 3: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.docs_backwards') and indrelid = pg_catalog.to_regclass('app.docs')
-- cleanup: drop index concurrently app.docs_backwards
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.docs_backwards while others read and write the table.
create index concurrently docs_backwards on app.docs (title collate "C" varchar_pattern_ops desc);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 4: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.docs_body_idx') and indrelid = pg_catalog.to_regclass('app.docs')
-- cleanup: drop index concurrently app.docs_body_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.docs_body_idx while others read and write the table.
create index concurrently docs_body_idx on app.docs using gin (body jsonb_path_ops);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 5: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.docs_hash') and indrelid = pg_catalog.to_regclass('app.docs')
-- cleanup: drop index concurrently app.docs_hash
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.docs_hash while others read and write the table.
create index concurrently docs_hash on app.docs using hash (title);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 6: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.docs_lower_idx') and indrelid = pg_catalog.to_regclass('app.docs')
-- cleanup: drop index concurrently app.docs_lower_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.docs_lower_idx while others read and write the table.
create index concurrently docs_lower_idx on app.docs ((lower(title)) text_pattern_ops) where title <> '';

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 7: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.docs_spot_idx') and indrelid = pg_catalog.to_regclass('app.docs')
-- cleanup: drop index concurrently app.docs_spot_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.docs_spot_idx while others read and write the table.
create index concurrently docs_spot_idx on app.docs using spgist (spot);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 8: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.docs_title_at_id_idx') and indrelid = pg_catalog.to_regclass('app.docs')
-- cleanup: drop index concurrently app.docs_title_at_id_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.docs_title_at_id_idx while others read and write the table.
create unique index concurrently docs_title_at_id_idx on app.docs (title collate "C" desc, at nulls first) include (id) nulls not distinct;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 9: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Cluster by index app.docs_at.
alter table app.docs cluster on docs_at;

-- Set the comment of index app.docs_spot_idx.
comment on index app.docs_spot_idx is 'Where.';

-- Change the storage parameters of index app.docs_ordered.
alter index app.docs_ordered set (deduplicate_items = 'off', fillfactor = '80');

-- Change the storage parameters of index app.docs_tags.
alter index app.docs_tags reset (fastupdate);

-- Change the storage parameters of index app.docs_title_idx.
alter index app.docs_title_idx set (fillfactor = '80', deduplicate_items = 'off');

commit;
