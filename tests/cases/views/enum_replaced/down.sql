-- label: exact

-- step 1: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Make enum app.state anew in another order of values.
drop view app.counted;
drop view app.open_tasks;
alter type app.state rename to fluxc_aside_7aa60c752baa;
create type app.state as enum ('draft', 'open', 'done', 'gone');
alter table app.tasks alter column state type app.state using state::text::app.state;
drop type app.fluxc_aside_7aa60c752baa;
set local search_path = pg_catalog, app, public;
create view app.open_tasks as
select id, state from tasks where state = 'open'::state;
set local search_path = pg_catalog, public;
set local search_path = pg_catalog, app, public;
create view app.counted as
select state, count(*) as tasks from open_tasks group by state;
set local search_path = pg_catalog, public;

commit;

-- step 2: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

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
alter type app.state rename to fluxc_aside_7aa60c752baa;
create type app.state as enum ('draft', 'open', 'done');
alter table app.tasks alter column state type app.state using state::text::app.state;
drop type app.fluxc_aside_7aa60c752baa;
set local search_path = pg_catalog, app, public;
create view app.open_tasks as
select id, state from tasks where state = 'open'::state;
set local search_path = pg_catalog, public;
set local search_path = pg_catalog, app, public;
create view app.counted as
select state, count(*) as tasks from open_tasks group by state;
set local search_path = pg_catalog, public;

commit;
