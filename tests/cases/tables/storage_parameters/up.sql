-- step 1: transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the storage parameters of table app.t.
alter table app.t set (fillfactor = '80', toast.autovacuum_enabled = 'false');
alter table app.t reset (autovacuum_enabled);

commit;
