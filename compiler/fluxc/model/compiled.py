"""What a schema folder means: the state it asks for, the intent of this edit, and the domains for the models."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from fluxc.model.state import Key, State

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fluxc.model.findings import Place
    from fluxc.model.presentation import Presentation
    from fluxc.model.seed import Seed
    from fluxc.project.timeouts import Timeouts


class MadeOf(NamedTuple):
    """The expression that a new column is made by, and those that tell columns that are gone, by their names."""

    expression: str
    back: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Intent:
    """How to get there, read once and never locked.

    ``was``: earlier paths of an object, newest first.  ``values_was``: for an enum, new value to old value.
    ``removed``: for an enum, a value that is gone to the one that rows with it get.
    ``using``, ``backfill``: canonical SQL expressions of a column.  ``made``: of what a column is made when it is new.
    ``online``: whether a table is in use while it is changed, where that is said.  ``phased``: the tables of which
    nothing may change under code that is running, nor be written anew.
    ``timeouts``: how long a step that changes a table may hold others up, where that is said.
    """

    was: Mapping[Key, tuple[tuple[str, ...], ...]] = field(default_factory=dict[Key, tuple[tuple[str, ...], ...]])
    values_was: Mapping[Key, Mapping[str, str]] = field(default_factory=dict["Key", "Mapping[str, str]"])
    using: Mapping[Key, str] = field(default_factory=dict[Key, str])
    backfill: Mapping[Key, str] = field(default_factory=dict[Key, str])
    removed: Mapping[Key, Mapping[str, str]] = field(default_factory=dict["Key", "Mapping[str, str]"])
    online: Mapping[tuple[str, ...], bool] = field(default_factory=dict[tuple[str, ...], bool])
    made: Mapping[Key, MadeOf] = field(default_factory=dict["Key", "MadeOf"])
    phased: frozenset[tuple[str, ...]] = frozenset()
    timeouts: Mapping[tuple[str, ...], Timeouts] = field(default_factory=dict["tuple[str, ...]", "Timeouts"])


class Domain(NamedTuple):
    """A part of the project: one generated module."""

    name: str
    namespace: str
    doc: str | None
    enums: tuple[Key, ...]
    tables: tuple[Key, ...]


class Compiled(NamedTuple):
    """A whole schema folder; ``places`` and ``seeds`` are those of the domains that were lowered for it.

    ``presentation`` is of those tables and columns that Python sees in a way of their own.
    """

    state: State
    intent: Intent
    domains: tuple[Domain, ...]
    places: Mapping[Key, Place]
    seeds: tuple[Seed, ...] = ()
    presentation: Mapping[Key, Presentation] = MappingProxyType({})
