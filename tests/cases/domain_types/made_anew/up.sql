-- hazard: rewrites-table app.code
-- hazard: blocks-reads app.code

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop index app.t_code_idx.
drop index app.t_code_idx;

-- Drop check app.t.enough.
alter table app.t drop constraint enough;

-- Drop the default of column app.t.other.
alter table app.t alter column other drop default;

-- Drop column app.t.next.
alter table app.t drop column next;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Make domain type app.code, domain type app.tag anew, with app.pair, app.codes.
revoke usage on type app.code from app_reader;
alter type app.codes rename to fluxc_aside_7a0e44fe07da;
alter type app.pair rename to fluxc_aside_bd441676c3da;
alter type app.tag rename to fluxc_aside_f5a0cc4f4e24;
alter type app.code rename to fluxc_aside_628840f82a2b;
create domain app.code as text default 'one';
create domain app.tag as text
  constraint tag_check check (value <> '');
create type app.pair as (
  one app.code,
  two app.tag[]);
create domain app.codes as app.code
  constraint codes_check check (value > '0');
alter domain app.codes drop default;
alter table app.t alter column code type app.code using code::integer::text::app.code;
alter table app.t alter column other type app.codes using other::integer::text::app.codes;
alter table app.t alter column pair type app.pair using pair::text::app.pair;
alter table app.t alter column list type app.code[] using list::integer[]::text[]::app.code[];
alter table app.t alter column tags type app.tag[] using tags::text[]::app.tag[];
drop type app.fluxc_aside_7a0e44fe07da;
drop type app.fluxc_aside_bd441676c3da;
drop type app.fluxc_aside_f5a0cc4f4e24;
drop type app.fluxc_aside_628840f82a2b;
grant usage on type app.code to app_reader;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set the default of column app.t.other.
alter table app.t alter column other set default '2'::app.codes;

commit;
