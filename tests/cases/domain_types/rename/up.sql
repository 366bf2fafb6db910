-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename domain type app.mail to email.
alter domain app.mail rename to email;
-- PostgreSQL 17 and later name the constraint that refuses nulls
do $body$
begin
  if exists (
    select from pg_constraint
    where contypid = 'app.email'::regtype and contype = 'n' and conname = 'mail_not_null'
  ) then
    alter domain app.email rename constraint mail_not_null to email_not_null;
  end if;
end
$body$;

commit;
