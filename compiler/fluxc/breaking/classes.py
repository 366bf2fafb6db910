"""The classes of breaking changes: who notices."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Class(StrEnum):
    """Who notices a change."""

    READ = "READ"
    WRITE = "WRITE"
    MODEL = "MODEL"
    STREAM = "STREAM"
    OPS = "OPS"


READ, WRITE, MODEL, STREAM, OPS = Class

MEANINGS: Final = {
    READ: "a query that worked fails, or gives something else",
    WRITE: "an insert, update, delete or call that worked is refused, or does something else",
    MODEL: "Python that imports the generated models meets other names, types or required fields",
    STREAM: "a subscriber of a declared publication stops, or misses something",
    OPS: "who runs the database meets other owners, roles, places, plans or maintenance",
}
