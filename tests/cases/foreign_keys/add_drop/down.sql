-- label: exact

-- step 1: undoes 3, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.b.b_a_id_fkey.
alter table app.b drop constraint b_a_id_fkey;

commit;

-- step 2: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop index app.b_a_id_idx.
drop index app.b_a_id_idx;

-- Create index app.b_old_id_idx.
create index b_old_id_idx on app.b (old_id);

commit;

-- step 3: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.b.b_old_id_fkey.
alter table app.b add constraint b_old_id_fkey foreign key (old_id) references app.a (id) on delete cascade;

commit;
