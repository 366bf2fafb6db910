"""The stamp: what the last build read and wrote, by the file system's own account, so that "nothing changed" is quick.

A file counts as unchanged while its inode, size, and times of content and status are; a time so young that a later
write could share it does not count (the trap that version control systems call racy).
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

import fluxc

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.project.layout import Layout

_RACY_NS = 20_000_000  # twice the coarsest tick of a kernel clock


class Account(NamedTuple):
    """What the file system says of a project: of what a build reads, and of what it writes."""

    read: str
    written: str

    @property
    def text(self) -> str:
        """Return the whole account."""
        return f"fluxc {fluxc.__version__}\n{self.read}\n{self.written}"


def account(layout: Layout) -> Account | None:
    """Return the account of everything a build reads and writes; None where something cannot be looked at."""
    try:
        read = [_line(str(layout.config), os.stat(layout.config))]  # noqa: PTH116  # a stat result, without a Path a file
        for folder in (layout.schema, layout.templates):
            read += _below(str(folder))
        return Account("\n".join(read), "\n".join(_below(str(layout.out))))
    except OSError:
        return None


def _below(folder: str) -> Iterator[str]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name == "__pycache__":
            continue
        if entry.is_dir():
            yield entry.path
            yield from _below(entry.path)
        else:
            yield _line(entry.path, entry.stat())


def _line(path: str, found: os.stat_result) -> str:
    return f"{path} {found.st_ino} {found.st_size} {found.st_mtime_ns} {found.st_ctime_ns}"


def write_stamp(layout: Layout, summary: str, before: Account | None) -> None:
    """Remember that ``out/`` is what a build of the project gives, with what there is to say about it.

    ``before`` is the account when the build began: where somebody has saved a file since, or where the stamp cannot
    be written, the next build does the work again.
    """
    now = account(layout)
    if now is None or before is None or now.read != before.read:
        return
    while _newest(now.text) > time.time_ns() - _RACY_NS:
        time.sleep(0.005)
    temporary = layout.cache / f"stamp.{os.getpid()}"
    try:
        layout.cache.mkdir(exist_ok=True)
        temporary.write_text(f"{summary}\n{now.text}", encoding="utf-8", errors="surrogateescape")
        temporary.replace(layout.cache / "stamp")
    except OSError:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _newest(text: str) -> int:
    return max(
        (int(line.rpartition(" ")[2]) for line in text.split("\n")[1:] if line.rpartition(" ")[2].isdigit()),
        default=0,
    )


def has_stamp(layout: Layout) -> bool:
    """Return whether there is a stamp to compare with."""
    return (layout.cache / "stamp").exists()


def read_stamp(layout: Layout, now: Account | None) -> str | None:
    """Return what the last build had to say where nothing has changed since, else None."""
    try:
        text = (layout.cache / "stamp").read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return None
    summary, _, said = text.partition("\n")
    return summary if now is not None and said == now.text else None
