"""``fluxc drift``: a live database against the state that the migrations give."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from fluxc.commands.applying import read_history
from fluxc.commands.expected import Expected
from fluxc.diagnostics import Diagnostic, OutsideError, Severity
from fluxc.history.delta import replay
from fluxc.inspect import compare, differences, in_doubt, read
from fluxc.run import ledger
from fluxc.run.apply import contradictions
from fluxc.run.decide import decide
from fluxc.run.failure import explained
from fluxc.server.connect import connect

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import psycopg

    from fluxc.commands.database import Database
    from fluxc.history.migration import History
    from fluxc.inspect import Catalogue, Difference
    from fluxc.project.layout import Layout

_PUBLIC: Final = ("namespace", "public")


@dataclass(frozen=True, slots=True)
class Drift:
    """In what a database is not as the migrations make it, and what is worth knowing about the comparison."""

    differences: tuple[Difference, ...]
    remarks: tuple[Diagnostic, ...] = ()


def drift(layout: Layout, database: Database) -> Drift:
    """Compare a database, in one transaction that only reads, with what all migrations of the project make.

    Raises InputError (files that are not in order) and OutsideError (database, scratch server).
    """
    history = read_history(layout)
    with explained("reading the database"), ExitStack() as stack:
        live = stack.enter_context(connect(database.url, application_name="fluxc drift"))
        found = read(live)
        remarks = _standing(live, history)
        expected = Expected(layout, history, live, stack)
        return Drift(tuple(_told(_compared(expected, expected.catalogue(), found), history)), remarks)


def _compared(expected: Expected, wanted: Catalogue, found: Catalogue) -> tuple[Difference, ...]:
    if in_doubt(wanted, found):
        # The scratch server reads what may be another wording, so that nothing is ever run on the live one.
        return compare(expected.connection(), wanted, found)
    return differences(wanted, found)


def _told(found: Sequence[Difference], history: History) -> Iterator[Difference]:
    """Leave out what nobody declared and every database may have as it likes."""
    pinned = _pinned_versions(found, history)
    for item in found:
        free_version = item.kind == "extension" and item.attribute == "version" and item.object not in pinned
        without_public = (item.kind, item.object, item.attribute) == (*_PUBLIC, "") and not item.found
        if not (free_version or without_public):
            yield item


def _pinned_versions(found: Sequence[Difference], history: History) -> set[str]:
    """Return the extensions whose version the state says; read only where some version differs."""
    if not any(item.kind == "extension" and item.attribute == "version" for item in found):
        return set()
    lines = replay(history.migrations).items()
    heads = (key.partition(" ") for key, line in lines if key.startswith("extension ") and '"version":"' in line)
    return {name for _, _, name in heads}


def _standing(live: psycopg.Connection[Any], history: History) -> tuple[Diagnostic, ...]:
    """Return what the ledger says about differences to come; nothing where this user may not read it."""
    try:
        decision = decide(ledger.read(live), history)
    except OutsideError as error:
        if error.diagnostic.code != "no-ledger-access":
            raise
        return ()
    warnings = [item._replace(severity=Severity.WARNING) for item in contradictions(decision)]
    missing = {work.migration.name for work in decision.to_apply} | {item.name for item in decision.stale}
    if missing:
        names = ", ".join(sorted(missing)[:5]) + (" …" if len(missing) > 5 else "")
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
