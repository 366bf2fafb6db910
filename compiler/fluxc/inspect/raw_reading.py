"""What a database holds and the language has no words for, as statements that make it and take it away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, LiteralString

from fluxc.inspect.privileges import UNSAID, held_of
from fluxc.inspect.raw_foreign import table_statements
from fluxc.inspect.raw_query import SAID
from fluxc.inspect.raw_subscription import subscriptions
from fluxc.inspect.scope import full_query
from fluxc.inspect.unsaid import Unsaid
from fluxc.model.literal import quoted
from fluxc.model.names import qualified, quote
from fluxc.model.state import Key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import psycopg

    Row = Mapping[str, Any]
    Held = Mapping[tuple[str, tuple[str, ...]], Row]

_CALLED: Final = {"foreign_data_wrapper": "foreign data wrapper", "foreign_server": "foreign server"}


def raw_unsaid(
    connection: psycopg.Connection[Any],
    scope: Mapping[str, object],
    others: Sequence[Row],
    privileges: Iterable[Row],
    *,
    owners: bool,
) -> list[Unsaid]:
    """Return the objects that ``others`` tell of, with comments, the privileges on them, and their ``owners``."""
    from psycopg.rows import dict_row

    cursor = connection.cursor(row_factory=dict_row)
    kinds = {row["kind"] for row in others}
    held = {(row["kind"], tuple(row["path"])): row for row in privileges if row["kind"] in UNSAID}
    parts: list[LiteralString] = [_part(*said) for said in SAID if said[0] in kinds]
    found: list[Unsaid] = []
    if parts:
        query = full_query("\nunion all\n".join(parts))
        rows = cursor.execute(query, scope, prepare=False).fetchall()
        found = [item for row in rows for item in _unsaid(row, held, owners=owners)]
    if "subscription" in kinds:
        found += subscriptions(cursor)
    return [*found, *(_label(row) for row in others if row["kind"] == "security label")]


def _label(row: Row) -> Unsaid:
    kind, name, provider = row["path"]
    head = f"security label for {quote(provider)} on {kind} {name} is"
    key = Key("security label", tuple(row["path"]))
    return Unsaid(key, f"{head} {quoted(row['attributes']['label'])};", undo=f"{head} null;")


def _part(kind: LiteralString, catalogue: LiteralString, query: LiteralString) -> LiteralString:
    where = f"classid = 'pg_catalog.{catalogue}'::regclass and objid = own.oid and deptype in ('e', 'i')"
    return f"""(
      select '{kind}' as kind, own.space, own.path, own.called, own.up, own.needs, own.hidden,
        (select rolname::text from pg_roles where oid = own.owner and rolname <> current_user) as owner, (
        select description from pg_description
        where classoid = 'pg_catalog.{catalogue}'::regclass and objoid = own.oid and objsubid = 0) as comment
      from ({query}) as own (oid, space, path, called, up, needs, owner, hidden)
      where own.oid >= 16384 and not exists (select from pg_depend where {where})
      order by own.path collate "C"
    )"""  # noqa: S608  # literals alone


def _unsaid(row: Row, held: Held, *, owners: bool) -> Iterator[Unsaid]:
    key = Key(row["kind"], tuple(row["path"]))
    up: Any = row["up"]
    made: list[str] = table_statements(_name(key), up) if key.kind == "foreign table" else list(up)
    if row["comment"] is not None:
        made.append(f"comment on {row['called']} is {quoted(row['comment'])}")
    made.extend(_grants(key, held))
    if owners and row["owner"] is not None:
        made.append(f"alter {row['called']} owner to {quote(row['owner'])}")
    # a line break in a name must not end the comment
    shown = (" ".join(name.split()) for name in row["hidden"] or ())
    note = "".join(f"-- option {name} may hold a secret and is not written here\n" for name in shown)
    needs = tuple(Key(kind, tuple(path)) for kind, *path in row["needs"])
    undo = f"drop {row['called']}{' cascade' if len(made) > 1 and key.kind == 'base type' else ''};"
    yield Unsaid(key, note + _ended(made), undo=undo, space=row["space"], needs=needs)
    for name in row["hidden"] or ():
        yield Unsaid(key, f"alter {row['called']} options (add {quote(name)} '…');", f"option {name}")


def _ended(statements: Iterable[str]) -> str:
    return "\n".join(f"{text.strip()};" for text in statements)


def _name(key: Key) -> str:
    return qualified(*key.path)


def _grants(key: Key, held: Held) -> Iterator[str]:
    """Yield what grants and revokes privileges on an object and on its columns."""
    kind = key.kind.replace("-", "_").replace(" ", "_")
    for (of, path), row in held.items():
        if of == kind and path == key.path:
            target = {"foreign_table": "table", "base_type": "type"}.get(kind, _CALLED.get(kind, kind))
            yield from _changes(f"{target} {_name(key)}", row, "")
        elif of == f"{kind}_column" and path[:-1] == key.path:
            yield from _changes(f"table {_name(key)}", row, f" ({quote(path[-1])})")


def _changes(target: str, row: Row, columns: str) -> Iterator[str]:
    for role, now, standard in held_of(row):
        who = {"public": "public", "$owner": "current_user"}.get(role, quote(role))
        gone = [name for name in standard[0] if name not in now[0]]
        if gone:
            yield f"revoke {', '.join(f'{name}{columns}' for name in gone)} on {target} from {who}"
        for grantable in (False, True):
            usual = standard[1] if grantable else standard[0]
            more = [f"{name}{columns}" for name in now[0] if (name in now[1]) is grantable and name not in usual]
            if more:
                yield f"grant {', '.join(more)} on {target} to {who}{' with grant option' if grantable else ''}"
