"""Views and materialized views with their queries, options, and what is said of their columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from fluxc.inspect.catalogue import Fact
from fluxc.inspect.column_state import COMPRESSION, STORAGE
from fluxc.inspect.scope import Kind
from fluxc.inspect.table import USUAL_METHOD
from fluxc.inspect.wording import parameters_of
from fluxc.model.expression import canonical

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from fluxc.model.state import Object
    from fluxc.model.view import CheckOption, ColumnSettings, Switch

# The columns are gathered with their types: the text of a query does not tell those of what it reads. The pretty text
# is for people and the other one for comparison, since it is the one that the server reads back for sure.
_QUERY = """
select
  relation.namespace, relation.relation, relation.relkind,
  pg_get_viewdef(class.oid) as definition, pg_get_viewdef(class.oid, true) as pretty,
  array(select setting from unnest(class.reloptions) as setting order by setting collate "C") as options,
  tablespace.spcname::text as tablespace, method.amname::text as method, comment.description as comment,
  member.columns, member.comments, member.defaults, member.settings
from relation
join pg_class as class on class.oid = relation.oid
left join pg_tablespace as tablespace on tablespace.oid = class.reltablespace
left join pg_am as method on method.oid = class.relam
left join pg_description as comment
  on comment.classoid = 'pg_class'::regclass and comment.objoid = class.oid and comment.objsubid = 0
left join lateral (
  select
    string_agg(
      quote_ident(attribute.attname) || ' ' || format_type(attribute.atttypid, attribute.atttypmod)
        || case
          when attribute.attcollation <> type.typcollation then ' collate ' || attribute.attcollation::regcollation
          else ''
        end,
      ', ' order by attribute.attnum
    ) as columns,
    json_object_agg(attribute.attname, note.description) filter (where note.description is not null) as comments,
    json_object_agg(attribute.attname, pg_get_expr(value.adbin, value.adrelid)) filter (where value.oid is not null)
      as defaults,
    json_object_agg(
      attribute.attname, json_build_array(
        nullif(attribute.attstorage, type.typstorage), nullif(attribute.attcompression::text, ''),
        nullif(attribute.attstattarget::integer, -1), attribute.attoptions
      )
    ) filter (
      where nullif(attribute.attstattarget::integer, -1) is not null or attribute.attcompression::text <> ''
        or attribute.attstorage <> type.typstorage or attribute.attoptions is not null
    ) as settings
  from pg_attribute as attribute
  join pg_type as type on type.oid = attribute.atttypid
  left join pg_attrdef as value on value.adrelid = attribute.attrelid and value.adnum = attribute.attnum
  left join pg_description as note
    on note.classoid = 'pg_class'::regclass and note.objoid = attribute.attrelid and note.objsubid = attribute.attnum
  where attribute.attrelid = class.oid and attribute.attnum > 0 and not attribute.attisdropped
) as member on true
where relation.relkind in ('v', 'm')
"""

_KINDS = {"v": "view", "m": "materialized view"}
_TRUE = frozenset({"true", "on", "yes", "1"})
_WORDS = frozenset({"on", "off", "yes", "no", "1", "0", "false"})
_BOOLEAN = frozenset({"security_barrier", "security_invoker"})


def _fact(row: Mapping[str, Any]) -> Fact:
    name = (row["namespace"], row["relation"])
    attributes = {
        "definition": row["definition"],
        "columns": row["columns"],
        "options": ", ".join(f"{option}={value}" for option, value in _options(row)) or None,
        "column comments": _said(row["comments"]),
        "column defaults": _said(row["defaults"]),
        "column settings": _settings_text(_kept(row)) if row["relkind"] == "m" else None,
        "tablespace": row["tablespace"],
        "access method": row["method"],
        "comment": row["comment"],
    }
    return Fact(_KINDS[row["relkind"]], name, attributes, name)


def _options(row: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return the options by name, with booleans in one spelling and without those that say what holds anyway."""
    pairs = (option.partition("=")[::2] for option in row["options"])
    return [
        (name, "true" if name in _BOOLEAN else value)
        for name, value in pairs
        if name not in _BOOLEAN or value.lower() in _TRUE
    ]


def _switch(row: Mapping[str, Any], name: str) -> Switch:
    """Return an option as the word in which the server keeps it, its usual ones as what they mean."""
    said = dict(option.partition("=")[::2] for option in row["options"]).get(name, "")
    return cast("Switch", said) if said in _WORDS else said.lower() in _TRUE


def _said(by_column: Mapping[str, str] | None) -> str | None:
    """Return what is said of columns as one text."""
    return "; ".join(f"{name}: {text}" for name, text in sorted(by_column.items())) if by_column else None


def _kept(row: Mapping[str, Any]) -> dict[str, list[Any]]:
    """Return how columns are kept, by their names: storage, compression, statistics and options."""
    return cast("dict[str, list[Any]]", row["settings"] or {})


def _settings_text(by_column: Mapping[str, list[Any]]) -> str | None:
    """Return how columns are kept as one text."""
    return _said({name: " ".join(str(each) for each in kept if each is not None) for name, kept in by_column.items()})


def _settings(
    storage: str | None, compression: str | None, statistics: int | None, options: list[str] | None
) -> ColumnSettings:
    from fluxc.model.view import ColumnSettings

    return ColumnSettings(
        storage=STORAGE[storage],
        compression=COMPRESSION[compression],
        statistics=statistics,
        options=tuple(sorted(parameters_of(options))),
    )


def _objects(row: Mapping[str, Any]) -> Iterator[Object]:
    """Yield the view of a row; its query is the pretty one, in which every name is qualified."""
    from fluxc.model.query import stripped
    from fluxc.model.view import MaterializedView, View

    common: dict[str, Any] = {
        "place": (row["namespace"],),
        "name": row["relation"],
        "doc": row["comment"],
        "query": stripped(row["pretty"]),
        "column_docs": tuple(sorted(cast("dict[str, str]", row["comments"] or {}).items())),
    }
    options, defaults = dict(_options(row)), cast("dict[str, str]", row["defaults"] or {})
    if row["relkind"] == "m":
        yield MaterializedView(
            **common,
            parameters=tuple(sorted(options.items())),
            tablespace=row["tablespace"],
            method=None if row["method"] == USUAL_METHOD else row["method"],
            settings=tuple((name, _settings(*kept)) for name, kept in sorted(_kept(row).items())),
        )
        return
    yield View(
        **common,
        security_barrier=_switch(row, "security_barrier"),
        security_invoker=_switch(row, "security_invoker"),
        check_option=cast("CheckOption | None", options.get("check_option")),
        column_defaults=tuple(sorted((column, canonical(text)) for column, text in defaults.items())),
    )


VIEW = Kind(
    _QUERY, _fact, _objects, present="exists (select from pg_class where relkind in ('v', 'm') and oid >= 16384)"
)
