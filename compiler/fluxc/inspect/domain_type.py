"""Domain types with their constraints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.inspect.catalogue import Fact
from fluxc.inspect.scope import Kind
from fluxc.inspect.unsaid import Unsaid
from fluxc.inspect.wording import default_text, expression_text, name_text, type_text
from fluxc.model.domain_type import DomainCheck, DomainType
from fluxc.model.names import not_null_name, qualified, quote
from fluxc.model.state import Key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from fluxc.model.state import Object

# From 18 on, as for tables, the name of the constraint that refuses nulls counts.
_QUERY = """
select
  namespace.namespace, type.typname::text as type, format_type(type.typbasetype, type.typtypmod) as base,
  type.typnotnull as not_null, (
    select conname::text from pg_constraint
    where contypid = type.oid and contype = 'n' and current_setting('server_version_num')::integer >= 180000
  ) as not_null_name,
  coalesce(pg_get_expr(type.typdefaultbin, 0), type.typdefault) as default,
  case when type.typcollation <> base.typcollation then
    quote_ident(collation_namespace.nspname) || '.' || quote_ident(collated.collname)
  end as collation,
  collation_namespace.nspname::text as collation_namespace, collated.collname::text as collation_name,
  comment.description as comment, checks.expressions, checks.valid, checks.names, checks.definitions, checks.comments
from pg_type as type
join namespace on namespace.oid = type.typnamespace
join pg_type as base on base.oid = type.typbasetype
left join pg_collation as collated on collated.oid = type.typcollation
left join pg_namespace as collation_namespace on collation_namespace.oid = collated.collnamespace
left join pg_description as comment on comment.classoid = 'pg_type'::regclass and comment.objoid = type.oid
left join lateral (
  select
    array_agg(entry.conname::text order by entry.conname) as names,
    array_agg(pg_get_constraintdef(entry.oid) order by entry.conname) as definitions,
    array_agg(pg_get_expr(entry.conbin, 0) order by entry.conname) as expressions,
    array_agg(entry.convalidated order by entry.conname) as valid,
    array_agg(said.description order by entry.conname) as comments
  from pg_constraint as entry
  left join pg_description as said on said.classoid = 'pg_constraint'::regclass and said.objoid = entry.oid
  where entry.contypid = type.oid and entry.contype = 'c'
) as checks on true
where type.typtype = 'd'
  and not exists (
    select from pg_depend
    where classid = 'pg_type'::regclass and objid = type.oid and deptype = 'e'
  )
order by namespace.namespace collate "C", type.typname collate "C"
"""

_NOT_VALID = " NOT VALID"


def _fact(row: Mapping[str, Any]) -> Fact:
    checks = zip(row["names"] or (), row["definitions"] or (), row["comments"] or (), strict=True)
    attributes: dict[str, Any] = {
        "type": row["base"],
        "nullability": "not null" if row["not_null"] else "nullable",
        "not-null constraint": _not_null(row),
        "default": row["default"],
        "collation": row["collation"],
        "comment": row["comment"],
    }
    for name, definition, comment in checks:
        attributes[f"check {name}"] = definition.removesuffix(_NOT_VALID)
        attributes[f"validity of check {name}"] = "not valid" if definition.endswith(_NOT_VALID) else None
        attributes[f"comment of check {name}"] = comment
    return Fact("domain type", (row["namespace"], row["type"]), attributes)


def _not_null(row: Mapping[str, Any]) -> str | None:
    """Return the name of the constraint that refuses nulls, where it is not the usual one."""
    name: str | None = row["not_null_name"]
    return name if name != not_null_name(row["type"], None) else None


def _objects(row: Mapping[str, Any]) -> Iterator[Object | Unsaid]:
    path = (row["namespace"], row["type"])
    found = type_text(row["base"])
    if found is None:
        yield Unsaid(Key(DomainType.kind, path), _definition(row), undo=f"drop domain {qualified(*path)};")
        return
    columns = (row[name] or () for name in ("names", "expressions", "valid", "comments"))
    checks = [
        DomainCheck(name=name, expression=expression_text(text), valid=valid, doc=doc)
        for name, text, valid, doc in zip(*columns, strict=True)
    ]
    yield DomainType(
        place=path[:-1],
        name=path[-1],
        doc=row["comment"],
        type=found,
        nullable=not row["not_null"],
        not_null=_not_null(row),
        default=default_text(row["default"], found) if row["default"] is not None else None,
        collation=name_text(row["collation_namespace"], row["collation_name"]) if row["collation"] else None,
        checks=tuple(sorted(checks, key=lambda check: check.name)),
    )


def _definition(row: Mapping[str, Any]) -> str:
    said = [f"create domain {qualified(row['namespace'], row['type'])} as {row['base']}"]
    said += [f"collate {row['collation']}"] if row["collation"] else []
    said += [f"default {row['default']}"] if row["default"] is not None else []
    said += ["not null"] if row["not_null"] else []
    pairs = zip(row["names"] or (), row["definitions"] or (), strict=True)
    said += [f"constraint {quote(name)} {text}" for name, text in pairs]
    return " ".join(said) + ";"


DOMAIN_TYPE = Kind(
    _QUERY, _fact, _objects, _definition, present="exists (select from pg_type where typtype = 'd' and oid >= 16384)"
)
