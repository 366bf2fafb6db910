"""Two schemas in memory under the rules."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from fluxc.breaking.check import check
from fluxc.breaking.comparison import Comparison, Side
from fluxc.model.load import load
from fluxc.project.breaking import CLASSES
from fluxc.project.config import ModelSettings
from fluxc.source import yaml
from fluxc.source.tree import DomainSource, Tree

if TYPE_CHECKING:
    from collections.abc import Collection

    from fluxc.breaking.check import Judged
    from fluxc.model.state import Key
    from fluxc.project.breaking import Ignore

TODAY: Final = date(2026, 11, 27)
PLAIN: Final = ModelSettings()


def side(text: str, models: ModelSettings = PLAIN) -> Side:
    """Return a schema of a domain `app` of one file, which compiles."""
    document = yaml.read("schema/app.yaml", text)
    compiled, found = load(Tree((DomainSource("app", (document,)),), (), ()), target=18)
    assert not found, found

    def span(key: Key) -> None:
        del key

    return Side(compiled, models, span)


def judged(before: str, after: str, ignores: Collection[Ignore] = (), classes: Collection[str] = CLASSES) -> Judged:
    """Return what breaks between two such schemas."""
    return check(Comparison.of(side(before), side(after)), classes, ignores, TODAY)


def said(before: str, after: str) -> dict[str, str]:
    """Return the codes and objects of what breaks, with the first letters of the classes."""
    return {
        f"{item.code} {item.object}": "".join(name[0] for name in item.classes) for item in judged(before, after).found
    }
