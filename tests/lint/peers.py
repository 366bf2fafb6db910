"""What the rules of other tools are called here: the data of docs/rules/peers.md."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tests.lint import squawk
from tests.lint.squawk import Breaks

if TYPE_CHECKING:
    from tests.lint.squawk import Answer

NO_RAILS: Final = "written for an application framework: SQL is looked at here, whoever wrote it"
MYSQL: Final = "about MySQL"

STRONG_MIGRATIONS: Final[dict[str, Answer]] = {
    "add_check_constraint": ("validating-check",),
    "add_check_constraint_mysql": MYSQL,
    "add_column_auto_incrementing": ("rewriting-serial-column",),
    "add_column_default": ("rewriting-default",),
    "add_column_default_callable": NO_RAILS,
    "add_column_generated_stored": ("rewriting-generated-column",),
    "add_column_json": ("json-without-operators",),
    "add_exclusion_constraint": ("blocking-exclusion-constraint",),
    "add_foreign_key": ("validating-foreign-key",),
    "add_foreign_key_mysql": MYSQL,
    "add_index": ("blocking-index-build",),
    "add_index_columns": ("wide-index",),
    "add_index_corruption": "about 14.0 to 14.3; a file does not tell the minor version of the server that it is for",
    "add_reference": ("blocking-index-build", "validating-foreign-key", "unindexed-foreign-key"),
    "add_unique_constraint": ("blocking-unique-constraint",),
    "change_column": ("rewriting-type-change",),
    "change_column_constraint": ("rewriting-type-change",),
    "change_column_default": "about inserts that name every column; SQL without the code does not tell",
    "change_column_null": ("unbounded-write",),
    "change_column_null_mysql": MYSQL,
    "change_column_null_postgresql": ("blocking-not-null",),
    "change_column_with_not_null": ("not-null-with-type-change",),
    "change_table": NO_RAILS,
    "copy_algorithm": MYSQL,
    "create_table": ("dropped-table",),
    "execute": ("opaque-statement",),
    "lock_option": MYSQL,
    "remove_column": ("dropped-column",),
    "remove_index": ("blocking-index-drop",),
    "rename_column": ("renamed-column",),
    "rename_enum_value": ("renamed-enum-value",),
    "rename_schema": ("renamed-schema",),
    "rename_table": ("renamed-table",),
    "validate_check_constraint": ("validating-under-lock",),
    "validate_foreign_key": ("validating-under-lock",),
}
PG_SCHEMA_DIFF: Final[dict[str, Answer]] = {
    "ACQUIRES_ACCESS_EXCLUSIVE_LOCK": (
        "blocking-index-drop",
        "blocking-not-null",
        "validating-check",
        "rewriting-type-change",
        "rewriting-default",
    ),
    "ACQUIRES_SHARE_LOCK": ("blocking-index-build",),
    "ACQUIRES_SHARE_ROW_EXCLUSIVE_LOCK": ("validating-foreign-key",),
    "AUTHZ_UPDATE": ("access-change",),
    "CORRECTNESS": "says of a plan that results may change; a migration of fluxc says it by its hazards",
    "DELETES_DATA": ("dropped-column", "dropped-table", "dropped-database", "cascading-drop", "truncate-cascade"),
    "HAS_UNTRACKABLE_DEPENDENCIES": "what depends on what is asked of the server, by `fluxc prove`",
    "IMPACTS_DATABASE_PERFORMANCE": ("rewriting-type-change", "rewriting-storage", "rewriting-vacuum"),
    "INDEX_BUILD": ("blocking-index-build",),
    "INDEX_DROPPED": ("blocking-index-drop", "gap-between-indexes"),
    "IS_USER_GENERATED": "about its own plans; all SQL is looked at alike here",
    "UPGRADING_EXTENSION_VERSION": ("extension-update",),
}
EUGENE: Final[dict[str, Answer]] = {
    "E1": ("validating-check", "validating-foreign-key"),
    "E2": ("blocking-not-null",),
    "E3": ("json-without-operators",),
    "E4": ("slow-work-under-lock",),
    "E5": ("rewriting-type-change",),
    "E6": ("blocking-index-build",),
    "E7": ("blocking-unique-constraint",),
    "E8": ("blocking-exclusion-constraint",),
    "E9": ("missing-lock-timeout",),
    "E10": ("rewriting-type-change", "rewriting-default", "rewriting-storage"),
    "E11": ("rewriting-serial-column", "rewriting-generated-column"),
    "W12": ("foldable-alter-table",),
    "W13": ("enum-for-rows",),
    "W14": ("scanning-primary-key",),
    "E15": ("unindexed-foreign-key",),
}
OTHERS: Final[dict[str, Answer]] = {
    "online_migrations: replacing an index": ("gap-between-indexes",),
    "online_migrations: types of foreign keys": ("mismatched-foreign-key",),
    "online_migrations: several foreign keys": ("several-foreign-keys",),
    "online_migrations: dropping a table with foreign keys": ("dropped-table",),
    "online_migrations: short primary keys": ("small-primary-key",),
    "online_migrations: hash indexes": "about servers older than PostgreSQL 10",
    "Atlas: non-linear history": "no rule but errors of every command: `two-heads`, `duplicate-number`",
    "Atlas: naming policy": ("not-snake-case",),
    "Atlas: data-dependent changes": ("column-needs-value", "blocking-not-null", "blocking-unique-constraint"),
    "Atlas: backward-incompatible changes": ("dropped-column", "dropped-table", "renamed-column", "renamed-table"),
    "Atlas: custom rules": "rules are part of fluxc",
}
PEERS: Final[dict[str, dict[str, Answer]]] = {
    "squawk": squawk.RULES,
    "strong_migrations": STRONG_MIGRATIONS,
    "pg-schema-diff": PG_SCHEMA_DIFF,
    "eugene": EUGENE,
    "Others": OTHERS,
}
HEAD: Final = """# Rules of other tools

What the rules and hazards of other tools are called here, by what they mean.
A rule of fluxc may find more or less than its peer: its page tells.
This page is made from tests/lint/peers.py by `make goldens`.
"""
OURS: Final = """
## squawk over migrations of fluxc

What squawk finds in migrations that fluxc writes, and why they are written so all the same. It looks at the text alone;
fluxc plans knowing the state before, proves what it plans, and names in the header what it costs (`-- hazard:`).
tests/lint/test_squawk.py runs it over every migration of the cases and holds this list against what it finds.

| rule | why |
| --- | --- |
"""


def page() -> str:
    """Return the page."""
    tools = "".join(_section(tool, rules) for tool, rules in PEERS.items())
    ours = "".join(f"| `{rule}` | {why} |\n" for rule, why in squawk.OURS.items())
    return HEAD + tools + OURS + ours


def _section(tool: str, rules: dict[str, Answer]) -> str:
    rows = "".join(
        f"| {name if tool == 'Others' else f'`{name}`'} | {_answer(said)} |\n" for name, said in rules.items()
    )
    return f"\n## {tool}\n\n| there | here |\n| --- | --- |\n{rows}"


def _answer(said: Answer) -> str:
    if isinstance(said, str):
        return f"Not a rule here: {said}"
    if isinstance(said, Breaks):
        codes = ", ".join(f"[`{code}`](../breaking/{code}.md)" for code in said.codes)
        return f"Not a rule here, but what [`fluxc breaking`](../commands.md#fluxc-breaking) says of a schema: {codes}"
    return ", ".join(f"[`{code}`]({code}.md)" for code in said)
