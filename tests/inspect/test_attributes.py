"""Each attribute of each kind of object: when it alone changes, it alone is reported, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from .conftest import BASE, altered

if TYPE_CHECKING:
    from .conftest import Connect


class Case(NamedTuple):
    """An alteration of the base schema, and what it is in words."""

    alteration: str
    text: str
    setup: str = ""
    more: tuple[str, ...] = ()


NAMESPACES = {
    "added": Case("create schema extra", "namespace extra is not expected"),
    "dropped": Case("drop schema spare", "namespace spare is missing", setup="create schema spare"),
    "comment": Case("comment on schema app is 'core'", "namespace app: comment is core, expected none"),
}

ENUMS = {
    "added": Case("create type app.size as enum ('s', 'l')", "enum app.size is not expected"),
    "dropped": Case("drop type app.size", "enum app.size is missing", setup="create type app.size as enum ('s')"),
    "value": Case(
        "alter type app.mood add value 'odd' before 'wild'",
        "enum app.mood: values is 'calm', 'odd', 'wild', expected 'calm', 'wild'",
    ),
    "order": Case(
        "drop type app.size; create type app.size as enum ('l', 's')",
        "enum app.size: values is 'l', 's', expected 's', 'l'",
        setup="create type app.size as enum ('s', 'l')",
    ),
    "no values": Case(
        "drop type app.size; create type app.size as enum ()",
        "enum app.size: values is none, expected 's'",
        setup="create type app.size as enum ('s')",
    ),
    "comment": Case("comment on type app.mood is 'how'", "enum app.mood: comment is how, expected none"),
}

TABLES = {
    "added": Case(
        "create table app.extra (id bigserial primary key, n int check (n > 0)); create index on app.extra (n)",
        "table app.extra is not expected",
    ),
    "dropped": Case("drop table app.people", "table app.people is missing"),
    "kind": Case(
        "drop table app.log; create table app.log (at int) partition by list (at)",
        "table app.log: access method is none, expected heap",
        setup="create table app.log (at int)",
        more=(
            "table app.log: kind is partitioned, expected ordinary",
            "table app.log: partition key is LIST (at), expected none",
        ),
    ),
    "persistence": Case(
        "alter table app.people set unlogged", "table app.people: persistence is unlogged, expected permanent"
    ),
    "storage parameters": Case(
        "alter table app.people set (fillfactor = 70)",
        "table app.people: storage parameters is fillfactor=70, expected none",
    ),
    "storage parameters of its toast table": Case(
        "alter table app.notes set (toast.autovacuum_enabled = false)",
        "table app.notes: storage parameters is fillfactor=70, toast.autovacuum_enabled=false, expected fillfactor=70",
        setup="create table app.notes (body text) with (fillfactor = 70)",
    ),
    "row type": Case(
        "alter table app.typed not of",
        "table app.typed: row type is none, expected app.shape",
        setup="create type app.shape as (x int); create table app.typed of app.shape",
    ),
    "access method": Case(
        "drop table app.log; create table app.log (at int) using pile",
        "table app.log: access method is pile, expected heap",
        setup="create access method pile type table handler heap_tableam_handler; create table app.log (at int)",
    ),
    "replica identity": Case(
        "alter table app.people replica identity full", "table app.people: replica identity is full, expected default"
    ),
    "row security": Case(
        "alter table app.people enable row level security", "table app.people: row security is yes, expected no"
    ),
    "row security forced": Case(
        "alter table app.people force row level security", "table app.people: row security forced is yes, expected no"
    ),
    "partition key": Case(
        "drop table app.log; create table app.log (at int, it int) partition by list (it)",
        "table app.log: partition key is LIST (it), expected LIST (at)",
        setup="create table app.log (at int, it int) partition by list (at)",
    ),
    "partition bound": Case(
        "drop table app.log1; create table app.log1 partition of app.log for values in (2)",
        "table app.log1: partition bound is FOR VALUES IN (2), expected FOR VALUES IN (1)",
        setup="create table app.log (at int) partition by list (at);"
        "create table app.log1 partition of app.log for values in (1)",
    ),
    "parents": Case(
        "alter table app.child no inherit app.parent",
        "table app.child: parents is none, expected app.parent",
        setup="create table app.parent (x int); create table app.child () inherits (app.parent)",
    ),
    "comment": Case("comment on table app.people is 'who'", "table app.people: comment is who, expected none"),
}

COLUMNS = {
    "added": Case("alter table app.people add nick text", "column app.people.nick is not expected"),
    "dropped": Case("alter table app.people drop mood", "column app.people.mood is missing"),
    "type": Case(
        "alter table app.people alter name type varchar(128)",
        "column app.people.name: type is character varying(128), expected character varying(256)",
    ),
    "nullability": Case(
        "alter table app.people alter age set not null",
        "column app.people.age: nullability is not null, expected nullable",
    ),
    "nullability after the primary key went": Case(
        "alter table app.key alter id drop not null",
        "column app.key.id: nullability is nullable, expected not null",
        setup="create table app.key (id int primary key); alter table app.key drop constraint key_pkey",
    ),
    "default": Case(
        "alter table app.people alter age set default 7", "column app.people.age: default is 7, expected none"
    ),
    "default text": Case(
        "alter table app.people alter mood set default 'wild'",
        "column app.people.mood: default is 'wild'::app.mood, expected 'calm'::app.mood",
        setup="alter table app.people alter mood set default 'calm'",
    ),
    "generated": Case(
        "alter table app.sum drop c; alter table app.sum add c int generated always as (a + 2) stored",
        "column app.sum.c: generated is (a + 2), expected (a + 1)",
        setup="create table app.sum (a int, c int generated always as (a + 1) stored)",
    ),
    "identity": Case(
        "alter table app.counted alter id set generated by default",
        "column app.counted.id: identity is by default, expected always",
        setup="create table app.counted (id int generated always as identity)",
    ),
    "collation": Case(
        'alter table app.people alter name type varchar(256) collate "C"',
        'column app.people.name: collation is pg_catalog."C", expected none',
    ),
    "storage": Case(
        "alter table app.people alter name set storage external",
        "column app.people.name: storage is external, expected none",
    ),
    "compression": Case(
        "alter table app.people alter name set compression pglz",
        "column app.people.name: compression is pglz, expected none",
    ),
    "statistics": Case(
        "alter table app.people alter name set statistics 500",
        "column app.people.name: statistics is 500, expected none",
    ),
    "statistics of zero": Case(
        "alter table app.people alter name set statistics 0", "column app.people.name: statistics is 0, expected none"
    ),
    "parameters": Case(
        "alter table app.people alter name set (n_distinct = 5)",
        "column app.people.name: parameters is n_distinct=5, expected none",
    ),
    "comment": Case(
        "comment on column app.people.name is 'full'", "column app.people.name: comment is full, expected none"
    ),
}

_OTHER = "create table app.pets (id int, owner varchar(256), kind int);"
_REFERENCE = _OTHER + "alter table app.pets add constraint pets_fk foreign key (owner) references app.people (name)"

CONSTRAINTS = {
    "primary key": Case(
        "alter table app.people drop constraint people_pkey", "constraint app.people.people_pkey is missing"
    ),
    "unique": Case("alter table app.people add constraint u unique (age)", "constraint app.people.u is not expected"),
    "check": Case(
        "alter table app.people drop constraint people_age_check, add constraint people_age_check check (age > 1)",
        "constraint app.people.people_age_check: definition is CHECK ((age > 1)), expected CHECK ((age > 0))",
    ),
    "check without inheritance": Case(
        "alter table app.people drop constraint people_age_check,"
        "add constraint people_age_check check (age > 0) no inherit",
        "constraint app.people.people_age_check: definition is CHECK ((age > 0)) NO INHERIT,"
        " expected CHECK ((age > 0))",
    ),
    "columns of a unique constraint": Case(
        "alter table app.people drop constraint people_name_key, add constraint people_name_key unique (name, age)",
        "constraint app.people.people_name_key: definition is UNIQUE (name, age), expected UNIQUE (name)",
    ),
    "foreign key": Case(
        "alter table app.pets drop constraint pets_fk, add constraint pets_fk"
        " foreign key (owner) references app.people (name) on delete cascade",
        "constraint app.pets.pets_fk: definition is FOREIGN KEY (owner) REFERENCES app.people(name) ON DELETE CASCADE,"
        " expected FOREIGN KEY (owner) REFERENCES app.people(name)",
        setup=_REFERENCE,
    ),
    "exclusion": Case(
        "alter table app.pets drop constraint x, add constraint x exclude using btree (id with =, kind with =)",
        "constraint app.pets.x: definition is EXCLUDE USING btree (id WITH =, kind WITH =),"
        " expected EXCLUDE USING btree (id WITH =)",
        setup=_OTHER + "alter table app.pets add constraint x exclude using btree (id with =)",
    ),
    "name": Case(
        "alter table app.pets rename constraint pets_fk to pets_owner_fkey; alter table app.pets"
        " drop constraint pets_owner_fkey",
        "constraint app.pets.pets_fk is missing",
        setup=_REFERENCE,
    ),
    "validated": Case(
        "alter table app.pets validate constraint pets_fk",
        "constraint app.pets.pets_fk: validated is yes, expected no",
        setup=_REFERENCE + " not valid",
    ),
    "validated check": Case(
        "alter table app.people validate constraint c",
        "constraint app.people.c: validated is yes, expected no",
        setup="alter table app.people add constraint c check (age < 200) not valid",
    ),
    "deferrable": Case(
        "alter table app.pets alter constraint pets_fk deferrable",
        "constraint app.pets.pets_fk: deferrable is yes, expected no",
        setup=_REFERENCE,
    ),
    "initially deferred": Case(
        "alter table app.pets alter constraint pets_fk deferrable initially deferred",
        "constraint app.pets.pets_fk: initially deferred is yes, expected no",
        setup=_REFERENCE + " deferrable",
    ),
    "comment": Case(
        "comment on constraint people_age_check on app.people is 'born'",
        "constraint app.people.people_age_check: comment is born, expected none",
    ),
    "index valid": Case(
        "update pg_index set indisvalid = false where indexrelid = 'app.people_name_key'::regclass",
        "constraint app.people.people_name_key has an invalid index",
    ),
    "index ready": Case(
        "update pg_index set indisready = false where indexrelid = 'app.people_name_key'::regclass",
        "constraint app.people.people_name_key: index ready is no, expected yes",
    ),
    "clustered": Case(
        "alter table app.people cluster on people_name_key",
        "constraint app.people.people_name_key: clustered is yes, expected no",
    ),
    "replica identity": Case(
        "alter table app.people replica identity using index people_pkey",
        "constraint app.people.people_pkey: replica identity is yes, expected no",
        setup="alter table app.people replica identity using index people_name_key;"
        "update pg_index set indisreplident = false where indexrelid = 'app.people_name_key'::regclass",
    ),
    "index comment": Case(
        "comment on index app.people_name_key is 'fast'",
        "constraint app.people.people_name_key: index comment is fast, expected none",
    ),
    "storage parameters": Case(
        "alter index app.people_name_key set (fillfactor = 50)",
        "constraint app.people.people_name_key: storage parameters is fillfactor=50, expected none",
    ),
}

INDEXES = {
    "added": Case("create index on app.people (mood)", "index app.people_mood_idx is not expected"),
    "dropped": Case("drop index app.people_age_idx", "index app.people_age_idx is missing"),
    "columns": Case(
        "drop index app.people_age_idx; create index people_age_idx on app.people (age desc, name)",
        "index app.people_age_idx: definition is USING btree (age DESC, name), expected USING btree (age)",
    ),
    "predicate": Case(
        "drop index app.people_age_idx; create index people_age_idx on app.people (age) where age > 3",
        "index app.people_age_idx: definition is USING btree (age) WHERE (age > 3), expected USING btree (age)",
    ),
    "method": Case(
        "drop index app.people_age_idx; create index people_age_idx on app.people using hash (age)",
        "index app.people_age_idx: definition is USING hash (age), expected USING btree (age)",
    ),
    "unique": Case(
        "drop index app.people_age_idx; create unique index people_age_idx on app.people (age)",
        "index app.people_age_idx: unique is yes, expected no",
    ),
    "table": Case(
        "drop index app.people_age_idx; create index people_age_idx on app.pets (age)",
        "index app.people_age_idx: table is app.pets, expected app.people",
        setup="create table app.pets (age int)",
    ),
    "valid": Case(
        "update pg_index set indisvalid = false where indexrelid = 'app.people_age_idx'::regclass",
        "index app.people_age_idx is invalid",
    ),
    "ready": Case(
        "update pg_index set indisready = false where indexrelid = 'app.people_age_idx'::regclass",
        "index app.people_age_idx: ready is no, expected yes",
    ),
    "clustered": Case(
        "alter table app.people cluster on people_age_idx", "index app.people_age_idx: clustered is yes, expected no"
    ),
    "replica identity": Case(
        "alter table app.people replica identity using index i",
        "index app.i: replica identity is yes, expected no",
        setup="create unique index i on app.people (id);"
        "alter table app.people replica identity using index people_pkey;"
        "update pg_index set indisreplident = false where indexrelid = 'app.people_pkey'::regclass",
    ),
    "comment": Case(
        "comment on index app.people_age_idx is 'fast'", "index app.people_age_idx: comment is fast, expected none"
    ),
    "on a materialized view": Case(
        "drop index app.v_x_idx",
        "index app.v_x_idx is missing",
        setup="create materialized view app.v as select 1 as x; create index on app.v (x)",
    ),
}

_IDENTITY = "create table app.counted (id int generated always as identity)"

VIEW = "create view app.v as select id, name from app.people"
STORED = "create materialized view app.m as select id, name from app.people"

VIEWS = {
    "added": Case(VIEW, "view app.v is not expected"),
    "dropped": Case("drop view app.v", "view app.v is missing", setup=VIEW),
    "definition": Case(
        "create or replace view app.v as select 2 as id",
        "view app.v: definition is  SELECT 2 AS id;, expected  SELECT 1 AS id;",
        setup="create view app.v as select 1 as id",
    ),
    "options": Case(
        "alter view app.v set (security_barrier = on, check_option = local)",
        "view app.v: options is check_option=local, security_barrier=true, expected none",
        setup=VIEW,
    ),
    "column comment": Case(
        "comment on column app.v.id is 'one'", "view app.v: column comments is id: one, expected none", setup=VIEW
    ),
    "column default": Case(
        "alter view app.v alter id set default 1", "view app.v: column defaults is id: 1, expected none", setup=VIEW
    ),
    "comment": Case("comment on view app.v is 'one'", "view app.v: comment is one, expected none", setup=VIEW),
    "storage parameters": Case(
        "alter materialized view app.m set (fillfactor = 70)",
        "materialized view app.m: options is fillfactor=70, expected none",
        setup=STORED,
    ),
    "column statistics": Case(
        "alter materialized view app.m alter id set statistics 7",
        "materialized view app.m: column settings is id: 7, expected none",
        setup=STORED,
    ),
    "rule added": Case(
        "create rule r as on delete to app.people do instead nothing", "rule app.people.r is not expected"
    ),
    "rule enabled": Case(
        "alter table app.people disable rule r",
        "rule app.people.r: enabled is disabled, expected origin",
        setup="create rule r as on delete to app.people do instead nothing",
    ),
    "rule comment": Case(
        "comment on rule r on app.people is 'kept'",
        "rule app.people.r: comment is kept, expected none",
        setup="create rule r as on delete to app.people do instead nothing",
    ),
}

SEQUENCES = {
    "added": Case("create sequence app.extra", "sequence app.extra is not expected"),
    "dropped": Case("drop sequence app.numbers", "sequence app.numbers is missing"),
    "type": Case(
        "alter sequence app.numbers as integer maxvalue 99",
        "sequence app.numbers: type is integer, expected bigint",
        setup="alter sequence app.numbers maxvalue 99",
    ),
    "start": Case("alter sequence app.numbers start 5", "sequence app.numbers: start is 5, expected 1"),
    "increment": Case("alter sequence app.numbers increment 5", "sequence app.numbers: increment is 5, expected 1"),
    "minimum": Case("alter sequence app.numbers minvalue 0", "sequence app.numbers: minimum is 0, expected 1"),
    "maximum": Case(
        "alter sequence app.numbers maxvalue 9",
        "sequence app.numbers: maximum is 9, expected 9223372036854775807",
    ),
    "cache": Case("alter sequence app.numbers cache 9", "sequence app.numbers: cache is 9, expected 1"),
    "cycle": Case("alter sequence app.numbers cycle", "sequence app.numbers: cycle is yes, expected no"),
    "owner": Case(
        "alter sequence app.numbers owned by app.people.id",
        "sequence app.numbers: owned by is app.people.id, expected none",
    ),
    "comment": Case("comment on sequence app.numbers is 'n'", "sequence app.numbers: comment is n, expected none"),
    "behind an identity column": Case(
        "alter table app.counted alter id set increment by 2",
        "identity sequence app.counted.id: increment is 2, expected 1",
        setup=_IDENTITY,
    ),
    "name of one behind an identity column": Case(
        "alter sequence app.counted_id_seq rename to odd",
        "identity sequence app.counted.id: name is app.odd, expected app.counted_id_seq",
        setup=_IDENTITY,
    ),
}

SINCE_18 = {
    "not-null constraint that is not valid": Case(
        "alter table app.people add constraint people_age_not_null not null age not valid",
        "column app.people.age: nullability is not null, not valid, expected nullable",
    ),
    "not-null constraint without inheritance": Case(
        "alter table app.people alter constraint n no inherit",
        "column app.people.age: nullability is not null, no inherit, expected not null",
        setup="alter table app.people add constraint n not null age",
    ),
    "comment of a not-null constraint": Case(
        "comment on constraint n on app.people is 'Old enough.'",
        "column app.people.age: comment of the not-null constraint is Old enough., expected none",
        setup="alter table app.people add constraint n not null age",
    ),
    "generation": Case(
        "alter table app.sum drop c; alter table app.sum add c int generated always as (a + 1) virtual",
        "column app.sum.c: generation is virtual, expected stored",
        setup="create table app.sum (a int, c int generated always as (a + 1) stored)",
    ),
}


def cases(table: dict[str, Case]) -> pytest.MarkDecorator:
    """Run a test once for each case, under its name."""
    return pytest.mark.parametrize("case", table.values(), ids=table.keys())


def check(connect: Connect, case: Case) -> None:
    """Assert that the alteration is reported as said and nothing else is."""
    assert altered(connect(BASE + case.setup), case.alteration) == [case.text, *case.more]


@cases(NAMESPACES)
def test_namespace(connect: Connect, case: Case) -> None:
    """A difference in a namespace is reported, and nothing else."""
    check(connect, case)


@cases(ENUMS)
def test_enum(connect: Connect, case: Case) -> None:
    """A difference in an enum is reported, and nothing else."""
    check(connect, case)


@cases(TABLES)
def test_table(connect: Connect, case: Case) -> None:
    """A difference in a table is reported, and nothing else."""
    check(connect, case)


@cases(COLUMNS)
def test_column(connect: Connect, case: Case) -> None:
    """A difference in a column is reported, and nothing else."""
    check(connect, case)


@cases(CONSTRAINTS)
def test_constraint(connect: Connect, case: Case) -> None:
    """A difference in a constraint or in the index behind it is reported, and nothing else."""
    check(connect, case)


@cases(INDEXES)
def test_index(connect: Connect, case: Case) -> None:
    """A difference in an index is reported, and nothing else."""
    check(connect, case)


@cases(SEQUENCES)
def test_sequence(connect: Connect, case: Case) -> None:
    """A difference in a sequence is reported, and nothing else."""
    check(connect, case)


@pytest.mark.usefixtures("since_18")
@cases(SINCE_18)
def test_since_18(connect: Connect, case: Case) -> None:
    """A difference in what only PostgreSQL 18 has is reported, and nothing else."""
    check(connect, case)


@cases(VIEWS)
def test_view(connect: Connect, case: Case) -> None:
    """A difference in a view, a materialized view or a rule is reported, and nothing else."""
    check(connect, case)
