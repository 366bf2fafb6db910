-- label: exact
-- hazard: breaks-clients app.invoices

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename sequence app.invoice_numbers to invoices.
alter sequence app.invoice_numbers rename to invoices;

commit;
