"""Every rule: what it finds, what it leaves alone, and that a reason silences it."""

from __future__ import annotations

from typing import Final

import pytest

from fluxc.lint.rule import all_rules
from tests.lint import schema_looks
from tests.lint.project import linted, only
from tests.lint.schema_looks import TABLE, USERS, Looks

OTHER: Final = "tables:\n  o: {columns: {a: int, b: int}, primary_key: [a, b]}\n"


RULES: Final = {
    **schema_looks.RULES,
    "missing-primary-key": Looks(
        found={
            "a table without a key": ("tables:\n  t: {columns: {a: text}}\n", 2),
            "unique is not enough": ("tables:\n  t: {columns: {a: text unique}}\n", 2),
        },
        not_found={
            "a column's": TABLE,
            "the table's": "tables: {t: {columns: {a: text, b: text}, primary_key: [a, b]}}\n",
            "a mixin's": "mixins: {m: {columns: {id: bigint primary key}}}\ntables: {t: {use: [m]}}\n",
        },
        suppressed="tables: {t: {columns: {a: text}, lint: {missing-primary-key: a log}}}\n",
    ),
    "unindexed-foreign-key": Looks(
        found={
            "a declined index": (USERS + "  t:\n    columns: {u: {references: {target: users, index: false}}}\n", 4),
            "an index that begins otherwise": (
                USERS + "  t:\n    columns: {a: text, u: {references: {target: users, index: false}}}\n"
                "    indexes: [[a, u]]\n",
                4,
            ),
            "an index of some rows": (
                USERS + "  t:\n    columns: {u: {references: {target: users, index: false}}}\n"
                "    indexes: [{on: u, where: u > 5}]\n",
                4,
            ),
            "an index that finds no equal keys": (
                USERS + "  t:\n    columns: {u: {references: {target: users, index: false}}}\n"
                "    indexes: [{on: u, using: brin}]\n",
                4,
            ),
            "several columns": (
                OTHER + "  t:\n    columns: {a: int, b: int}\n    indexes: [a]\n"
                "    foreign_keys:\n    - {columns: [a, b], references: o, index: false}\n",
                7,
            ),
        },
        not_found={
            "the index it brings": USERS + "  t: {columns: {u: -> users}}\n",
            "the primary key's": USERS
            + "  t: {columns: {u: {references: {target: users, index: false}}, a: int}, primary_key: [u, a]}\n",
            "one declared": USERS
            + "  t: {columns: {u: {references: {target: users, index: false}}}, indexes: [[u desc]]}\n",
            "one that leaves out nulls": USERS
            + "  t: {columns: {u: {nullable: true, references: {target: users, index: false}}},"
            " indexes: [{on: u, where: u is not null}]}\n",
            "a hash": USERS + "  t: {columns: {u: {references: {target: users, index: false}}},"
            " indexes: [{on: u, using: hash}]}\n",
            "a key that is not enforced": USERS
            + "  t: {columns: {u: {references: {target: users, index: false, enforced: false}}}}\n",
            "other order": OTHER + "  t: {columns: {a: int, b: int}, primary_key: [b, a],"
            " foreign_keys: [{columns: [a, b], references: o, index: false}]}\n",
        },
        suppressed=USERS + "  t:\n    columns:\n      u:\n        references: {target: users, index: false}\n"
        "        lint: {unindexed-foreign-key: users stay}\n",
    ),
    "nullable-foreign-key": Looks(
        found={
            "a nullable reference": (USERS + "  t:\n    columns:\n      u: -> users?\n", 5),
            "on delete cascade": (USERS + "  t:\n    columns:\n      u: -> users? on delete cascade\n", 5),
            "part of several": (
                OTHER + "  t:\n    columns: {a: int, b: int?}\n"
                "    foreign_keys:\n    - {columns: [a, b], references: o, on_delete: set null}\n",
                6,
            ),
        },
        not_found={
            "a required one": USERS + "  t: {columns: {u: -> users}}\n",
            "set null": USERS + "  t: {columns: {u: -> users? on delete set null}}\n",
            "match full": OTHER + "  t: {columns: {a: int, b: int?},"
            " foreign_keys: [{columns: [a, b], references: o, match: full, on_delete: set null}]}\n",
            "a tree": "tables: {t: {columns: {id: bigint primary key, up: -> t?}}}\n",
        },
        suppressed=USERS
        + "  t: {columns: {u: {references: users?, lint: {nullable-foreign-key: guests order too}}}}\n",
    ),
    "timestamp-without-time-zone": Looks(
        found={
            "short": (TABLE + "      at: timestamp = now()\n", 5),
            "long": (TABLE + "      at:\n        type: timestamp(3)\n", 6),
            "an array": (TABLE + "      at: timestamp[]\n", 5),
        },
        not_found={
            "with zone": TABLE + "      at: timestamptz\n      on: date\n      from: time\n      b: timestamptz(3)[]\n"
        },
        suppressed=TABLE
        + "      at: {type: timestamp, lint: {timestamp-without-time-zone: the time of an alarm clock}}\n",
    ),
    "varchar-without-need": Looks(
        found={
            "no length": (TABLE + "      a: varchar\n", 5),
            "an array": (TABLE + "      a: character varying[]?\n", 5),
            "255": (TABLE + "      a: varchar(255) unique\n", 5),
        },
        not_found={
            "a length": TABLE + "      a: varchar(64)\n      b: varchar(256)\n      c: text\n      d: char(255)\n",
            "a reference": "tables: {c: {columns: {code: {type: varchar(255), primary_key: true,"
            " lint: {varchar-without-need: given}}}}, t: {columns: {c: -> c}}}\n",
        },
        suppressed=TABLE + "      a: {type: varchar(255), lint: {varchar-without-need: the other system's limit}}\n",
    ),
    "small-primary-key": Looks(
        found={
            "integer": ("tables:\n  t:\n    columns:\n      id: int primary key identity\n", 4),
            "serial": ("tables:\n  t:\n    columns:\n      id: serial primary key\n", 4),
            "smallint, as the table's": ("tables:\n  t:\n    primary_key: id\n    columns:\n      id: smallint\n", 5),
        },
        not_found={
            "bigint": TABLE + "      n: integer\n",
            "several columns": "tables: {t: {columns: {a: int, b: int}, primary_key: [a, b]}}\n",
            "a reference": USERS + "  t: {columns: {n: -> users(n)}, primary_key: n}\n",
            "no number": "tables: {t: {columns: {id: uuid primary key}}}\n",
        },
        suppressed="tables: {t: {columns: {id: {type: smallint, primary_key: true,"
        " lint: {small-primary-key: there are 200 countries}}}}}\n",
    ),
    "missing-doc": Looks(
        found={
            "a table": ("tables:\n  t:\n    columns: {}\n", 2),
            "a column": ("tables:\n  t:\n    doc: Things.\n    columns:\n      a: text\n", 5),
            "an enum": ("enums:\n  e: [a]\n", 2),
            "a sequence": ("sequences:\n  s: {}\n", 2),
        },
        not_found={
            "described": "enums: {e: {values: [a], doc: Values.}}\n"
            "tables: {t: {doc: Things., columns: {a: {type: text, doc: One.}}}}\n",
        },
        suppressed="lint: {missing-doc: written elsewhere}\ntables: {t: {columns: {a: text}}}\n",
    ),
    "not-snake-case": Looks(
        found={
            "a table": ("tables:\n  Users: {columns: {}}\n", 2),
            "a column, not what is named after it": (
                (
                    "tables:\n  users:\n    columns:\n      userName: text unique\n    indexes: [userName desc]\n"
                    '    checks: ["\\"userName\\" <> \'\'"]\n'
                ),
                4,
            ),
            "a blank": ("tables:\n  users:\n    columns:\n      user name: text\n", 4),
            "a digit": ("tables:\n  users:\n    columns:\n      1st: text\n", 4),
            "an enum": ("enums:\n  Status: [A]\ntables: {}\n", 2),
            "a sequence": ("sequences:\n  S:\n", 2),
            "an exclusion constraint": (
                "tables:\n  t:\n    columns: {a: int4range}\n    exclude:\n      aRange: {on: [a with &&]}\n",
                5,
            ),
            "a namespace": ("doc: Things.\nnamespace: App\n", 2),
            "a check in a mapping": ("tables:\n  t:\n    columns: {a: int}\n    checks:\n      aCheck: a > 0\n", 5),
            "an index": ("tables:\n  t:\n    columns: {a: int}\n    indexes:\n    - on: a\n      name: aIndex\n", 6),
            "a reference": (
                TABLE + "      up:\n        references: {target: t, name: upKey}\n        nullable: true\n",
                6,
            ),
        },
        not_found={
            "snake case": TABLE + "      a_b_1: text\n      _a: text\n      größe: text\n",
            "an extension": "extensions: [uuid-ossp]\n",
            "enum values": "enums: {status: [Active, 'Not yet']}\n",
        },
        suppressed="tables: {t: {columns: {userName: {type: text, lint: {not-snake-case: an old client}}}}}\n",
    ),
    "unpartitioned-table": Looks(
        found={"large": ("tables:\n  t: {large: true, columns: {at: timestamptz}}\n", 2)},
        not_found={
            "small": "tables: {t: {columns: {at: timestamptz}}}\n",
            "said to be small": "tables: {t: {large: false, columns: {at: timestamptz}}}\n",
            "no time": "tables: {t: {large: true, columns: {at: 'timestamptz?', days: 'date[]'}}}\n",
            "partitioned": "tables: {t: {large: true, columns: {at: date}, partition_by: range (at)}}\n",
        },
        suppressed="tables: {t: {large: true, columns: {at: date}, lint: {unpartitioned-table: kept for ever}}}\n",
    ),
}
FOUND: Final = [(code, what) for code, rule in RULES.items() for what in rule.found]
NOT_FOUND: Final = [(code, what) for code, rule in RULES.items() for what in rule.not_found]


