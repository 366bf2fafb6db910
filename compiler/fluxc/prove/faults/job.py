"""What a runner in a process of its own is told, and what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from fluxc.run.apply import migrate
from fluxc.run.rollback import rollback

if TYPE_CHECKING:
    from fluxc.history.migration import History
    from fluxc.run.event import OnEvent

LENGTH: Final = 8
"""In how many bytes the length of a job stands before it."""


class Job(NamedTuple):
    """A run up, or ``back``, to the migration ``to``, which halts when it hears of ``halt``, an event and a step."""

    url: str
    history: History
    to: str
    back: bool = False
    halt: tuple[str, int] | None = None

    def run(self, on_event: OnEvent, wait: float = 10) -> None:
        """Run it in this process; raises what the runner raises."""
        if self.back:
            rollback(self.url, self.history, to=self.to, wait=wait, accept_loss=True, on_event=on_event)
        else:
            migrate(self.url, self.history, to=self.to, wait=wait, on_event=on_event)


class End(NamedTuple):
    """How a run ended: the code and message of what it raised, none where it went well.

    One that raised what no run should has the name of that as its code, and is ``clean`` no more.
    """

    code: str | None = None
    message: str = ""
    clean: bool = True

    @property
    def words(self) -> str:
        """What it raised."""
        return f"{self.code}: {self.message}" if self.code else "nothing"
