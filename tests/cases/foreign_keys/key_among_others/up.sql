-- decision: drop app.notes
-- hazard: deletes-data app.notes
-- hazard: builds-index app.accounts.accounts_id_key
-- hazard: blocks-reads app.accounts.accounts_id_key
-- hazard: blocks-writes app.letters.letters_account_id_fkey

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.letters.
create table app.letters (
  account_id integer not null
);

-- Create index app.letters_account_id_idx.
create index letters_account_id_idx on app.letters (account_id);

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.notes.
drop table app.notes;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop primary key app.accounts.accounts_pkey.
alter table app.accounts drop constraint accounts_pkey;

-- Add unique constraint app.accounts.accounts_id_key.
alter table app.accounts add constraint accounts_id_key unique (id);

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.letters.letters_account_id_fkey.
alter table app.letters add constraint letters_account_id_fkey foreign key (account_id) references app.accounts (id);

commit;
