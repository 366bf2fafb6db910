-- hazard: needs-backfill app.a.id
-- hazard: scans-table app.a.id
-- hazard: builds-index app.a.a_pkey
-- hazard: needs-backfill app.b.id
-- hazard: scans-table app.b.id
-- hazard: builds-index app.b.b_pkey
-- hazard: needs-backfill app.c.id
-- hazard: scans-table app.c.id

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.a.id.
alter table app.a add column id bigint;
create sequence app.a_id_seq as bigint owned by app.a.id;
alter table app.a alter column id set default nextval('app.a_id_seq');

commit;

-- step 2: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app.a where id is null)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Fill the nulls of column app.a.id, some pages at a time.
do $body$
-- app.a.id, where it is null
#variable_conflict use_column
<<fluxc>>
declare
  pages constant bigint := 100;
  page bigint := 0;
  last bigint := (
    select pg_catalog.max(pg_catalog.pg_relation_size(part)) / pg_catalog.current_setting('block_size')::bigint
    from (
      select 'app.a'::regclass union all select relid from pg_catalog.pg_partition_tree('app.a')
    ) as parts (part)
  );
begin
  while page <= last loop
    update app.a set id = nextval('app.a_id_seq')
    where id is null
      and ctid >= pg_catalog.format('(%s,0)', fluxc.page)::pg_catalog.tid and ctid < pg_catalog.format('(%s,0)', fluxc.page + fluxc.pages)::pg_catalog.tid;
    commit;
    perform pg_catalog.pg_sleep(nullif(pg_catalog.current_setting('fluxc.pause', true), '')::double precision);
    page := page + pages;
  end loop;
end
$body$;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 3: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in column app.a.id, of rows to come.
alter table app.a add constraint id_not_null check (id is not null) not valid;

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that no row has a null in column app.a.id.
alter table app.a validate constraint id_not_null;

commit;

-- step 5: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.a_pkey') and indrelid = pg_catalog.to_regclass('app.a')
-- cleanup: drop index concurrently app.a_pkey
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Build the index of primary key app.a.a_pkey while others read and write the table.
create unique index concurrently a_pkey on app.a (id);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 6: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in column app.a.id.
alter table app.a alter column id set not null;
alter table app.a drop constraint id_not_null;

-- Make column app.a.id an identity column.
do $body$
declare
  number bigint;
  drawn boolean;
begin
  alter table app.a alter column id drop default;
  select last_value, is_called into number, drawn from app.a_id_seq;
  drop sequence app.a_id_seq;
  alter table app.a alter column id add generated always as identity;
  perform setval('app.a_id_seq', number, drawn);
end
$body$;

-- Add primary key app.a.a_pkey by its index.
alter table app.a add constraint a_pkey primary key using index a_pkey;

commit;

-- step 7: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.b.id.
alter table app.b add column id bigint;
create sequence app.b_id_seq as bigint owned by app.b.id;
alter table app.b alter column id set default nextval('app.b_id_seq');

commit;

-- step 8: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app.b where id is null)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Fill the nulls of column app.b.id, some pages at a time.
do $body$
-- app.b.id, where it is null
#variable_conflict use_column
<<fluxc>>
declare
  pages constant bigint := 100;
  page bigint := 0;
  last bigint := (
    select pg_catalog.max(pg_catalog.pg_relation_size(part)) / pg_catalog.current_setting('block_size')::bigint
    from (
      select 'app.b'::regclass union all select relid from pg_catalog.pg_partition_tree('app.b')
    ) as parts (part)
  );
begin
  while page <= last loop
    update app.b set id = nextval('app.b_id_seq')
    where id is null
      and ctid >= pg_catalog.format('(%s,0)', fluxc.page)::pg_catalog.tid and ctid < pg_catalog.format('(%s,0)', fluxc.page + fluxc.pages)::pg_catalog.tid;
    commit;
    perform pg_catalog.pg_sleep(nullif(pg_catalog.current_setting('fluxc.pause', true), '')::double precision);
    page := page + pages;
  end loop;
end
$body$;

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

-- Refuse nulls in column app.b.id, of rows to come.
alter table app.b add constraint id_not_null check (id is not null) not valid;

commit;

-- step 10: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that no row has a null in column app.b.id.
alter table app.b validate constraint id_not_null;

commit;

-- step 11: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.b_pkey') and indrelid = pg_catalog.to_regclass('app.b')
-- cleanup: drop index concurrently app.b_pkey
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Build the index of primary key app.b.b_pkey while others read and write the table.
create unique index concurrently b_pkey on app.b (id);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 12: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in column app.b.id.
alter table app.b alter column id set not null;
alter table app.b drop constraint id_not_null;

-- Add primary key app.b.b_pkey by its index.
alter table app.b add constraint b_pkey primary key using index b_pkey;

commit;

-- step 13: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.c.id.
alter table app.c add column id smallint;
create sequence app.c_id_seq as smallint owned by app.c.id;
alter table app.c alter column id set default nextval('app.c_id_seq');

commit;

-- step 14: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app.c where id is null)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Fill the nulls of column app.c.id, some pages at a time.
do $body$
-- app.c.id, where it is null
#variable_conflict use_column
<<fluxc>>
declare
  pages constant bigint := 100;
  page bigint := 0;
  last bigint := (
    select pg_catalog.max(pg_catalog.pg_relation_size(part)) / pg_catalog.current_setting('block_size')::bigint
    from (
      select 'app.c'::regclass union all select relid from pg_catalog.pg_partition_tree('app.c')
    ) as parts (part)
  );
begin
  while page <= last loop
    update app.c set id = nextval('app.c_id_seq')
    where id is null
      and ctid >= pg_catalog.format('(%s,0)', fluxc.page)::pg_catalog.tid and ctid < pg_catalog.format('(%s,0)', fluxc.page + fluxc.pages)::pg_catalog.tid;
    commit;
    perform pg_catalog.pg_sleep(nullif(pg_catalog.current_setting('fluxc.pause', true), '')::double precision);
    page := page + pages;
  end loop;
end
$body$;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 15: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in column app.c.id, of rows to come.
alter table app.c add constraint id_not_null check (id is not null) not valid;

commit;

-- step 16: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that no row has a null in column app.c.id.
alter table app.c validate constraint id_not_null;

commit;

-- step 17: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in column app.c.id.
alter table app.c alter column id set not null;
alter table app.c drop constraint id_not_null;

-- Make column app.c.id an identity column.
do $body$
declare
  number bigint;
  drawn boolean;
begin
  alter table app.c alter column id drop default;
  select last_value, is_called into number, drawn from app.c_id_seq;
  drop sequence app.c_id_seq;
  alter table app.c alter column id add generated by default as identity;
  perform setval('app.c_id_seq', number, drawn);
end
$body$;

commit;
