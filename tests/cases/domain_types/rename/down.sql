-- label: exact

-- step 1: undoes 1, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename domain type app.email to mail.
alter domain app.email rename to mail;
-- PostgreSQL 17 and later name the constraint that refuses nulls
do $body$
begin
  if exists (
    select from pg_constraint
    where contypid = 'app.mail'::regtype and contype = 'n' and conname = 'email_not_null'
  ) then
    alter domain app.mail rename constraint email_not_null to mail_not_null;
  end if;
end
$body$;

commit;