def test_every_rule_is_tried() -> None:
    """A new rule brings what it finds, what it does not, and a suppression."""
    assert sorted(RULES) == [code for code, rule in all_rules().items() if rule.kinds]
    assert all(all(rule) for rule in RULES.values())


@pytest.mark.parametrize("code", all_rules())
def test_a_rule_is_a_function_in_a_file_of_its_name(code: str) -> None:
    """Code, function and module say one name."""
    find = all_rules()[code].find
    assert find.__name__ == code.replace("-", "_")
    assert find.__module__ == f"fluxc.lint.rules.{find.__name__}"


@pytest.mark.parametrize(("code", "what"), FOUND)
def test_it_is_found_at_its_place(code: str, what: str) -> None:
    """One finding names the line, and says what to do."""
    text, line = RULES[code].found[what]
    (item,) = linted(text, settings=only(code)).diagnostics
    assert item.span is not None
    assert (item.code, item.span.line) == (code, line)
    assert item.help


@pytest.mark.parametrize(("code", "what"), NOT_FOUND)
def test_it_is_left_alone(code: str, what: str) -> None:
    """What is right is not found; a suppression in it that was needed would be reported as unused."""
    assert linted(RULES[code].not_found[what], settings=only(code)).diagnostics == ()


@pytest.mark.parametrize("code", RULES)
def test_a_reason_silences_it(code: str) -> None:
    """The finding is counted among the suppressed, with its reason."""
    said = linted(RULES[code].suppressed, settings=only(code))
    assert said.diagnostics == ()
    assert {item.diagnostic.code for item in said.suppressed} == {code}
    assert all(item.reason for item in said.suppressed)
