-- label: exact
-- hazard: rewrites-table app.tags.pet_id
-- hazard: blocks-reads app.tags.pet_id
-- hazard: rewrites-table app.pets
-- hazard: blocks-reads app.pets
-- hazard: rewrites-table app.people
-- hazard: blocks-reads app.people
-- hazard: scans-table app.tags.tags_pet_id_fkey
-- hazard: blocks-writes app.tags.tags_pet_id_fkey
-- hazard: scans-table app.pets.pets_owner_id_fkey
-- hazard: blocks-writes app.pets.pets_owner_id_fkey
-- hazard: scans-table app.pets.pets_code_fkey
-- hazard: blocks-writes app.pets.pets_code_fkey

-- step 1: undoes 12 11, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.tags.tags_pet_id_fkey.
alter table app.tags drop constraint tags_pet_id_fkey;

commit;

-- step 2: undoes 10 9 8, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.pets.pets_owner_id_fkey.
alter table app.pets drop constraint pets_owner_id_fkey;

commit;

-- step 3: undoes 7, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.pets.pets_code_fkey.
alter table app.pets drop constraint pets_code_fkey;

commit;

-- step 4: undoes 6, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the type of column app.tags.pet_id from bigint to integer.
alter table app.tags alter column pet_id type integer;

commit;

-- step 5: undoes 5, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the type of column app.pets.owner_id from bigint to integer; change the type of column app.pets.id from bigint to integer; change the type of column app.pets.code from bigint to integer.
alter table app.pets
  alter column owner_id type integer,
  alter column id type integer,
  alter column code type integer;

commit;

-- step 6: undoes 4, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the type of column app.people.id from bigint to integer; change the type of column app.people.code from bigint to integer.
alter table app.people
  alter column id type integer,
  alter column code type integer;
alter sequence app.people_id_seq as integer;

commit;

-- step 7: undoes 3, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.tags.tags_pet_id_fkey.
alter table app.tags add constraint tags_pet_id_fkey foreign key (pet_id) references app.pets (id);

commit;

-- step 8: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.pets.pets_owner_id_fkey.
alter table app.pets add constraint pets_owner_id_fkey foreign key (owner_id) references app.people (id) on delete cascade;

commit;

-- step 9: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.pets.pets_code_fkey.
alter table app.pets add constraint pets_code_fkey foreign key (code) references app.people (code);

commit;
