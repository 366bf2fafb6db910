-- label: exact
-- loses: ["app", "Über tisch"]
-- loses: ["app", "class"]
-- hazard: deletes-data app."Über tisch"
-- hazard: deletes-data app.class
-- hazard: deletes-data app.U&"drawn\000afrom"

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop trigger app."Über tisch".U&"at\000aonce".
drop trigger U&"at\000aonce" on app."Über tisch";

-- Drop index app."Über tisch_class_idx".
drop index app."Über tisch_class_idx";

-- Drop table app."Über tisch".
drop table app."Über tisch";

-- Drop index app."class_Mixed Case_we""ird; --_idx".
drop index app."class_Mixed Case_we""ird; --_idx";

-- Drop table app.class.
drop table app.class;

-- Drop function app.U&"do\0009it"().
drop function app.U&"do\0009it"();

-- Drop sequence app.U&"drawn\000afrom".
drop sequence app.U&"drawn\000afrom";

-- Drop enum app.U&"type\\""\0009of".
drop type app.U&"type\\""\0009of";

-- Drop enum app."select".
drop type app."select";

commit;
