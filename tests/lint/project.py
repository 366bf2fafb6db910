"""A schema in memory under the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.lint.check import check
from fluxc.model.load import load
from fluxc.project.lint import LintSettings
from fluxc.source import yaml
from fluxc.source.tree import DomainSource, Tree

if TYPE_CHECKING:
    from fluxc.lint.check import Linted

FILE = "schema/app.yaml"
SHARED = "schema/_shared.yaml"
NOTHING = LintSettings()


def linted(text: str, shared: str = "{}", settings: LintSettings = NOTHING) -> Linted:
    """Return what the rules say of a domain `app` of one file, beside a shared file."""
    document, other = yaml.read(FILE, text), yaml.read(SHARED, shared)
    compiled, found = load(Tree((DomainSource("app", (document,)),), (other,), ()), target=18)
    assert not found
    return check(compiled, (document, other), settings)


def codes(said: Linted) -> list[str]:
    """Return the codes of everything that is reported."""
    return [item.code for item in said.diagnostics]
