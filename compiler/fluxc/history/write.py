"""Writing files so that a kill, a full disk or a power cut leaves either the old or the new ones, never a part.

Several files are first written whole under temporary names, then a journal that tells which goes where is moved into
place, and only then are they renamed. Killed before the journal, the old files stand and `sweep` throws the temporary
ones away; killed after it, `sweep` does the remaining renames.
"""

from __future__ import annotations

import json
import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Final, cast

from fluxc.diagnostics import Diagnostic, OutsideError, Span

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

PREFIX: Final = ".fluxc-tmp-"
_JOURNAL: Final = f"{PREFIX}journal-"


def write_atomically(path: Path, text: str) -> None:
    """Replace a file by ``text``, keeping its mode; raises OutsideError `cannot-write`."""
    write_set({path: text})


def write_set(files: Mapping[Path, str | None], remade: Container[Path] = ()) -> None:
    """Write every file, None deleting it, so that all of it comes to be or none; raises OutsideError `cannot-write`.

    The files of ``remade``, which the next build makes again where they are damaged, need not outlast a power cut.
    Files that already hold their text are left alone. After a kill, `sweep` over a folder above finishes or undoes.
    """
    changed = {path: text for path, text in files.items() if not _holds(path, text)}
    moves: dict[Path, Path | None] = {}
    try:
        for path, text in changed.items():
            moves[path] = None if text is None else _staged(path, text.encode(), flush=path not in remade)
    except BaseException:
        _discard(moves.values())
        raise
    if len(moves) > 1:
        _finish(_journalled(moves), moves)
    else:
        _move(moves)


def sweep(folder: Path) -> None:
    """Finish the sets below ``folder`` that a kill interrupted, and delete temporary files; for one process at a time.

    Raises OutsideError `cannot-write` where a set cannot be finished; its files are kept for the next time.
    """
    for journal in sorted(folder.rglob(f"{_JOURNAL}*")):
        with suppress(ValueError):
            _finish(journal, _read_journal(journal))
    _discard(sorted(folder.rglob(f"{PREFIX}*")))


def _holds(path: Path, text: str | None) -> bool:
    try:
        if text is None:
            return not os.path.lexists(path)
        return path.read_bytes() == text.encode()
    except OSError:
        return False


def _staged(path: Path, data: bytes, *, flush: bool = True) -> Path:
    temporary = path.with_name(f"{PREFIX}{secrets.token_hex(8)}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        with os.fdopen(descriptor, "wb") as stream:
            with suppress(FileNotFoundError):
                os.fchmod(descriptor, stat.S_IMODE(path.stat().st_mode))
            stream.write(data)
            stream.flush()
            if flush:
                os.fsync(descriptor)
    except BaseException as error:
        _discard([temporary])
        if isinstance(error, OSError):
            raise _cannot_write(path, error) from error
        raise
    return temporary


def _journalled(moves: Mapping[Path, Path | None]) -> Path:
    folder = Path(os.path.commonpath([path.parent for path in moves]))
    lines = {
        os.path.relpath(path, folder): None if source is None else os.path.relpath(source, folder)
        for path, source in moves.items()
    }
    journal = folder / f"{_JOURNAL}{secrets.token_hex(8)}"
    try:
        staged = _staged(journal, json.dumps(lines).encode())
        staged.replace(journal)
        _sync_folders([journal])
    except BaseException as error:
        _discard([*moves.values(), journal])
        if isinstance(error, OSError):
            raise _cannot_write(journal, error) from error
        raise
    return journal


def _read_journal(journal: Path) -> dict[Path, Path | None]:
    """Return the moves of a journal; raises ValueError where a path leads out of the journal's folder."""
    lines: object = json.loads(journal.read_bytes())
    moves: dict[Path, Path | None] = {}
    for target, source in cast("dict[str, object]", lines if isinstance(lines, dict) else {}).items():
        temporary = None if source is None else _inside(journal.parent, str(source))
        if temporary is not None and not temporary.name.startswith(PREFIX):
            raise ValueError("no temporary file")
        moves[_inside(journal.parent, target)] = temporary
    return moves


def _inside(folder: Path, name: str) -> Path:
    pure = PurePath(name)
    path = folder / pure
    if pure.is_absolute() or ".." in pure.parts or not path.parent.resolve().is_relative_to(folder.resolve()):
        raise ValueError(f"{name} leads out of {folder}")
    return path


def _finish(journal: Path, moves: Mapping[Path, Path | None]) -> None:
    _move(moves)
    _discard([journal])


def _move(moves: Mapping[Path, Path | None]) -> None:
    for path, source in moves.items():
        try:
            _put(path, source)
        except OSError as error:
            raise _cannot_write(path, error) from error
    _sync_folders(moves)


def _put(path: Path, source: Path | None) -> None:
    if source is None:
        path.unlink(missing_ok=True)
    elif source.exists():
        source.replace(path)


def _sync_folders(paths: Iterable[Path]) -> None:
    for folder in {path.parent for path in paths}:
        with suppress(OSError):
            descriptor = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)


def _discard(paths: Iterable[Path | None]) -> None:
    for path in paths:
        if path is not None:
            with suppress(OSError):
                path.unlink(missing_ok=True)


def _cannot_write(path: Path, error: OSError) -> OutsideError:
    message = f"cannot write {path}: {error.strerror or error}"
    cure = "make room on the disk, or give this user the right to write there; nothing was left half-written"
    return OutsideError(Diagnostic("cannot-write", message, Span(str(path)), cure))
