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
    "validating-check": Looks(
        (
            "alter table t add constraint c check (a > 0);",
            "alter table t\n  add column a int,\n  add check (a > 0) --<\n",
            "alter table t add a int check (a > 0)",
        ),
        (
            "alter table t add constraint c check (a > 0) not valid;",
            "create table t (a int check (a > 0)); alter table t add check (a > 1);",
            "alter table t add constraint c check (a > 0) not enforced",
            "alter table t add check (a > 0) no inherit not valid",
        ),
    ),
    "validating-foreign-key": Looks(
        (
            "alter table t add foreign key (a) references u;",
            "alter table t add constraint c foreign key (a, b) references s.u (a, b) on delete cascade",
            "alter table t add a int default 5 references u",
        ),
        (
            "alter table t add foreign key (a) references u not valid;",
            "alter table t add a int references u",
            "alter table t add a int default null references u",
            "create table t (a int references u); alter table t add foreign key (a) references v;",
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
    "rewriting-default": Looks(
        (
            "alter table t add a uuid default gen_random_uuid();",
            "alter table t add a uuid not null default public.uuid_generate_v4()",
            "alter table t add a timestamptz default clock_timestamp() check (a is not null)",
            "alter table t add a text default 'x' || random()::text",
        ),
        (
            "alter table t add a timestamptz default now();",
            "alter table t add a text default 'gen_random_uuid()'",
            "alter table t alter a set default gen_random_uuid()",
            "create table t (a uuid default gen_random_uuid()); alter table t add b uuid default gen_random_uuid()",
            "alter table t add a int check (b < random())",
            "alter table t add a int default f()",
        ),
    ),
    "rewriting-generated-column": Looks(
        ("alter table t add a text generated always as (lower(b)) stored;",),
        (
            "alter table t add a text generated always as (lower(b)) virtual;",
            "alter table t add a text generated always as (lower(b))",
            "create table t (b text, a text generated always as (lower(b)) stored)",
        ),
    ),
    "rewriting-serial-column": Looks(
        (
            "alter table t add a serial;",
            "alter table t add a bigint generated by default as identity (start 5)",
            "alter table t add a bigserial primary key",
        ),
        (
            "alter table t add a bigint;",
            "create table t (a serial); alter table t add b serial",
            "alter table t alter a add generated always as identity",
        ),
    ),
    "rewriting-type-change": Looks(
        (
            "alter table t alter column a type numeric(12, 2);",
            "alter table t alter a set data type bigint using a::bigint",
            "alter table t alter a type text using b || a",
            "alter table t alter a type varchar(5)",
        ),
        (
            "alter table t alter a type text;",
            "alter table t alter a type character varying",
            "create table t (a int); alter table t alter a type bigint",
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
    "rewriting-storage": Looks(
        ("alter table t set logged;", "alter table t set tablespace fast", "alter table t set access method heap2"),
        (
            "alter table t set (fillfactor = 70);",
            "create unlogged table t (a int); alter table t set logged",
            "alter table t set without cluster",
        ),
    ),
    "scanning-attach": Looks(
        ("alter table t attach partition p for values in (1);",),
        (
            "create table p (a int); alter table t attach partition p default;",
            (
                "alter table p add constraint c check (a = 1) not valid; alter table p validate constraint c; "
                "alter table t attach partition p for values in (1)"
            ),
            "create table t (a int) partition by list (a); alter table t attach partition p for values in (1)",
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
    "rewriting-vacuum": Looks(
        ("vacuum full t;", "vacuum (full, analyze) t, u", "cluster t using i", "cluster"),
        (
            "vacuum t;",
            "vacuum (full false) t",
            "vacuum (analyze) t",
            "create table t (a int); vacuum full t",
            "alter table t cluster on i",
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
            "begin; select 1; rollback; begin; commit and chain",
        ),
    ),
    "uncommitted-transaction": Looks(
        ("select 1;\nbegin; --<\nselect 2;",), ("begin; commit;", "begin; rollback", "select 1")
    ),
    "unplaced-enum-value": Looks(
        ("alter type e add value 'a';", "alter type e add value if not exists 'a'"),
        ("alter type e add value 'a' after 'b';", "alter type e add value if not exists 'a' before 'b'"),
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
    "identifier-too-long": Looks(
        (
            f"select 1 as {'a' * 64};",
            'create table "' + "ä" * 32 + '" (a int)',
        ),
        (
            (f"select 1 as {'a' * 63}, '{'b' * 70}';"),
            ("-- " + "a" * 80 + '\nselect 1 as "' + "ä" * 31 + '"'),
        ),
    ),
    "unqualified-table": Looks(
        (
            "alter table t add a int;",
            "create table t (a int)",
            "drop table s.t, t",
            "update t set a = 1 where b",
            "insert into t values (1)",
        ),
        (
            "alter table s.t add a int;",
            "create temp table t (a int); insert into t values (1); drop table t",
            "drop view v",
            "select * from t",
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
    "validating-under-lock": Looks(
        (
            (
                "begin; "
                "alter table t add foreign key (a) references u not valid;\nalter table t validate constraint c; "
                "--<\ncommit;"
            ),
            (
                "begin; "
                "alter table t add constraint c check (a > 0) not valid;\nalter table t validate constraint c; "
                "--<\ncommit;"
            ),
        ),
        (
            (
                "begin; alter table t add foreign key (a) references u not valid; commit; "
                "alter table t validate constraint c;"
            ),
            "begin; alter table u add a int; alter table t validate constraint c; commit",
            "alter table t add check (a > 0) not valid; alter table t validate constraint c",
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
    "scanning-primary-key": Looks(
        (
            "alter table t add primary key using index i;",
            (
                "create unique index concurrently i on t (a, b);\nalter table t alter a set not null;\n"
                "alter table t add primary key using index i; "
                "--<\n"
            ),
        ),
        (
            (
                "create unique index concurrently i on t (a); alter table t alter a set not null; "
                "alter table t add primary key using index i;"
            ),
            "alter table t add unique using index i",
            "alter table t add primary key (a)",
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
    "validating-domain": Looks(
        ("alter domain d add constraint c check (value > 0);", "alter domain d set not null"),
        (
            "alter domain d add constraint c check (value > 0) not valid;",
            "alter domain d drop constraint c",
            "alter domain d set default 5",
        ),
    ),
    "constrained-domain": Looks(
        ("create domain d as int check (value > 0);", "create domain s.d text not null"),
        ("create domain d as int;", "create domain d as text default 'not null'"),
    ),
    "blank-padded-char": Looks(
        (
            "create table t (a char(2));",
            "create table t (\n  a int,\n  b character --<\n);",
            "alter table t alter a type bpchar(3)",
        ),
        ('create table t (a varchar(2), b "char", c text);', "create table u (a char(2) references t);"),
    ),
    "json-without-operators": Looks(
        ("create table t (a json);", "alter table t add a json[] default '[]'"),
        ("create table t (a jsonb, json text);",),
    ),
    "money-type": Looks(("create table t (a money);",), ("create table t (money numeric);",)),
    "time-with-time-zone": Looks(
        ("create table t (a timetz);", "alter table t add a time(3) with time zone"),
        ("create table t (a time, b timestamptz, c time(3) without time zone);",),
    ),
    "serial-column": Looks(
        ("create table t (a bigserial primary key);", "alter table t add a serial4"),
        ("create table t (a bigint generated always as identity);",),
    ),
    "small-integer": Looks(
        ("create table t (a int);", "alter table t add a int2"),
        ("create table t (a int primary key, b bigint, c int references u);",),
    ),
    "enum-for-rows": Looks(("create type e as enum ('a');",), ("create type e as (a int);", "create domain d as text")),
    "wide-index": Looks(
        ("create index on t (a, b, c, d);", "create index concurrently i on t (a, lower(b), c desc, d)"),
        (
            "create index on t (a, b, c) include (d, e);",
            "create unique index on t (a, b, c, d)",
            "create index on t using gin (a, b, c, d)",
        ),
    ),
    "redundant-index": Looks(
        (
            "create index i on t (a); --<\ncreate index j on t (a, b);",
            "create table t (a int primary key);\ncreate index on t (a asc)",
            "create index i on t (a, b);\ncreate index j on t (a, b)",
            "create index i on t (a); --<\nalter table t add unique (a, b)",
        ),
        (
            "create index on t (a); create index on t (b, a); create index on u (a, b);",
            (
                "create index on t (a) where b; create index on t (a desc); create index on t using hash (a); "
                "create index on t (a, b)"
            ),
            "create unique index on t (a); create index on t (a, b)",
            "create index on t (a) include (c); create index on t (a, b)",
            "create index on t (a); create index on t (a, b) where c",
        ),
    ),
    "mismatched-foreign-key": Looks(
        (
            "create table u (id bigint primary key);\ncreate table t (u int references u);",
            (
                "create table u (id bigserial primary key);\ncreate table t (u int);\n"
                "alter table t add foreign key (u) references u (id)"
            ),
        ),
        (
            (
                "create table u (id bigserial primary key, c varchar(5) unique); "
                "create table t (u int8 references u, c text references u (c));"
            ),
            "create table t (u int references u)",
            "create table u (id bigint); create table t (u int references u)",
        ),
    ),
    "unfixed-search-path": Looks(
        (
            "create function f() returns int language sql security definer as 'select 1';",
            "create or replace procedure s.p(a int) language sql as $$ set search_path = a $$ security definer",
        ),
        (
            "create function f() returns int language sql security definer set search_path = a as 'select 1';",
            "create function f() returns int language sql as 'security definer'",
            "create function f() returns int language sql set search_path to a security definer return 1",
        ),
    ),
    "view-past-row-security": Looks(
        (
            "alter table s.t enable row level security;\ncreate view v as select * from s.t;",
            (
                "create or replace view v with (security_barrier) as select 1 from u join t on true; "
                "--<\nalter table t enable row level security;"
            ),
        ),
        (
            (
                "alter table t enable row level security; create view v with (security_invoker = true) as "
                "select * from t; create view w with (security_invoker) as select 1 from t; create view x as "
                "select t from u; create materialized view m as select * from t"
            ),
            "create view v as select * from t",
            "alter table t disable row level security; create view v as select * from t",
        ),
    ),
    "row-security-without-policy": Looks(
        ("create table t (a int);\nalter table t enable row level security;",),
        (
            "create table t (a int); create policy p on t using (true); alter table t enable row level security;",
            "alter table t enable row level security;",
            "create table t (a int); alter table t disable row level security",
        ),
    ),
    "row-security-not-forced": Looks(
        ("alter table t enable row level security;",),
        (
            "alter table t enable row level security, force row level security;",
            "alter table t enable row level security; alter table only t force row level security",
            "alter table t disable row level security",
        ),
    ),
    "idle-policy": Looks(
        ("create table t (a int);\ncreate policy p on t using (true);",),
        (
            "create table t (a int); create policy p on t using (true); alter table t enable row level security;",
            "create policy p on t using (true);",
            "create table t (a int); drop policy p on t",
        ),
    ),
    "zone-dependent-default": Looks(
        (
            "create table t (a date default current_date);",
            "alter table t add a time default localtime",
            "create table t (a timestamp default now())",
        ),
        (
            (
                "create table t (a timestamptz default now(), b date default (now() at time zone 'UTC')::date, "
                "c date default '2026-01-01');"
            ),
        ),
    ),
    "timestamp-without-time-zone": Looks(
        (
            "create table t (a timestamp);",
            "alter table t add a timestamp(3) without time zone[]",
            "alter table t alter a type timestamp",
        ),
        ('create table t (a timestamptz, b date, "timestamp" int);',),
    ),
    "varchar-without-need": Looks(
        (
            "create table t (a varchar);",
            "create table t (a character varying(255) not null)",
            "alter table t alter a type varchar",
        ),
        ("create table t (a varchar(64), b text, c varchar(256));", "create table t (a varchar(255) references u);"),
    ),
    "small-primary-key": Looks(
        (
            "create table t (id int primary key);",
            "create table t (\n  id serial, --<\n  primary key (id)\n);",
            "create table t (id smallint not null); --<\nalter table only t add constraint k primary key (id)",
        ),
        (
            "create table t (id bigint primary key);",
            "create table t (a int, b int, primary key (a, b))",
            "create table t (id int primary key references u)",
            "create table t (id uuid primary key, n int)",
        ),
    ),
    "missing-primary-key": Looks(
        ("create table t (a int unique);", "create unlogged table if not exists s.t (a int);"),
        (
            "create table t (a int primary key);",
            "create table t (a int, primary key (a))",
            "create table s.t (a int); alter table only s.t add primary key (a)",
            "create temp table t (a int)",
            "create table t as select 1",
            "create table t partition of u default",
            "create table t (like u including all)",
            "create table t (a int) inherits (u)",
            "create foreign table t (a int) server s",
            (
                "create table t (a int); create unique index i on t (a); "
                "alter table t add constraint i primary key using index i"
            ),
        ),
    ),
    "unindexed-foreign-key": Looks(
        (
            "create table t (a int primary key, b int references u);",
            ("create table t (\n  a int,\n  b int,\n  foreign key (a, b) references u --<\n);\ncreate index on t (b);"),
            "alter table t add b int references u",
            "create table t (a int); --x\nalter table t add foreign key (a) references u",
        ),
        (
            "create table t (b int references u); create index concurrently on t (b, c);",
            "create table t (b int primary key references u)",
            "create table t (a int, b int, foreign key (a, b) references u, unique (b, a, c))",
            "alter table t add foreign key (b) references u",
            "alter table t add b int references u; create index on t (b)",
            "create table t (b int references u); create index on t (b) where b is not null",
            "create table t partition of u (foreign key (a) references v) default",
            "create temp table t (b int references u)",
        ),
    ),
}
