-- hazard: scans-table app.events.known

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local check_function_bodies = off;

-- Create function app.zz_codes().
create function app.zz_codes()
  returns setof text
  language sql
  stable
  as $body$select code from app.zz_known$body$;

-- Create function app.valid(text).
create function app.valid(code text)
  returns boolean
  language plpgsql
  stable
  as $body$begin return code in (select app.zz_codes()); end$body$;

-- Create table app.zz_known.
create table app.zz_known (
  code text not null,
  constraint zz_known_pkey primary key (code)
);

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add check app.events.known, for rows to come.
alter table app.events add constraint known check (app.valid(code)) not valid;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate check app.events.known.
alter table app.events validate constraint known;

commit;
