-- label: structure only
-- reason: values of type app.amount as they were; values of type app.code as they were; values of type app.codes as they were cannot come back
-- hazard: rewrites-table app.amount
-- hazard: blocks-reads app.amount
-- hazard: rewrites-table app.t.next
-- hazard: blocks-reads app.t.next
-- hazard: scans-table app.t.enough
-- hazard: builds-index app.t.t_code_idx
-- hazard: rewrites-table app.spans.twice
-- hazard: blocks-reads app.spans.twice

-- step 1: undoes 7, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop the default of column app.t.other.
alter table app.t alter column other drop default;

commit;

-- step 2: undoes 6, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop column app.spans.twice.
alter table app.spans drop column twice;

commit;

-- step 3: undoes 5, transaction, lock_timeout 5s, statement_timeout 0
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
create domain app.amount as integer;
create domain app.code as integer default 1;
create domain app.tag as text;
create type app.pair as (
  one app.code,
  two app.tag[]);
create domain app.codes as app.code
  constraint codes_check check (value > 0);
alter domain app.codes drop default;
alter table app.spans alter column size type app.amount using size::text::integer::app.amount;
alter table app.t alter column code type app.code using code::text::integer::app.code;
alter table app.t alter column other type app.codes using other::text::integer::app.codes;
alter table app.t alter column pair type app.pair using pair::text::app.pair;
alter table app.t alter column list type app.code[] using list::text[]::integer[]::app.code[];
alter table app.t alter column tags type app.tag[] using tags::text[]::app.tag[];
drop type app.fluxc_aside_7a0e44fe07da;
drop type app.fluxc_aside_bd441676c3da;
drop type app.fluxc_aside_f5a0cc4f4e24;
drop type app.fluxc_aside_628840f82a2b;
drop type app.fluxc_aside_7c8ff757ddae;
grant usage on type app.code to app_reader;

commit;

-- step 4: undoes 4, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.t.next.
alter table app.t add column next integer generated always as (code + 1) stored not null;

-- Set the default of column app.t.other.
alter table app.t alter column other set default 2::app.codes;

commit;

-- step 5: undoes 3, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select convalidated from pg_catalog.pg_constraint where conrelid = pg_catalog.to_regclass('app.t') and conname = 'enough'
-- cleanup: set lock_timeout = '5s'; alter table app.t drop constraint enough; reset lock_timeout
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Add check app.t.enough while others read and write the table.
alter table app.t add constraint enough check (code > 0) not valid;
set statement_timeout = 0;
alter table app.t validate constraint enough;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 6: undoes 2, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.t_code_idx') and indrelid = pg_catalog.to_regclass('app.t')
-- cleanup: drop index concurrently app.t_code_idx
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.t_code_idx while others read and write the table.
create index concurrently t_code_idx on app.t (code) where code > 5;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 7: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.spans.twice.
alter table app.spans add column twice integer generated always as (size * 2) stored not null;

commit;
