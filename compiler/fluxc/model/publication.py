"""Publications of logical replication (manual, CREATE PUBLICATION)."""

from __future__ import annotations

from typing import ClassVar, Final, Literal

from pydantic import BaseModel, ConfigDict

from fluxc.model.attached import Apart

Published = Literal["insert", "update", "delete", "truncate"]

EVERYTHING: Final[tuple[Published, ...]] = ("insert", "update", "delete", "truncate")
"""What is published where nothing is said, in the server's order."""


class PublishedTable(BaseModel):
    """A table of a publication; no ``columns`` are all, they are sorted; ``where`` is canonical."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    path: tuple[str, ...]
    columns: tuple[str, ...] = ()
    where: str | None = None


class Publication(Apart):
    """A publication of the whole database; ``tables`` are sorted by path, ``namespaces`` by name.

    ``everything`` says that it is for all tables, ``stored`` that stored generated columns are published too.
    """

    kind: ClassVar[str] = "publication"
    noun: ClassVar[str] = "publication"
    parsed: ClassVar[bool] = True

    everything: bool = False
    tables: tuple[PublishedTable, ...] = ()
    namespaces: tuple[str, ...] = ()
    publish: tuple[Published, ...] = EVERYTHING
    via_root: bool = False
    stored: bool = False

    @property
    def plain(self) -> bool:
        """Return whether nothing is said beside its tables."""
        return self.publish == EVERYTHING and not self.via_root and not self.stored
