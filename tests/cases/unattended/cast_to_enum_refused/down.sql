-- label: structure only
-- reason: values of column app.replies.key as they were before the change of type cannot come back
-- reason: values of column app.replies.level as they were before the change of type cannot come back
-- reason: values of column app.replies.moods as they were before the change of type cannot come back
-- reason: values of column app.replies.number as they were before the change of type cannot come back
-- hazard: rewrites-table app.replies
-- hazard: blocks-reads app.replies
-- hazard: breaks-clients app.replies.said
-- hazard: breaks-clients app.answers

-- step 1: undoes 5, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the type of column app.replies.number from integer to character varying(20); change the type of column app.replies.moods from app.mood[] to text[]; change the type of column app.replies.level from app.level to text; change the type of column app.replies.key from uuid to text.
alter table app.replies
  alter column number type character varying(20),
  alter column moods type text[],
  alter column level type text,
  alter column key type text;

-- Rename primary key app.replies.replies_pkey to answers_pkey.
alter table app.replies rename constraint replies_pkey to answers_pkey;

commit;

-- step 2: undoes 4, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the type of column app.accounts.balance from character varying(30) to text.
alter table app.accounts alter column balance type text;

commit;

-- step 3: undoes 3, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Drop enum app.level.
drop type app.level;

commit;

-- step 4: undoes 2, transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Make enum app.mood anew, without so so.
alter type app.mood rename to fluxc_aside_fff6ef50cc24;
create type app.mood as enum ('good', 'bad');
drop type app.fluxc_aside_fff6ef50cc24;

commit;

-- step 5: undoes 1, transaction, lock_timeout 5s, statement_timeout 1min
begin;
set local lock_timeout = '5s';
set local statement_timeout = '1min';
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename column app.replies.level to said.
alter table app.replies rename column level to said;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('replies_level_not_null', 'replies_said_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.replies'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.replies', found.old, found.new);
  end loop;
end
$body$;

-- Rename table app.replies to app.answers.
alter table app.replies rename to answers;
alter sequence app.replies_id_seq rename to answers_id_seq;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('replies_id_not_null', 'answers_id_not_null'), ('replies_said_not_null', 'answers_said_not_null'), ('replies_moods_not_null', 'answers_moods_not_null'), ('replies_key_not_null', 'answers_key_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.answers'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.answers', found.old, found.new);
  end loop;
end
$body$;

commit;
