-- label: exact
-- hazard: breaks-clients app.members
-- hazard: breaks-clients app.people
-- hazard: breaks-clients core.members

-- step 1: undoes 5, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename unique constraint core.members.members_code_key to fluxc_aside_cd563899f502.
alter table core.members rename constraint members_code_key to fluxc_aside_cd563899f502;

-- Rename primary key core.members.members_pkey to fluxc_aside_5c0267363c09.
alter table core.members rename constraint members_pkey to fluxc_aside_5c0267363c09;

-- Rename index core.members_code_idx to fluxc_aside_6cf3350becfe.
alter index core.members_code_idx rename to fluxc_aside_6cf3350becfe;

commit;

-- step 2: undoes 4, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename primary key core.former_members.former_members_pkey to members_pkey.
alter table core.former_members rename constraint former_members_pkey to members_pkey;

commit;

-- step 3: undoes 3, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename table core.members to app.members.
alter table core.members set schema app;

commit;

-- step 4: undoes 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename index app.fluxc_aside_6cf3350becfe to people_code_idx.
alter index app.fluxc_aside_6cf3350becfe rename to people_code_idx;

-- Rename unique constraint app.members.fluxc_aside_cd563899f502 to people_code_key.
alter table app.members rename constraint fluxc_aside_cd563899f502 to people_code_key;

-- Rename primary key app.members.fluxc_aside_5c0267363c09 to people_pkey.
alter table app.members rename constraint fluxc_aside_5c0267363c09 to people_pkey;

-- Rename table app.members to app.people.
alter table app.members rename to people;
alter sequence app.members_id_seq rename to people_id_seq;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('members_id_not_null', 'people_id_not_null'), ('members_code_not_null', 'people_code_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.people'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.people', found.old, found.new);
  end loop;
end
$body$;

commit;

-- step 5: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename table core.former_members to core.members.
alter table core.former_members rename to members;
alter sequence core.former_members_id_seq rename to members_id_seq;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('former_members_id_not_null', 'members_id_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'core.members'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'core.members', found.old, found.new);
  end loop;
end
$body$;

commit;
