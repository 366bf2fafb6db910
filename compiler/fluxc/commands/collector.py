"""Python's care for memory, left out where a command makes much and throws nothing away."""

from __future__ import annotations

import contextlib
import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator


_kept: list[object] | None = None


def is_the_process() -> None:
    """Let what `keep` is given live until the process ends, which takes no time for it then."""
    global _kept  # the process has one life
    _kept = []


def keep(item: object) -> None:
    """Keep something large from being taken apart, where this process does nothing else afterwards."""
    if _kept is not None:
        _kept.append(item)


@contextlib.contextmanager
def no_collector() -> Generator[None]:
    """Leave out the search for reference cycles: what runs meanwhile leaves none behind that would be worth its time.

    What is alive afterwards is frozen, or else the first search would look at all of it.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.freeze()
            gc.enable()
