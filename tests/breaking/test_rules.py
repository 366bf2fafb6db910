"""The rules beside the examples of their pages: what is found where, of which classes, and what is left alone."""

from __future__ import annotations

from typing import Final

import pytest

from tests.breaking.states import judged, said

ID: Final = "id: bigint primary key identity"


def table(columns: str = "", more: str = "", name: str = "t") -> str:
    """Return a table with an id, more columns and more keys."""
    return f"tables:\n  {name}:\n    columns: {{{ID}{', ' if columns else ''}{columns}}}\n{more}"


def inside(text: str) -> str:
    """Return a key of the table."""
    return f"    {text}\n"


PUBLISHED: Final = "publications: {changes: {tables: [t]}}\n"
SECURED: Final = "row_security: true"
ROLES: Final = "roles: [reader, writer]\n"

KEYED: Final = "columns: {a: int}, primary_key: a"
PARTITION: Final = "q: from ('2026-01-01') to ('2027-01-01')"

FOUND: Final[dict[str, tuple[str, str, dict[str, str]]]] = {
    # columns
    "a column of a published table": (
        table("a: text?") + PUBLISHED,
        table() + PUBLISHED,
        {"column-dropped app.t.a": "RWMS"},
    ),
    "integers that grow are read as others": (
        table("a: int"),
        table("a: bigint"),
        {"column-type-changed app.t.a": "R"},
    ),
    "text that grows is told to subscribers alone": (
        table("a: varchar(5)") + PUBLISHED,
        table("a: varchar(9)") + PUBLISHED,
        {"column-type-changed app.t.a": "S"},
    ),
    "text that becomes an enum": (
        "enums: {e: [x]}\n" + table("a: text"),
        "enums: {e: [x]}\n" + table("a: {type: e, using: 'a::app.e'}"),
        {"column-type-changed app.t.a": "RWM"},
    ),
    "a domain type with a check in place of its base": (
        "domain_types: {d: text check (value <> '')}\n" + table("a: text"),
        "domain_types: {d: text check (value <> '')}\n" + table("a: d"),
        {"column-type-changed app.t.a": "W"},
    ),
    "timestamps with and without a zone are not alike": (
        table("a: timestamp"),
        table("a: timestamptz"),
        {"column-type-changed app.t.a": "RWM"},
    ),
    "an array": (
        table("a: int"),
        table("a: {type: 'int[]', using: 'array[a]'}"),
        {"column-type-changed app.t.a": "RWM"},
    ),
    "another default": (table("a: int = 1"), table("a: int = 2"), {"default-changed app.t.a": "W"}),
    "a lost default of a column that takes null": (
        table("a: {type: int, nullable: true, default: 1}"),
        table("a: int?"),
        {"default-changed app.t.a": "W"},
    ),
    "a serial column that counts no more": (
        "tables: {t: {columns: {a: serial}}}",
        "tables: {t: {columns: {a: int}}}",
        {"default-changed app.t.a": "WM"},
    ),
    "an identity that takes no values": (
        "tables: {t: {columns: {a: {type: bigint, identity: by default}}}}",
        "tables: {t: {columns: {a: bigint identity}}}",
        {"column-generated app.t.a": "WM"},
    ),
    "no longer generated": (
        table("a: text, b: {type: text, nullable: true, generated: lower(a)}"),
        table("a: text, b: text?"),
        {"generation-changed app.t.b": "RW"},
    ),
    "a column whose parent loses it": (
        "tables: {p: {columns: {a: text?, b: text?}}, c: {inherits: p}}",
        "tables: {p: {columns: {a: text?}}, c: {inherits: p}}",
        {"column-dropped app.p.b": "RWM"},
    ),
    "a column that was inherited": (
        "tables: {p: {columns: {a: text?, b: text?}}, c: {inherits: p}}",
        "tables: {p: {columns: {a: text?, b: text?}}, c: {columns: {a: text?}}}",
        {"parent-changed app.c": "RW", "column-dropped app.c.b": "RWM"},
    ),
    # renames, and what else changes of what they rename
    "a renamed column of another type": (
        table("a: text"),
        table("b: {type: varchar(9), was: a}"),
        {"column-renamed app.t.b": "RWM", "column-type-changed app.t.b": "RW"},
    ),
    "a renamed table, its column and its key": (
        table("a: text unique"),
        table("b: {type: text, unique: true, was: a}", inside("was: t"), "u"),
        {"table-renamed app.u": "RW", "column-renamed app.u.b": "RWM", "class-moved app.u": "M"},
    ),
    "a renamed column whose attribute stays": (
        table("a: text"),
        table("b: {type: text, was: a, python: {name: a}}"),
        {"column-renamed app.t.b": "RW"},
    ),
    "the new name was that of a column that goes": (
        table("a: text, b: text"),
        table("b: {type: text, was: a}"),
        {"column-dropped app.t.a": "RWM"},
    ),
    "a view of a renamed table": (
        table() + "views: {v: select id from app.t}\n",
        table(more=inside("was: t"), name="u") + "views: {w: {query: select id from app.u, was: v}}\n",
        {
            "table-renamed app.u": "RW",
            "class-moved app.u": "M",
            "view-renamed app.w": "RW",
            "view-changed app.w": "R",
        },
    ),
    "a value that is renamed and one that goes": (
        "enums: {e: [a, b]}\n" + table("x: e") + PUBLISHED,
        "enums: {e: {values: [{value: c, was: a}], removed: {b: c}}}\n" + table("x: e") + PUBLISHED,
        {"enum-value-renamed app.e.c": "RWMS", "enum-value-removed app.e.b": "RWM"},
    ),
    # constraints
    "another condition of a check": (
        table("a: int", inside("checks: {c: a > 0}")),
        table("a: int", inside("checks: {c: a > 1}")),
        {"check-added app.t.c": "W"},
    ),
    "a check that is enforced now": (
        table("a: int", inside("checks: {c: {expression: a > 0, enforced: false}}")),
        table("a: int", inside("checks: {c: a > 0}")),
        {"check-added app.t.c": "W"},
    ),
    "a unique index": (
        table("a: int"),
        table("a: int", inside("indexes: [{on: a, unique: true}]")),
        {"unique-added app.t.t_a_idx": "W"},
    ),
    "a narrower unique key": (
        table("a: int, b: int", inside("unique: {k: [a, b]}")),
        table("a: int, b: int", inside("unique: {k: [a]}")),
        {"unique-added app.t.k": "W", "unique-dropped app.t.k": "RWO"},
    ),
    "another primary key": (
        "tables: {t: {columns: {a: int, b: int}, primary_key: a}}",
        "tables: {t: {columns: {a: int, b: int}, primary_key: [a, b]}}",
        {"unique-dropped app.t.t_pkey": "RWO"},
    ),
    "a foreign key that refers elsewhere": (
        f"tables: {{a: {{columns: {{{ID}}}}}, b: {{columns: {{{ID}}}}}, t: {{columns: {{x: -> a}}}}}}",
        f"tables: {{a: {{columns: {{{ID}}}}}, b: {{columns: {{{ID}}}}}, t: {{columns: {{x: -> b}}}}}}",
        {"foreign-key-added app.t.t_x_fkey": "W", "foreign-key-dropped app.t.t_x_fkey": "R"},
    ),
    "what went with a column": (
        table("a: int unique, b: int", inside("indexes: [[a, b]]")),
        table("b: int"),
        {"column-dropped app.t.a": "RWM"},
    ),
    "a key that takes no doubled nulls now": (
        table("a: int?", inside("unique: {k: {columns: a}}")),
        table("a: int?", inside("unique: {k: {columns: a, nulls_not_distinct: true}}")),
        {"unique-added app.t.k": "W"},
    ),
    # relations
    "a view with other columns": (
        table("a: text") + "views: {v: 'select id, a from app.t'}\n",
        table("a: text") + "views: {v: 'select a, id from app.t'}\n",
        {"view-changed app.v": "R"},
    ),
    "a view that takes all columns": (
        table("a: text") + "views: {v: select * from app.t}\n",
        table() + "views: {v: select * from app.t}\n",
        {"column-dropped app.t.a": "RWM", "view-changed app.v": "R"},
    ),
    "a view that is distinct": (
        table("a: text, b: text") + "views: {v: select distinct a from app.t}\n",
        table("a: text, b: text") + "views: {v: 'select distinct a, b from app.t'}\n",
        {"view-changed app.v": "R"},
    ),
    "a view that becomes a materialized one": (
        table() + "views: {v: select id from app.t}\n",
        table() + "materialized_views: {v: select id from app.t}\n",
        {"relation-kind-changed app.v": "R"},
    ),
    "a detached partition": (
        "tables: {t: {columns: {a: date}, partition_by: range (a), partitions: {p: default}}}",
        "tables: {t: {columns: {a: date}, partition_by: range (a), partitions: {}}, p: {columns: {a: date}}}",
        {"partition-changed app.p": "RWO"},
    ),
    "an index by which a materialized view is refreshed": (
        table() + "materialized_views: {v: {query: select id from app.t, indexes: [{on: id, unique: true}]}}\n",
        table() + "materialized_views: {v: select id from app.t}\n",
        {"unique-dropped app.v.v_id_idx": "RWO"},
    ),
    # access
    "a privilege of a column whose table's is gone too": (
        ROLES + table("a: {type: text, grants: {reader: select}}"),
        ROLES + table("a: text"),
        {"privilege-lost app.t.a": "R"},
    ),
    "a privilege that cannot be passed on": (
        ROLES + table(more=inside("grants: {reader: select with grant option}")),
        ROLES + table(more=inside("grants: {reader: select}")),
        {"privilege-lost app.t": "O"},
    ),
    "calls of everybody": (
        ROLES + "functions:\n  f(): {returns: int, body: select 1}\n" + table(),
        ROLES + "functions:\n  f(): {returns: int, body: select 1, grants: {public: []}}\n" + table(),
        {"privilege-lost app.f()": "RW"},
    ),
    "a policy for fewer": (
        ROLES + table(more=inside(SECURED) + inside("policies: {p: {using: id > 0, to: [reader, writer]}}")),
        ROLES + table(more=inside(SECURED) + inside("policies: {p: {using: id > 0, to: [reader]}}")),
        {"row-security-tightened app.t.p": "RW"},
    ),
    "a policy for inserts": (
        table(more=inside(SECURED) + inside("policies: {p: id > 0, q: {for: insert, check: id > 0}}")),
        table(more=inside(SECURED) + inside("policies: {p: id > 0}")),
        {"row-security-tightened app.t.q": "W"},
    ),
    "a restrictive policy that goes": (
        table(more=inside(SECURED) + inside("policies: {p: {using: id > 0, as: restrictive}}")),
        table(more=inside(SECURED)),
        {"row-security-loosened app.t.p": "O"},
    ),
    "a role that is gone, with what it might do": (
        ROLES + table(more=inside("grants: {reader: select}")),
        "roles: [writer]\n" + table(),
        {"role-dropped reader": "RWO"},
    ),
    "a role that leaves another": (
        "roles: {a: {}, b: {member_of: a}}\n" + table(),
        "roles: {a: {}, b: {}}\n" + table(),
        {"role-changed b": "RWO"},
    ),
    # routines
    "named arguments": (
        "functions:\n  f(a int): {returns: int, body: select 1}\n" + table(),
        "functions:\n  f(b int): {returns: int, body: select 1}\n" + table(),
        {"routine-arguments-changed app.f(integer)": "RW"},
    ),
    "a function that is called with nulls": (
        "functions:\n  f(a int): {returns: int, strict: true, body: select 1}\n" + table(),
        "functions:\n  f(a int): {returns: int, body: select 1}\n" + table(),
        {"routine-result-changed app.f(integer)": "R"},
    ),
    # streams
    "a publication that leaves out columns": (
        table("a: text") + PUBLISHED,
        table("a: text") + "publications: {changes: {tables: [{table: t, columns: [id]}]}}\n",
        {"publication-narrowed changes": "S"},
    ),
    "a publication of fewer changes": (
        table() + PUBLISHED,
        table() + "publications: {changes: {tables: [t], publish: [insert]}}\n",
        {"publication-narrowed changes": "S"},
    ),
    "another key of a published table": (
        "tables: {t: {columns: {a: int, b: int}, primary_key: a}}\n" + PUBLISHED,
        "tables: {t: {columns: {a: int, b: int}, primary_key: b}}\n" + PUBLISHED,
        {"unique-added app.t.t_pkey": "W", "unique-dropped app.t.t_pkey": "RWO", "replica-identity-changed app.t": "S"},
    ),
    "no key of a published table any more": (
        "tables: {t: {columns: {a: int}, primary_key: a}}\n" + PUBLISHED,
        "tables: {t: {columns: {a: int}}}\n" + PUBLISHED,
        {"unique-dropped app.t.t_pkey": "RWO", "replica-identity-missing app.t": "WS"},
    ),
    "a partition of a published table": (
        f"tables: {{t: {{{KEYED}, partition_by: list (a), partitions: {{p: default}}}}}}\n" + PUBLISHED,
        f"tables: {{t: {{{KEYED}, partition_by: list (a), partitions: {{p: {{values: default, unlogged: true}}}}}}}}\n"
        + PUBLISHED,
        {"table-unlogged app.p": "OS"},
    ),
}

