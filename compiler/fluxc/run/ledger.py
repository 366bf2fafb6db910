"""The ledger: ``fluxc.migrations``, one row for each applied step, written in the transaction of that step.

A step that runs outside a transaction is ``started`` before and ``done`` behind it, and ``undoing`` while it is taken
back so: what is neither done nor gone is looked at again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import psycopg
from psycopg.rows import class_row
from psycopg.sql import SQL, Composed, Literal

import fluxc
from fluxc.diagnostics import Diagnostic, OutsideError
from fluxc.run.decide import DONE, Row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fluxc.history.migration import Migration

_FORM: Final = "fluxc ledger 1"
STARTED: Final = "started"
UNDOING: Final = "undoing"
_CREATION_KEY: Final = 0x666C757863  # "fluxc"

_CREATE: Final = f"""
begin;
select pg_catalog.pg_advisory_xact_lock({_CREATION_KEY});
do $$
begin
  if pg_catalog.to_regnamespace('fluxc') is null then
    create schema fluxc;
  end if;
  if pg_catalog.to_regclass('fluxc.migrations') is null then
    create table fluxc.migrations (
      id text not null,
      step integer not null,
      steps integer not null,
      ordinal bigint not null generated always as identity,
      name text not null,
      parent text,
      sealed boolean not null,
      checksum text not null,
      file_sha256 text not null,
      down text,
      state text not null,
      fluxc text not null,
      applied_by text not null,
      started_at timestamptz not null,
      finished_at timestamptz,
      constraint migrations_pkey primary key (id, step)
    );
    comment on table fluxc.migrations is '{_FORM}';
  end if;
end
$$;
commit;
"""
_BEHIND: Final = {
    True: (SQL("pg_catalog.clock_timestamp()"), SQL("")),
    False: (SQL("null"), SQL(" on conflict (id, step) do update set state = excluded.state")),
}
_FORM_NOW: Final = (
    "select r is null, pg_catalog.obj_description(r, 'pg_class') from pg_catalog.to_regclass('fluxc.migrations') r"
)
_READ: Final = SQL(
    "select id, step, steps, ordinal, name, parent, sealed, checksum, file_sha256, state, fluxc"
    " from fluxc.migrations order by ordinal"
)


def read(connection: psycopg.Connection[Any]) -> tuple[Row, ...]:
    """Return every row in the order of application, none where there is no ledger; changes nothing.

    Raises OutsideError `newer-ledger` or `no-ledger-access`.
    """
    try:
        with connection.cursor(row_factory=class_row(Row)) as cursor:
            return tuple(cursor.execute(_READ))
    except (psycopg.errors.UndefinedTable, psycopg.errors.InvalidSchemaName):
        return ()
    except psycopg.errors.UndefinedColumn:
        raise _newer("another form") from None
    except psycopg.errors.InsufficientPrivilege as error:
        message = f"this user may not read the ledger fluxc.migrations: {error.diag.message_primary}"
        cure = "grant usage on schema fluxc and select on fluxc.migrations to it"
        raise OutsideError(Diagnostic("no-ledger-access", message, help=cure)) from None


def ensure(connection: psycopg.Connection[Any]) -> None:
    """Create the ledger where there is none, however many do so at once; raises OutsideError `newer-ledger`."""
    form = _form(connection)
    if form is None:
        connection.execute(_CREATE.encode())
        form = _form(connection)
    if form not in (None, "", _FORM):
        raise _newer(f"the form `{form[:40]}`")


def inserting(migration: Migration, step: int, state: str = DONE) -> str:
    """Return the statement that records a step; it belongs into the step's own transaction, if that has one."""
    values = (
        migration.id,
        step,
        len(migration.steps),
        migration.name,
        migration.parent,
        migration.sealed,
        migration.checksum,
        migration.raw_sha256,
        migration.down.text if step == 1 else None,
        state,
        fluxc.__version__,
    )
    return (
        SQL(
            "insert into fluxc.migrations (id, step, steps, name, parent, sealed, checksum, file_sha256, down, state,"
            " fluxc, applied_by, started_at, finished_at) values ({}, session_user, pg_catalog.now(), {}){};"
        )
        .format(_listed(values), *_BEHIND[state == DONE])
        .as_string(None)
    )


def finishing(migration: Migration, step: int) -> str:
    """Return the statement that records that a step which was started is done."""
    query = SQL(
        "update fluxc.migrations set state = {}, finished_at = pg_catalog.clock_timestamp()"
        " where id = {} and step = {};"
    )
    return query.format(DONE, migration.id, step).as_string(None)


def undoing(migration_id: str, steps: Iterable[int]) -> str:
    """Return the statement that records that steps are about to be undone outside a transaction."""
    query = SQL("update fluxc.migrations set state = {} where id = {} and step in ({});")
    return query.format(UNDOING, migration_id, _listed(steps)).as_string(None)


def deleting(migration_id: str, steps: Iterable[int]) -> str:
    """Return the statement that forgets steps; it belongs into the transaction that undoes them."""
    query = SQL("delete from fluxc.migrations where id = {} and step in ({});")
    return query.format(Literal(migration_id), _listed(steps)).as_string(None)


def kept_downs(connection: psycopg.Connection[Any], ids: Iterable[str]) -> dict[str, str]:
    """Return the text of the down that the ledger keeps, by id, for those that have one."""
    query = "select id, down from fluxc.migrations where step = 1 and down is not null and id = any(%s)"
    return dict(connection.execute(query, (list(ids),)).fetchall())


def refresh(connection: psycopg.Connection[Any], migrations: Iterable[Migration]) -> None:
    """Record that the same statements now stand in these files, sealed or not."""
    query = "update fluxc.migrations set sealed = %s, file_sha256 = %s, name = %s, parent = %s where id = %s"
    with connection.transaction():
        for migration in migrations:
            values = (migration.sealed, migration.raw_sha256, migration.name, migration.parent, migration.id)
            connection.execute(query, values)


def _form(connection: psycopg.Connection[Any]) -> str | None:
    """Return the comment on the ledger, empty where it has none, None where there is no ledger."""
    row = connection.execute(_FORM_NOW).fetchone()
    assert row is not None
    return None if row[0] else (row[1] or "")


def _listed(values: Iterable[object]) -> Composed:
    return SQL(", ").join(map(Literal, values))


def _newer(what: str) -> OutsideError:
    message = f"the ledger fluxc.migrations of this database has {what}, which fluxc {fluxc.__version__} does not know"
    cure = "a newer fluxc made it: pip install --upgrade fluxc"
    return OutsideError(Diagnostic("newer-ledger", message, help=cure))
