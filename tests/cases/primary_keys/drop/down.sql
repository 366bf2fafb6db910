-- label: structure only
-- reason: the rows of table app.gone cannot come back
-- hazard: scans-table app.s.id
-- hazard: builds-index app.s.s_pkey
-- hazard: scans-table app.w.a
-- hazard: builds-index app.w.w_pkey
-- hazard: blocks-reads app.w.w_pkey
-- hazard: builds-index app.u.u_t_id_idx
-- hazard: builds-index app.t.t_pkey
-- hazard: scans-table app.u.u_t_id_fkey

-- step 1: undoes 8, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select case when attnotnull then true when exists (select from pg_catalog.pg_constraint where conrelid = attrelid and conname = 'id_not_null') then false end from pg_catalog.pg_attribute where attrelid = pg_catalog.to_regclass('app.s') and attname = 'id'
-- cleanup: set lock_timeout = '5s'; alter table app.s drop constraint id_not_null; reset lock_timeout
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Refuse nulls in column app.s.id while others read and write the table.
alter table app.s add constraint id_not_null check (id is not null) not valid;
set statement_timeout = 0;
alter table app.s validate constraint id_not_null;
set statement_timeout = '1min';
alter table app.s alter column id set not null, drop constraint id_not_null;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 2: undoes 7, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select exists (select from pg_catalog.pg_constraint where conindid = indexrelid and conname = 's_pkey') from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.s_pkey') and indrelid = pg_catalog.to_regclass('app.s')
-- cleanup: drop index concurrently app.s_pkey
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Add primary key app.s.s_pkey while others read and write the table.
set lock_timeout = 0;
set statement_timeout = 0;
create unique index concurrently s_pkey on app.s (id);
set lock_timeout = '5s';
set statement_timeout = '1min';
alter table app.s add constraint s_pkey primary key using index s_pkey;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 3: undoes 6, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.gone.
create table app.gone (
  s_id bigint not null,
  constraint gone_s_id_fkey foreign key (s_id) references app.s (id)
);

-- Create index app.gone_s_id_idx.
create index gone_s_id_idx on app.gone (s_id);

commit;

-- step 4: undoes 5, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select case when attnotnull then true when exists (select from pg_catalog.pg_constraint where conrelid = attrelid and conname = 'a_not_null') then false end from pg_catalog.pg_attribute where attrelid = pg_catalog.to_regclass('app.w') and attname = 'a'
-- cleanup: set lock_timeout = '5s'; alter table app.w drop constraint a_not_null; reset lock_timeout
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Refuse nulls in column app.w.a while others read and write the table.
alter table app.w add constraint a_not_null check (a is not null) not valid;
set statement_timeout = 0;
alter table app.w validate constraint a_not_null;
set statement_timeout = '1min';
alter table app.w alter column a set not null, drop constraint a_not_null;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 5: undoes 4, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add primary key app.w.w_pkey.
alter table app.w add constraint w_pkey primary key (a, b);
comment on constraint w_pkey on app.w is 'Both.';

commit;

-- step 6: undoes 3, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.u_t_id_idx') and indrelid = pg_catalog.to_regclass('app.u')
-- cleanup: drop index concurrently app.u_t_id_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.u_t_id_idx while others read and write the table.
create index concurrently u_t_id_idx on app.u (t_id);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 7: undoes 2, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select exists (select from pg_catalog.pg_constraint where conindid = indexrelid and conname = 't_pkey') from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.t_pkey') and indrelid = pg_catalog.to_regclass('app.t')
-- cleanup: drop index concurrently app.t_pkey
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Add primary key app.t.t_pkey while others read and write the table.
set lock_timeout = 0;
set statement_timeout = 0;
create unique index concurrently t_pkey on app.t (id);
set lock_timeout = '5s';
set statement_timeout = '1min';
alter table app.t add constraint t_pkey primary key using index t_pkey;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 8: undoes 1, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select convalidated from pg_catalog.pg_constraint where conrelid = pg_catalog.to_regclass('app.u') and conname = 'u_t_id_fkey'
-- cleanup: set lock_timeout = '5s'; alter table app.u drop constraint u_t_id_fkey; reset lock_timeout
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Add foreign key app.u.u_t_id_fkey while others read and write the table.
alter table app.u add constraint u_t_id_fkey foreign key (t_id) references app.t (id) not valid;
set statement_timeout = 0;
alter table app.u validate constraint u_t_id_fkey;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;
