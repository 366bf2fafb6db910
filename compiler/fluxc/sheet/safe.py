"""Safer forms of statements that make others wait: the one table of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from fluxc.trace.measured import Measured


class _Form(NamedTuple):
    """What a statement does (a field of `Measured`), how it begins, and what to do in its place."""

    does: str
    words: re.Pattern[str]
    instead: str


def _form(does: str, words: str, instead: str) -> _Form:
    return _Form(does, re.compile(words.replace(" ", r"\s+"), re.IGNORECASE | re.DOTALL), instead)


_CONCURRENTLY: Final = "`create {}index concurrently` outside a transaction, which lets writes go on"
_NOT_VALID: Final = (
    "add it with `not valid` first, and `validate constraint` in a migration of its own, which lets reads and writes "
    "go on; in the schema `not_valid: true` for the first of the two"
)
_FORMS: Final = (
    _form("builds", r"reindex\b(?!.*\bconcurrently\b)", "`reindex … concurrently`, which lets writes go on"),
    _form("builds", r"create unique index (?!concurrently\b)", _CONCURRENTLY.format("unique ")),
    _form("builds", r"create index (?!concurrently\b)", _CONCURRENTLY.format("")),
    _form("rewrites", r"refresh materialized view (?!concurrently\b)", "`refresh materialized view concurrently`"),
    _form(
        "rewrites",
        r"alter table .*\bset data type\b|alter table .*\btype\b",
        "a new column of that type, filled in batches and kept by a trigger, takes the place of the old one at the end",
    ),
    _form(
        "rewrites",
        r"alter table .*\badd\b",
        "add the column without values, set its default, then fill the rows that are there in batches",
    ),
    _form("validates", r"alter table .*\badd\b.*\b(?:check|references|foreign key)\b", _NOT_VALID),
    _form(
        "validates",
        r"alter table .*\bset not null\b",
        "add the check that it is not null with `not valid`, validate that in a migration of its own, which lets reads "
        "and writes go on, then set not null: it takes the check for a proof; from PostgreSQL 18 on the not-null "
        "itself can be `not valid` first",
    ),
    _form(
        "validates",
        r"alter table .*\battach partition\b",
        "give the table a valid check that says the bounds of the partition first",
    ),
    _form(
        "builds",
        r"alter table .*\badd\b.*\b(?:unique|primary key)\b",
        "`create unique index concurrently` outside a transaction, then `add constraint … using index`",
    ),
    _form("updates", r"", "update in batches that are committed one by one"),
    _form("deletes", r"", "delete in batches that are committed one by one"),
)
APART: Final = "let what comes after it in this transaction be a migration of its own, so that the lock is held shortly"


def safe_form(cost: Measured, text: str) -> str | None:
    """Return what to do in place of a statement with this text, None where nothing better is known."""
    for form in _FORMS:
        if getattr(cost, form.does) and form.words.match(text):
            return form.instead
    return None
