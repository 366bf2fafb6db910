-- decision: drop app.gone
-- hazard: changes-access app.title
-- hazard: scans-table app.positive
-- hazard: blocks-writes app.positive
-- hazard: builds-index app.people.people_by_title

-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set who may do what with domain type app.title.
revoke usage on type app.title from app_reader;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create domain type app.fresh.
create domain app.fresh as date;

-- Create domain type app.strict.
create domain app.strict as date not null;

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Take nulls in domain type app.title.
alter domain app.title drop not null;

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename check above_zero of domain type app.positive to positive_above_zero.
alter domain app.positive rename constraint above_zero to positive_above_zero;

-- Set the default of domain type app.positive.
alter domain app.positive set default 2;

commit;

-- step 5: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set the default of domain type app.title.
alter domain app.title set default 'nobody';

commit;

-- step 6: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in domain type app.positive.
alter domain app.positive set not null;

-- Add check odd to domain type app.positive.
alter domain app.positive add constraint odd check (value % 2 = 1);

-- Validate check small of domain type app.positive.
alter domain app.positive validate constraint small;

commit;

-- step 7: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set the comment of domain type app.email.
comment on domain app.email is 'An address.';

commit;

-- step 8: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set the comment of check small of domain type app.positive.
comment on constraint small on domain app.positive is 'For long.';

commit;

-- step 9: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop the default of domain type app.small.
alter domain app.small drop default;

-- Drop check fixed of domain type app.small.
alter domain app.small drop constraint fixed;

-- Drop check low of domain type app.small.
alter domain app.small drop constraint low;

-- Add check low to domain type app.small.
alter domain app.small add constraint low check (value < 12);

commit;

-- step 10: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set the comment of check tame_check of domain type app.tame.
comment on constraint tame_check on domain app.tame is 'Tame.';

commit;

-- step 11: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop the comment of domain type app.title.
comment on domain app.title is null;

commit;

-- step 12: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add column app.people.born.
alter table app.people add column born app.fresh;

commit;

-- step 13: no transaction, lock_timeout 0, statement_timeout 0
-- done when: select indisvalid from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass('app.people_by_title') and indrelid = pg_catalog.to_regclass('app.people')
-- cleanup: drop index concurrently app.people_by_title
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Create index app.people_by_title while others read and write the table.
create index concurrently people_by_title on app.people (title text_pattern_ops, id);

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 14: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop domain type app.gone.
drop domain app.gone;

commit;
