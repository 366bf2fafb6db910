-- hazard: rewrites-table app.people
-- hazard: blocks-reads app.people
-- hazard: rewrites-table app.pets
-- hazard: blocks-reads app.pets
-- hazard: rewrites-table app.tags.pet_id
-- hazard: blocks-reads app.tags.pet_id
-- hazard: scans-table app.pets.pets_code_fkey
-- hazard: scans-table app.pets.pets_owner_id_fkey
-- hazard: scans-table app.tags.tags_pet_id_fkey

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.pets.pets_code_fkey.
alter table app.pets drop constraint pets_code_fkey;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.pets.pets_owner_id_fkey.
alter table app.pets drop constraint pets_owner_id_fkey;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.tags.tags_pet_id_fkey.
alter table app.tags drop constraint tags_pet_id_fkey;

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the type of column app.people.code from integer to bigint; change the type of column app.people.id from integer to bigint.
alter table app.people
  alter column code type bigint,
  alter column id type bigint;
alter sequence app.people_id_seq as bigint;

commit;

-- step 5: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the type of column app.pets.code from integer to bigint; change the type of column app.pets.id from integer to bigint; change the type of column app.pets.owner_id from integer to bigint.
alter table app.pets
  alter column code type bigint,
  alter column id type bigint,
  alter column owner_id type bigint;

commit;

-- step 6: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the type of column app.tags.pet_id from integer to bigint.
alter table app.tags alter column pet_id type bigint;

commit;

-- step 7: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.pets.pets_code_fkey, for rows to come.
alter table app.pets add constraint pets_code_fkey foreign key (code) references app.people (code) not valid;

commit;

-- step 8: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.pets.pets_owner_id_fkey, for rows to come.
alter table app.pets add constraint pets_owner_id_fkey foreign key (owner_id) references app.people (id) on delete cascade not valid;

commit;

-- step 9: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate foreign key app.pets.pets_code_fkey.
alter table app.pets validate constraint pets_code_fkey;

commit;

-- step 10: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate foreign key app.pets.pets_owner_id_fkey.
alter table app.pets validate constraint pets_owner_id_fkey;

commit;

-- step 11: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.tags.tags_pet_id_fkey, for rows to come.
alter table app.tags add constraint tags_pet_id_fkey foreign key (pet_id) references app.pets (id) not valid;

commit;

-- step 12: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Validate foreign key app.tags.tags_pet_id_fkey.
alter table app.tags validate constraint tags_pet_id_fkey;

commit;
