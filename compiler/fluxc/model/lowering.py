"""What drafts become: the objects made so far, with their places and what the edit intends."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Final

from fluxc.model import expression, names
from fluxc.model.draft import listed
from fluxc.model.table import Table

if TYPE_CHECKING:
    from fluxc.model.column import Column
    from fluxc.model.compiled import MadeOf
    from fluxc.model.findings import Findings, Place
    from fluxc.model.presentation import Presentation
    from fluxc.model.scope import Scope
    from fluxc.model.state import Key, Object
    from fluxc.model.types import Type
    from fluxc.project.timeouts import Timeouts


_NEWEST: Final = 18
_NEW_NUMBERS: Final = re.compile("[0-9](?:_[0-9]|[xob])", re.IGNORECASE)
_HINTS: Final = (
    *("numeric(", "numeric (", "dec(", "dec (", "decimal", "merge", " json", "json_", " local", "collate", "uuidv"),
    *("uuid_extract", "regexp_", "any_value", "pg_input", "random_normal", "array_sample", "array_shuffle"),
    *("to_bin", "to_oct", "xmltext", "casefold"),
)
"""What every text has in it, one or the other, that `newer` finds something in."""


@lru_cache(maxsize=16384)
def _may_be_newer(text: str) -> bool:
    folded = text.lower()
    return any(hint in folded for hint in _HINTS) or _NEW_NUMBERS.search(text) is not None


@dataclass(slots=True)
class Lowering:
    """The objects made so far, in order.

    ``owners`` are the columns, as written, that declared sequences are owned by.
    ``types`` remembers the type of a column by table path and name, ``plain`` a faultless column by domain and text.
    ``updating`` are the functions that assign columns on update.
    """

    scope: Scope
    objects: list[Object] = field(default_factory=list["Object"])
    places: dict[Key, Place] = field(default_factory=dict["Key", "Place"])
    was: dict[Key, tuple[tuple[str, ...], ...]] = field(default_factory=dict["Key", "tuple[tuple[str, ...], ...]"])
    using: dict[Key, str] = field(default_factory=dict["Key", str])
    backfill: dict[Key, str] = field(default_factory=dict["Key", str])
    removed: dict[Key, dict[str, str]] = field(default_factory=dict["Key", "dict[str, str]"])
    online: dict[tuple[str, ...], bool] = field(default_factory=dict[tuple[str, ...], bool])
    made: dict[Key, MadeOf] = field(default_factory=dict["Key", "MadeOf"])
    phased: set[tuple[str, ...]] = field(default_factory=set[tuple[str, ...]])
    timeouts: dict[tuple[str, ...], Timeouts] = field(default_factory=dict["tuple[str, ...]", "Timeouts"])
    owners: list[tuple[tuple[str, str], str, Place]] = field(default_factory=list["tuple[tuple[str, str], str, Place]"])
    updating: dict[Key, tuple[Object, Place]] = field(default_factory=dict["Key", "tuple[Object, Place]"])
    presentation: dict[Key, Presentation] = field(default_factory=dict["Key", "Presentation"])
    plain: dict[tuple[str, str], Column] = field(default_factory=dict["tuple[str, str]", "Column"])
    types: dict[tuple[tuple[str, ...], str], Type | None] = field(
        default_factory=dict["tuple[tuple[str, ...], str]", "Type | None"]
    )

    @property
    def findings(self) -> Findings:
        """Return where diagnostics go."""
        return self.scope.findings

    def add(self, item: Object, place: Place, was: str | list[str] | None = None) -> None:
        """Take an object in; a second one under the same key is an error."""
        key = item.key
        if key in self.places:
            other = self.places[key].span()
            message = f"{item.noun} {key.object} is there twice, also from {other.file}:{other.line}"
            self.findings.add("name-clash", message, place, "give one of them a `name` of its own")
            return
        self.objects.append(item)
        self.places[key] = place
        if was is not None:
            self.was[key] = tuple(self._earlier(item, name) for name in listed(was))

    def _earlier(self, item: Object, text: str) -> tuple[str, ...]:
        """Return the earlier path that ``was`` names: a name in the same place, or for a table ``domain.table``."""
        if "." in text and isinstance(item, Table):
            try:
                path = names.split_name(text)
            except ValueError:
                path = (text,)
            if len(path) == 2:
                return (self.scope.domains.get(path[0], path[0]), path[1])
        return (*item.place, text)

    def sql(self, text: str, domain: str, place: Place) -> str | None:
        """Return an expression in canonical spelling with casts to the project's enums qualified."""
        canonical = self.findings.sql(text, place)
        if canonical is None:
            return None
        self.known_to_target(canonical, place)
        if self.scope.functions:
            from fluxc.model.calls import with_calls  # many schemas declare no function

            canonical = with_calls(canonical, lambda path: self.scope.call(path, domain))
        if not self.scope.has_types:
            return canonical
        return expression.qualified_casts(canonical, lambda path: self.scope.type_sql(path, domain))

    def known_to_target(self, text: str, place: Place) -> None:
        """Record what in SQL needs a newer server than the project's target is."""
        if self.findings.target < _NEWEST and _may_be_newer(text):
            from fluxc.model.newer import newer  # most texts have nothing that could be

            for version, what in newer(text, {*chain(*self.scope.functions.values())}):
                self.findings.needs(version, what, place)

    def optional_name(self, name: str | None, noun: str, place: Place) -> str | None:
        """Return the name where one is given and is a legal one; record why it is not."""
        return name if name is not None and self.findings.name(name, noun, place) else None

    def name(self, name: str | None, derived: str, noun: str, place: Place) -> str:
        """Return the given name where it is a legal one, else the derived one."""
        if name is None or not self.findings.name(name, noun, place):
            return derived
        return name
