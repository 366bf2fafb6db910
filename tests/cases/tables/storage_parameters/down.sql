-- label: exact

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the storage parameters of table app.t.
alter table app.t set (autovacuum_enabled = 'false', fillfactor = '70');
alter table app.t reset (toast.autovacuum_enabled);

commit;
