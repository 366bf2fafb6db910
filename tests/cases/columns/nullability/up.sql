-- hazard: needs-backfill app.t.a
-- hazard: needs-backfill app.t.d
-- hazard: scans-table app.t

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Take nulls in column app.t.c.
alter table app.t alter column c drop not null;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set the default of column app.t.d.
alter table app.t alter column d set default 0;

commit;

-- step 3: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app.t where a is null)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Fill the nulls of column app.t.a, some pages at a time.
do $body$
-- app.t.a, where it is null
#variable_conflict use_column
<<fluxc>>
declare
  pages constant bigint := 100;
  page bigint := 0;
  last bigint := (
    select pg_catalog.max(pg_catalog.pg_relation_size(part)) / pg_catalog.current_setting('block_size')::bigint
    from (
      select 'app.t'::regclass union all select relid from pg_catalog.pg_partition_tree('app.t')
    ) as parts (part)
  );
begin
  while page <= last loop
    update app.t set a = 'row ' || id
    where a is null
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

-- step 4: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app.t where d is null)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Fill the nulls of column app.t.d, some pages at a time.
do $body$
-- app.t.d, where it is null
#variable_conflict use_column
<<fluxc>>
declare
  pages constant bigint := 100;
  page bigint := 0;
  last bigint := (
    select pg_catalog.max(pg_catalog.pg_relation_size(part)) / pg_catalog.current_setting('block_size')::bigint
    from (
      select 'app.t'::regclass union all select relid from pg_catalog.pg_partition_tree('app.t')
    ) as parts (part)
  );
begin
  while page <= last loop
    update app.t set d = 0
    where d is null
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

-- step 5: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in column app.t.a, of rows to come.
alter table app.t add constraint a_not_null check (a is not null) not valid;

commit;

-- step 6: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app.t where a is null)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Fill the nulls that came meanwhile of column app.t.a, some pages at a time.
do $body$
-- app.t.a, where it is null
#variable_conflict use_column
<<fluxc>>
declare
  pages constant bigint := 100;
  page bigint := 0;
  last bigint := (
    select pg_catalog.max(pg_catalog.pg_relation_size(part)) / pg_catalog.current_setting('block_size')::bigint
    from (
      select 'app.t'::regclass union all select relid from pg_catalog.pg_partition_tree('app.t')
    ) as parts (part)
  );
begin
  while page <= last loop
    update app.t set a = 'row ' || id
    where a is null
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

-- step 7: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in column app.t.b, of rows to come.
alter table app.t add constraint b_not_null check (b is not null) not valid;

-- Refuse nulls in column app.t.d, of rows to come.
alter table app.t add constraint d_not_null check (d is not null) not valid;

commit;

-- step 8: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app.t where d is null)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Fill the nulls that came meanwhile of column app.t.d, some pages at a time.
do $body$
-- app.t.d, where it is null
#variable_conflict use_column
<<fluxc>>
declare
  pages constant bigint := 100;
  page bigint := 0;
  last bigint := (
    select pg_catalog.max(pg_catalog.pg_relation_size(part)) / pg_catalog.current_setting('block_size')::bigint
    from (
      select 'app.t'::regclass union all select relid from pg_catalog.pg_partition_tree('app.t')
    ) as parts (part)
  );
begin
  while page <= last loop
    update app.t set d = 0
    where d is null
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

-- step 9: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check the rows of table app.t: a_not_null, b_not_null, d_not_null.
alter table app.t validate constraint a_not_null, validate constraint b_not_null, validate constraint d_not_null;

commit;

-- step 10: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in column app.t.a.
alter table app.t alter column a set not null;
alter table app.t drop constraint a_not_null;

-- Refuse nulls in column app.t.b.
alter table app.t alter column b set not null;
alter table app.t drop constraint b_not_null;

-- Refuse nulls in column app.t.d.
alter table app.t alter column d set not null;
alter table app.t drop constraint d_not_null;

commit;
