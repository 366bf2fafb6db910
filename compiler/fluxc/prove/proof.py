"""What was found out about a migration on a server."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from fluxc.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fluxc.diagnostics import Diagnostic
    from fluxc.history.migration import Migration
    from fluxc.prove.faults.resumed import Resumed
    from fluxc.run.execute import ServerError
    from fluxc.trace.measured import Measured


ABOUT_ROLES: Final = re.compile(r"^-- [-+~>] role ", re.MULTILINE)
"""Found in the delta of a migration that changes roles, which are the server's and not the database's."""


class Truth(StrEnum):
    """What was tried on a server and found to be so."""

    UP = "up"
    """The state before, with the migration, is the state after as it is made from nothing."""
    PULL = "pull"
    """A pull of the state after says all that is in it."""
    ROWS = "rows"
    """Rows of every table that can have some come through, and come back where the way back is exact."""
    DOWN = "down"
    """The state after, with the way back, is the state before."""
    AGAIN = "up again"
    """What the way back leaves takes the migration again, to the same end."""


class Sample(NamedTuple):
    """The rows that were tried: how many in how many tables, and why others have none."""

    rows: int = 0
    tables: int = 0
    without: Mapping[str, str] = MappingProxyType({})


NO_ROWS: Final = Sample()


@dataclass(frozen=True, slots=True)
class Proof:
    """The truths about a migration on a server of ``major``, and what is not true about it.

    Without errors among the findings it is proved; ``lacking`` says why it could not be tried, where it could not.
    """

    migration: Migration
    major: int
    truths: tuple[Truth, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    lacking: Diagnostic | None = None
    sample: Sample = NO_ROWS
    costs: tuple[Measured, ...] = ()
    applied: bool = True
    """Whether the migration can be applied, so that those behind it can be tried."""
    refused: ServerError | None = None
    """What the server says where it cannot."""
    resumed: Resumed | None = None
    """What came of it where its runner was ended in the midst of it; none where that was not tried."""

    @property
    def proved(self) -> bool:
        """Whether everything that was to be tried was found to be so."""
        return self.lacking is None and all(item.severity is not Severity.ERROR for item in self.findings)
