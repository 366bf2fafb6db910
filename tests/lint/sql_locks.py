"""What rules about statements that keep others waiting meet."""

from __future__ import annotations

from typing import Final

from tests.lint.sql_looks import Looks

RULES: Final = {
    "blocking-index-build": Looks(
        (
            "create index a on t (b);",
            "create unique index on s.t (b)",
            "create table s.t (b int);\ncreate index on u.t (b);",
        ),
        (
            "create index concurrently a on t (b);",
            "create table t (b int); create index a on t (b); create index on public.t (b);",
            "create temp table t (b int); create index a on t (b);",
            "create materialized view v as select 1 as b; create index on v (b);",
            "create index a on only t (b);",
            "create table s.t (b int);\nalter table s.t rename to u;\ncreate index on s.u (b);",
        ),
    ),
    "blocking-index-drop": Looks(
        ("drop index a;", "drop index if exists s.a, b"),
        (
            "drop index concurrently a;",
            "drop table a;",
            "create table t (b int); create index a on t (b); drop index a;",
        ),
    ),
    "concurrent-in-transaction": Looks(
        (
            "begin;\ncreate index concurrently a on t (b); --<\ncommit;",
            "start transaction; drop index concurrently a; --<\ncommit;",
            "begin; reindex (concurrently) table t; --<\nrollback;",
            "begin; alter table t detach partition p concurrently; --<\nend;",
            "begin; savepoint s; rollback to s;\ndrop index concurrently a; --<\ncommit",
        ),
        (
            "begin; commit; create index concurrently a on t (b);",
            "begin; create index a on t (b); commit;",
            "begin; alter table t detach partition p finalize; commit;",
        ),
    ),
    "missing-lock-timeout": Looks(
        (
            "alter table t add a int;",
            "set lock_timeout = 0;\ndrop table t;",
            "set lock_timeout = '1s';\nreset lock_timeout;\ntruncate t;",
            "begin;\nset local lock_timeout = '1s';\ncommit;\ndrop table t; --<\ndrop table u;",
            "create index on t (a);",
        ),
        (
            "set lock_timeout = '5s'; alter table t add a int;",
            "set session lock_timeout to 5000; drop table t;",
            "select pg_catalog.set_config('lock_timeout', '5s', false); truncate t",
            "create index concurrently a on t (b);",
            "create table t (a int); alter table t add b int; create index on t (b);",
            "alter table t validate constraint c;",
            "begin; set local lock_timeout = '1s'; alter table t add a int; commit;",
        ),
    ),
    "blocking-reindex": Looks(
        (
            "reindex index a;",
            "reindex (verbose) table s.t",
            "reindex database d",
            "reindex (concurrently false) table t",
        ),
        (
            "reindex index concurrently a;",
            "reindex (concurrently) table t",
            "reindex system d",
            "create table t (a int); reindex table t;",
        ),
    ),
    "blocking-detach": Looks(
        ("alter table t detach partition p;",),
        (
            "alter table t detach partition p concurrently;",
            "alter table t detach partition p finalize",
            (
                "create table t (a int) partition by list (a); create table p partition of t default; "
                "alter table t detach partition p;"
            ),
        ),
    ),
    "blocking-unique-constraint": Looks(
        (
            "alter table t add constraint c unique (a);",
            "alter table t add primary key (a)",
            "alter table t add a int unique",
            "alter table t add unique nulls not distinct (a)",
        ),
        (
            "alter table t add constraint c unique using index i;",
            "alter table t add primary key using index i",
            "create table t (a int); alter table t add primary key (a)",
            "alter table t add a int",
        ),
    ),
    "blocking-exclusion-constraint": Looks(
        ("alter table t add constraint c exclude using gist (a with =);",),
        (
            (
                "create table t (a int4range, exclude using gist (a with &&)); "
                "alter table t add exclude using gist (a with =);"
            ),
            "alter table t add exclude int",
        ),
    ),
    "blocking-not-null": Looks(
        (
            "alter table t alter column a set not null;",
            "alter table t add constraint c not null a",
            "alter table t add constraint c check (a is not null) not valid;\nalter table t alter a set not null;",
            "alter table t add check (b is not null);\nalter table t alter a set not null",
        ),
        (
            (
                "alter table t add constraint c check (a is not null) not valid; "
                "alter table t validate constraint c; alter table t alter a set not null;"
            ),
            'alter table t add check ((("a" is not null))); alter table t alter a set not null',
            "alter table t add constraint c not null a not valid; alter table t validate constraint c;",
            "create table t (a int); alter table t alter a set not null",
            "alter table t alter a drop not null",
            (
                "alter table t add constraint c not null a not valid; alter table t validate constraint c; "
                "alter table t alter a set not null"
            ),
        ),
    ),
    "column-needs-value": Looks(
        (
            "alter table t add column a int not null;",
            'alter table t add a text collate "C" not null',
            "alter table t add a uuid primary key",
        ),
        (
            "alter table t add a int not null default 0;",
            "alter table t add a bigserial not null",
            "alter table t add a int generated always as identity not null",
            "alter table t add a int not null generated always as (b + 1) stored",
            "alter table t add a int",
            "create table t (b int); alter table t add a int not null",
            "alter table t add a int default 5 not null",
        ),
    ),
    "not-null-with-type-change": Looks(
        ("alter table t alter a type text, alter a set not null;",),
        (
            "alter table t alter a type text, alter b set not null;",
            "alter table t alter a set not null",
            "create table t (a int); alter table t alter a type text, alter a set not null",
        ),
    ),
    "blocking-refresh": Looks(
        ("refresh materialized view v;", "refresh materialized view s.v with data"),
        (
            "refresh materialized view concurrently v;",
            "refresh materialized view v with no data",
            "create materialized view v as select 1; refresh materialized view v",
        ),
    ),
    "missing-statement-timeout": Looks(
        (
            "alter table t add a int;",
            "create index concurrently a on t (b); --<\ncreate index concurrently b on t (a);",
            "truncate t",
            "drop index a",
        ),
        (
            "set statement_timeout = '1min'; alter table t add a int;",
            "set statement_timeout = 0; drop table t",
            "create table t (a int); alter table t add b int",
            "drop view v",
        ),
    ),
    "slow-work-under-lock": Looks(
        (
            "begin; alter table t add a int;\nupdate u set a = 1 where b; --<\ncommit;",
            "begin; truncate t;\ninsert into t select * from u; --<\ncommit",
            "begin; alter table t drop a;\ncreate index i on u (a); --<\ncommit",
            "begin; lock table t;\nalter table u validate constraint c; --<\ncommit",
            "begin; drop table t;\nrefresh materialized view v; --<\ncommit",
        ),
        (
            "begin; alter table t add a int; commit; update t set a = 1 where b;",
            "alter table t add a int; update t set a = 1 where b",
            "begin; create table t (a int); alter table t add b int; insert into t select 1; commit",
            (
                "begin; alter table t add a int; insert into t values (1); create table u (a int); "
                "create index i on u (a); commit"
            ),
            (
                "begin; alter table t validate constraint c; "
                "alter table t add foreign key (a) references u not valid; update u set a = 1 where b; "
                "lock table t in share mode; commit"
            ),
        ),
    ),
    "gap-between-indexes": Looks(
        (
            "drop index a;\ncreate index a on t (b);",
            "drop index concurrently if exists s.a;\ncreate unique index concurrently a on s.t (b)",
        ),
        (
            "create index b on t (a); drop index a;",
            "begin; drop index a; create index a on t (b); commit",
            "drop index a; create index b on t (a);",
        ),
    ),
    "explicit-lock": Looks(
        (
            "lock table t;",
            "begin;\nlock only s.t in share row exclusive mode nowait; --<\ncommit;",
            "lock t in share mode",
        ),
        ("lock t in row exclusive mode;", "create table t (a int); lock t", "lock t in share update exclusive mode"),
    ),
}
