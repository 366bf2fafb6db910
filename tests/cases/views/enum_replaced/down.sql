-- label: exact
-- hazard: rewrites-table app.state
-- hazard: blocks-reads app.state
-- hazard: breaks-clients app."spendings()"
-- hazard: rewrites-table app.tasks.hours
-- hazard: blocks-reads app.tasks.hours

-- step 1: undoes 3, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local check_function_bodies = off;

-- Make enum app.state anew in another order of values.
drop view app.counted;
drop view app.open_tasks;
drop materialized view app.sums;
drop function app.spendings();
drop view app.spent;
alter type app.state rename to fluxc_aside_7aa60c752baa;
create type app.state as enum ('draft', 'open', 'done', 'gone');
alter table app.tasks alter column state type app.state using state::text::app.state;
drop type app.fluxc_aside_7aa60c752baa;
set local search_path = pg_catalog, app, public;
create view app.spent as
select state, hours from tasks;
set local search_path = pg_catalog, public;
create function app.spendings()
  returns setof app.spent
  language sql
  as $body$select * from spent$body$;
set local search_path = pg_catalog, app, public;
create materialized view app.sums as
select state, sum(hours) as hours from spent group by state;
set local search_path = pg_catalog, public;
set local search_path = pg_catalog, app, public;
create view app.open_tasks as
select id, state from tasks where state = 'open'::state;
set local search_path = pg_catalog, public;
set local search_path = pg_catalog, app, public;
create view app.counted as
select state, count(*) as tasks from open_tasks group by state;
set local search_path = pg_catalog, public;

commit;

-- step 2: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local check_function_bodies = off;

-- Drop materialized view app.sums.
drop materialized view app.sums;

-- Drop function app.spendings().
drop function app.spendings();

-- Drop view app.spent.
drop view app.spent;

-- Change the type of column app.tasks.hours from numeric to integer.
alter table app.tasks alter column hours type integer;

-- Create view app.spent.
set local search_path = pg_catalog, app, public;
create view app.spent as
select state, hours from tasks;
set local search_path = pg_catalog, public;

-- Create function app.spendings().
create function app.spendings()
  returns setof app.spent
  language sql
  as $body$select * from spent$body$;

-- Create materialized view app.sums.
set local search_path = pg_catalog, app, public;
create materialized view app.sums as
select state, sum(hours) as hours from spent group by state;
set local search_path = pg_catalog, public;

commit;

-- step 3: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local check_function_bodies = off;

-- Make enum app.state anew, without gone.
do $body$
begin
  if exists (select from app.tasks where state::text in ('gone')) then
    raise exception using
      errcode = 'restrict_violation',
      message = 'app.tasks.state still holds gone, which enum app.state no longer has',
      hint = 'Change these rows first, then run this again.';
  end if;
end
$body$;
drop view app.counted;
drop view app.open_tasks;
drop materialized view app.sums;
drop function app.spendings();
drop view app.spent;
alter type app.state rename to fluxc_aside_7aa60c752baa;
create type app.state as enum ('draft', 'open', 'done');
alter table app.tasks alter column state type app.state using state::text::app.state;
drop type app.fluxc_aside_7aa60c752baa;
set local search_path = pg_catalog, app, public;
create view app.spent as
select state, hours from tasks;
set local search_path = pg_catalog, public;
create function app.spendings()
  returns setof app.spent
  language sql
  as $body$select * from spent$body$;
set local search_path = pg_catalog, app, public;
create materialized view app.sums as
select state, sum(hours) as hours from spent group by state;
set local search_path = pg_catalog, public;
set local search_path = pg_catalog, app, public;
create view app.open_tasks as
select id, state from tasks where state = 'open'::state;
set local search_path = pg_catalog, public;
set local search_path = pg_catalog, app, public;
create view app.counted as
select state, count(*) as tasks from open_tasks group by state;
set local search_path = pg_catalog, public;

commit;
