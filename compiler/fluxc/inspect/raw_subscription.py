"""Subscriptions as statements: without the password of the connection, and disabled until somebody enables them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from fluxc.inspect.unsaid import Unsaid
from fluxc.model.literal import quoted
from fluxc.model.names import quote
from fluxc.model.state import Key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import psycopg

    Row = Mapping[str, Any]

_KIND: Final = "subscription"
_READABLE: Final = "select has_column_privilege('pg_subscription', 'subconninfo', 'select') as readable"
_QUERY: Final = """
select to_jsonb(item) as said, obj_description(item.oid, 'pg_subscription') as comment
from pg_subscription as item join pg_database as here on here.oid = item.subdbid
where here.datname = current_database()
order by item.subname collate "C"
"""
_NAMES: Final = """
select item.subname::text as name from pg_subscription as item join pg_database as here on here.oid = item.subdbid
where here.datname = current_database()
order by item.subname collate "C"
"""
_SECRET: Final = frozenset({"password", "sslpassword", "passfile", "oauth_client_secret"})
_STREAMING: Final = {"f": "off", "t": "on", "p": "parallel"}
_PHASES: Final = frozenset({"e", "p"})


def subscriptions(cursor: psycopg.Cursor[dict[str, Any]]) -> Iterator[Unsaid]:
    """Yield the subscriptions of a database; only their names where the connection must not be seen."""
    (row,) = cursor.execute(_READABLE, prepare=False).fetchall()
    if not row["readable"]:
        for found in cursor.execute(_NAMES, prepare=False).fetchall():
            yield Unsaid(Key(_KIND, (found["name"],)), "-- only a superuser may see how it is defined")
        return
    for found in cursor.execute(_QUERY, prepare=False).fetchall():
        yield from _unsaid(found["said"], found["comment"])


def _unsaid(said: Row, comment: str | None) -> Iterator[Unsaid]:
    key, name = Key(_KIND, (said["subname"],)), quote(said["subname"])
    connection, hidden = _connection(said["subconninfo"])
    publications = ", ".join(map(quote, said["subpublications"]))
    note = "-- the password of the connection is not written here\n" if hidden else ""
    up = f"{note}create subscription {name} connection {quoted(connection)}\n"
    up += f"  publication {publications} with ({', '.join(_options(said))});"
    up += f"\ncomment on subscription {name} is {quoted(comment)};" if comment is not None else ""
    down = f"alter subscription {name} disable;\nalter subscription {name} set (slot_name = none);\n"
    yield Unsaid(key, up, undo=f"{down}drop subscription {name};")
    if hidden:
        yield Unsaid(key, f"alter subscription {name} connection '…';", "password of its connection")
    if said["subenabled"]:
        yield Unsaid(key, f"alter subscription {name} enable;", "enabled")


def _connection(text: str) -> tuple[str, bool]:
    """Return a connection string without what may be a secret, and whether there was any."""
    import psycopg
    from psycopg.conninfo import conninfo_to_dict, make_conninfo

    try:
        found = {word: value for word, value in conninfo_to_dict(text).items() if value is not None}
    except psycopg.ProgrammingError:
        return "", True
    kept = {word: value for word, value in found.items() if word not in _SECRET}
    return (text, False) if len(kept) == len(found) else (make_conninfo("", **kept), True)


def _options(said: Row) -> Iterator[str]:
    slot = said["subslotname"]
    yield "connect = false"
    yield f"slot_name = {'none' if slot is None else quoted(slot)}"
    if said["subsynccommit"] != "off":
        yield f"synchronous_commit = {quoted(said['subsynccommit'])}"
    if said["subbinary"]:
        yield "binary = true"
    streaming = said["substream"]
    yield f"streaming = {_STREAMING[streaming] if isinstance(streaming, str) else 'on' if streaming else 'off'}"
    if said.get("subtwophasestate") in _PHASES:
        yield "two_phase = true"
    for column, option in (("subdisableonerr", "disable_on_error"), ("subrunasowner", "run_as_owner")):
        yield from (f"{option} = true",) if said.get(column) else ()
    if said.get("subfailover"):
        yield "failover = true"
    if said.get("subpasswordrequired") is False:
        yield "password_required = false"
    if said.get("suborigin") not in {None, "any"}:
        yield f"origin = {quoted(said['suborigin'])}"
