"""Reading the catalogue of a live database: one query for each kind, in one snapshot."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, Final

from fluxc.diagnostics import Diagnostic, OutsideError
from fluxc.inspect.catalogue import Catalogue
from fluxc.inspect.collation import COLLATION
from fluxc.inspect.column import COLUMN
from fluxc.inspect.composite import COMPOSITE
from fluxc.inspect.constraint import CONSTRAINT
from fluxc.inspect.default_privileges import DEFAULT_PRIVILEGES
from fluxc.inspect.domain_type import DOMAIN_TYPE
from fluxc.inspect.enum import ENUM
from fluxc.inspect.extension import EXTENSION
from fluxc.inspect.index import INDEX
from fluxc.inspect.namespace import NAMESPACE
from fluxc.inspect.other import OTHER
from fluxc.inspect.outside import NOTHING, objects_outside
from fluxc.inspect.policy import POLICY
from fluxc.inspect.privileges import PRIVILEGES
from fluxc.inspect.publication import PUBLICATION, PUBLISHED_TABLE
from fluxc.inspect.range_type import RANGE_TYPE
from fluxc.inspect.routine import ROUTINE
from fluxc.inspect.rule import RULE
from fluxc.inspect.scope import LEDGER_NAMESPACE, numbers_of
from fluxc.inspect.sequence import SEQUENCE
from fluxc.inspect.session import pinned
from fluxc.inspect.state import nothing, reading_of
from fluxc.inspect.statistics import STATISTICS
from fluxc.inspect.table import TABLE
from fluxc.inspect.text_search import TEXT_SEARCH_CONFIGURATION, TEXT_SEARCH_DICTIONARY
from fluxc.inspect.trigger import TRIGGER
from fluxc.inspect.view import VIEW

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Generator, Iterator, Mapping, Sequence

    import psycopg

    from fluxc.inspect.catalogue import Table
    from fluxc.inspect.outside import Outside
    from fluxc.inspect.scope import Kind
    from fluxc.inspect.state import Reading, Rows, Taking
    from fluxc.inspect.unsaid import Unsaid
    from fluxc.model.state import Object

_NOT_ALLOWED: Final = "42501"
_CANCEL_SECONDS: Final = 5.0
OLDEST = 14
"""The oldest major version whose catalogue the queries fit."""

KINDS: tuple[Kind, ...] = (
    *(NAMESPACE, EXTENSION, COLLATION, ENUM, DOMAIN_TYPE, COMPOSITE, RANGE_TYPE),
    *(TABLE, COLUMN, CONSTRAINT, INDEX, SEQUENCE),
    *(ROUTINE, VIEW, RULE, POLICY, TRIGGER, STATISTICS),
    *(PRIVILEGES, DEFAULT_PRIVILEGES, PUBLICATION, PUBLISHED_TABLE),
    *(TEXT_SEARCH_DICTIONARY, TEXT_SEARCH_CONFIGURATION, OTHER),
)


def read(
    connection: psycopg.Connection[Any],
    *,
    ignore: Collection[str] = (),
    outside: Outside = NOTHING,
    only: Collection[Table] | None = None,
    again: bool = False,
) -> Catalogue:
    """Return what the database holds outside the namespaces of the server, of the ledger and those in ``ignore``.

    The partitions of tables that have a rule in ``outside`` are left out as well. Where there is ``only``, no other
    relations are read, but everything that is none. With ``again`` the server keeps its plans for the next time.
    The connection must be idle and is left as it was; OutsideError when the server does not answer or is too old.
    """
    _check_version(connection)
    with answered(connection), pinned(connection, read_only=True):
        scope = _scope(connection, ignore, outside, only, objects=False)
        with _rows(connection, scope, again=again) as found:
            return Catalogue.of(kind.fact(row) for kind, rows in found for row in rows)


def read_state(
    connection: psycopg.Connection[Any],
    *,
    ignore: Collection[str] = (),
    outside: Outside = NOTHING,
    raw: Taking = nothing,
    owners: bool = False,
    meanwhile: Callable[[], None] = lambda: None,
) -> Reading:
    """Return the state that the database is in, of what `read` reads and on the same terms.

    What a state has no words for is in it as raw SQL where ``raw`` takes that, by its key; ``owners`` has it say them.
    ``meanwhile`` is done while the server begins to look.
    """
    _check_version(connection)
    with answered(connection), pinned(connection, read_only=True):
        scope = _scope(connection, ignore, outside)
        rows, meant, others = _all(connection, scope, owners=owners, meanwhile=meanwhile)
    return reading_of(rows, meant, others, raw)


def read_both(
    connection: psycopg.Connection[Any],
    *,
    ignore: Collection[str] = (),
    outside: Outside = NOTHING,
    raw: Taking = nothing,
) -> tuple[Catalogue, Reading]:
    """Return what `read` and `read_state` do, of one moment and for the price of one."""
    _check_version(connection)
    with answered(connection), pinned(connection, read_only=True):
        rows, meant, others = _all(connection, _scope(connection, ignore, outside))
    catalogue = Catalogue.of(kind.fact(row) for kind, its_rows in rows for row in its_rows)
    return catalogue, reading_of(rows, meant, others, raw)


def _all(
    connection: psycopg.Connection[Any],
    scope: Mapping[str, object],
    *,
    owners: bool = False,
    meanwhile: Callable[[], None] = lambda: None,
) -> tuple[Rows, list[Object | Unsaid], list[Unsaid]]:
    """Return the rows of all kinds, what they mean, and the objects for which a state has no words."""
    rows: list[tuple[Kind, Sequence[Mapping[str, Any]]]] = []
    meant: list[Object | Unsaid] = []
    with _rows(connection, scope) as found_rows:
        meanwhile()
        for kind, its_rows in found_rows:
            rows.append((kind, its_rows))
            meant += (item for row in its_rows for item in kind.objects(row))  # the server looks for the next ones
    said = {id(kind): its_rows for kind, its_rows in rows}
    if not said[id(OTHER)]:
        return rows, meant, []
    from fluxc.inspect.raw_reading import raw_unsaid  # most databases hold nothing of that kind

    found = raw_unsaid(connection, scope, said[id(OTHER)], said[id(PRIVILEGES)], owners=owners)
    return rows, meant, found


def _scope(
    connection: psycopg.Connection[Any],
    ignore: Collection[str],
    outside: Outside,
    only: Collection[Table] | None = None,
    *,
    objects: bool = True,
) -> Mapping[str, object]:
    """Return the parameters that every query takes."""
    left_out = objects_outside(connection, outside)
    numbers = None if only is None else numbers_of(connection, only)
    return {"ignore": [LEDGER_NAMESPACE, *ignore], "outside": left_out, "only": numbers, "objects": objects}


def _check_version(connection: psycopg.Connection[Any]) -> None:
    major = connection.info.server_version // 10000
    if major < OLDEST:
        message = f"the server is PostgreSQL {major}, and the catalogue of a server before {OLDEST} cannot be read"
        cure = f"upgrade the server to PostgreSQL {OLDEST} or newer"
        raise OutsideError(Diagnostic("server-too-old", message, help=cure))


@contextmanager
def answered(connection: psycopg.Connection[Any]) -> Generator[None]:
    """Run the block, and turn a failure of the server into an OutsideError."""
    import psycopg

    database = "the database"
    try:
        database = f"database {connection.info.dbname}"
        yield
    except psycopg.Error as error:
        raise OutsideError(
            Diagnostic(
                "catalogue-unreadable",
                f"the catalogue of {database} could not be read: {_reason(error)}",
                help=_cure(error),
            )
        ) from error


@contextmanager
def _rows(
    connection: psycopg.Connection[Any], scope: Mapping[str, object], *, again: bool = False
) -> Generator[Iterator[tuple[Kind, Sequence[Mapping[str, Any]]]]]:
    """Give the rows of one kind after the other, while the server looks for the next ones.

    The queries are run by a thread; in a pipeline the driver would wait for all results before it gives one.
    """
    from concurrent.futures import ThreadPoolExecutor

    import psycopg
    from psycopg.rows import dict_row

    there = _present(connection)
    ahead = ThreadPoolExecutor(1, "catalogue")
    try:
        running = {
            id(kind): ahead.submit(
                connection.cursor(row_factory=dict_row).execute,
                kind.full_query(connection.info.server_version),
                scope,
                prepare=again,
            )
            for kind in there
        }
        yield ((kind, running[id(kind)].result().fetchall() if id(kind) in running else []) for kind in KINDS)
    except BaseException:
        ahead.shutdown(wait=False, cancel_futures=True)
        with suppress(psycopg.Error):  # who interrupts a query does not want to wait for its end
            connection.cancel_safe(timeout=_CANCEL_SECONDS)
        raise
    finally:
        ahead.shutdown()


def _present(connection: psycopg.Connection[Any]) -> list[Kind]:
    """Return the kinds of which the database may have any: most have none of many."""
    conditions = ", ".join(kind.present for kind in KINDS)
    found = connection.execute(f"select {conditions}".encode(), prepare=False).fetchone() or ()
    return [kind for kind, there in zip(KINDS, found, strict=True) if there]


def _cure(error: psycopg.Error) -> str:
    if error.sqlstate == _NOT_ALLOWED:
        return "connect as another role, or have this one granted what it may not read"
    return "check that the server is PostgreSQL 14 or newer and still running, then run the command again"


def _reason(error: psycopg.Error) -> str:
    said = error.diag.message_primary or str(error).strip()
    return said.splitlines()[0] if said else "the connection was lost"
