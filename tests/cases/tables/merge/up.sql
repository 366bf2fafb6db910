-- hazard: breaks-clients core.former_members
-- hazard: breaks-clients app.members
-- hazard: breaks-clients core.members

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename table core.members to core.former_members.
alter table core.members rename to former_members;
alter sequence core.members_id_seq rename to former_members_id_seq;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('members_id_not_null', 'former_members_id_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'core.former_members'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'core.former_members', found.old, found.new);
  end loop;
end
$body$;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename table app.people to app.members.
alter table app.people rename to members;
alter sequence app.people_id_seq rename to members_id_seq;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('people_id_not_null', 'members_id_not_null'), ('people_code_not_null', 'members_code_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.members'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.members', found.old, found.new);
  end loop;
end
$body$;

-- Rename primary key app.members.people_pkey to fluxc_aside_5c0267363c09.
alter table app.members rename constraint people_pkey to fluxc_aside_5c0267363c09;

-- Rename unique constraint app.members.people_code_key to fluxc_aside_cd563899f502.
alter table app.members rename constraint people_code_key to fluxc_aside_cd563899f502;

-- Rename index app.people_code_idx to fluxc_aside_6cf3350becfe.
alter index app.people_code_idx rename to fluxc_aside_6cf3350becfe;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename table app.members to core.members.
alter table app.members set schema core;

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename primary key core.former_members.members_pkey to former_members_pkey.
alter table core.former_members rename constraint members_pkey to former_members_pkey;

commit;

-- step 5: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename index core.fluxc_aside_6cf3350becfe to members_code_idx.
alter index core.fluxc_aside_6cf3350becfe rename to members_code_idx;

-- Rename primary key core.members.fluxc_aside_5c0267363c09 to members_pkey.
alter table core.members rename constraint fluxc_aside_5c0267363c09 to members_pkey;

-- Rename unique constraint core.members.fluxc_aside_cd563899f502 to members_code_key.
alter table core.members rename constraint fluxc_aside_cd563899f502 to members_code_key;

commit;