NOT_FOUND: Final = {
    "nothing": (table(), table()),
    "a class beside another of the name": (
        "enums: {user: [a]}\n" + table("x: user"),
        "enums: {user: [a]}\n" + table("x: user") + f"  users: {{columns: {{{ID}}}}}\n",
    ),
    "a new table": (table(), table() + f"  u: {{columns: {{{ID}, a: text unique}}, checks: [a <> '']}}\n"),
    "a new column that may be null": (table(), table("a: text?")),
    "a new column with a default": (table(), table("a: text = ''")),
    "a new column with a check, unique": (table(), table("a: text? unique", inside("checks: [a <> '']"))),
    "a new foreign key of a new column": (table(), table("a: -> t?")),
    "longer text": (table("a: varchar(5)"), table("a: varchar(9)")),
    "text without a limit": (table("a: varchar(5)"), table("a: text")),
    "more digits": (table("a: 'numeric(5,2)'"), table("a: 'numeric(9,2)'")),
    "a domain type without checks": (
        "domain_types: {d: text}\n" + table("a: text"),
        "domain_types: {d: text}\n" + table("a: d"),
    ),
    "a looser check": (table("a: int", inside("checks: [a > 0]")), table("a: int")),
    "a check that is called otherwise": (
        table("a: int", inside("checks: {c: a > 0}")),
        table("a: int", inside("checks: {d: a > 0}")),
    ),
    "a default where there was none": (table("a: text?"), table("a: {type: text, nullable: true, default: x}")),
    "a unique index that becomes a constraint": (
        table("a: int", inside("indexes: [{on: a, unique: true}]")),
        table("a: int unique"),
    ),
    "a key that becomes the primary key, and the other way round": (
        "tables: {t: {columns: {a: int, b: int}, primary_key: a, unique: [b]}}",
        "tables: {t: {columns: {a: int, b: int}, primary_key: b, unique: [a]}}",
    ),
    "a looser key beside a strict one": (
        table("a: int unique, b: int"),
        table("a: int unique, b: int", inside("unique: [[a, b]]")),
    ),
    "a table that becomes a partition with the key that it had": (
        f"tables: {{t: {{{KEYED}, partition_by: hash (a)}}, p: {{{KEYED}}}}}",
        f"tables: {{t: {{{KEYED}, partition_by: hash (a), partitions: {{p: 'with (modulus 1, remainder 0)'}}}}}}",
    ),
    "partitions that a rule takes over": (
        "tables: {t: {columns: {a: date}, partition_by: range (a), partitions: {p: default}}}",
        "tables: {t: {columns: {a: date}, partition_by: range (a), partitions: {every: month}}}",
    ),
    "an index that another one serves": (
        table("a: int, b: int", inside("indexes: [a]")),
        table("a: int, b: int", inside("indexes: [[a, b]]")),
    ),
    "an index that is called otherwise": (
        table("a: int", inside("indexes: {i: a}")),
        table("a: int", inside("indexes: {j: a}")),
    ),
    "a comment": (table(), table(more=inside("doc: Rows."))),
    "columns in another order": (table("a: text, b: text"), table("b: text, a: text")),
    "columns at the end of a view": (
        table("a: text") + "views: {v: select id from app.t}\n",
        table("a: text") + "views: {v: 'select id, a from app.t'}\n",
    ),
    "the layout of a view": (
        table() + "views: {v: select id from app.t where id > 0}\n",
        table() + "views: {v: 'select id  from app.t where  id > 0 -- all'}\n",
    ),
    "a new value": ("enums: {e: [a]}\n" + table("x: e"), "enums: {e: [a, b]}\n" + table("x: e")),
    "a column that becomes inherited": (
        "tables: {p: {columns: {a: text?}}, c: {inherits: p, columns: {a: text?}}}",
        "tables: {p: {columns: {a: text?}}, c: {inherits: p}}",
    ),
    "an identity by default": (
        "tables: {t: {columns: {a: bigint identity}}}",
        "tables: {t: {columns: {a: {type: bigint, identity: by default}}}}",
    ),
    "a serial column that becomes an identity": (
        "tables: {t: {columns: {a: serial}}}",
        "tables: {t: {columns: {a: {type: int, identity: by default}}}}",
    ),
    "what everybody may do": (
        ROLES + table(more=inside("grants: {reader: select}")),
        ROLES + table(more=inside("grants: {public: select}")),
    ),
    "a column's privilege that the table gives": (
        ROLES + table("a: {type: text, grants: {reader: select}}"),
        ROLES + table("a: text", inside("grants: {reader: select}")),
    ),
    "policies without row security": (table(more=inside("policies: {p: id > 0}")), table()),
    "a policy that is called otherwise": (
        table(more=inside(SECURED) + inside("policies: {p: id > 0}")),
        table(more=inside(SECURED) + inside("policies: {q: id > 0}")),
    ),
    "a role that may do more": ("roles: {a: {}}\n" + table(), "roles: {a: {login: true}}\n" + table()),
    "a function of triggers": (
        "functions:\n  f(): {returns: trigger, language: plpgsql, body: begin return new; end}\n" + table(),
        table(),
    ),
    "the body of a function": (
        "functions:\n  f(a int): {returns: int, body: select 1}\n" + table(),
        "functions:\n  f(a int): {returns: int, body: select 2}\n" + table(),
    ),
    "one more argument with a default is another function, beside": (
        "functions:\n  f(a int): {returns: int, body: select 1}\n" + table(),
        "functions:\n  f(a int): {returns: int, body: select 1}\n"
        "  f(a int, b int = 1): {returns: int, body: select 1}\n" + table(),
    ),
    "a table more in a publication": (
        table() + f"  u: {{columns: {{{ID}}}}}\n" + PUBLISHED,
        table() + f"  u: {{columns: {{{ID}}}}}\n" + "publications: {changes: {tables: [t, u]}}\n",
    ),
    "a new column that a publication leaves out": (
        table() + "publications: {changes: {tables: [{table: t, columns: [id]}]}}\n",
        table("a: text?") + "publications: {changes: {tables: [{table: t, columns: [id]}]}}\n",
    ),
    "a namespace that takes its tables along": ("namespace: app\n" + table(), "namespace: app\n" + table()),
    "a trigger that is called otherwise": (
        table(more=inside("triggers: {a: before update execute suppress_redundant_updates_trigger()}")),
        table(more=inside("triggers: {b: before update execute suppress_redundant_updates_trigger()}")),
    ),
    "where a sequence starts": (
        "sequences: {s: {start: 1}}\n" + table(),
        "sequences: {s: {start: 5}}\n" + table(),
    ),
    "a partition more": (
        "tables: {t: {columns: {a: date}, partition_by: range (a), partitions: {p: default}}}",
        f"tables: {{t: {{columns: {{a: date}}, partition_by: range (a), partitions: {{p: default, {PARTITION}}}}}}}",
    ),
    "rows that stay longer": (
        "tables: {t: {columns: {a: date}, partition_by: range (a), partitions: {every: month, keep: 6}}}",
        "tables: {t: {columns: {a: date}, partition_by: range (a), partitions: {every: month, keep: 12}}}",
    ),
}


def test_views_of_a_column_are_named() -> None:
    """Who reads a column by way of a view meets its other type too."""
    view = "views: {v: select a from app.t, w: select id from app.t}\n"
    (item,) = judged(table("a: int") + view, table("a: bigint") + view).found
    assert item.notices == "code that reads or compares it; also by way of app.v"


@pytest.mark.parametrize("name", FOUND)
def test_found(name: str) -> None:
    """What breaks is found, of its classes, and nothing beside it."""
    before, after, expected = FOUND[name]
    assert said(before, after) == expected


@pytest.mark.parametrize("name", NOT_FOUND)
def test_not_found(name: str) -> None:
    """What breaks nothing is not found."""
    assert said(*NOT_FOUND[name]) == {}
