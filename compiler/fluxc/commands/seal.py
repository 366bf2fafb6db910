"""``fluxc seal``: a pending migration becomes one that is never rewritten, and the lock moves forward."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxc.diagnostics import InputError, Severity
from fluxc.history.delta import replay
from fluxc.history.folder import read_folder
from fluxc.history.lock import lock_text
from fluxc.history.seal import said_id, stamp
from fluxc.history.seal import seal as sealed_text
from fluxc.history.write import sweep, write_set

if TYPE_CHECKING:
    from pathlib import Path

    from fluxc.project.layout import Layout


@dataclass(frozen=True, slots=True)
class Sealed:
    """The names of the migrations that were sealed."""

    names: tuple[str, ...]


def seal(layout: Layout) -> Sealed:
    """Seal what is pending, as it stands in its files; raises InputError where the folder is not in order."""
    if layout.out.is_dir():
        sweep(layout.out)
    history, findings = read_folder(layout.out, layout.root)
    # statements edited by hand are what sealing as it is means
    wrong = [item for item in findings if item.severity is Severity.ERROR and item.code != "pending-edited"]
    if wrong:
        raise InputError(wrong)
    if not history.pending:
        return Sealed(())
    files: dict[Path, str | None] = {}
    parent = None
    for migration in history.pending:  # one that was edited by hand has another id, which those behind it say
        up, down = stamp(migration.text, migration.down.text, parent)
        parent = said_id(up)
        files |= {layout.root / migration.file: sealed_text(up), layout.root / migration.down_file: down}
    files[layout.lock] = lock_text(replay(history.migrations))
    write_set(files)
    return Sealed(tuple(migration.name for migration in history.pending))
