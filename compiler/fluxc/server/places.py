"""The directories that servers live in, and the checks that no other user can tamper with them."""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from fluxc.diagnostics import Diagnostic, OutsideError

if TYPE_CHECKING:
    from collections.abc import Generator

_SHARED_STATE = Path("/var/lib/fluxc")
_MEMORY = Path("/dev/shm")  # noqa: S108 - every directory in it is made by mkdtemp
_TEMPORARY = Path("/tmp")  # noqa: S108 - short, as a socket's path must be; every directory in it is checked
_ROOM = 1 << 30
# The address of a Unix socket holds 107 bytes (103 on macOS), its file name and a directory of ours among them.
_LONGEST_PARENT = 60
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-+")


def fingerprint(*parts: object) -> str:
    """Return 12 hexadecimal digits that stand for ``parts`` in a file name."""
    return hashlib.sha256("\0".join(map(str, parts)).encode("utf-8", "surrogateescape")).hexdigest()[:12]


def state_directory() -> Path:
    """Return the directory of what outlives a command: engines and templates, and as root development clusters."""
    if os.geteuid() == 0:
        return trusted_directory(_SHARED_STATE, 0o755)
    with contextlib.suppress(OSError, RuntimeError):
        return trusted_directory(_cache_home() / "fluxc", 0o700)
    return trusted_directory(user_directory() / "cache", 0o700)


def user_directory() -> Path:
    """Return this user's directory with a short path, the same in every session."""
    return trusted_directory(_TEMPORARY / f"fluxc-{os.geteuid()}", 0o700)


def _cache_home() -> Path:
    named = os.environ.get("XDG_CACHE_HOME", "")
    return Path(named) if Path(named).is_absolute() else Path.home() / ".cache"


def trusted_directory(path: Path, mode: int) -> Path:
    """Return ``path`` as a directory that belongs to us and that nobody else can write to, made if absent.

    Raises OutsideError ``unsafe-directory`` where somebody else made it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with contextlib.suppress(FileExistsError):
        path.mkdir()
        path.chmod(mode)
    found = path.lstat()
    if stat.S_ISDIR(found.st_mode) and found.st_uid == os.geteuid() and not found.st_mode & 0o022:
        return path
    raise OutsideError(
        Diagnostic(
            "unsafe-directory",
            f"{path} is not a directory that belongs to you alone, and fluxc runs a database in it",
            help=f"Remove {path}, or take it over with chown and chmod {mode:o}.",
        )
    )


def open_to_all(path: Path) -> bool:
    """Return whether every user can reach what is in the directory ``path``."""
    return all(step.stat().st_mode & stat.S_IXOTH for step in (path, *path.parents))


def kept_parent() -> Path:
    """Return this user's directory for what may be lost when the machine goes down: in memory where it has room."""
    if _memory_has_room():
        return trusted_directory(_MEMORY / f"fluxc-kept-{os.geteuid()}", 0o755 if os.geteuid() == 0 else 0o700)
    return state_directory()


def _memory_has_room() -> bool:
    with contextlib.suppress(OSError):
        room = os.statvfs(_MEMORY)
        return room.f_bavail * room.f_frsize > _ROOM and os.access(_MEMORY, os.W_OK)
    return False


def scratch_parent() -> Path:
    """Return where to make a throw-away directory: memory where it has room, else a temporary directory."""
    if _memory_has_room():
        return _MEMORY
    ordinary = Path(tempfile.gettempdir()).resolve()
    return ordinary if _fit_for_sockets(ordinary) else _TEMPORARY


def _fit_for_sockets(path: Path) -> bool:
    text = str(path)
    if len(text) > _LONGEST_PARENT or not _PLAIN.issuperset(text):
        return False
    # As root the server and its watchdog are another user, who must make and remove entries there.
    return os.geteuid() != 0 or (open_to_all(path) and bool(path.stat().st_mode & stat.S_IWOTH))


@contextlib.contextmanager
def disk_failures(doing: str) -> Generator[None]:
    """Turn an error of the operating system into an OutsideError ``disk-failure`` that says what was being done."""
    try:
        yield
    except OSError as error:
        place = f" ({error.filename})" if error.filename else ""
        raise OutsideError(
            Diagnostic(
                "disk-failure",
                f"cannot {doing}: {error.strerror or error}{place}",
                help="Free space or correct the permissions there, or name another server with --url.",
            )
        ) from error
