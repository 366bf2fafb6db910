-- decision: drop app.notes
-- hazard: deletes-data app.notes
-- hazard: builds-index app.accounts.accounts_id_key

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

-- step 2: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.notes.
drop table app.notes;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop primary key app.accounts.accounts_pkey.
alter table app.accounts drop constraint accounts_pkey;

commit;

-- step 4: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.accounts_id_key') and indrelid = pg_catalog.to_regclass('app.accounts')
-- cleanup: drop index concurrently app.accounts_id_key
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Build the index of unique constraint app.accounts.accounts_id_key while others read and write the table.
create unique index concurrently accounts_id_key on app.accounts (id);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 5: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add unique constraint app.accounts.accounts_id_key by its index.
alter table app.accounts add constraint accounts_id_key unique using index accounts_id_key;

commit;

-- step 6: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add foreign key app.letters.letters_account_id_fkey.
alter table app.letters add constraint letters_account_id_fkey foreign key (account_id) references app.accounts (id);

commit;
