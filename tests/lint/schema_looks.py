"""What rules over indexes, references, policies and types meet in schemas; `test_rules` has the others."""

from __future__ import annotations

from typing import Final, NamedTuple


class Looks(NamedTuple):
    """What a rule meets: schemas with the one place that it finds, others, and one with a reason."""

    found: dict[str, tuple[str, int]]
    not_found: dict[str, str]
    suppressed: str


TABLE: Final = "tables:\n  t:\n    columns:\n      id: bigint primary key identity\n"
USERS: Final = "tables:\n  users: {columns: {id: bigint primary key identity, n: integer unique}}\n"
CHAIN: Final = "tables:\n  t0: {columns: {id: bigint primary key identity}}\n" + "".join(
    f"  t{n}: {{columns: {{id: bigint primary key identity, up: -> t{n - 1} on delete cascade}}}}\n"
    for n in range(1, 5)
)
CIRCLE: Final = (
    "tables:\n  a: {columns: {id: bigint primary key identity, b: -> b}}\n"
    "  b: {columns: {id: bigint primary key identity, c: -> c}}\n"
    "  c: {columns: {id: bigint primary key identity, a: -> a}}\n"
)
NOTES: Final = (
    "tables:\n  people: {columns: {id: bigint primary key identity}}\n"
    "  notes:\n    row_security: true\n    columns: {id: bigint primary key identity, owner_id: -> people}\n"
    "    policies: {own: owner_id = 5}\n"
)
FILES: Final = "  files:\n    columns: {id: bigint primary key identity, owner_id: -> people}\n"


def of_type(kind: str, *others: str, code: str) -> Looks:
    """Return what a rule about the type of a column meets."""
    return Looks(
        found={
            "short": (f"{TABLE}      a: {kind}\n", 5),
            "long": (f"{TABLE}      a:\n        type: {kind}\n", 6),
        },
        not_found={"others": TABLE + "".join(f"      c{n}: {other}\n" for n, other in enumerate(others))},
        suppressed=f"{TABLE}      a: {{type: {kind}, lint: {{{code}: as it came}}}}\n",
    )


