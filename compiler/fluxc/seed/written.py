"""What writing seeds did, or with a dry run would do."""

from __future__ import annotations

from dataclasses import dataclass

from fluxc.diagnostics import Diagnostic
from fluxc.model.names import qualified


@dataclass(slots=True)
class Written:
    """What became of the rows of one table."""

    table: tuple[str, ...]
    inserted: int = 0
    updated: int = 0
    deleted: int = 0

    @property
    def changed(self) -> bool:
        """Return whether anything was written."""
        return bool(self.inserted or self.updated or self.deleted)


@dataclass(frozen=True, slots=True)
class Seeded:
    """What a run did: ``tables`` in the order of writing, ``along`` counts rows that went with those deleted."""

    tables: tuple[Written, ...] = ()
    along: tuple[tuple[tuple[str, ...], int], ...] = ()
    dry_run: bool = False

    def losses(self) -> tuple[Diagnostic, ...]:
        """Return `seed-deletes-rows` for each table that loses rows."""
        cure = "declare them, or say that they may go: confirm it on a terminal, or add --yes"
        own = [(item.table, item.deleted, "that the schema does not declare") for item in self.tables if item.deleted]
        more = [(table, count, "that go with rows of other tables") for table, count in self.along]
        return tuple(
            Diagnostic(
                "seed-deletes-rows",
                f"seeding would delete {count} row{'' if count == 1 else 's'} of {qualified(*table)} {which}",
                help=cure,
            )
            for table, count, which in (*own, *more)
        )


class Loses(Exception):  # noqa: N818  # nothing is wrong: somebody has to decide
    """Nothing was written, since rows would be deleted; ``seeded`` says which."""

    def __init__(self, seeded: Seeded) -> None:
        self.seeded = seeded
        super().__init__("rows would be deleted")
