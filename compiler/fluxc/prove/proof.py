"""What was found out about a migration on a server."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fluxc.diagnostics import Diagnostic
    from fluxc.history.migration import Migration


class Truth(StrEnum):
    """What was tried on a server and found to be so."""

    UP = "up"
    """The state before, with the migration, is the state after as it is made from nothing."""
    PULL = "pull"
    """A pull of the state after says all that is in it."""
    DOWN = "down"
    """The state after, with the way back, is the state before."""
    AGAIN = "up again"
    """What the way back leaves takes the migration again, to the same end."""


@dataclass(frozen=True, slots=True)
class Proof:
    """The truths about a migration on a server of ``major``, and what is not true about it.

    Without findings it is proved; ``lacking`` says why it could not be tried, where it could not.
    """

    migration: Migration
    major: int
    truths: tuple[Truth, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    lacking: Diagnostic | None = None
    applied: bool = True
    """Whether the migration is applied, so that those behind it can be tried."""

    @property
    def proved(self) -> bool:
        """Whether everything that was to be tried was found to be so."""
        return not self.findings and self.lacking is None
