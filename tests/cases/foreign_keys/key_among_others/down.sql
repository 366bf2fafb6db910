-- label: structure only
-- reason: the rows of table app.notes cannot come back
-- loses: ["app", "letters"]
-- hazard: builds-index app.accounts.accounts_pkey
-- hazard: deletes-data app.letters

-- step 1: undoes 6, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop foreign key app.letters.letters_account_id_fkey.
alter table app.letters drop constraint letters_account_id_fkey;

commit;

-- step 2: undoes 5 4, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local client_min_messages = warning;

-- Drop unique constraint app.accounts.accounts_id_key.
alter table app.accounts drop constraint if exists accounts_id_key;
drop index if exists app.accounts_id_key;

commit;

-- step 3: undoes 3, no transaction, lock_timeout 5s, statement_timeout 1min
-- done when: select exists (select from pg_catalog.pg_constraint where conindid = indexrelid and conname = 'accounts_pkey') from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.accounts_pkey') and indrelid = pg_catalog.to_regclass('app.accounts')
-- cleanup: drop index concurrently app.accounts_pkey
set lock_timeout = '5s';
set statement_timeout = '1min';
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Add primary key app.accounts.accounts_pkey while others read and write the table.
set lock_timeout = 0;
set statement_timeout = 0;
create unique index concurrently accounts_pkey on app.accounts (id);
set lock_timeout = '5s';
set statement_timeout = '1min';
alter table app.accounts add constraint accounts_pkey primary key using index accounts_pkey;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 4: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create table app.notes.
create table app.notes (
  account_id integer not null,
  constraint notes_account_id_fkey foreign key (account_id) references app.accounts (id)
);

-- Create index app.notes_account_id_idx.
create index notes_account_id_idx on app.notes (account_id);

commit;

-- step 5: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop index app.letters_account_id_idx.
drop index app.letters_account_id_idx;

-- Drop table app.letters.
drop table app.letters;

commit;
