-- step 1: transaction, lock_timeout 5s, statement_timeout 0
begin;
set local lock_timeout = '5s';
set local statement_timeout = 0;
set local search_path = pg_catalog, public;
set local standard_conforming_strings = on;

-- Create enum app."select".
create type app."select" as enum ('we''re', '"', '$$', '{{ x }}');

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
  constraint "Über tisch_pkey" primary key ("order"),
  constraint "Über tisch_class_fkey" foreign key (class) references app.class ("select") on delete cascade
);

-- Create index app."Über tisch_class_idx".
create index "Über tisch_class_idx" on app."Über tisch" (class);

commit;
