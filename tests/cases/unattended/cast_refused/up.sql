-- decision: assume type-needs-using app.replies.key
-- decision: assume type-needs-using app.replies.level
-- decision: assume type-needs-using app.replies.moods
-- decision: assume type-needs-using app.replies.number
-- hazard: breaks-clients app.replies
-- hazard: breaks-clients app.replies.level
-- hazard: rewrites-table app.accounts.balance
-- hazard: blocks-reads app.accounts.balance
-- hazard: rewrites-table app.replies.key
-- hazard: blocks-reads app.replies.key
-- hazard: rewrites-table app.replies.level
-- hazard: blocks-reads app.replies.level
-- hazard: rewrites-table app.replies.moods
-- hazard: blocks-reads app.replies.moods
-- hazard: rewrites-table app.replies.number
-- hazard: blocks-reads app.replies.number

-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Check that every value of column app.answers.key reads as uuid.
do $body$
begin
  perform count(key::uuid) from app.answers;
exception
  when data_exception then
    raise exception using
      errcode = 'restrict_violation',
      message = 'column app.answers.key has values that do not read as uuid',
      detail = sqlerrm,
      hint = 'Change these rows, or say `using` for the column and build again.';
end
$body$;

-- Check that every value of column app.answers.said reads as app.level.
do $body$
begin
  if exists (
    select from app.answers
    where said::text <> all (array['low', 'high']::text[])
  ) then
    raise exception using
      errcode = 'restrict_violation',
      message = 'column app.answers.said has values that do not read as app.level',
      hint = 'Change these rows, or say `using` for the column and build again.';
  end if;
end
$body$;

-- Check that every value of column app.answers.moods reads as app.mood[].
do $body$
begin
  if exists (
    select from app.answers, unnest(moods::text::text[]) as held (value)
    where held.value <> all (array['good', 'bad', 'so so']::text[])
  ) then
    raise exception using
      errcode = 'restrict_violation',
      message = 'column app.answers.moods has values that do not read as app.mood[]',
      hint = 'Change these rows, or say `using` for the column and build again.';
  end if;
exception
  when data_exception then
    raise exception using
      errcode = 'restrict_violation',
      message = 'column app.answers.moods has values that do not read as app.mood[]',
      detail = sqlerrm,
      hint = 'Change these rows, or say `using` for the column and build again.';
end
$body$;

-- Check that every value of column app.answers.number reads as integer.
do $body$
begin
  perform count(number::integer) from app.answers;
exception
  when data_exception then
    raise exception using
      errcode = 'restrict_violation',
      message = 'column app.answers.number has values that do not read as integer',
      detail = sqlerrm,
      hint = 'Change these rows, or say `using` for the column and build again.';
end
$body$;

-- Rename table app.answers to app.replies.
alter table app.answers rename to replies;
alter sequence app.answers_id_seq rename to replies_id_seq;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('answers_id_not_null', 'replies_id_not_null'), ('answers_said_not_null', 'replies_said_not_null'), ('answers_moods_not_null', 'replies_moods_not_null'), ('answers_key_not_null', 'replies_key_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.replies'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.replies', found.old, found.new);
  end loop;
end
$body$;

-- Rename column app.replies.said to level.
alter table app.replies rename column said to level;
-- PostgreSQL 18 and later name not-null constraints
do $body$
declare
  found record;
begin
  for found in
    select constrained.conname as old, renamed.new
    from pg_constraint as constrained
    join (values ('replies_said_not_null', 'replies_level_not_null')) as renamed (old, new) on constrained.conname = renamed.old
    where constrained.conrelid = 'app.replies'::regclass and constrained.contype = 'n'
  loop
    execute format('alter table %s rename constraint %I to %I', 'app.replies', found.old, found.new);
  end loop;
end
$body$;

commit;

-- step 2: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Add to enum app.mood: so so.
alter type app.mood add value 'so so';

commit;

-- step 3: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create enum app.level.
create type app.level as enum ('low', 'high');

commit;

-- step 4: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Change the type of column app.accounts.balance from text to character varying(30).
alter table app.accounts alter column balance type character varying(30);

commit;

-- step 5: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Rename primary key app.replies.answers_pkey to replies_pkey.
alter table app.replies rename constraint answers_pkey to replies_pkey;

-- Change the type of column app.replies.key from text to uuid.
-- assumption: every value of column app.replies.key reads as uuid
lock table app.replies in access exclusive mode;
do $body$
begin
  perform count(key::uuid) from app.replies;
exception
  when data_exception then
    raise exception using
      errcode = 'restrict_violation',
      message = 'column app.replies.key has values that do not read as uuid',
      detail = sqlerrm,
      hint = 'Change these rows, or say `using` for the column and build again.';
end
$body$;
alter table app.replies alter column key type uuid using key::uuid;

-- Change the type of column app.replies.level from text to app.level.
-- assumption: every value of column app.replies.level reads as app.level
lock table app.replies in access exclusive mode;
do $body$
begin
  if exists (
    select from app.replies
    where level::text <> all (array['low', 'high']::text[])
  ) then
    raise exception using
      errcode = 'restrict_violation',
      message = 'column app.replies.level has values that do not read as app.level',
      hint = 'Change these rows, or say `using` for the column and build again.';
  end if;
end
$body$;
alter table app.replies alter column level type app.level using level::app.level;

-- Change the type of column app.replies.moods from text[] to app.mood[].
-- assumption: every value of column app.replies.moods reads as app.mood[]
lock table app.replies in access exclusive mode;
do $body$
begin
  if exists (
    select from app.replies, unnest(moods::text::text[]) as held (value)
    where held.value <> all (array['good', 'bad', 'so so']::text[])
  ) then
    raise exception using
      errcode = 'restrict_violation',
      message = 'column app.replies.moods has values that do not read as app.mood[]',
      hint = 'Change these rows, or say `using` for the column and build again.';
  end if;
exception
  when data_exception then
    raise exception using
      errcode = 'restrict_violation',
      message = 'column app.replies.moods has values that do not read as app.mood[]',
      detail = sqlerrm,
      hint = 'Change these rows, or say `using` for the column and build again.';
end
$body$;
alter table app.replies alter column moods type app.mood[] using moods::app.mood[];

-- Change the type of column app.replies.number from character varying(20) to integer.
-- assumption: every value of column app.replies.number reads as integer
lock table app.replies in access exclusive mode;
do $body$
begin
  perform count(number::integer) from app.replies;
exception
  when data_exception then
    raise exception using
      errcode = 'restrict_violation',
      message = 'column app.replies.number has values that do not read as integer',
      detail = sqlerrm,
      hint = 'Change these rows, or say `using` for the column and build again.';
end
$body$;
alter table app.replies alter column number type integer using number::integer;

commit;
