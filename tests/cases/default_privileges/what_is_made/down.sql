-- label: structure only
-- reason: the rows of table app.gone cannot come back
-- loses: ["app", "orders"]
-- loses: ["app", "lines"]
-- loses: ["app", "users", "counted"]
-- hazard: changes-access other.code
-- hazard: changes-access app.said
-- hazard: changes-access app.orders.id
-- hazard: changes-access app.lines
-- hazard: deletes-data app.orders
-- hazard: deletes-data app.lines
-- hazard: changes-access app."two()"
-- hazard: breaks-clients app."two()"
-- hazard: breaks-clients app."one()"
-- hazard: rewrites-table app.level
-- hazard: blocks-reads app.level
-- hazard: changes-access app.names
-- hazard: rewrites-table app.users.id
-- hazard: blocks-reads app.users.id
-- hazard: deletes-data app.said
-- hazard: deletes-data app.number
-- hazard: deletes-data app.users.counted
-- hazard: changes-access app.gone
-- hazard: rewrites-table app.place
-- hazard: blocks-reads app.place

-- step 1: undoes 12, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.gone.
create table app.gone (
  id serial not null,
  constraint gone_pkey primary key (id)
);

-- Set who may do what with sequence app.gone_id_seq.
revoke usage on sequence app.gone_id_seq from app_writer;

commit;

-- step 2: undoes 11, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set who may do what with domain type other.code.
revoke usage on type other.code from app_reader;

-- Set who may do what with sequence app.said.
revoke usage on sequence app.said from app_writer;

-- Set who may do what with sequence app.orders_id_seq.
revoke select on sequence app.orders_id_seq from app_reader;
revoke usage on sequence app.orders_id_seq from app_writer;

commit;

-- step 3: undoes 10, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set who may do what with table app.lines.
alter table app.lines owner to current_user;
revoke select, insert on table app.lines from app_writer;

commit;

-- step 4: undoes 9, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.orders.
drop table app.orders;

-- Drop table app.lines.
drop table app.lines;

commit;

-- step 5: undoes 8, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local check_function_bodies = off;

-- Set who may do what with function app.two().
grant execute on routine app.two() to public;

-- Drop function app.two().
drop function app.two();

-- Create function app.two().
create function app.two()
  returns integer
  language sql
  as $body$select 2$body$;

-- Drop function app.one().
drop function app.one();

-- Create function app.one().
create function app.one()
  returns integer
  language sql
  as $body$select 1$body$;

-- Set who may do what with function app.one().
grant execute on routine app.one() to public;

-- Make enum app.level anew in another order of values.
alter type app.level rename to fluxc_aside_724423c100c5;
create type app.level as enum ('low', 'middle', 'high');
alter table app.users alter column level type app.level using level::text::app.level;
drop type app.fluxc_aside_724423c100c5;
revoke usage on type app.level from app_reader;

-- Drop view app.plain.
drop view app.plain;

-- Set who may do what with view app.names.
revoke select on table app.names from app_reader;

-- Drop view app.names.
drop view app.names;

-- Change the type of column app.users.id from integer to bigint.
alter table app.users alter column id type bigint;

-- Drop domain type other.other.
drop domain other.other;

-- Drop domain type other.code.
drop domain other.code;

-- Drop sequence app.said.
drop sequence app.said;

-- Drop sequence app.number.
drop sequence app.number;

-- Drop namespace other.
drop schema other;

-- Leave as default privileges have it who may do what with function app.two().

-- Create view app.plain.
set local search_path = pg_catalog, app, public;
create view app.plain as
select id from users;
set local search_path = pg_catalog, public;

-- Set who may do what with view app.plain.
revoke select on table app.plain from app_reader;
revoke select, insert on table app.plain from app_writer;

-- Create view app.names.
set local search_path = pg_catalog, app, public;
create view app.names as
select id from users;
set local search_path = pg_catalog, public;

-- Set who may do what with view app.names.
revoke select, insert on table app.names from app_writer;

commit;

-- step 6: undoes 7 6 5, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Take nulls in column app.users.counted.
alter table app.users drop constraint if exists counted_not_null;
alter table app.users alter column counted drop not null;

commit;

-- step 7: undoes 4 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop column app.users.counted.
alter table app.users drop column counted;

commit;

-- step 8: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set who may do what with table app.gone.
revoke select, insert on table app.gone from app_writer;
grant insert on table app.gone to app_reader;

commit;

-- step 9: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Make composite type app.place anew.
revoke usage on type app.place from app_writer;
alter type app.place rename to fluxc_aside_050d2f5bd6f3;
create type app.place as (
  x integer,
  y integer);
alter table app.users alter column at type app.place using at::text::app.place;
drop type app.fluxc_aside_050d2f5bd6f3;
revoke usage on type app.place from app_reader;
grant usage on type app.place to app_writer;

commit;
