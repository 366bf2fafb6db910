"""Runners in processes of their own, to be ended from outside: ``python -m fluxc.prove.faults.runner``.

This process loads what a run needs, and forks for each job that it reads. What happens is said on standard output, a
line each: the ``pid`` of the runner, that it is ``at`` the event at which it halts until it is given a byte, how it
came to an ``end``, and that the process is ``gone``.
"""

from __future__ import annotations

import json
import os
import pickle
from importlib import import_module
from typing import TYPE_CHECKING, Final

from fluxc.diagnostics import InputError, OutsideError
from fluxc.prove.faults.job import LENGTH, End
from fluxc.run.stop import Stopped

if TYPE_CHECKING:
    from collections.abc import Callable

    from fluxc.prove.faults.job import Job
    from fluxc.run.event import Event

_IN: Final = 0
_OUT: Final = 1
_LATE: Final = ("fluxc.inspect.patch", "fluxc.inspect.written")
"""What a run loads when it needs it."""


def main() -> None:
    """Do the jobs that stand on standard input, one after the other, until it is closed."""
    for module in _LATE:
        import_module(module)
    while size := _read(LENGTH):
        job: Job = pickle.loads(_read(int.from_bytes(size)))  # noqa: S301  # written by the process that started this
        pid = os.fork()
        if not pid:
            _run(job)
        _say("gone", os.waitpid(pid, 0)[1])


def _run(job: Job) -> None:
    """Do a job and leave."""
    _say("pid", os.getpid())

    def hear(event: Event) -> None:
        if (type(event).__name__, getattr(event, "step", 0)) == job.halt:
            _say("at", True)
            _read(1)

    try:
        _say("end", _end(job, hear))
    finally:
        os._exit(0)


def _end(job: Job, hear: Callable[[Event], None]) -> End:
    try:
        job.run(hear)
    except OutsideError as error:
        return End(error.diagnostic.code, error.diagnostic.message)
    except (InputError, Stopped) as error:
        return End(error.diagnostics[0].code, error.diagnostics[0].message)
    except Exception as error:  # whatever a run should not raise is just what is looked for
        return End(type(error).__name__, str(error), clean=False)
    return End()


def _read(size: int) -> bytes:
    """Read so many bytes, none where there are no more; nothing is read ahead, since the next reader is a process."""
    found = b""
    while len(found) < size and (more := os.read(_IN, size - len(found))):
        found += more
    return found


def _say(word: str, value: object) -> None:
    os.write(_OUT, f"{json.dumps({word: value})}\n".encode())


if __name__ == "__main__":
    main()
