"""Which namespaces and relations belong to the catalogue of a project, and how a kind of object is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, LiteralString

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from fluxc.inspect.catalogue import Fact

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
    where class.relkind in ('r', 'p', 'v', 'm', 'S')
      and not exists (
        select from pg_depend
        where classid = 'pg_class'::regclass and objid = class.oid and deptype = 'e'
      )
)
"""


@dataclass(frozen=True, slots=True)
class Kind:
    """One bulk query over the relations in scope, and the meaning of one of its rows."""

    query: LiteralString
    fact: Callable[[Mapping[str, Any]], Fact]

    @property
    def full_query(self) -> LiteralString:
        """The query with the scope before it; it takes the parameter ``ignore``."""
        return _SCOPE + self.query
