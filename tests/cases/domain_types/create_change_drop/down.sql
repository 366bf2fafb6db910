-- label: exact
-- loses: ["app", "people", "born"]
-- hazard: deletes-data app.people.born
-- hazard: scans-table app.title
-- hazard: blocks-writes app.title
-- hazard: changes-access app.title

-- step 1: undoes 14, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create domain type app.gone.
create domain app.gone as text[] collate "C" default '{"a"}';

commit;

-- step 2: undoes 13, no transaction, lock_timeout 0, statement_timeout 0
-- done when: select pg_catalog.to_regclass('app.people_by_title') is null
set lock_timeout = 0;
set statement_timeout = 0;
set search_path = pg_catalog, public;
set standard_conforming_strings = on;

-- Drop index app.people_by_title while others read and write the table.
drop index concurrently app.people_by_title;

reset standard_conforming_strings;
reset search_path;
reset statement_timeout;
reset lock_timeout;

-- step 3: undoes 12, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop column app.people.born.
alter table app.people drop column born;

commit;

-- step 4: undoes 11, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set the comment of domain type app.title.
comment on domain app.title is 'A name.';

commit;

-- step 5: undoes 10, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop the comment of check tame_check of domain type app.tame.
comment on constraint tame_check on domain app.tame is null;

commit;

-- step 6: undoes 9, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop check low of domain type app.small.
alter domain app.small drop constraint low;

-- Add check low to domain type app.small.
alter domain app.small add constraint low check (value < 10);

-- Add check fixed to domain type app.small.
alter domain app.small add constraint fixed check (value <> 7);

-- Set the default of domain type app.small.
alter domain app.small set default 5;

commit;

-- step 7: undoes 8, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set the comment of check small of domain type app.positive.
comment on constraint small on domain app.positive is 'Not for long.';

commit;

-- step 8: undoes 7, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop the comment of domain type app.email.
comment on domain app.email is null;

commit;

-- step 9: undoes 6, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop check small of domain type app.positive.
alter domain app.positive drop constraint small;

-- Add check small to domain type app.positive.
alter domain app.positive add constraint small check (value < 1000) not valid;
comment on constraint small on domain app.positive is 'Not for long.';

-- Drop check odd of domain type app.positive.
alter domain app.positive drop constraint odd;

-- Take nulls in domain type app.positive.
alter domain app.positive drop not null;

commit;

-- step 10: undoes 5, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop the default of domain type app.title.
alter domain app.title drop default;

commit;

-- step 11: undoes 4, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set the default of domain type app.positive.
alter domain app.positive set default 1;

-- Rename check positive_above_zero of domain type app.positive to above_zero.
alter domain app.positive rename constraint positive_above_zero to above_zero;

commit;

-- step 12: undoes 3, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Refuse nulls in domain type app.title.
alter domain app.title set not null;

commit;

-- step 13: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop domain type app.strict.
drop domain app.strict;

-- Drop domain type app.fresh.
drop domain app.fresh;

commit;

-- step 14: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Set who may do what with domain type app.title.
grant usage on type app.title to app_reader;

commit;