RULES: Final = {
    "blank-padded-char": of_type("char(3)", "varchar(3)", "text", "'\"char\"'", code="blank-padded-char"),
    "json-without-operators": of_type("json", "jsonb", "text", code="json-without-operators"),
    "limited-varchar": of_type("varchar(80)", "varchar", "varchar(255)", "text", code="limited-varchar"),
    "money-type": of_type("money", "numeric(12, 2)", code="money-type"),
    "time-with-time-zone": of_type("timetz", "timestamptz", "time", code="time-with-time-zone"),
    "small-integer": of_type("smallint", "bigint", "numeric", code="small-integer"),
    "serial-column": of_type("bigserial", "bigint", "bigint identity", code="serial-column"),
    "zone-dependent-default": Looks(
        found={"a date": (TABLE + "      a: date = current_date\n", 5), "now": (TABLE + "      a: date = now()\n", 5)},
        not_found={
            "a moment": TABLE + "      a: timestamptz = now()\n",
            "a named zone": TABLE + "      a: date = (now() at time zone 'UTC')::date\n      b: date = '2026-01-01'\n",
        },
        suppressed="lint: {zone-dependent-default: one zone}\n" + TABLE + "      a: date = now()\n",
    ),
    "constrained-domain": Looks(
        found={
            "a check": ("domain_types:\n  d:\n    type: text\n    checks: [value <> '']\n", 2),
            "no null": ("domain_types:\n  d: {type: text, not_null: true}\n", 2),
        },
        not_found={"none": "domain_types: {d: text}\n"},
        suppressed="lint: {constrained-domain: for ever}\ndomain_types: {d: {type: text, not_null: true}}\n",
    ),
    "enum-for-rows": Looks(
        found={"an enum": ("enums:\n  e: [a]\n", 2)},
        not_found={"none": TABLE},
        suppressed="enums: {e: {values: [a], lint: {enum-for-rows: for ever}}}\n",
    ),
    "wide-index": Looks(
        found={"four": (TABLE + "      a: int\n      b: int\n      c: int\n    indexes:\n    - [a, b, c, id]\n", 9)},
        not_found={
            "three": TABLE + "      a: int\n      b: int\n    indexes: [[a, b, id]]\n",
            "unique": TABLE + "      a: int\n      b: int\n      c: int\n    unique: [[a, b, c, id]]\n",
            "included": TABLE
            + "      a: int\n      b: int\n      c: int\n    indexes: [{on: [a], include: [b, c, id]}]\n",
        },
        suppressed=TABLE + "      a: int\n      b: int\n      c: int\n"
        "    indexes: [{on: [a, b, c, id], lint: {wide-index: one report}}]\n",
    ),
    "redundant-index": Looks(
        found={
            "the first columns": (TABLE + "      a: int\n    indexes:\n    - a\n    - [a, id]\n", 7),
            "the same": (TABLE + "      a: int\n    indexes:\n    - {on: a, name: x}\n    - {on: a, name: y}\n", 8),
            "a key's": (TABLE + "    indexes:\n    - id\n", 6),
        },
        not_found={
            "others": TABLE
            + "      a: int\n    indexes: [a, [id, a], {on: [a], where: a > 0, name: x}, [a desc, id]]\n",
            "a reference's": USERS + "  t: {columns: {id: bigint primary key, u: -> users}, indexes: [[u, id]]}\n",
        },
        suppressed=TABLE + "    indexes: [{on: id, lint: {redundant-index: smaller}}]\n",
    ),
    "mismatched-foreign-key": Looks(
        found={
            "integer for bigint": (
                USERS + "  t:\n    columns: {u: integer}\n    foreign_keys:\n    - {columns: u, references: users}\n",
                6,
            )
        },
        not_found={
            "the same": USERS + "  t: {columns: {a: -> users, b: -> users(n)}}\n",
            "lengths": "tables:\n  c: {columns: {code: varchar(5) primary key}}\n"
            "  t: {columns: {c: text}, foreign_keys: [{columns: c, references: c}]}\n",
        },
        suppressed=USERS + "  t: {columns: {u: integer}, foreign_keys: [{columns: u, references: users,"
        " lint: {mismatched-foreign-key: few}}]}\n",
    ),
    "unfixed-search-path": Looks(
        found={
            "a function": (
                "functions:\n  f: {returns: void, security_definer: true, body: select}\n",
                2,
            )
        },
        not_found={
            "set": "functions: {f: {returns: void, security_definer: true, body: select,"
            " set: {search_path: pg_catalog}}}\n",
            "an invoker": "functions: {f: {returns: void, body: select}}\n",
        },
        suppressed="lint: {unfixed-search-path: trusted}\n"
        "functions: {f: {returns: void, security_definer: true, body: select}}\n",
    ),
    "view-past-row-security": Looks(
        found={"a view": (NOTES + "views:\n  v: select id from app.notes\n", 8)},
        not_found={
            "as its reader": NOTES + "views: {v: {query: select id from app.notes, security_invoker: true}}\n",
            "another table": NOTES + "views: {v: select id from app.people}\n",
        },
        suppressed="lint: {view-past-row-security: counts alone}\n" + NOTES + "views: {v: select id from app.notes}\n",
    ),
    "row-security-without-policy": Looks(
        found={"no policy": ("tables:\n  t:\n    row_security: true\n    columns: {id: bigint primary key}\n", 3)},
        not_found={"a policy": NOTES, "no row security": TABLE},
        suppressed="tables: {t: {row_security: true, columns: {id: bigint primary key},"
        " lint: {row-security-without-policy: of its owner}}}\n",
    ),
    "row-security-not-forced": Looks(
        found={"not forced": (NOTES, 4)},
        not_found={"forced": NOTES.replace("true", "forced"), "none": TABLE},
        suppressed="lint: {row-security-not-forced: owned by another}\n" + NOTES,
    ),
    "idle-policy": Looks(
        found={"no row security": (NOTES.replace("true", "false"), 6)},
        not_found={"row security": NOTES},
        suppressed="lint: {idle-policy: comes later}\n" + NOTES.replace("true", "false"),
    ),
    "table-past-policies": Looks(
        found={"the same reference": (NOTES + FILES, 7)},
        not_found={
            "its own policy": NOTES + FILES + "    row_security: true\n    policies: {own: owner_id = 5}\n",
            "another column": NOTES + FILES.replace("owner_id", "maker_id"),
            "no policy by it": (NOTES + FILES).replace("own: owner_id = 5", "own: id = 5"),
        },
        suppressed=NOTES + FILES + "    lint: {table-past-policies: for everybody}\n",
    ),
    "deep-cascade": Looks(
        found={
            "four tables": (CHAIN, 3),
            "a tree": ("tables:\n  t: {columns: {id: bigint primary key, up: -> t? on delete cascade}}\n", 2),
        },
        not_found={
            "three tables": "\n".join(CHAIN.split("\n")[:-2]),
            "cut": CHAIN.replace("t2 on delete cascade", "t2"),
            "another tree": "tables:\n  t: {columns: {id: bigint primary key, up: -> t?}}\n",
        },
        suppressed="lint: {deep-cascade: all small}\n" + CHAIN,
    ),
    "circular-reference": Looks(
        found={"three tables": (CIRCLE, 2)},
        not_found={
            "a null": CIRCLE.replace("-> c", "-> c?"),
            "deferred": CIRCLE.replace("c: -> c", "c: {references: {target: c, deferrable: true}}"),
            "itself": "tables:\n  t: {columns: {id: bigint primary key, up: -> t}}\n",
        },
        suppressed="lint: {circular-reference: loaded by hand}\n" + CIRCLE,
    ),
}
