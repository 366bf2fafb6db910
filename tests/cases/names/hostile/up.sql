-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;
set local check_function_bodies = off;

-- Create enum app."select".
create type app."select" as enum ('we''re', '"', '$$', '{{ x }}');

-- Create enum app.U&"type\\""\0009of".
create type app.U&"type\\""\0009of" as enum ('a');

-- Create sequence app.U&"drawn\000afrom".
create sequence app.U&"drawn\000afrom";

-- Create function app.U&"do\0009it"().
create function app.U&"do\0009it"()
  returns trigger
  language plpgsql
  as $body$begin return new; end$body$;

-- Create table app.class.
create table app.class (
  "select" bigint generated always as identity not null,
  "we""ird; --" app."select" default 'we''re' not null,
  "Mixed Case" text default 'x' not null,
  "größe" integer not null,
  "{{ op }}" text,
  "100" app."select"[] default '{$$}' not null,
  constraint class_pkey primary key ("select"),
  constraint "class_Mixed Case_we""ird; --_key" unique ("Mixed Case", "we""ird; --"),
  constraint "class_größe_check" check ("größe" > 0)
);
comment on table app.class is '''; drop table class; --';
comment on column app.class."we""ird; --" is '{{ x }}';

-- Create index app."class_Mixed Case_we""ird; --_idx".
create index "class_Mixed Case_we""ird; --_idx" on app.class ("Mixed Case" desc, "we""ird; --") where "größe" > 1;

-- Create table app."Über tisch".
create table app."Über tisch" (
  class bigint not null,
  "order" serial not null,
  U&"tab\0009here" integer default nextval(E'"app"."drawn\nfrom"'::regclass) not null,
  U&"two\000alines" app.U&"type\\""\0009of",
  constraint "Über tisch_pkey" primary key ("order"),
  constraint U&"Über tisch_tab\0009here_check" check (U&"tab\0009here" > 1),
  constraint "Über tisch_class_fkey" foreign key (class) references app.class ("select") on delete cascade
);

-- Create index app."Über tisch_class_idx".
create index "Über tisch_class_idx" on app."Über tisch" (class);

-- Create trigger app."Über tisch".U&"at\000aonce".
create trigger U&"at\000aonce"
  before update of U&"tab\0009here" on app."Über tisch"
  for each row
  when (new.U&"tab\0009here" > 2)
  execute function app.U&"do\0009it"();

commit;
