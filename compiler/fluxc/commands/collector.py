"""Python's search for reference cycles, left out where a command makes much and throws nothing away."""

from __future__ import annotations

import contextlib
import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator


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
