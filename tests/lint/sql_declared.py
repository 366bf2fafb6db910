"""What rules about what a script declares meet: columns, keys, indexes, policies, names."""

from __future__ import annotations

from typing import Final

from tests.lint.sql_looks import Looks

RULES: Final = {
    "unplaced-enum-value": Looks(
        ("alter type e add value 'a';", "alter type e add value if not exists 'a'"),
        ("alter type e add value 'a' after 'b';", "alter type e add value if not exists 'a' before 'b'"),
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
    "limited-varchar": Looks(
        ("create table t (a varchar(80));", "alter table t alter a type varchar(9)[]"),
        ("create table t (a varchar, b varchar(255), c text);", "create table t (a varchar(80) references u);"),
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
            "create index i on t (a, b); create index j on t (a); alter index k attach partition s.j",
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
