"""What rules about losses, renames, transactions and other changes meet."""

from __future__ import annotations

from typing import Final

from tests.lint.sql_looks import Looks

RULES: Final = {
    "dropped-column": Looks(
        ("alter table t drop column a;", "alter table if exists only s.t drop if exists a cascade"),
        (
            "create table t (a int); alter table t drop a;",
            "alter table t add a int; alter table t drop a",
            "alter table t drop constraint a;",
            "alter table t alter a drop default",
        ),
    ),
    "renamed-column": Looks(
        ("alter table t rename column a to b;", 'alter table t rename a to "B"'),
        (
            "create table t (a int); alter table t rename a to b;",
            "alter table t rename constraint a to b",
            "alter table t rename to u",
        ),
    ),
    "renamed-table": Looks(
        (
            "alter table t rename to u;",
            "alter table s.t set schema u",
            "alter view v rename to w",
            "alter materialized view v rename to w",
        ),
        (
            "create table t (a int); alter table t rename to u; alter table u rename to v;",
            "alter table t rename a to b",
            "alter index i rename to j",
            "alter sequence s rename to t",
        ),
    ),
    "renamed-schema": Looks(
        ("alter schema s rename to t;",), ("create schema s; alter schema s rename to t;", "alter schema s owner to o")
    ),
    "renamed-enum-value": Looks(
        ("alter type e rename value 'a' to 'b';",), ("alter type e add value 'a';", "alter type e rename to f")
    ),
    "dropped-table": Looks(
        (
            "drop table t;",
            "drop table if exists a.t cascade",
            "create table t (a int);\ndrop table t, u",
            "drop foreign table t",
        ),
        ("create table t (a int); drop table t;", "drop view t", "create temp table t as select 1; drop table t"),
    ),
    "dropped-database": Looks(
        ("drop database d;", "drop schema if exists s cascade"), ("create schema s; drop schema s;", "drop table d")
    ),
    "dropped-not-null": Looks(
        ("alter table t alter a drop not null;",),
        ("create table t (a int not null); alter table t alter a drop not null;", "alter table t alter a drop default"),
    ),
    "cascading-drop": Looks(
        (
            "drop type e cascade;",
            "alter table t drop column a cascade",
            "alter table t drop constraint if exists c cascade",
            "drop function f(int) cascade",
            "drop materialized view if exists v cascade",
        ),
        (
            "drop type e;",
            "drop type e restrict",
            "create table t (a int); drop table t cascade",
            "create type e as enum ('a'); drop type e cascade",
            "alter table t add foreign key (a) references u on delete cascade",
        ),
    ),
    "truncate-cascade": Looks(
        ("truncate t cascade;", "truncate table only t, u * restart identity cascade"),
        ("truncate t;", "truncate t restart identity restrict"),
    ),
    "unbounded-write": Looks(
        ("update t set a = 1;", "delete from only s.t", "update t as x set (a, b) = (select 1, 2) from u"),
        (
            "update t set a = 1 where b = 2;",
            "delete from t using u where u.a = t.a",
            "create table t (a int); update t set a = 1",
            "insert into t select * from u",
            "update t set a = 1 where current of c",
            "truncate t",
        ),
    ),
    "fragile-statement": Looks(
        (
            "select 1;\ncreate table t (a int);",
            "set lock_timeout = 0;\nselect 1;\nalter table t add a int",
            "begin; drop table u; commit;\ndrop table t",
            "select 1;\ncreate view v as select 1",
            "select 1;\nalter type e add value 'a'",
        ),
        (
            "create table t (a int);",
            "set lock_timeout = 0; drop table t",
            "begin; create table t (a int); drop table u; commit;",
            (
                "create table if not exists t (a int); drop table if exists u; "
                "alter table t add if not exists a int, drop if exists b, drop constraint if exists c; "
                "create or replace view v as select 1; alter type e add value if not exists 'a'; "
                "create index if not exists i on t (a)"
            ),
            "select 1; create temp table t (a int)",
        ),
    ),
    "nested-transaction": Looks(
        ("begin;\nbegin; --<\ncommit;", "commit;", "begin; commit;\nrollback;"),
        (
            "begin; commit;",
            "start transaction; savepoint a; rollback to a; rollback work to savepoint a; end;",
            "begin; select 1; rollback; begin; commit and chain; select 1; commit; begin; prepare transaction 'a'",
        ),
    ),
    "uncommitted-transaction": Looks(
        ("select 1;\nbegin; --<\nselect 2;",),
        ("begin; commit;", "begin; rollback", "begin; commit and no chain; prepare a as select 1", "select 1"),
    ),
    "enum-value-used-early": Looks(
        ("begin;\nalter type e add value 'it''s';\nselect 'it''s'; --<\ncommit;",),
        (
            "begin; alter type e add value 'a'; commit; select 'a';",
            "alter type e add value 'a'; select 'a'",
            "begin; create type e as enum ('b'); alter type e add value 'a'; select 'a'; commit",
        ),
    ),
    "duplicate-assignment": Looks(
        (
            "insert into t (a, b, a) values (1, 2, 3);",
            "update t set a = 1, (b, a) = (2, 3) where c",
            'create table t ("a" int, a int)',
        ),
        (
            "insert into t (a, b) values (1, 2);",
            "update t set a[1] = 1, a[2] = 2, b.c = 1, b.d = 2 where a = b and a = c",
            "create table t (a int, check (a > 0), unique (a))",
            "insert into t select a, a from u",
            "insert into t as a (a, b) (select a, a from u)",
        ),
    ),
    "foldable-alter-table": Looks(
        ("alter table t add a int;\nalter table t add b int;",),
        (
            "alter table t add a int; alter table u add b int;",
            "alter table t add a int, add b int",
            "alter table t add a int; select 1; alter table t add b int",
            "create table t (a int); alter table t add b int; alter table t add c int",
        ),
    ),
    "several-foreign-keys": Looks(
        (
            (
                "begin; "
                "alter table t add foreign key (a) references u not valid;\n"
                "alter table t add foreign key (b) references u not valid; "
                "--<\ncommit;"
            ),
        ),
        (
            "alter table t add foreign key (a) references u; alter table t add foreign key (b) references u;",
            (
                "begin; alter table t add foreign key (a) references u; commit; begin; "
                "alter table t add foreign key (b) references u; commit"
            ),
            (
                "begin; create table t (a int references u, b int references u); "
                "alter table t add foreign key (a) references v; commit"
            ),
        ),
    ),
    "extension-update": Looks(
        ("alter extension e update;", "alter extension e update to '2'"),
        ("create extension e;", "alter extension e set schema s"),
    ),
    "access-change": Looks(
        (
            "grant select on t to r;",
            "revoke all on t from r",
            "alter table t enable row level security",
            "create policy p on t using (true)",
            "alter default privileges grant select on tables to r",
            "drop policy if exists p on t",
            "alter table t no force row level security",
        ),
        ("select 1;", "alter table t owner to r"),
    ),
    "opaque-statement": Looks(("do $$ begin end $$;", "call p()", "execute s"), ("select f();",)),
}
