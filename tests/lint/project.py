"""A schema in memory under the rules."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from fluxc.diagnostics import Severity, Span
from fluxc.lint.check import check
from fluxc.lint.rule import all_rules
from fluxc.lint.sql.check import check_sql
from fluxc.lint.sql.source import Source
from fluxc.model.load import load
from fluxc.project.lint import LintSettings, Setting
from fluxc.source import yaml
from fluxc.source.tree import DomainSource, Tree

if TYPE_CHECKING:
    from fluxc.lint.check import Linted
    from fluxc.lint.sql.types import ColumnTypes

FILE = "schema/app.yaml"
SHARED = "schema/_shared.yaml"
NOTHING = LintSettings()
TODAY: Final = date(2026, 6, 1)


def linted(text: str, shared: str = "{}", settings: LintSettings = NOTHING, pending: tuple[Source, ...] = ()) -> Linted:
    """Return what the rules say of a domain `app` of one file, beside a shared file and pending migrations."""
    document, other = yaml.read(FILE, text), yaml.read(SHARED, shared)
    compiled, found = load(Tree((DomainSource("app", (document,)),), (other,), ()), target=18)
    assert not found
    return check(compiled, (document, other), settings, TODAY, pending)


def linted_sql(
    text: str, settings: LintSettings = NOTHING, *, wrapped: bool = False, types: ColumnTypes | None = None
) -> Linted:
    """Return what the rules say of a script."""
    return check_sql([Source("m.sql", text, wrapped, types=types)], settings, TODAY)


def codes(said: Linted) -> list[str]:
    """Return the codes of everything that is reported."""
    return [item.code for item in said.diagnostics]


def only(code: str) -> LintSettings:
    """Return the settings under which no other rule is on."""
    nowhere = Span("fluxc.toml")
    levels = (Setting(other, Severity.ERROR if other == code else None, nowhere) for other in all_rules())
    return LintSettings(tuple(levels))
