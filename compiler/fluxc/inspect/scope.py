"""Which namespaces and relations belong to the catalogue of a project, and how a kind of object is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, LiteralString

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    import psycopg

    from fluxc.inspect.catalogue import Fact, Table
    from fluxc.inspect.unsaid import Unsaid
    from fluxc.model.state import Object

    Row = Mapping[str, Any]

LEDGER_NAMESPACE = "fluxc"

# Every query begins with these; names that begin with pg_ are reserved for the server. What an extension owns is its
# own business.
_SCOPE: LiteralString = """
with recursive namespace as (
    select oid, nspname::text as namespace
    from pg_namespace
    where nspname !~ '^pg_' and nspname <> 'information_schema' and nspname <> all (%(ignore)s::text[])
), relation as (
    select class.oid, class.relkind::text as relkind, namespace.namespace, class.relname::text as relation
    from pg_class as class
    join namespace on namespace.oid = class.relnamespace
    where class.relkind in ('r', 'p', 'v', 'm', 'S') and class.oid <> all (%(outside)s::oid[])
      and (%(only)s::oid[] is null or class.oid = any (%(only)s::oid[]))
      and not exists (
        select from pg_depend
        where classid = 'pg_class'::regclass and objid = class.oid and deptype = 'e'
      )
)
"""


def _nothing(_row: Row) -> Iterable[Object]:
    return ()


def _no_definition(_row: Row) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Kind:
    """One bulk query over the relations in scope, and the meaning of one of its rows.

    ``objects`` are those of a state that the row means, just as a schema that says them is compiled, and what of the
    row a state cannot say; ``definition`` is the SQL that makes them, in a table and with types that are there.
    ``before_15`` is the query for servers whose catalogue is another, ``present`` the condition without which no row
    can come of it: what users make has numbers from 16384 on.
    """

    query: LiteralString
    fact: Callable[[Row], Fact]
    objects: Callable[[Row], Iterable[Object | Unsaid]] = _nothing
    definition: Callable[[Row], str] = _no_definition
    before_15: LiteralString | None = None
    present: LiteralString = "true"

    def full_query(self, server_version: int) -> LiteralString:
        """Return the query with the scope before it, for a server.

        It takes the parameters ``ignore``, namespaces to leave out, ``outside``, numbers of relations to leave out,
        ``only``, those to which it keeps where it is not null, and ``objects``, whether rows are to say what only
        `objects` asks for.
        """
        old = self.before_15 is not None and server_version < 150000
        return full_query(self.before_15 if old and self.before_15 is not None else self.query)


def full_query(query: LiteralString) -> LiteralString:
    """Return a query with the scope before it; it takes the parameters ``ignore``, ``outside`` and ``only``."""
    return _SCOPE + query


# The sequence of a serial column has a name that nobody needs to know.
_NUMBERS: LiteralString = """
with named as (
  select class.oid
  from unnest(%s::text[], %s::text[]) as said (space, name)
  join pg_namespace as spaces on spaces.nspname = said.space
  join pg_class as class on class.relnamespace = spaces.oid and class.relname = said.name
)
select oid::int8 from named
union
select owned.objid::int8
from named
join pg_depend as owned on owned.refclassid = 'pg_class'::regclass and owned.refobjid = named.oid
  and owned.classid = 'pg_class'::regclass and owned.deptype in ('a', 'i')
join pg_class as class on class.oid = owned.objid and class.relkind = 'S'
"""


def numbers_of(connection: psycopg.Connection[Any], names: Collection[Table]) -> list[int]:
    """Return the numbers of the relations with these names, and of the sequences that they own."""
    said = [[name[0] for name in names], [name[1] for name in names]]
    return [number for (number,) in connection.execute(_NUMBERS, said, prepare=False)]
