-- hazard: rewrites-table app.amount
-- hazard: blocks-reads app.amount
-- hazard: rewrites-table app.spans.twice
-- hazard: blocks-reads app.spans.twice

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop column app.spans.twice.
alter table app.spans drop column twice;

commit;

-- step 2: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.t_code_idx') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.t_code_idx while others read and write the table.
drop index concurrently app.t_code_idx;

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

-- Drop check app.t.enough.
alter table app.t drop constraint enough;

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop the default of column app.t.other.
alter table app.t alter column other drop default;

-- Drop column app.t.next.
alter table app.t drop column next;

commit;

-- step 5: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Make domain type app.amount, domain type app.code, domain type app.tag anew, with app.pair, app.codes.
revoke usage on type app.code from app_reader;
alter type app.codes rename to fluxc_aside_7a0e44fe07da;
alter type app.pair rename to fluxc_aside_bd441676c3da;
alter type app.tag rename to fluxc_aside_f5a0cc4f4e24;
alter type app.code rename to fluxc_aside_628840f82a2b;
alter type app.amount rename to fluxc_aside_7c8ff757ddae;
create domain app.amount as text;
create domain app.code as text default 'one';
create domain app.tag as text
  constraint tag_check check (value <> '');
create type app.pair as (
  one app.code,
  two app.tag[]);
create domain app.codes as app.code
  constraint codes_check check (value > '0');
alter domain app.codes drop default;
alter table app.spans alter column size type app.amount using size::integer::text::app.amount;
alter table app.t alter column code type app.code using code::integer::text::app.code;
alter table app.t alter column other type app.codes using other::integer::text::app.codes;
alter table app.t alter column pair type app.pair using pair::text::app.pair;
alter table app.t alter column list type app.code[] using list::integer[]::text[]::app.code[];
alter table app.t alter column tags type app.tag[] using tags::text[]::app.tag[];
drop type app.fluxc_aside_7a0e44fe07da;
drop type app.fluxc_aside_bd441676c3da;
drop type app.fluxc_aside_f5a0cc4f4e24;
drop type app.fluxc_aside_628840f82a2b;
drop type app.fluxc_aside_7c8ff757ddae;
grant usage on type app.code to app_reader;

commit;

-- step 6: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.spans.twice.
alter table app.spans add column twice integer generated always as (size::text::integer * 2) stored not null;

commit;

-- step 7: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set the default of column app.t.other.
alter table app.t alter column other set default '2'::app.codes;

commit;
