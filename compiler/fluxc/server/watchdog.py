"""The program that stops a server once its last user is gone, however that one ended, and removes what is left.

It is run as a file of its own, with the standard library alone, so that it starts in milliseconds.
"""

from __future__ import annotations

import fcntl
import os
import signal
import sys
import time

# A fast shutdown writes a checkpoint first; an immediate one leaves that to the next start; a kill is the last resort.
_INSISTENCE = ((signal.SIGINT, 10), (signal.SIGQUIT, 10), (signal.SIGKILL, 10))
_NOBODY = -1


def main(arguments: list[str]) -> None:
    """Wait for the lease (a descriptor, or -1), then stop the server of a data directory unless it is to be kept.

    Arguments: lease, running, uid, gid, the data directory, the file that says "keep", a directory to remove.
    """
    lease, running, uid, gid = map(int, arguments[:4])
    data, keep, leavings = arguments[4:]
    if uid != _NOBODY:
        _become(uid, gid)
    if lease != _NOBODY:
        fcntl.flock(lease, fcntl.LOCK_EX)
    if keep and os.path.exists(keep):  # noqa: PTH110 - pathlib would double the start-up time
        return
    _halt(running, data)
    if leavings:
        os.execv("/bin/rm", ["rm", "-rf", "--", leavings])  # noqa: S606 - there is nothing to escape


def _become(uid: int, gid: int) -> None:
    # What is read from the data directory below was written by this account: it must not steer root's signals.
    os.setgroups([])
    os.setgid(gid)
    os.setuid(uid)


def _halt(running: int, data: str) -> None:
    for insistence, patience in _INSISTENCE:
        deadline = time.monotonic() + patience
        told = False
        while time.monotonic() < deadline:
            if _free(running):
                return
            told = told or _tell(data, insistence)
            time.sleep(0.003)


def _free(running: int) -> bool:
    try:
        fcntl.flock(running, fcntl.LOCK_SH | fcntl.LOCK_NB)  # shared: an exclusive one would pass for a server
    except BlockingIOError:
        return False
    return True


def _tell(data: str, message: signal.Signals) -> bool:
    """Signal the postmaster; False while its pid is not yet written down."""
    try:
        # The system's calls alone: as another account we may no longer reach Python's own modules.
        file = os.open(f"{data}/postmaster.pid", os.O_RDONLY)
        pid = int(os.read(file, 32).split(b"\n")[0])
        os.close(file)
        os.kill(pid, message)
    except (OSError, ValueError):
        return False
    return True


if __name__ == "__main__":
    main(sys.argv[1:])
