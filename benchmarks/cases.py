"""What is measured, against what, and how much of it is allowed."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from beds import Bed, floor, fresh, version
from process import Contender, FailedError, Measured, in_turn

from fluxc.server.engine import locate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from fluxc.server.scratch import Scratch


@dataclass(frozen=True, slots=True)
class Bound:
    """How large a ratio (or a number of MiB) may be, and how large it should be at most."""

    must: float
    aim: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """One line of the table; without ``other`` the value is judged by itself."""

    case: str
    count: int | None
    fluxc: Measured
    against: str
    other: Measured | None
    bound: Bound
    value: float | None
    unit: str = "x"


@dataclass(frozen=True, slots=True)
class Failure:
    """A case that could not be measured, and why."""

    case: str
    count: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class Means:
    """What the cases run with: the peer, or why there is none; client programs; a server; how long a case may take."""

    drizzle: Path | None
    drizzle_name: str
    psql: Path | None
    pg_dump: Path | None
    server: Scratch
    rounds: int
    seconds: float


VERSION = Bound(1.5, 1.2)
UNCHANGED = Bound(2.0, 1.5)
FIRST = Bound(0.8, 0.5)
ADDED = Bound(0.4, 0.25)
MIGRATE = Bound(1.25, 1.0)
NOTHING = Bound(1.0, 0.75)
PULL = Bound(4.0, 2.0)
DRIFT = Bound(5.0, 2.5)
CATALOGUE_MEMORY = Bound(250, 150)
PROVED_FIRST = Bound(4.0, 3.0)
PROVED_TABLES = 1000  # the bound on a first proof is for this many tables; with few a start is most of it
PROVED_ADDED = {10: Bound(1.0, 0.8), 100: Bound(1.2, 1.0), 1000: Bound(2.5, 2.0)}  # seconds, by tables
MODELS = Bound(1.3, 1.1)
MODELS_TABLES = 100  # the bound on models is for this many tables
MEMORY = Bound(130, 100)
MEMORY_TABLES = 1000  # the bounds on memory are for this many tables


def program(name: str) -> Path | None:
    """Return a client program of the server's own version, else the system's."""
    own = locate().program(name)
    found = shutil.which(name)
    return own if own.is_file() else Path(found) if found else None


def start(means: Means, folder: Path) -> Iterator[Outcome | Failure]:
    """Measure the start of the command line."""
    yield from _duel(means, "`fluxc --version`", None, VERSION, [version(folder), floor(folder)], "`import click`")


def cases(means: Means, bed: Bed) -> Iterator[Outcome | Failure]:
    """Measure everything at one number of tables."""
    kit, count = means.drizzle, bed.count
    bed.write(drizzle=kit is not None)
    peer = [bed.drizzle_first(kit)] if kit else []
    for found in _duel(means, "first `fluxc build`", count, FIRST, [bed.first_build(), *peer], means.drizzle_name):
        yield found
        if isinstance(found, Outcome) and count == MEMORY_TABLES:
            peak = found.fluxc.peak
            yield Outcome("peak memory of the first build", count, found.fluxc, "", None, MEMORY, peak, "MiB")
    bed.seal()
    if count == MODELS_TABLES:
        yield from _models(means, bed)
    click = floor(bed.folder)
    yield from _duel(means, "nothing changed", count, UNCHANGED, [bed.unchanged(), click], "`import click`")
    peer = [bed.drizzle_added(kit)] if kit else []
    yield from _duel(means, "one column added", count, ADDED, [bed.added(), *peer], means.drizzle_name)
    yield from _proving(means, bed)
    yield from _applying(means, bed)


def _proving(means: Means, bed: Bed) -> Iterator[Outcome | Failure]:
    """Measure proofs: of the first migration against psql running it, of one column more by the clock."""
    name = f"proof_{bed.count}"
    url = means.server.url(name)
    psql = [bed.psql_at_once(means.psql, url, fresh(means.server, name))] if means.psql else []
    against = "`psql -1 -f`" if means.psql else "psql is not there"
    if bed.count >= PROVED_TABLES:
        case = "`fluxc prove`, the first"
        yield from _duel(means, case, bed.count, PROVED_FIRST, [bed.proved_first(), *psql], against)
        means.server.drop(name)
    bound = PROVED_ADDED.get(bed.count)
    if bound is not None:
        case = "`fluxc prove`, one column added"
        for found in _duel(means, case, bed.count, bound, [bed.proved_added()], ""):
            if isinstance(found, Outcome):
                seconds = found.fluxc.wall
                yield Outcome(case, bed.count, found.fluxc, "", None, bound, seconds, "s")
            else:
                yield found


def _models(means: Means, bed: Bed) -> Iterator[Outcome | Failure]:
    """Measure the import of all models; what it takes to start Python and to load pydantic counts for neither side."""
    case, against = "import of all models", "the same by hand"
    try:
        ours, theirs, floor = imports = bed.imports()
        measured = in_turn(imports, rounds=means.rounds, seconds=means.seconds)
    except FailedError as error:
        yield Failure(case, bed.count, str(error))
        return
    mine, its = (measured[name].above(measured[floor.name]) for name in (ours.name, theirs.name))
    yield Outcome(case, bed.count, mine, against, its, MODELS, mine.ratio(its))


def _applying(means: Means, bed: Bed) -> Iterator[Outcome | Failure]:
    ours, theirs = f"fluxc_{bed.count}", f"other_{bed.count}"
    url, other_url = means.server.url(ours), means.server.url(theirs)
    other = [bed.psql(means.psql, other_url, fresh(means.server, theirs))] if means.psql else []
    migrate = bed.migrate(url, fresh(means.server, ours))
    name = "`psql -f`" if means.psql else "psql is not there"
    yield from _duel(means, "`fluxc migrate`", bed.count, MIGRATE, [migrate, *other], name)
    fresh(means.server, theirs)()
    peer = [bed.drizzle_migrate(means.drizzle, other_url)] if means.drizzle else []
    nothing = bed.migrate(url, lambda: None)
    yield from _duel(means, "`fluxc migrate`, nothing to do", bed.count, NOTHING, [nothing, *peer], means.drizzle_name)
    yield from _reading(means, bed, url)
    for database in (ours, theirs):
        means.server.drop(database)


def _reading(means: Means, bed: Bed, url: str) -> Iterator[Outcome | Failure]:
    """Measure what reads a whole catalogue against pg_dump, which does no more than write it."""
    dump = [bed.dump(means.pg_dump, url)] if means.pg_dump else []
    name = "`pg_dump -s`" if means.pg_dump else "pg_dump is not there"
    for case, bound, contender in (
        ("`fluxc pull`", PULL, bed.pull(url)),
        ("`fluxc drift`", DRIFT, bed.drift(url)),
    ):
        for found in _duel(means, case, bed.count, bound, [contender, *dump], name):
            yield found
            if isinstance(found, Outcome) and bed.count == MEMORY_TABLES:
                peak = found.fluxc.peak
                yield Outcome(f"peak memory of {case}", bed.count, found.fluxc, "", None, CATALOGUE_MEMORY, peak, "MiB")


def _duel(
    means: Means, case: str, count: int | None, bound: Bound, contenders: Sequence[Contender], against: str
) -> Iterator[Outcome | Failure]:
    try:
        measured = in_turn(contenders, rounds=means.rounds, seconds=means.seconds)
    except FailedError as error:
        yield Failure(case, count, str(error))
        return
    mine, *others = (measured[contender.name] for contender in contenders)
    other = others[0] if others else None
    yield Outcome(case, count, mine, against, other, bound, mine.ratio(other) if other else None)
