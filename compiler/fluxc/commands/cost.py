"""``fluxc cost``: what the migrations that a database lacks would cost there, by what was proved about them."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import cache, partial
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from fluxc.commands.applying import read_history
from fluxc.commands.certificates import certificate_of
from fluxc.diagnostics import Diagnostic, InputError
from fluxc.history.certificate import lines_of
from fluxc.history.statements import statement_starts
from fluxc.history.verify import verify
from fluxc.model.names import split_name
from fluxc.prove.costs import QUALIFIED, UNREAD, cost_json, read_costs, relations_of
from fluxc.run import ledger
from fluxc.run.apply import contradictions, found
from fluxc.run.decide import decide
from fluxc.run.failure import explained
from fluxc.server.connect import connect
from fluxc.sheet.estimate import priced
from fluxc.sheet.renames import earlier_names, renames
from fluxc.sheet.target import busier, read_held
from fluxc.sheet.words import wait_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    import psycopg

    from fluxc.commands.database import Database
    from fluxc.history.migration import Migration, Step
    from fluxc.project.layout import Layout
    from fluxc.run.decide import Work
    from fluxc.sheet.estimate import Find, Priced
    from fluxc.sheet.speed import Band
    from fluxc.sheet.target import Held, Name
    from fluxc.trace.measured import Measured

_WITHOUT: Final = re.compile(rf"without rows: ({QUALIFIED}): .*", re.DOTALL)
_BEGINS: Final = ("begin", "start")
_QUALIFIED: Final = 2
_LENGTH: Final = 90


class Sheet(NamedTuple):
    """What a migration would cost, as it was proved on a server of the major version ``server``.

    Where no certificate counts that is None, and ``lacking`` says why. ``remarks`` say what the proof could not see.
    """

    migration: Migration
    server: int | None
    lacking: Diagnostic | None
    statements: tuple[Priced, ...] = ()
    remarks: tuple[str, ...] = ()


class Costs(NamedTuple):
    """The sheets of the migrations that a database lacks, in the order in which they would be applied."""

    sheets: tuple[Sheet, ...]

    @property
    def unproved(self) -> tuple[Diagnostic, ...]:
        """What to say of migrations without a certificate that counts."""
        return tuple(sheet.lacking for sheet in self.sheets if sheet.lacking)


class _Certified(NamedTuple):
    """Steps to come of a migration, the lines of its certificate, and the renames of those before it and its own."""

    work: Work
    server: int | None
    lacking: Diagnostic | None
    lines: Sequence[str]
    costs: Mapping[int, Sequence[Measured]]
    before: Sequence[dict[Name, Name]]
    own: dict[Name, Name]

    @property
    def relations(self) -> set[str]:
        """The relations that the costs of its steps speak of."""
        return {relation for costs in self.costs.values() for cost in costs for relation in relations_of(cost)}

    def names(self, relation: str) -> Iterator[Name]:
        """Yield what a relation that it speaks of may be called in the database; nothing where that is no name."""
        with suppress(ValueError):
            name = split_name(relation)
            yield from earlier_names(name, self.before, self.own) if len(name) == _QUALIFIED else ()


def cost(
    layout: Layout,
    database: Database,
    words: Sequence[str] | None = None,
    pause: Callable[[], None] | None = None,
) -> Costs:
    """Return what the migrations that a database lacks would cost, or those of them that ``words`` name.

    Where somebody would wait for a table that is written to, there is a ``pause`` to see how much that is just now.
    Without one it is what the server has counted so far.

    Raises InputError (files, an unknown migration) and OutsideError (database).
    """
    history = read_history(layout)
    wanted = {found(history, word).id for word in words} if words is not None else None
    with explained("reading what the database holds"), connect(database.url, application_name="fluxc cost") as server:
        decision = decide(ledger.read(server), history)
        work = [item for item in decision.to_apply if wanted is None or item.migration.id in wanted]
        wrong = [finding for item in work for finding in verify(item.migration)]
        if problems := (*contradictions(decision), *wrong):
            raise InputError(problems)
        major = server.info.server_version // 10000
        certified = [item for item in _certified(layout, decision.to_apply, major) if item.work in work]
        return Costs(_sheets(certified, server, pause))


def _certified(layout: Layout, work: Sequence[Work], major: int) -> Iterator[_Certified]:
    """Yield what is known of migrations: by the server of ``major`` where it was proved there, else of one near it."""
    before: list[dict[Name, Name]] = []
    for item in work:
        own = renames(item.migration.delta)
        found = certificate_of(layout, item.migration)
        lacking = found if isinstance(found, Diagnostic) else None
        servers: Mapping[int, str] = {} if isinstance(found, Diagnostic) else found.servers
        nearest = min(servers, key=lambda other: (abs(other - major), -other), default=None)
        lines = lines_of(servers[nearest]) if nearest is not None else ()
        costs: dict[int, list[Measured]] = {step.number: [] for step in item.steps}
        for cost in read_costs(lines):
            costs.get(cost.step, []).append(cost)
        yield _Certified(item, nearest, lacking, lines, costs, tuple(before), own)
        before.append(own)


def _sheets(
    certified: Sequence[_Certified], server: psycopg.Connection[Any], pause: Callable[[], None] | None
) -> tuple[Sheet, ...]:
    names = {name for item in certified for relation in item.relations for name in item.names(relation)}
    held: Mapping[Name, Held] = read_held(server, names) if names else {}
    sheets = tuple(_sheet(item, held) for item in certified)
    waits = (wait for sheet in sheets for item in sheet.statements for wait in item.waits)
    if pause is None or not any(wait.noticed and wait.writes.rows for wait in waits):
        return sheets
    pause()
    held = busier(held, read_held(server, names))
    return tuple(_sheet(item, held) for item in certified)


def _sheet(item: _Certified, held: Mapping[Name, Held]) -> Sheet:
    find = cache(partial(_found, held, item))
    statements, remarks = tuple(_statements(item, find)), tuple(_remarks(item, find))
    return Sheet(item.work.migration, item.server, item.lacking, statements, remarks)


def _found(held: Mapping[Name, Held], item: _Certified, relation: str) -> Held | None:
    """Return what a relation of a migration holds by now, None where it is not there yet."""
    return next((held[name] for name in item.names(relation) if name in held), None)


def _statements(item: _Certified, find: Find) -> Iterator[Priced]:
    for step in item.work.steps:
        costs = item.costs[step.number]
        if costs:
            texts = _texts(step)
            first, *_ = texts.values()
            wholes = [(cost, texts.get(_beginning(cost.text), cost.text)) for cost in costs]
            yield from priced(wholes, find, transaction=first.lower().startswith(_BEGINS))


def _texts(step: Step) -> dict[str, str]:
    """Return the statements of a step, each on one line, by how they begin; the first of those that begin alike."""
    starts = statement_starts(step.text)
    ends = (*starts[1:], len(step.text))
    found: dict[str, str] = {}
    for start, end in zip(starts, ends, strict=True):
        text = " ".join(step.text[start:end].split())
        found.setdefault(_beginning(text), text)
    return found


def _beginning(text: str) -> str:
    return text.partition(";")[0][:_LENGTH]


def _remarks(item: _Certified, find: Find) -> Iterator[str]:
    """Yield what is to be known of how the costs were measured."""
    touched = item.relations
    for line in item.lines:
        table = _WITHOUT.fullmatch(line)
        if table and table[1] in touched and (there := find(table[1])) is not None and not there.empty:
            yield f"the proof had no rows for {table[1]}: what is done to them may be more than is told here"
        elif line == UNREAD:
            yield "what it costs was not read when it was proved, since it changes roles"
        elif line.startswith("fails-on-rows: "):
            yield "the proof had to do without rows, since some keep the migration from running: see its certificate"


def costs_json(costs: Costs) -> list[dict[str, Any]]:
    """Return the documented JSON keys: an entry for each migration."""
    return [
        {
            "id": sheet.migration.id,
            "name": sheet.migration.name,
            "server": sheet.server,
            "statements": [_statement_json(item) for item in sheet.statements],
            "remarks": list(sheet.remarks),
        }
        for sheet in costs.sheets
    ]


def _statement_json(item: Priced) -> dict[str, Any]:
    work = [
        {
            "verb": str(task.verb),
            "relation": task.relation,
            "rows": round(task.rows),
            "bytes": round(task.bytes),
            "seconds": _band_json(task.seconds),
        }
        for task in item.tasks
    ]
    blocked = [
        {
            "what": str(wait.blocked),
            "relation": wait.relation,
            "seconds": _band_json(wait.seconds),
            "rows_written_per_second": round(wait.writes.rate, 3),
            "written_over_seconds": round(wait.writes.seconds, 3),
            "text": wait_words(wait),
        }
        for wait in item.waits
    ]
    more = {"seconds": _band_json(item.seconds), "work": work, "blocked": blocked, "idle": list(item.idle)}
    return {**cost_json(item.cost), **more, "instead": item.safe}


def _band_json(seconds: Band) -> dict[str, float]:
    return {"low": round(seconds.low, 3), "about": round(seconds.about, 3), "high": round(seconds.high, 3)}
