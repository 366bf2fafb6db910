-- label: structure only
-- reason: the rows of table app.gone cannot come back

-- step 1: undoes 6, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in column app.s.id.
alter table app.s alter column id set not null;

-- Add primary key app.s.s_pkey.
alter table app.s add constraint s_pkey primary key (id);

commit;

-- step 2: undoes 5, transaction, lock_timeout 5s, statement_timeout 0
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

-- step 3: undoes 4, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in column app.w.a.
alter table app.w alter column a set not null;

-- Add primary key app.w.w_pkey.
alter table app.w add constraint w_pkey primary key (a, b);
comment on constraint w_pkey on app.w is 'Both.';

commit;

-- step 4: undoes 3, no transaction, lock_timeout 0, statement_timeout 0
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

-- step 5: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add primary key app.t.t_pkey.
alter table app.t add constraint t_pkey primary key (id);

commit;

-- step 6: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.u.u_t_id_fkey.
alter table app.u add constraint u_t_id_fkey foreign key (t_id) references app.t (id);

commit;
