"""Locks on files: the kernel frees them when their holder ends, however it ends."""

from __future__ import annotations

import contextlib
import fcntl
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path


def open_lock(path: Path) -> int:
    """Return a new descriptor of the lock file ``path``, made if absent; children do not inherit it."""
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)


def acquire(path: Path, *, shared: bool = False) -> int:
    """Wait for the lock on ``path`` and return the descriptor that holds it until it is closed."""
    while True:
        descriptor = open_lock(path)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_SH if shared else fcntl.LOCK_EX)
            if _is(descriptor, path):
                return descriptor
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)


def attempt(path: Path) -> int | None:
    """Return the descriptor that holds the lock on ``path``, None where somebody else has it or deleted the file."""
    descriptor = open_lock(path)
    with contextlib.suppress(BlockingIOError):
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if _is(descriptor, path):
            return descriptor
    os.close(descriptor)
    return None


def _is(descriptor: int, path: Path) -> bool:
    """Return whether the open file still bears its name: a lock on a deleted file excludes nobody."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False


@contextlib.contextmanager
def locked(path: Path) -> Generator[int]:
    """Hold the exclusive lock on ``path``; gives its descriptor, which a child may share to hold it too."""
    descriptor = acquire(path)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def sole_holder(descriptor: int, path: Path) -> bool:
    """Turn a shared lock on ``path`` into the exclusive one if nobody else holds it; otherwise it is lost."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return _is(descriptor, path)


def held(path: Path) -> bool:
    """Return whether somebody holds the exclusive lock on ``path``."""
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_NOFOLLOW)
    except FileNotFoundError:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(descriptor)
    return False
