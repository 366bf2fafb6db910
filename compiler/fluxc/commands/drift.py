"""``fluxc drift``: a live database against the state that the migrations give."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from fluxc.commands.applying import read_history
from fluxc.commands.collector import no_collector
from fluxc.commands.expected import Expected
from fluxc.diagnostics import Diagnostic, InputError, OutsideError, Severity
from fluxc.history.delta import replay
from fluxc.history.verify import verify
from fluxc.inspect import compare_asking, differences, read
from fluxc.inspect.versions import worded_for
from fluxc.run import ledger
from fluxc.run.apply import contradictions
from fluxc.run.decide import decide
from fluxc.run.failure import explained
from fluxc.run.outside import left_out
from fluxc.run.record import recorded_catalogue
from fluxc.run.waiting import Rule, until, waiting
from fluxc.server.connect import connect

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import psycopg

    from fluxc.commands.database import Database
    from fluxc.history.migration import History
    from fluxc.inspect import Catalogue, Difference
    from fluxc.project.layout import Layout
    from fluxc.run.decide import Decision, Row

_PUBLIC: Final = ("namespace", "public")
_NAMED: Final = 5


@dataclass(frozen=True, slots=True)
class Drift:
    """In what a database is not as the migrations make it, and what is worth knowing about the comparison."""

    differences: tuple[Difference, ...]
    remarks: tuple[Diagnostic, ...] = ()


def drift(layout: Layout, database: Database) -> Drift:
    """Compare a database, in one transaction that only reads, with what all migrations of the project make.

    What waits until no old code is running, and what comes behind it, is left out where it is not applied.
    Raises InputError (files that are not in order) and OutsideError (database, scratch server).
    """
    history = read_history(layout)
    with no_collector(), explained("reading the database"), ExitStack() as stack:
        live = stack.enter_context(connect(database.url, application_name="fluxc drift"))
        rows = _ledger(live)
        history = until(history, waiting(live, rows or (), history, Rule()))
        decision = decide(rows or (), history)
        expected = Expected(layout, history, live, stack)
        recorded = recorded_catalogue(live, rows) if rows and _at_head(decision) else None
        found = read(live, outside=left_out(history.migrations))
        result, remarks = _compared(expected, recorded, found, live.info.server_version // 10000)
        told = (*_told(result, history), *_of_roles(live, history))
        return Drift(told, (*(_standing(decision) if rows is not None else ()), *remarks))


def _compared(
    expected: Expected, recorded: Catalogue | None, found: Catalogue, major: int
) -> tuple[tuple[Difference, ...], tuple[Diagnostic, ...]]:
    """Return the differences, and a warning where it could not be told which of them are in wording alone."""
    wanted = recorded or worded_for(expected.catalogue(), expected.engine.major, major)
    if recorded is None:
        found = worded_for(found, major, expected.engine.major)
    try:
        # The scratch server reads what may be another wording, so that nothing is ever run on the live one.
        return compare_asking(expected.connection, wanted, found), ()
    except OutsideError as error:
        if recorded is None:
            raise
        said = error.diagnostic
        message = f"expressions are compared as text, since no scratch server can tell what they mean\n{said.message}"
        warning = Diagnostic("not-compared", message, said.span, said.help, Severity.WARNING)
        return differences(wanted, found), (warning,)


def _ledger(live: psycopg.Connection[Any]) -> tuple[Row, ...] | None:
    """Return the rows of the ledger, None where this user may not read it: the catalogue tells all the same."""
    try:
        return ledger.read(live)
    except OutsideError as error:
        if error.diagnostic.code != "no-ledger-access":
            raise
        return None


def _at_head(decision: Decision) -> bool:
    """Tell whether the database has applied exactly the migrations of the folder; raises InputError."""
    if decision.to_apply or decision.stale or decision.unknown or decision.changed:
        return False
    if wrong := [finding for migration in decision.refresh for finding in verify(migration)]:
        raise InputError(wrong)
    return True


def _told(found: Sequence[Difference], history: History) -> Iterator[Difference]:
    """Leave out what nobody declared and every database may have as it likes."""
    pinned = _pinned_versions(found, history)
    for item in found:
        free_version = item.kind == "extension" and item.attribute == "version" and item.object not in pinned
        without_public = (item.kind, item.object, item.attribute) == (*_PUBLIC, "") and not item.found
        if not (free_version or without_public):
            yield item


def _of_roles(live: psycopg.Connection[Any], history: History) -> Iterator[Difference]:
    """Yield in what the server's roles are not as declared; they are in no catalogue, which is one database's."""
    if not any(" role " in migration.delta for migration in history.migrations):
        return
    from fluxc.inspect.role import role_differences  # most schemas declare none
    from fluxc.model.lines import parse_line
    from fluxc.model.role import Role

    lines = {key: line for key, line in replay(history.migrations).items() if key.startswith("role ")}
    declared = [item for key, line in lines.items() if isinstance(item := parse_line(key, line), Role)]
    yield from role_differences(live, declared)


def _pinned_versions(found: Sequence[Difference], history: History) -> set[str]:
    """Return the extensions whose version the state says; read only where some version differs."""
    if not any(item.kind == "extension" and item.attribute == "version" for item in found):
        return set()
    lines = replay(history.migrations).items()
    heads = (key.partition(" ") for key, line in lines if key.startswith("extension ") and '"version":"' in line)
    return {name for _, _, name in heads}


def _standing(decision: Decision) -> tuple[Diagnostic, ...]:
    """Return what the ledger says about differences to come."""
    warnings = [item._replace(severity=Severity.WARNING) for item in contradictions(decision)]
    missing = {work.migration.name for work in decision.to_apply} | {item.name for item in decision.stale}
    if missing:
        names = ", ".join(sorted(missing)[:_NAMED]) + (" …" if len(missing) > _NAMED else "")
        message = f"the database is not at the state of the migrations: {names}"
        cure = "run `fluxc migrate`, then see what is left"
        warnings.append(Diagnostic("migrate-first", message, None, cure, Severity.WARNING))
    return tuple(warnings)


def drift_json(result: Drift) -> dict[str, Any]:
    """Return the documented JSON keys: an entry for each object that differs.

    ``expected`` and ``found`` are true and false for an object as a whole, else they hold the attributes that differ.
    """
    by_object = groupby(result.differences, key=lambda item: (item.object, item.kind))
    return {"differences": [_entry(*key, list(items)) for key, items in by_object]}


def _entry(name: str, kind: str, items: Sequence[Difference]) -> dict[str, Any]:
    first = items[0]
    if not first.attribute:
        return {"object": name, "kind": kind, "expected": first.expected, "found": first.found}
    expected = {item.attribute: item.expected for item in items}
    return {"object": name, "kind": kind, "expected": expected, "found": {item.attribute: item.found for item in items}}
