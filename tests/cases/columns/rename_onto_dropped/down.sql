-- label: structure only
-- reason: the values of column app.t.fluxc_aside_ba5730848b67 cannot come back
-- hazard: builds-index app.t.t_name_key
-- hazard: blocks-reads app.t.t_name_key
-- hazard: breaks-clients app.t.full_name
-- hazard: breaks-clients app.t.name

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop unique constraint app.t.t_name_key.
alter table app.t drop constraint t_name_key;

-- Add column app.t.fluxc_aside_ba5730848b67.
alter table app.t add column fluxc_aside_ba5730848b67 text;

-- Add unique constraint app.t.t_name_key.
alter table app.t add constraint t_name_key unique (fluxc_aside_ba5730848b67);

-- Rename column app.t.name to full_name.
alter table app.t rename column name to full_name;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('t_name_not_null', 't_full_name_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.t'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.t', found.old, found.new);
  end loop;
end
$body$;

-- Rename column app.t.fluxc_aside_ba5730848b67 to name.
alter table app.t rename column fluxc_aside_ba5730848b67 to name;

commit;
