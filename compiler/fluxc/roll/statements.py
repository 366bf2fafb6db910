"""What makes partitions and takes them away, as SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, LiteralString

from psycopg.sql import SQL, Composable, Composed, Identifier, Literal

from fluxc.roll.existing import DOOMED, FORMS

if TYPE_CHECKING:
    from datetime import datetime

    import psycopg

    from fluxc.roll.due import Change

# A partition that is made alone and then attached does not keep others from the table meanwhile. Comments, identity
# and extended statistics are what `create table … partition of` does not take over either.
_LIKE: Final[LiteralString] = "including all excluding comments excluding identity excluding statistics"
_PENDING: Final = """
select member.inhdetachpending
from pg_catalog.pg_inherits as member
join pg_catalog.pg_class as class on class.oid = member.inhrelid
join pg_catalog.pg_namespace as space on space.oid = class.relnamespace
where space.nspname = %s and class.relname = %s
"""


def creation(change: Change, connection: psycopg.Connection[Any]) -> str:
    """Return what makes a partition as the server would, in one transaction."""
    table = change.table
    create: LiteralString = "begin; create table {} (like {} " + _LIKE + ")"
    parts: list[Composable] = [SQL(create).format(_new(change), _old(change))]
    if table.method is not None:
        parts.append(SQL(" using {}").format(Identifier(table.method)))
    if table.tablespace is not None:
        parts.append(SQL(" tablespace {}").format(Identifier(table.tablespace)))
    parts.append(SQL(";"))
    if table.owner is not None:
        parts.append(SQL(" alter table {} owner to {};").format(_new(change), Identifier(table.owner)))
    assert change.span is not None
    low, high = (Literal(_bound(moment, table.type)) for moment in change.span)
    attach: LiteralString = " alter table {} attach partition {} for values from ({}) to ({}); commit;"
    parts.append(SQL(attach).format(_old(change), _new(change), low, high))
    return Composed(parts).as_string(connection)


def detaching(change: Change, connection: psycopg.Connection[Any]) -> str:
    """Return what detaches a partition, or ends the detaching of one; nothing where it is a partition no longer.

    It keeps nobody from the table, but where there is a default partition, with which the server cannot do that.
    """
    row = connection.execute(_PENDING, change.path, prepare=False).fetchone()
    if row is None:
        return "select;"
    how: LiteralString = "finalize;" if row[0] else ";" if change.table.has_default else "concurrently;"
    detach: LiteralString = "alter table {} detach partition {} "
    return SQL(detach + how).format(_old(change), _new(change)).as_string(connection)


def dropping(change: Change, connection: psycopg.Connection[Any]) -> str:
    """Return what drops a table that is no partition any more."""
    return SQL("drop table {};").format(_new(change)).as_string(connection)


def dooming(change: Change, connection: psycopg.Connection[Any], *, back: bool = False) -> str:
    """Return what marks a partition as one to be dropped, or gives it ``back`` the comment that it had."""
    had = change.there.comment if change.there is not None else None
    text = had if back else DOOMED
    return SQL("comment on table {} is {};").format(_new(change), Literal(text)).as_string(connection)


def _new(change: Change) -> Identifier:
    return Identifier(*change.path)


def _old(change: Change) -> Identifier:
    return Identifier(*change.table.rule.table)


def _bound(moment: datetime, type_name: str) -> str:
    return moment.strftime(FORMS[type_name])
