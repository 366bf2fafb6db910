-- hazard: builds-index app.docs.docs_at
-- hazard: blocks-writes app.docs.docs_at
-- hazard: builds-index app.docs.docs_at_idx
-- hazard: blocks-writes app.docs.docs_at_idx
-- hazard: builds-index app.docs.docs_backwards
-- hazard: blocks-writes app.docs.docs_backwards
-- hazard: builds-index app.docs.docs_body_idx
-- hazard: blocks-writes app.docs.docs_body_idx
-- hazard: builds-index app.docs.docs_hash
-- hazard: blocks-writes app.docs.docs_hash
-- hazard: builds-index app.docs.docs_lower_idx
-- hazard: blocks-writes app.docs.docs_lower_idx
-- hazard: builds-index app.docs.docs_spot_idx
-- hazard: blocks-writes app.docs.docs_spot_idx
-- hazard: builds-index app.docs.docs_title_at_id_idx
-- hazard: blocks-writes app.docs.docs_title_at_id_idx

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create index app.docs_at.
create index docs_at on app.docs (at);
alter table app.docs cluster on docs_at;

-- Create index app.docs_at_idx.
create index docs_at_idx on app.docs using brin (at) with (pages_per_range = '32');

-- Create index app.docs_backwards.
create index docs_backwards on app.docs (title collate "C" varchar_pattern_ops desc);

-- Create index app.docs_body_idx.
create index docs_body_idx on app.docs using gin (body jsonb_path_ops);

-- Create index app.docs_hash.
create index docs_hash on app.docs using hash (title);

-- Create index app.docs_lower_idx.
create index docs_lower_idx on app.docs ((lower(title)) text_pattern_ops) where title <> '';

-- Create index app.docs_spot_idx.
create index docs_spot_idx on app.docs using spgist (spot);
comment on index app.docs_spot_idx is 'Where.';

-- Create index app.docs_title_at_id_idx.
create unique index docs_title_at_id_idx on app.docs (title collate "C" desc, at nulls first) include (id) nulls not distinct;

-- Change the storage parameters of index app.docs_ordered.
alter index app.docs_ordered set (deduplicate_items = 'off', fillfactor = '80');

-- Change the storage parameters of index app.docs_tags.
alter index app.docs_tags reset (fastupdate);

-- Change the storage parameters of index app.docs_title_idx.
alter index app.docs_title_idx set (fillfactor = '80', deduplicate_items = 'off');

commit;
