"""Columns of tables, with their not-null constraints, which have no name of their own here."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, LiteralString

from fluxc.inspect.catalogue import Fact
from fluxc.inspect.counting import COUNTED, DRAWING, counting, is_serial
from fluxc.inspect.scope import Kind
from fluxc.inspect.unsaid import Unsaid
from fluxc.inspect.wording import default_text, expression_text, name_text, type_text
from fluxc.model.column import Column, Compression, Identity, Storage
from fluxc.model.literal import quoted
from fluxc.model.names import qualified, quote, sequence_name
from fluxc.model.state import Key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from fluxc.model.state import Object

# Only PostgreSQL 18 keeps not-null constraints in pg_constraint; before, that join finds nothing. The statistics target
# "none set" is null from 17 on and -1 before. What few columns have is asked for by subqueries: where the catalogue was
# never analysed, joins to it are planned as if there were one column, and take quadratic time. A column may own several
# sequences: the one behind its identity counts, or else the one that its default draws from.
_QUERY: Final[LiteralString] = f"""
, owned as (
  select distinct on (owner.refobjid, owner.refobjsubid)
    owner.refobjid as owner, owner.refobjsubid as number, class.relname::text as sequence,
    class.oid::regclass::text as quoted_sequence, {DRAWING} as drawing, class.relnamespace as home,
    class.relpersistence as persistence, obj_description(class.oid, 'pg_class') as sequence_comment, {COUNTED}
  from pg_sequence as sequence
  join pg_class as class on class.oid = sequence.seqrelid
  join pg_depend as owner
    on owner.classid = 'pg_class'::regclass and owner.objid = class.oid and owner.objsubid = 0
    and owner.refclassid = 'pg_class'::regclass and owner.refobjsubid > 0 and owner.deptype in ('a', 'i')
  order by owner.refobjid, owner.refobjsubid, owner.deptype = 'a', not exists (
    select from pg_depend as draws join pg_attrdef as value on value.oid = draws.objid
    where draws.classid = 'pg_attrdef'::regclass and draws.refclassid = 'pg_class'::regclass
      and draws.refobjid = class.oid and value.adrelid = owner.refobjid and value.adnum = owner.refobjsubid
  ), class.relname
)
select
  relation.namespace, relation.relation, attribute.attname::text as column, attribute.attnum as position,
  attribute.attislocal as local,
  format_type(attribute.atttypid, attribute.atttypmod) as type,
  case
    when innermost.typnamespace = 'pg_catalog'::regnamespace then 'server'
    when exists (
      select from pg_depend
      where classid = 'pg_type'::regclass and objid = innermost.oid and deptype = 'e'
    ) then 'extension'
    when innermost.typnamespace in (select oid from namespace) then innermost.typtype::text
  end as type_source,
  case when type.typtype = 'd' then format_type(type.typbasetype, type.typtypmod) end as base,
  attribute.attnotnull as not_null, not_null.conname::text as not_null_name,
  not_null.convalidated as validated, not_null.connoinherit as no_inherit,
  attribute.attidentity::text as identity, attribute.attgenerated::text as generated,
  pg_get_expr(value.adbin, value.adrelid) as expression,
  case when attribute.attcollation <> type.typcollation then array(
    select unnest(array[home.nspname::text, collated.collname::text])
    from pg_collation as collated
    join pg_namespace as home on home.oid = collated.collnamespace
    where collated.oid = attribute.attcollation
  ) end as collation,
  case when attribute.attstorage <> type.typstorage then attribute.attstorage::text end as storage,
  nullif(attribute.attcompression::text, '') as compression,
  nullif(attribute.attstattarget::integer, -1) as statistics,
  (
    select string_agg(setting, ', ' order by setting collate "C")
    from unnest(attribute.attoptions) as setting
  ) as parameters,
  owned.sequence, owned.quoted_sequence, owned.drawing, owned.sequence_comment, owned.sequence_type, owned.start,
  owned.increment, owned.minimum, owned.maximum, owned.cache, owned.cycle,
  owned.persistence = 'u' as sequence_unlogged, owned.persistence <> class.relpersistence as persists_otherwise,
  owned.home = class.relnamespace and owned.persistence = class.relpersistence
    and owned.sequence_comment is null as beside,
  (
    select description
    from pg_description
    where classoid = 'pg_class'::regclass and objoid = relation.oid and objsubid = attribute.attnum
  ) as comment
from relation
join pg_class as class on class.oid = relation.oid
join pg_attribute as attribute
  on attribute.attrelid = relation.oid and attribute.attnum > 0 and not attribute.attisdropped
join pg_type as type on type.oid = attribute.atttypid
join pg_type as innermost
  on innermost.oid = case when type.typcategory = 'A' and type.typelem <> 0 then type.typelem else type.oid end
left join pg_attrdef as value on value.adrelid = relation.oid and value.adnum = attribute.attnum
left join pg_constraint as not_null
  on not_null.conrelid = relation.oid and not_null.contype = 'n' and not_null.conkey[1] = attribute.attnum
