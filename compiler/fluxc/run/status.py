"""`status`: where a database stands; reads only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxc.history.verify import verify
from fluxc.run import ledger
from fluxc.run.apply import contradictions
from fluxc.run.decide import decide, recorded
from fluxc.run.failure import explained
from fluxc.run.waiting import until, waiting
from fluxc.server.connect import connect

if TYPE_CHECKING:
    from fluxc.diagnostics import Diagnostic
    from fluxc.history.migration import History
    from fluxc.run.waiting import Rule, Wait


@dataclass(frozen=True, slots=True)
class Status:
    """Ids of migrations: ``applied`` whole, in the order of application; ``missing`` in chain order, by half or wholly.

    ``wait`` is what is not to be applied yet, none of which is missing.
    ``pending`` is the folder's pending migration, ``stale`` are applied pendings that changed since, ``half`` those
    of which only some steps are applied, ``problems`` what keeps `migrate` from working at all.
    """

    applied: tuple[str, ...]
    missing: tuple[str, ...]
    wait: Wait | None
    pending: str | None
    stale: tuple[str, ...]
    half: tuple[str, ...]
    problems: tuple[Diagnostic, ...]

    @property
    def up_to_date(self) -> bool:
        """Whether the database holds all that code needs that goes with the folder."""
        behind = self.wait is not None and self.wait.behind
        return not (self.missing or self.stale or self.half or self.problems or behind)


def status(url: str, history: History, rule: Rule | None = None) -> Status:
    """Return where the database stands against the folder, where contracts wait by a rule; raises OutsideError."""
    with explained("reading the ledger"), connect(url, application_name="fluxc status") as connection:
        rows = ledger.read(connection)
        wait = waiting(connection, rows, history, rule)
    decision = decide(rows, history, wanted=until(history, wait))
    edited = [finding for migration in decision.refresh for finding in verify(migration)]
    pending = history.pending
    return Status(
        applied=tuple(item.id for item in recorded(rows).values() if item.whole),
        missing=tuple(work.migration.id for work in decision.to_apply),
        wait=wait,
        pending=pending[-1].id if pending else None,
        stale=tuple(item.id for item in decision.stale),
        half=tuple(item.id for item in decision.half),
        problems=(*contradictions(decision), *edited),
    )
