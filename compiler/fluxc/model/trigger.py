"""Triggers of tables and views (manual, CREATE TRIGGER)."""

from __future__ import annotations

from typing import ClassVar, Final, Literal

from fluxc.model.attached import Attached
from fluxc.model.expression import identifiers

Timing = Literal["before", "after", "instead of"]
Event = Literal["insert", "update", "delete", "truncate"]
Firing = Literal["origin", "disabled", "replica", "always"]

EVENTS: Final[tuple[Event, ...]] = ("insert", "update", "delete", "truncate")
"""Every event, in the order in which a trigger lists its own."""

BUILT_IN: Final = frozenset(
    {"suppress_redundant_updates_trigger", "tsvector_update_trigger", "tsvector_update_trigger_column"}
)
"""The functions for triggers that the server brings."""


class Trigger(Attached):
    """A trigger of a table or a view, under its path.

    ``columns`` are those of ``update of``; ``condition`` is canonical. ``function`` is a qualified name, or a
    plain one that the server finds. ``source`` is the table that a constraint trigger says it is ``from``; ``fires``
    says in which kind of session.
    """

    kind: ClassVar[str] = "trigger"
    noun: ClassVar[str] = "trigger"
    parsed: ClassVar[bool] = True

    timing: Timing
    events: tuple[Event, ...]
    columns: tuple[str, ...] = ()
    row: bool = True
    condition: str | None = None
    function: tuple[str, ...]
    arguments: tuple[str, ...] = ()
    old_table: str | None = None
    new_table: str | None = None
    constraint: bool = False
    deferrable: bool = False
    deferred: bool = False
    source: tuple[str, ...] = ()
    fires: Firing = "origin"

    @property
    def seen(self) -> frozenset[str]:
        """Return the columns of ``old`` and of ``new`` that the condition looks at."""
        if self.condition is None:
            return frozenset()
        rows = frozenset[str]().union(*(identifiers(self.condition, row) for row in ("old", "new")))
        return rows - identifiers(self.condition)  # what stands alone is no column of either

    @property
    def texts(self) -> tuple[str, ...]:
        """Return the condition, where there is one."""
        return (self.condition,) if self.condition is not None else ()

    @property
    def looks_around(self) -> bool:
        """Return whether the function or something in the condition goes by its bare name."""
        return len(self.function) == 1 or super().looks_around
