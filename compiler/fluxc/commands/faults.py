"""Faults beside the proofs of ``fluxc prove``: runs that are ended, and what certificates and JSON say of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import ExitStack

    from fluxc.history.migration import History
    from fluxc.prove.faults.resumed import Taken
    from fluxc.prove.proof import Proof
    from fluxc.server.borrowed import Borrowed
    from fluxc.server.scratch import Scratch

_MARK: Final = "faults: "


def faults_of(stack: ExitStack, server: Scratch | Borrowed, history: History) -> Callable[[Proof], Proof]:
    """Return what adds to the proof of a migration, in their order, what comes of ended runs.

    They have a server of their own, since it is restarted; one that is lent is not, and serves for both.
    """
    from fluxc.prove.faults.resumed import PLACES, PLACES_BACK, Faults  # few proofs ask for it
    from fluxc.server.scratch import Scratch, scratch_server

    own = stack.enter_context(scratch_server(server.engine)) if isinstance(server, Scratch) else server
    faults = stack.enter_context(Faults(own, history, PLACES, PLACES_BACK))

    def added(proof: Proof) -> Proof:
        if not proof.proved:
            return proof
        resumed = faults.resumed(proof.migration)
        return replace(proof, resumed=resumed, findings=(*proof.findings, *resumed.findings))

    return added


def faults_said(proof: Proof, was: str) -> Iterator[str]:
    """Yield what a certificate says of faults: what it said before, where none were tried now."""
    if proof.resumed is not None:
        yield f"{_MARK}{'; '.join(proof.resumed.words)}"
    else:
        yield from (line for line in was.splitlines() if line.startswith(_MARK))


def is_about_faults(line: str) -> bool:
    """Return whether a line of a certificate is what `faults_said` yields."""
    return line.startswith(_MARK)


def faults_json(proof: Proof) -> dict[str, Any] | None:
    """Return the documented JSON keys, none where no faults were tried."""
    resumed = proof.resumed
    if resumed is None:
        return None
    return {
        "there": _taken(resumed.there),
        "back": _taken(resumed.back),
        "faults": list(resumed.faults),
        "encounters": list(resumed.encounters),
        "resumed": not resumed.findings,
    }


def _taken(taken: Taken | None) -> dict[str, int] | None:
    return {"places": taken.of, "tried": taken.places} if taken else None
