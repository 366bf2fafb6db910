"""What each rule over SQL meets: scripts with the one place that it finds (``--<``, or the last line), and others."""

from __future__ import annotations

from typing import Final, NamedTuple


class Looks(NamedTuple):
    """Scripts with one finding each, and scripts without any."""

    found: tuple[str, ...]
    not_found: tuple[str, ...]


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
    "dropped-column": Looks(
        ("alter table t drop column a;", "alter table if exists only s.t drop if exists a cascade"),
        (
            "create table t (a int); alter table t drop a;",
            "alter table t drop constraint a;",
            "alter table t alter a drop default",
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
}
