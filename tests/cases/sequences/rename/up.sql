-- hazard: breaks-clients app.invoice_numbers

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename sequence app.invoices to invoice_numbers.
alter sequence app.invoices rename to invoice_numbers;

commit;
