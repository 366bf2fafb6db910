-- label: exact

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the storage parameters of index app.docs_title_idx.
alter index app.docs_title_idx set (fillfactor = '70');
alter index app.docs_title_idx reset (deduplicate_items);

-- Change the storage parameters of index app.docs_tags.
alter index app.docs_tags set (fastupdate = 'false');

-- Change the storage parameters of index app.docs_ordered.
alter index app.docs_ordered set (fillfactor = '80', deduplicate_items = 'off');

-- Drop index app.docs_title_at_id_idx.
drop index app.docs_title_at_id_idx;

-- Drop index app.docs_spot_idx.
drop index app.docs_spot_idx;

-- Drop index app.docs_lower_idx.
drop index app.docs_lower_idx;

-- Drop index app.docs_hash.
drop index app.docs_hash;

-- Drop index app.docs_body_idx.
drop index app.docs_body_idx;

-- Drop index app.docs_backwards.
drop index app.docs_backwards;

-- Drop index app.docs_at_idx.
drop index app.docs_at_idx;

-- Drop index app.docs_at.
drop index app.docs_at;

commit;
