"""Foreign-data wrappers, servers, mappings of users and foreign tables as statements; without passwords."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, LiteralString

from fluxc.model.literal import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ENABLED: Final = {"D": "disable %", "R": "enable replica %", "A": "enable always %"}
"""How triggers are set to fire otherwise than usual, ``%`` standing for the word before their name."""

# What may be a secret in the options of anything but a mapping of users, and what is none in those of a mapping.
SECRET: Final[LiteralString] = "'(pass|pwd|secret|token|credential|private|(api|access|account|shared)_?key)'"  # noqa: S105  # a pattern of names
_HARMLESS: Final[LiteralString] = "'^(user|username|user_name|remote_user|role)$'"


def _options(options: LiteralString, *, mapping: bool = False) -> LiteralString:
    """Return the SQL of an ``options`` clause, empty where there are none to be said."""
    name: LiteralString = "split_part(said, '=', 1)"
    kept = f"{name} ~* {_HARMLESS}" if mapping else f"{name} !~* {SECRET}"
    return f"""coalesce((
      select ' options (' || string_agg(
        format('%%I %%L', {name}, substr(said, strpos(said, '=') + 1)), ', ' order by number) || ')'
      from unnest({options}) with ordinality as option (said, number) where {kept}
    ), '')"""  # noqa: S608  # literals alone


def _hidden(options: LiteralString, *, mapping: bool = False) -> LiteralString:
    """Return the SQL of the names of the options that are not said."""
    name: LiteralString = "split_part(said, '=', 1)"
    kept = f"{name} !~* {_HARMLESS}" if mapping else f"{name} ~* {SECRET}"
    return f"(select array_agg({name} order by number) from unnest({options}) with ordinality as option (said, number) where {kept})"  # noqa: E501, S608


_WRAPPER: Final[LiteralString] = f"""
  select item.oid, null::text, array[item.fdwname::text], 'foreign data wrapper ' || quote_ident(item.fdwname),
    to_jsonb(array['create foreign data wrapper ' || quote_ident(item.fdwname)
      || coalesce(' handler ' || nullif(item.fdwhandler, 0)::regproc, '')
      || coalesce(' validator ' || nullif(item.fdwvalidator, 0)::regproc, '') || {_options("item.fdwoptions")}]),
    '[]'::jsonb, item.fdwowner, {_hidden("item.fdwoptions")}
  from pg_foreign_data_wrapper as item
"""  # noqa: S608  # literals alone
_SERVER: Final[LiteralString] = f"""
  select item.oid, null, array[item.srvname::text], 'server ' || quote_ident(item.srvname),
    to_jsonb(array['create server ' || quote_ident(item.srvname)
      || coalesce(' type ' || quote_literal(item.srvtype), '')
      || coalesce(' version ' || quote_literal(item.srvversion), '')
      || ' foreign data wrapper ' || quote_ident(wrapper.fdwname) || {_options("item.srvoptions")}]),
    jsonb_build_array(jsonb_build_array('foreign-data wrapper', wrapper.fdwname)), item.srvowner,
    {_hidden("item.srvoptions")}
  from pg_foreign_server as item join pg_foreign_data_wrapper as wrapper on wrapper.oid = item.srvfdw
"""  # noqa: S608  # literals alone
_MAPPING: Final[LiteralString] = f"""
  select item.umid, null, array[item.srvname::text, item.usename::text],
    'user mapping for ' || subject.name || ' server ' || quote_ident(item.srvname),
    to_jsonb(array['create user mapping for ' || subject.name || ' server ' || quote_ident(item.srvname)
      || {_options("item.umoptions", mapping=True)}]),
    jsonb_build_array(jsonb_build_array('foreign server', item.srvname)), null::oid,
    {_hidden("item.umoptions", mapping=True)}
  from pg_user_mappings as item
  cross join lateral (select case item.umuser when 0 then 'public' else quote_ident(item.usename) end) as subject (name)
"""  # noqa: S608  # literals alone
_TABLE: Final[LiteralString] = f"""
  select item.oid, namespace.namespace, array[namespace.namespace, item.relname::text],
    'foreign table ' || item.oid::regclass,
    jsonb_build_object(
      'server', quote_ident(server.srvname), 'options', {_options("detail.ftoptions")},
      'bound', pg_get_expr(item.relpartbound, item.oid),
      'parents', (select jsonb_agg(inhparent::regclass::text order by inhseqno) from pg_inherits
        where inhrelid = item.oid),
      'columns', (
        select jsonb_agg(jsonb_build_object(
          'name', quote_ident(attname), 'type', format_type(atttypid, atttypmod), 'local', attislocal,
          'options', {_options("attfdwoptions")}, 'not null', attnotnull, 'kept', kept.conname, 'constraint',
          quote_ident(nullif(kept.conname, item.relname || '_' || attname || '_not_null')),
          'inherited', (select jsonb_build_object('not null', bool_or(theirs.attnotnull),
              'expression', max(pg_get_expr(usual.adbin, usual.adrelid)),
              'constraint', (select named.conname from pg_constraint as named where named.conrelid = min(inhparent)
                and named.contype = 'n' and named.conkey = array[min(theirs.attnum)]))
            from pg_inherits
            join pg_attribute as theirs on theirs.attrelid = inhparent and theirs.attname = own.attname
            left join pg_attrdef as usual on usual.adrelid = theirs.attrelid and usual.adnum = theirs.attnum
            where inhrelid = item.oid),
          'collation', case when attcollation <> type.typcollation then attcollation::regcollation::text end,
          'generated', attgenerated, 'expression', pg_get_expr(adbin, adrelid),
          'changes', array_remove(array[
            case when attstattarget >= 0 then 'set statistics ' || attstattarget end,
            'set (' || array_to_string(attoptions, ', ') || ')',
            case when attstorage <> type.typstorage then 'set storage ' || case attstorage when 'p' then 'plain'
              when 'e' then 'external' when 'x' then 'extended' else 'main' end end
          ], null),
          'comment', col_description(attrelid, attnum)) order by attnum)
        from pg_attribute as own
        join pg_type as type on type.oid = atttypid
        left join pg_attrdef on adrelid = attrelid and adnum = attnum
        left join pg_constraint as kept
          on kept.conrelid = attrelid and kept.contype = 'n' and kept.conkey = array[attnum]
        where attrelid = item.oid and attnum > 0 and not attisdropped),
      'checks', (
        select jsonb_agg(jsonb_build_array(quote_ident(conname), pg_get_constraintdef(oid),
          obj_description(oid, 'pg_constraint')) order by conname collate "C")
        from pg_constraint where conrelid = item.oid and contype = 'c' and conislocal),
      'triggers', (
        select jsonb_agg(jsonb_build_array(quote_ident(tgname), pg_get_triggerdef(oid), tgenabled,
          obj_description(oid, 'pg_trigger')) order by tgname collate "C")
        from pg_trigger where tgrelid = item.oid and not tgisinternal and tgparentid = 0)),
    jsonb_build_array(jsonb_build_array('foreign server', server.srvname)), item.relowner,
    {_hidden("detail.ftoptions")}
  from pg_class as item
  join namespace on namespace.oid = item.relnamespace
  join pg_foreign_table as detail on detail.ftrelid = item.oid
  join pg_foreign_server as server on server.oid = detail.ftserver
  where item.oid <> all (%(outside)s::oid[])
