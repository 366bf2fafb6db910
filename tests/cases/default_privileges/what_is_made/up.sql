-- decision: drop app.gone
-- decision: drop app.level.middle
-- hazard: rewrites-table app.place
-- hazard: blocks-reads app.place
-- hazard: changes-access app.gone
-- hazard: needs-backfill app.users.counted
-- hazard: scans-table app.users.counted
-- hazard: changes-access app.names
-- hazard: changes-access app."two()"
-- hazard: rewrites-table app.users.id
-- hazard: blocks-reads app.users.id
-- hazard: rewrites-table app.level
-- hazard: blocks-reads app.level
-- hazard: breaks-clients app."one()"
-- hazard: breaks-clients app."two()"
-- hazard: changes-access app.lines
-- hazard: changes-access app.orders.id
-- hazard: changes-access app.said
-- hazard: changes-access other.code
-- hazard: deletes-data app.gone

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that no row has middle of enum app.level.
do $body$
begin
  if exists (select from app.users where level::text in ('middle')) then
    raise exception using
      errcode = 'restrict_violation',
      message = 'app.users.level still holds middle, which enum app.level no longer has',
      hint = 'Change these rows first, then run this again.';
  end if;
end
$body$;

-- Make composite type app.place anew.
revoke usage on type app.place from app_writer;
alter type app.place rename to fluxc_aside_050d2f5bd6f3;
create type app.place as (
  x bigint,
  y integer);
alter table app.users alter column at type app.place using at::text::app.place;
drop type app.fluxc_aside_050d2f5bd6f3;
revoke usage on type app.place from app_reader;
grant usage on type app.place to app_writer;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set who may do what with table app.gone.
revoke select, insert on table app.gone from app_reader;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.users.counted.
alter table app.users add column counted integer;
create sequence app.users_counted_seq as integer owned by app.users.counted;
alter table app.users alter column counted set default nextval('app.users_counted_seq');

-- Set who may do what with sequence app.users_counted_seq.
revoke usage on sequence app.users_counted_seq from app_writer;

commit;

-- step 4: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select not exists (select from app.users where counted is null)
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Fill the nulls of column app.users.counted, some pages at a time.
do $body$
-- app.users.counted, where it is null
#variable_conflict use_column
<<fluxc>>
declare
  pages constant bigint := 100;
  page bigint := 0;
  last bigint := (
    select pg_catalog.max(pg_catalog.pg_relation_size(part)) / pg_catalog.current_setting('block_size')::bigint
    from (
      select 'app.users'::regclass union all select relid from pg_catalog.pg_partition_tree('app.users')
    ) as parts (part)
  );
begin
  while page <= last loop
    update app.users set counted = nextval('app.users_counted_seq')
    where counted is null
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

-- Refuse nulls in column app.users.counted, of rows to come.
alter table app.users add constraint counted_not_null check (counted is not null) not valid;

commit;

-- step 6: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that no row has a null in column app.users.counted.
alter table app.users validate constraint counted_not_null;

commit;

-- step 7: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in column app.users.counted.
alter table app.users alter column counted set not null;
alter table app.users drop constraint counted_not_null;

commit;

-- step 8: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local check_function_bodies = off;

-- Set who may do what with view app.names.
revoke select on table app.names from app_reader;

-- Drop view app.names.
drop view app.names;

-- Drop view app.plain.
drop view app.plain;

-- Set who may do what with function app.two().
grant execute on routine app.two() to public;

-- Create namespace other.
create schema other;

-- Set who may do what with namespace other.
revoke usage on schema other from app_reader;

-- Create sequence app.number.
create sequence app.number;

-- Set who may do what with sequence app.number.
revoke usage on sequence app.number from app_writer;

-- Create sequence app.said.
create sequence app.said;

-- Create domain type other.code.
create domain other.code as text;

-- Create domain type other.other.
create domain other.other as text;

-- Set who may do what with domain type other.other.
revoke usage on type other.other from app_reader;

-- Change the type of column app.users.id from bigint to integer.
alter table app.users alter column id type integer;

-- Create view app.names.
set local search_path = pg_catalog, app, public;
create view app.names as
select id from users;
set local search_path = pg_catalog, public;

-- Set who may do what with view app.names.
revoke select, insert on table app.names from app_writer;

-- Create view app.plain.
set local search_path = pg_catalog, app, public;
create view app.plain as
select id from users;
set local search_path = pg_catalog, public;

-- Set who may do what with view app.plain.
revoke select on table app.plain from app_reader;
revoke select, insert on table app.plain from app_writer;

-- Make enum app.level anew, without middle.
-- assumption: no row has middle of enum app.level
do $body$
begin
  if exists (select from app.users where level::text in ('middle')) then
    raise exception using
      errcode = 'restrict_violation',
      message = 'app.users.level still holds middle, which enum app.level no longer has',
      hint = 'Change these rows first, then run this again.';
  end if;
end
$body$;
alter type app.level rename to fluxc_aside_724423c100c5;
create type app.level as enum ('low', 'high');
alter table app.users alter column level type app.level using level::text::app.level;
drop type app.fluxc_aside_724423c100c5;
revoke usage on type app.level from app_reader;

-- Drop function app.one().
drop function app.one();

-- Create function app.one().
create function app.one()
  returns bigint
  language sql
  as $body$select 1$body$;

-- Set who may do what with function app.one().
grant execute on routine app.one() to public;

-- Drop function app.two().
drop function app.two();

-- Create function app.two().
create function app.two()
  returns bigint
  language sql
  as $body$select 2$body$;

-- Leave as default privileges have it who may do what with function app.two().

commit;

-- step 9: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.lines.
create table app.lines (
  id bigint not null,
  constraint lines_pkey primary key (id)
);

-- Create table app.orders.
create table app.orders (
  id bigint generated always as identity not null,
  constraint orders_pkey primary key (id)
);

-- Set who may do what with table app.orders.
revoke select on table app.orders from app_reader;
revoke select, insert on table app.orders from app_writer;

commit;

-- step 10: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set who may do what with table app.lines.
alter table app.lines owner to app_reader;

commit;

-- step 11: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set who may do what with sequence app.orders_id_seq.
grant select on sequence app.orders_id_seq to app_reader;

-- Leave as default privileges have it who may do what with sequence app.said.

-- Leave as default privileges have it who may do what with domain type other.code.

commit;

-- step 12: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.gone.
drop table app.gone;

commit;