left join owned on owned.owner = relation.oid and owned.number = attribute.attnum
where relation.relkind in ('r', 'p')
order by relation.namespace collate "C", relation.relation collate "C", attribute.attnum
"""  # noqa: S608 - every piece is a literal of this program

_IDENTITY: Final[dict[str, Identity | None]] = {"": None, "a": "always", "d": "by default"}
_GENERATION: Final = {"": None, "s": "stored", "v": "virtual"}
_STORAGE: Final[dict[str | None, Storage | None]] = {
    None: None,
    "p": "plain",
    "e": "external",
    "m": "main",
    "x": "extended",
}
_COMPRESSION: Final[dict[str | None, Compression | None]] = {None: None, "p": "pglz", "l": "lz4"}


def _fact(row: Mapping[str, Any]) -> Fact:
    generated = bool(row["generated"])
    attributes = {
        "type": row["type"],
        "nullability": _nullability(row),
        "default": None if generated else row["expression"],
        "generated": row["expression"] if generated else None,
        "generation": _GENERATION[row["generated"]],
        "identity": _IDENTITY[row["identity"]],
        "collation": qualified(*row["collation"]) if row["collation"] else None,
        "storage": _STORAGE[row["storage"]],
        "compression": _COMPRESSION[row["compression"]],
        "statistics": row["statistics"],
        "parameters": row["parameters"],
        "comment": row["comment"],
    }
    table = (row["namespace"], row["relation"])
    return Fact("column", (*table, row["column"]), attributes, table, row["position"])


def _nullability(row: Mapping[str, Any]) -> str:
    if not row["not_null"]:
        return "nullable"
    not_valid = ", not valid" if row["validated"] is False else ""
    no_inherit = ", no inherit" if row["no_inherit"] else ""
    return f"not null{not_valid}{no_inherit}"


_SAYABLE: Final = frozenset({"server", "extension", "e", "d", "c", "r", "m"})
"""The sources of types that a state can say: the server, extensions, and the kinds of type that a schema declares."""


def _objects(row: Mapping[str, Any]) -> Iterator[Object | Unsaid]:
    path = (row["namespace"], row["relation"], row["column"])
    key = Key(Column.kind, path)
    found = type_text(row["type"]) if row["type_source"] in _SAYABLE else None
    if found is None:
        yield Unsaid(key, _definition(row))
        return
    yield _column(row, path, found)
    yield from _unsaid(row, key)


def _column(row: Mapping[str, Any], path: tuple[str, ...], type_name: str) -> Column:
    expression, identity = row["expression"], _IDENTITY[row["identity"]]
    generated = expression_text(expression) if row["generated"] else None
    serial = default = None
    if expression is not None and generated is None:
        serial = row["not_null"] and is_serial(
            row, table=path[1], column=path[2], type_name=type_name, default=expression
        )
        default = None if serial else default_text(expression, type_text(row["base"] or "") or type_name)
    return _like(
        row["comment"],
        type_name,
        not row["not_null"],
        default,
        identity,
        bool(serial),
        generated,
        row["generated"] == "v",
        name_text(*row["collation"]) if row["collation"] else None,
        _STORAGE[row["storage"]],
        _COMPRESSION[row["compression"]],
        row["statistics"],
        counting(row) if identity else None,
        row["sequence"] if identity and row["sequence"] != sequence_name(*path[1:]) else None,
    ).at(*path)


_ATTRIBUTES: Final = (
    *("doc", "type", "nullable", "default", "identity", "serial", "generated", "virtual", "collation", "storage"),
    *("compression", "statistics", "counting", "sequence_name"),
)


@lru_cache(maxsize=4096)
def _like(*attributes: object) -> Column:
    """Return a column with these attributes: columns by the thousand differ in nothing but their names."""
    return Column.model_validate({"name": "like", **dict(zip(_ATTRIBUTES, attributes, strict=True))})


def _unsaid(row: Mapping[str, Any], key: Key) -> Iterator[Unsaid]:
    """Yield what of a column a state cannot say."""
    column = f"alter table {qualified(*key.path[:-1])} alter column {quote(key.path[-1])}"
    if row["parameters"]:
        yield Unsaid(key, f"{column} set ({row['parameters']});", "parameters")
    if row["not_null"] and (row["no_inherit"] or row["validated"] is False):
        yield Unsaid(key, _not_null(row, key, column), _nullability(row))
    if row["identity"]:
        yield from _unsaid_sequence(row, key)


def _not_null(row: Mapping[str, Any], key: Key, column: str) -> str:
    added = f"add constraint {quote(row['not_null_name'])} not null {quote(key.path[-1])}"
    flags = f"{' no inherit' if row['no_inherit'] else ''}{'' if row['validated'] else ' not valid'}"
    return f"{column} drop not null;\nalter table {qualified(*key.path[:-1])} {added}{flags};"


def _unsaid_sequence(row: Mapping[str, Any], key: Key) -> Iterator[Unsaid]:
    sequence = row["quoted_sequence"]
    if row["sequence_type"] != row["type"]:
        yield Unsaid(key, f"alter sequence {sequence} as {row['sequence_type']};", "type of its sequence")
    if row["persists_otherwise"]:
        change = "unlogged" if row["sequence_unlogged"] else "logged"
        yield Unsaid(key, f"alter sequence {sequence} set {change};", "persistence of its sequence")
    if row["sequence_comment"] is not None:
        comment = quoted(row["sequence_comment"])
        yield Unsaid(key, f"comment on sequence {sequence} is {comment};", "comment of its sequence")


def _definition(row: Mapping[str, Any]) -> str:
    if not row["local"]:
        return ""  # comes from the parent
    table, column = qualified(row["namespace"], row["relation"]), quote(row["column"])
    said = [f"alter table {table} add column {column} {row['type']}"]
    if row["collation"]:
        said.append(f"collate {qualified(*row['collation'])}")
    if row["generated"]:
        said.append(f"generated always as ({row['expression']}) {_GENERATION[row['generated']]}")
    elif row["expression"]:
        said.append(f"default {row['expression']}")
    if row["identity"]:
        said.append(f"generated {_IDENTITY[row['identity']]} as identity")
    if row["not_null"]:
        said.append("not null")
    return " ".join(said) + ";"


COLUMN = Kind(_QUERY, _fact, _objects, _definition)
