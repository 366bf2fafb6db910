"""Work that a copy of this process does while this one goes on with something else."""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Final, Generic, NamedTuple, NoReturn, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

Value = TypeVar("Value")
_MANY: Final = 200
_LENGTH: Final = 8


class Beside(NamedTuple, Generic[Value]):
    """Work that was begun: ``value`` waits for what it comes to, ``rest`` for what is done after; each is called once.

    ``rest`` comes behind ``value``.
    """

    value: Callable[[], Value]
    rest: Callable[[], None]


def beside(work: Callable[[], Value], *, worth: bool) -> Callable[[], Value]:
    """Begin ``work`` in a copy of this process and return what waits for its value, to be called once.

    Where it is not worth a copy, or where none can be made safely, the work is done when its value is asked for.  The
    same happens where the copy fails, so that an error is raised here as if there had been none.  What the work changes
    in memory is lost: all that counts is its value, which goes through pickle.
    """
    begun = begin(work, lambda: None, worth=worth)

    def whole() -> Value:
        value = begun.value()
        begun.rest()
        return value

    return whole


def begin(work: Callable[[], Value], after: Callable[[], None], *, worth: bool) -> Beside[Value]:
    """Begin ``work`` as `beside` does, with something to do ``after`` its value has gone out, of which none comes back.

    Where the copy fails, what comes after is done here as well.
    """
    if not worth or sys.platform != "linux" or (os.cpu_count() or 1) < 2 or threading.active_count() > 1:
        return Beside(work, after)
    source, sink = os.pipe()
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    copy = os.fork()
    if copy == 0:
        os.close(source)
        _serve(work, after, sink, blocked)
    signal.pthread_sigmask(signal.SIG_SETMASK, blocked)
    os.close(sink)
    return Beside(partial(_value, work, source), partial(_rest, after, copy))


def are_many(folder: Path) -> bool:
    """Return whether a folder holds so many files that reading them is worth a copy."""
    files = (name for _, _, names in os.walk(folder) for name in names)
    return sum(1 for _ in islice(files, _MANY)) == _MANY


def _serve(work: Callable[[], object], after: Callable[[], None], sink: int, blocked: Iterable[int]) -> NoReturn:
    """Send the value and end, without a word whatever happens; Ctrl-C, held back so far, ends the copy at once."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_SETMASK, blocked)
        content = pickle.dumps(work(), pickle.HIGHEST_PROTOCOL)
        with os.fdopen(sink, "wb") as pipe:
            pipe.write(len(content).to_bytes(_LENGTH, "big"))
            pipe.write(content)
        after()
        os._exit(0)
    finally:
        os._exit(1)


def _value(work: Callable[[], Value], source: int) -> Value:
    with os.fdopen(source, "rb") as pipe:
        length, content = pipe.read(_LENGTH), pipe.read()
    if int.from_bytes(length, "big") != len(content) or not content:  # what a copy wrote that was killed
        return work()
    value: Value = pickle.loads(content)  # noqa: S301  # written by the copy of this very process
    return value


def _rest(after: Callable[[], None], copy: int) -> None:
    if os.waitpid(copy, 0)[1] != 0:
        after()
