"""Collations with their locales, which servers keep in columns of another name with almost each version."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal

from fluxc.inspect.catalogue import Fact
from fluxc.inspect.scope import Kind
from fluxc.inspect.unsaid import Unsaid
from fluxc.inspect.wording import name_text
from fluxc.model.collation import Collation, Provider
from fluxc.model.names import qualified
from fluxc.model.state import Key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from fluxc.model.state import Object

_QUERY = """
select
  namespace.namespace, collated.collname::text as collation, collated.collprovider::text as provider,
  collated.collisdeterministic as deterministic, collated.collcollate::text as lc_collate,
  collated.collctype::text as lc_ctype, collated.collencoding = -1 as of_any_encoding,
  coalesce(to_jsonb(collated) ->> 'colllocale', to_jsonb(collated) ->> 'colliculocale') as locale,
  to_jsonb(collated) ->> 'collicurules' as rules, comment.description as comment
from pg_collation as collated
join namespace on namespace.oid = collated.collnamespace
left join pg_description as comment
  on comment.classoid = 'pg_collation'::regclass and comment.objoid = collated.oid
where not exists (
    select from pg_depend
    where classid = 'pg_collation'::regclass and objid = collated.oid and deptype = 'e'
  )
order by namespace.namespace collate "C", collated.collname collate "C"
"""

PROVIDERS: Final[dict[str, Provider | Literal["default"]]] = {"c": "libc", "i": "icu", "b": "builtin", "d": "default"}


def _fact(row: Mapping[str, Any]) -> Fact:
    provider = PROVIDERS[row["provider"]]
    attributes = {
        "provider": provider,
        "locale": locale_of(row),
        "lc_collate": row["lc_collate"] if provider == "libc" else None,
        "lc_ctype": row["lc_ctype"] if provider == "libc" else None,
        "encoding": "any" if provider == "libc" and row["of_any_encoding"] else None,
        "deterministic": row["deterministic"],
        "rules": row["rules"],
        "comment": row["comment"],
    }
    return Fact("collation", (row["namespace"], row["collation"]), attributes)


def locale_of(row: Mapping[str, Any]) -> str | None:
    """Return the one locale of a provider that has one; ICU's was kept with libc's before PostgreSQL 15."""
    if row["provider"] == "c":
        return None
    locale: str | None = row["locale"] or row["lc_collate"]
    return locale


def _objects(row: Mapping[str, Any]) -> Iterator[Object | Unsaid]:
    path = (row["namespace"], row["collation"])
    provider = PROVIDERS[row["provider"]]
    if provider == "default":
        yield Unsaid(Key(Collation.kind, path), _definition(row), undo=f"drop collation {qualified(*path)};")
        return
    both = row["lc_collate"], row["lc_ctype"]
    if provider == "libc" and row["of_any_encoding"]:  # only copies of the server's own "C" and "POSIX" are
        copied = name_text("pg_catalog", both[0])
        yield Collation(place=path[:-1], name=path[-1], doc=row["comment"], copied=copied)
        return
    apart = provider == "libc" and both[0] != both[1]
    yield Collation(
        place=path[:-1],
        name=path[-1],
        doc=row["comment"],
        provider=provider,
        locale=None if apart else both[0] if provider == "libc" else locale_of(row),
        lc_collate=both[0] if apart else None,
        lc_ctype=both[1] if apart else None,
        deterministic=row["deterministic"],
        rules=row["rules"],
    )


def _definition(row: Mapping[str, Any]) -> str:
    return f'create collation {qualified(row["namespace"], row["collation"])} from pg_catalog."default";'


COLLATION = Kind(_QUERY, _fact, _objects, _definition, present="exists (select from pg_collation where oid >= 16384)")