"""  # noqa: S608  # literals alone

FOREIGN: Final[tuple[tuple[LiteralString, LiteralString, LiteralString], ...]] = (
    ("foreign-data wrapper", "pg_foreign_data_wrapper", _WRAPPER),
    ("foreign server", "pg_foreign_server", _SERVER),
    ("user mapping", "pg_user_mapping", _MAPPING),
    ("foreign table", "pg_class", _TABLE),
)
"""Kind, catalogue, and the query of: the number of the object, its namespace, its path, what ``drop`` and ``comment``
call it, the statements that make it, what it needs, its owner, and the options that are left out."""


def table_statements(name: str, said: Mapping[str, Any]) -> list[str]:
    """Return the statements that make a foreign table, with what lies in it."""
    return [_created(name, said), *_changes(name, said), *_triggers(name, said)]


def _created(name: str, said: Mapping[str, Any]) -> str:
    columns: list[Mapping[str, Any]] = said["columns"] or []
    parents = said["parents"]
    apart = bool(said["bound"]) and any(_is_own(column) for column in columns)
    within = [_column(column) for column in columns if column["local"] or apart]
    within += [f"constraint {check} {definition}" for check, definition, _ in said["checks"] or ()]
    inherits = f" inherits ({', '.join(parents)})" if parents and not apart else ""
    head, body = f"create foreign table {name}", ",\n  ".join(within)
    tail = f"server {said['server']}{said['options']}"
    if said["bound"] and not apart:
        inner = f" (\n  {body}\n)" if within else ""
        return f"{head} partition of {parents[0]}{inner} {said['bound']} {tail}"
    listed = f"(\n  {body}\n)" if within else "()"
    text = f"{head} {listed}{inherits} {tail}"
    return f"{text};\nalter table {parents[0]} attach partition {name} {said['bound']}" if apart else text


def _is_own(column: Mapping[str, Any]) -> bool:
    """Return whether a column refuses nulls under a name of its own, as that of a table that was attached does."""
    return bool(column["not null"]) and column["kept"] != column["inherited"]["constraint"]


def _column(said: Mapping[str, Any]) -> str:
    text = f"{said['name']} {said['type']}{said['options']}"
    text += f" collate {said['collation']}" if said["collation"] else ""
    if said["generated"]:
        text += f" generated always as ({said['expression']}){' stored' if said['generated'] == 's' else ''}"
    elif said["expression"] is not None:
        text += f" default {said['expression']}"
    named = f" constraint {said['constraint']}" if said["constraint"] else ""
    return f"{text}{named} not null" if said["not null"] else text


def _changes(name: str, said: Mapping[str, Any]) -> Iterator[str]:
    apart = bool(said["bound"]) and any(_is_own(column) for column in said["columns"] or ())
    for column in said["columns"] or ():
        head = f"alter foreign table {name} alter column {column['name']}"
        if not column["local"] and not apart:
            yield from (f"{head} {change}" for change in _otherwise(column))
        yield from (f"{head} {change}" for change in column["changes"])
        if column["comment"] is not None:
            yield f"comment on column {name}.{column['name']} is {quoted(column['comment'])}"
    for check, _, comment in said["checks"] or ():
        if comment is not None:
            yield f"comment on constraint {check} on {name} is {quoted(comment)}"


def _otherwise(column: Mapping[str, Any]) -> Iterator[str]:
    """Yield what is not as in the parents that a column comes from."""
    usual = column["inherited"]
    if column["options"]:
        yield column["options"].strip()
    if not column["generated"] and column["expression"] != usual["expression"]:
        expression = column["expression"]
        yield f"set default {expression}" if expression is not None else "drop default"
    if column["not null"] and not usual["not null"]:
        yield "set not null"


def _triggers(name: str, said: Mapping[str, Any]) -> Iterator[str]:
    for trigger, definition, enabled, comment in said["triggers"] or ():
        yield definition
        if enabled in ENABLED:
            yield f"alter foreign table {name} {ENABLED[enabled].replace('%', 'trigger ')}{trigger}"
        if comment is not None:
            yield f"comment on trigger {trigger} on {name} is {quoted(comment)}"
