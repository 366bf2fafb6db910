"""What a protected database asks for before its migrations change it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from fluxc.diagnostics import Diagnostic
from fluxc.run.stop import Stopped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from fluxc.history.migration import Hazard, Migration

_NAMED: Final = 3


class Protection(NamedTuple):
    """The place that is protected, and what says why a migration may not be applied on a major version there.

    ``dangers`` says so of what is done under a name, by its hazards.
    """

    place: str
    refusals: Callable[[Migration, int], Iterable[Diagnostic]]
    dangers: Callable[[str, Iterable[Hazard]], Iterable[Diagnostic]]

    def check(self, migrations: Sequence[Migration], major: int, *, confirmed: bool) -> None:
        """Raise Stopped with everything that keeps migrations from being applied, or with the question to confirm."""
        if refused := [found for item in migrations for found in self.refusals(item, major)]:
            raise Stopped(refused)
        if not confirmed and (asked := self.question([item.name for item in migrations], "applied to")):
            raise Stopped(asked)

    def question(self, names: Sequence[str], what: str) -> tuple[Diagnostic, ...]:
        """Return what somebody has to confirm, nothing where there are no migrations."""
        if not names:
            return ()
        more = len(names) - _NAMED
        told = ", ".join(names[:_NAMED]) + (f" and {more} more" if more > 0 else "")
        message = f"{told} would be {what} {self.place}, which is protected"
        cure = "say that this is meant: confirm it on a terminal, or add --yes"
        return (Diagnostic("protected-environment", message, help=cure),)
