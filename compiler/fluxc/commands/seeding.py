"""``fluxc seed``: the declared rows of ``schema/`` into a database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, cast

from fluxc.commands.applying import read_history
from fluxc.diagnostics import Diagnostic, InputError, Severity, did_you_mean
from fluxc.history.delta import replay
from fluxc.model.names import qualified
from fluxc.project.config import read_config
from fluxc.run import ledger
from fluxc.run.apply import contradictions
from fluxc.run.decide import decide
from fluxc.run.event import OnEvent, unheard
from fluxc.run.failure import explained
from fluxc.run.lock import holding
from fluxc.run.stop import Stopped
from fluxc.seed.written import Loses, Seeded
from fluxc.server.connect import connect
from fluxc.source.tree import read_tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import psycopg

    from fluxc.commands.database import Database
    from fluxc.history.migration import History
    from fluxc.model.seed import Seed
    from fluxc.model.state import State
    from fluxc.project.layout import Layout
    from fluxc.seed.order import Ordered
    from fluxc.source.tree import Tree


class Declared(NamedTuple):
    """The seeds of a project in the order of writing, and the state that they need."""

    turns: tuple[Ordered, ...]
    state: State
    history: History


def declared(layout: Layout, tables: Sequence[str] = ()) -> Declared | None:
    """Return the seeds of the project, those of ``tables`` alone if any are named; None where none is declared.

    Raises InputError with what is wrong in the schema, `unknown-seed` for a table without one, and `build-first` where
    the migrations do not say yet what the schema says.
    """
    tree = read_tree(layout.schema, layout.root, layout.cache / "parsed.json")
    if not tables and not any(_has_seed(tree)) and not tree.diagnostics:
        return None
    from fluxc.model.load import load  # `fluxc up` with no rows to write does without
    from fluxc.seed.order import ordered

    config = read_config(layout)
    compiled, found = load(tree, config.namespace, config.target)
    if any(item.severity is Severity.ERROR for item in found):
        raise InputError(found)
    seeds = _chosen(compiled.seeds, tables)
    if not seeds:
        return None
    history = read_history(layout)
    if replay(history.migrations) != {item.key_text: item.line() for item in compiled.state}:
        message = "the schema says something that the migrations do not hold yet"
        raise InputError([Diagnostic("build-first", message, help="run `fluxc build` and `fluxc migrate`, then seed")])
    return Declared(ordered(seeds, compiled.state), compiled.state, history)


def _has_seed(tree: Tree) -> Iterator[bool]:
    for source in tree.domains:
        for document in source.documents:
            tables: Any = document.data.get("tables")
            if isinstance(tables, dict):
                yield from (isinstance(table, dict) and "seed" in table for table in cast("Any", tables).values())


def _chosen(seeds: tuple[Seed, ...], tables: Sequence[str]) -> tuple[Seed, ...]:
    names = {qualified(*seed.table): seed for seed in seeds}
    unknown = [
        Diagnostic("unknown-seed", f"no seed is declared for a table `{name[:140]}`", None, _near(name, names))
        for name in tables
        if name not in names
    ]
    if unknown:
        raise InputError(unknown)
    return tuple(seed for name, seed in names.items() if not tables or name in tables)


def _near(name: str, names: Iterable[str]) -> str:
    return did_you_mean(name, names) or "name a table as `namespace.table`, one that has `seed:` in the schema"


def seed(
    layout: Layout,
    database: Database,
    tables: Sequence[str] = (),
    *,
    dry_run: bool = False,
    wait: float = 10,
    accept_loss: bool = False,
    on_event: OnEvent = unheard,
) -> Seeded:
    """Bring the declared rows of a database in step, all of them or those of the ``tables`` named.

    Raises InputError (schema, migrations that are missing), Stopped where rows would be deleted, OutsideError; nothing
    is written then.
    """
    said = declared(layout, tables)
    if said is None:
        return Seeded(dry_run=dry_run)
    from fluxc.commands.templates import templates
    from fluxc.seed.writing import write_seeds

    jinja = templates(layout)
    with (
        explained("seeding"),
        connect(database.url, application_name="fluxc seed") as connection,
        holding(database.url, connection, wait=wait, on_event=on_event),
    ):
        _check_migrated(connection, said.history)
        try:
            return write_seeds(connection, said.turns, said.state, jinja, accept_loss=accept_loss, dry_run=dry_run)
        except Loses as found:
            raise Stopped(found.seeded.losses()) from None


def regained(layout: Layout, connection: psycopg.Connection[Any]) -> frozenset[tuple[str, ...]]:
    """Return the tables of a database that hold nothing but what a seed will put there again."""
    said = declared(layout)
    if said is None:
        return frozenset()
    from fluxc.commands.templates import templates
    from fluxc.seed.regained import regained as found

    return found(connection, said.turns, said.state, templates(layout))


def _check_migrated(connection: psycopg.Connection[Any], history: History) -> None:
    decision = decide(ledger.read(connection), history)
    if problems := contradictions(decision):
        raise InputError(problems)
    if decision.to_apply or decision.stale:
        message = "the database is not at the state of the migrations, so rows cannot be put into it"
        raise InputError([Diagnostic("migrate-first", message, help="run `fluxc migrate`, then seed")])


def seeded_json(seeded: Seeded) -> dict[str, Any]:
    """Return the documented JSON keys of a seed."""
    return {
        "seeded": [
            {
                "table": qualified(*item.table),
                "inserted": item.inserted,
                "updated": item.updated,
                "deleted": item.deleted,
            }
            for item in seeded.tables
        ],
        "deleted_along": [{"table": qualified(*table), "deleted": count} for table, count in seeded.along],
        "dry_run": seeded.dry_run,
    }
