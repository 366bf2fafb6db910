-- label: exact
-- loses: ["app", "zz_known"]
-- hazard: deletes-data app.zz_known
-- hazard: breaks-clients app."valid(text)"
-- hazard: breaks-clients app."zz_codes()"

-- step 1: undoes 3 2, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop check app.events.known.
alter table app.events drop constraint known;

commit;

-- step 2: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop table app.zz_known.
drop table app.zz_known;

-- Drop function app.valid(text).
drop function app.valid(text);

-- Drop function app.zz_codes().
drop function app.zz_codes();

commit;
