"""Reading ``out/migrations`` into a history."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final, TypeVar

from fluxc.diagnostics import Diagnostic, InputError, OutsideError, Span
from fluxc.history.chain import in_order
from fluxc.history.header import from_the_future
from fluxc.history.migration import Down, History, Migration, Up
from fluxc.history.parse import FILE_NAME, parse_down, parse_up
from fluxc.history.verify import verify as verified

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

MAX_BYTES: Final = 256 * 1024 * 1024
Parsed = TypeVar("Parsed", Up, Down)


def read_folder(out: Path, root: Path, *, verify: bool = True) -> tuple[History, tuple[Diagnostic, ...]]:
    """Return the migrations below ``out`` and everything that is wrong with them; file names are relative to ``root``.

    Without ``verify`` no statement is lexed, so edited statements are not found: `fluxc.history.verify` finds them.
    Raises OutsideError where the disk refuses.
    """
    reader = _Reader(out / "migrations", root)
    migrations = list(reader.migrations())
    order, findings = in_order(migrations)
    if verify:
        findings += tuple(finding for migration in order for finding in verified(migration))
    return History(order), (*reader.findings, *findings)


class _Reader:
    """One pass over the folder; gathers what cannot be read."""

    def __init__(self, folder: Path, root: Path) -> None:
        self.folder = folder
        self.root = root
        self.findings: list[Diagnostic] = []

    def migrations(self) -> Iterator[Migration]:
        names = self._names()
        ups = sorted(name for name in names if not name.endswith(".down.sql"))
        for name in ups:
            down_name = name.removesuffix(".sql") + ".down.sql"
            if down_name not in names:
                self._missing(name, down_name)
            elif (up := self._parsed(name, parse_up)) and (down := self._parsed(down_name, parse_down, up)):
                yield from self._paired(up, down)
        for name in sorted(names - set(ups)):
            if name.removesuffix(".down.sql") + ".sql" not in names:
                self._stray(name)

    def _names(self) -> set[str]:
        try:
            names = {entry.name for entry in os.scandir(self.folder) if entry.name.endswith(".sql")}
        except FileNotFoundError:
            return set()
        except OSError as error:
            raise OutsideError(unreadable(self._shown(""), error)) from error
        names = {name for name in names if not name.startswith(".")}
        misnamed = {name for name in names if not FILE_NAME.fullmatch(name)}
        for name in sorted(misnamed):
            self._misnamed(name, f"{self._shown(name)} is not named like a migration", "name it NUMBER_words.sql")
        return names - misnamed

    def _parsed(self, name: str, parse: Callable[[bytes, str], Parsed], up: Up | None = None) -> Parsed | None:
        file = self._shown(name)
        try:
            parsed = parse(read_bytes(self.folder / name, file), file)
        except InputError as error:
            newer = from_the_future(up.text, up.file) if up else None
            self.findings += [newer] if newer else error.diagnostics
            return None
        if parsed.name == name.removesuffix(".sql").removesuffix(".down"):
            return parsed
        message = f"{file} says in its first line that it is {parsed.name}"
        self._misnamed(name, message, f"rename the file and its down to {parsed.name}, or restore the line")
        return None

    def _paired(self, up: Up, down: Down) -> Iterator[Migration]:
        undone = {number for step in down.steps for number in step.undoes}
        if down.id != up.id:
            message = f"{down.file} is the down of {down.id}, not of {up.id}"
        elif down.steps and undone != {step.number for step in up.steps}:
            message = f"{down.file} does not undo the {len(up.steps)} steps of {up.file} one by one"
        else:
            yield Migration.of(up, down)
            return
        cure = f"restore both files from version control: git checkout -- {up.file} {down.file}"
        self.findings.append(Diagnostic("foreign-down", message, Span(down.file, 1), cure))

    def _missing(self, name: str, down_name: str) -> None:
        message = f"{self._shown(name)} has no down: {self._shown(down_name)} is missing"
        cure = f"restore it from version control: git checkout -- {self._shown(down_name)}"
        self.findings.append(Diagnostic("missing-down", message, Span(self._shown(name)), cure))

    def _stray(self, name: str) -> None:
        message = f"{self._shown(name)} is the down of a migration that is missing"
        cure = "restore the migration from version control, or delete this file"
        self.findings.append(Diagnostic("missing-migration", message, Span(self._shown(name)), cure))

    def _misnamed(self, name: str, message: str, cure: str) -> None:
        self.findings.append(Diagnostic("misnamed-migration", message, Span(self._shown(name), 1), cure))

    def _shown(self, name: str) -> str:
        return shown(self.folder / name, self.root)


def shown(path: Path, root: Path) -> str:
    """Return ``path`` as messages name it: relative to ``root`` where it lies below, with forward slashes."""
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()


def read_bytes(path: Path, file: str) -> bytes:
    """Return the bytes of a file; raises InputError when it is too large, OutsideError when the disk refuses."""
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise OutsideError(unreadable(file, error)) from error
    if len(data) > MAX_BYTES:
        message = f"{file} is larger than {MAX_BYTES // 1024**2} MiB"
        raise InputError([Diagnostic("bad-migration", message, Span(file), "split it into several migrations")])
    return data


def unreadable(file: str, error: OSError) -> Diagnostic:
    """Return the diagnostic of a path that the disk does not give out."""
    message = f"cannot read {file}: {error.strerror or error}"
    return Diagnostic("cannot-read", message, Span(file), "give this user the right to read it")
