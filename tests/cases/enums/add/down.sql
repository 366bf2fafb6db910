-- label: exact
-- loses: ["app", "t", "new"]
-- hazard: deletes-data app.t.new
-- hazard: rewrites-table app.mood
-- hazard: blocks-reads app.mood

-- step 1: undoes 4, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.t_more_idx') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.t_more_idx while others read and write the table.
drop index concurrently app.t_more_idx;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 2: undoes 3 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop check app.t.not_e.
alter table app.t drop constraint not_e;

-- Drop the default of column app.t.more.
alter table app.t alter column more drop default;

-- Set the default of column app.t.mood.
alter table app.t alter column mood set default 'b';

-- Drop column app.t.new.
alter table app.t drop column new;

commit;

-- step 3: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Make enum app.mood anew, without a, c, c2, e, f.
do $body$
begin
  if exists (select from app.t where mood::text in ('a', 'c', 'c2', 'e', 'f')) then
    raise exception using
      errcode = 'restrict_violation',
      message = 'app.t.mood still holds a, c, c2, e, f, which enum app.mood no longer has',
      hint = 'Change these rows first, then run this again.';
  end if;
end
$body$;
do $body$
begin
  if exists (select from app.t where more::text in ('a', 'c', 'c2', 'e', 'f')) then
    raise exception using
      errcode = 'restrict_violation',
      message = 'app.t.more still holds a, c, c2, e, f, which enum app.mood no longer has',
      hint = 'Change these rows first, then run this again.';
  end if;
end
$body$;
alter type app.mood rename to fluxc_aside_fff6ef50cc24;
create type app.mood as enum ('b', 'd');
alter table app.t alter column mood drop default;
alter table app.t alter column mood type app.mood using mood::text::app.mood;
alter table app.t alter column mood set default 'b';
alter table app.t alter column more type app.mood using more::text::app.mood;
drop type app.fluxc_aside_fff6ef50cc24;

commit;
