"""What the language has no words for as statements: types, operators, casts, languages, event triggers and the like."""

from __future__ import annotations

from typing import Final, LiteralString

from fluxc.inspect.raw_foreign import FOREIGN

_EVENT_TRIGGER: Final[LiteralString] = """
  select item.oid, home.nspname::text, array[item.evtname::text], 'event trigger ' || quote_ident(item.evtname),
    to_jsonb(array_remove(array['create event trigger ' || quote_ident(item.evtname) || ' on ' || item.evtevent
      || coalesce((
        select ' when tag in (' || string_agg(quote_literal(tag), ', ' order by number) || ')'
        from unnest(item.evttags) with ordinality as filter (tag, number)), '')
      || ' execute function ' || item.evtfoid::regprocedure,
      'alter event trigger ' || quote_ident(item.evtname) || case item.evtenabled when 'D' then ' disable'
        when 'R' then ' enable replica' when 'A' then ' enable always' end], null)),
    '[]'::jsonb, item.evtowner, null::text[]
  from pg_event_trigger as item
  join pg_proc as called on called.oid = item.evtfoid join pg_namespace as home on home.oid = called.pronamespace
"""
# The functions that turn values into text and back are made between the shell of a type and the type.
_BASE_TYPE: Final[LiteralString] = """
  select item.oid, namespace.namespace, array[namespace.namespace, item.typname::text], 'type ' || named.name,
    to_jsonb(array['create type ' || named.name] || case when item.typisdefined then (
      select array_agg(text.said order by own.oid, text.number)
      from pg_proc as own cross join lateral (values (1, pg_get_functiondef(own.oid)),
        (2, 'comment on function '
          || own.oid::regprocedure || ' is ' || quote_literal(obj_description(own.oid, 'pg_proc')))
        ) as text (number, said)
      where text.said is not null and own.oid >= 16384
      and own.oid in (item.typinput, item.typoutput, item.typreceive, item.typsend, item.typmodin,
        item.typmodout, item.typanalyze, (to_jsonb(item) ->> 'typsubscript')::regproc)
      and not exists (select from pg_depend where classid = 'pg_proc'::regclass and objid = own.oid and deptype = 'e')
    ) || ('create type ' || named.name || ' (' || concat_ws(', ',
      'input = ' || item.typinput::regproc, 'output = ' || item.typoutput::regproc,
      'receive = ' || nullif(item.typreceive, 0)::regproc, 'send = ' || nullif(item.typsend, 0)::regproc,
      'typmod_in = ' || nullif(item.typmodin, 0)::regproc, 'typmod_out = ' || nullif(item.typmodout, 0)::regproc,
      'analyze = ' || nullif(item.typanalyze, 0)::regproc,
      'subscript = ' || nullif((to_jsonb(item) ->> 'typsubscript')::regproc, 0)::regproc,
      'internallength = ' || case item.typlen when -1 then 'variable' else item.typlen::text end,
      case when item.typbyval then 'passedbyvalue' end,
      'alignment = ' || case item.typalign when 'c' then 'char' when 's' then 'int2' when 'd' then 'double'
        else 'int4' end,
      'storage = ' || case item.typstorage when 'p' then 'plain' when 'e' then 'external' when 'x' then 'extended'
        else 'main' end,
      'category = ' || quote_literal(item.typcategory::text), case when item.typispreferred then 'preferred = true' end,
      'default = ' || quote_literal(item.typdefault), 'element = ' || format_type(nullif(item.typelem, 0), null),
      'delimiter = ' || quote_literal(item.typdelim::text),
      case when item.typcollation <> 0 then 'collatable = true' end
    ) || ')') else '{}' end),
    '[]'::jsonb, item.typowner, null::text[]
  from pg_type as item join namespace on namespace.oid = item.typnamespace
  cross join lateral (select format_type(item.oid, null)) as named (name)
  where item.typtype in ('b', 'p') and not exists (select from pg_type where typarray = item.oid)
"""
# Of two operators that name each other the one with the later name says so: it finds the other one there.
_OPERATOR: Final[LiteralString] = """
  select item.oid, namespace.namespace, array[namespace.namespace, item.oprname || '('
      || case item.oprleft when 0 then 'none' else format_type(item.oprleft, null) end || ', '
      || case item.oprright when 0 then 'none' else format_type(item.oprright, null) end || ')'],
    'operator ' || named.name || ' (' || case item.oprleft when 0 then 'none' else format_type(item.oprleft, null) end
      || ', ' || case item.oprright when 0 then 'none' else format_type(item.oprright, null) end || ')',
    to_jsonb(array['create operator ' || named.name || ' (' || concat_ws(', ', 'function = ' || item.oprcode,
      'leftarg = ' || format_type(nullif(item.oprleft, 0), null),
      'rightarg = ' || format_type(nullif(item.oprright, 0), null),
      (select 'commutator = operator(' || quote_ident(home.nspname) || '.' || other.oprname || ')'
        from pg_operator as other join pg_namespace as home on home.oid = other.oprnamespace
        where other.oid = item.oprcom and (other.oid < 16384 or other.oid = item.oid
          or other.oid::regoperator::text collate "C" < item.oid::regoperator::text collate "C")),
      (select 'negator = operator(' || quote_ident(home.nspname) || '.' || other.oprname || ')'
        from pg_operator as other join pg_namespace as home on home.oid = other.oprnamespace
        where other.oid = item.oprnegate and (other.oid < 16384
          or other.oid::regoperator::text collate "C" < item.oid::regoperator::text collate "C")),
      'restrict = ' || nullif(item.oprrest, 0)::regproc, 'join = ' || nullif(item.oprjoin, 0)::regproc,
      case when item.oprcanhash then 'hashes' end, case when item.oprcanmerge then 'merges' end) || ')']),
    '[]'::jsonb, item.oprowner, null::text[]
  from pg_operator as item join namespace on namespace.oid = item.oprnamespace
  cross join lateral (select quote_ident(namespace.namespace) || '.' || item.oprname) as named (name)
"""
_MEMBERS: Final[LiteralString] = """(
    select string_agg(said, ', ' order by functional, number, said) from (
      select false, amopstrategy, 'operator ' || amopstrategy || ' ' || quote_ident(home.nspname)
        || '.' || operators.oprname || '('
        || case amoplefttype when 0 then 'none' else format_type(amoplefttype, null) end
        || ', ' || case amoprighttype when 0 then 'none' else format_type(amoprighttype, null) end || ')'
        || coalesce(' for order by ' || (select quote_ident(space.nspname) || '.' || quote_ident(sorting.opfname)
          from pg_opfamily as sorting join pg_namespace as space on space.oid = sorting.opfnamespace
          where sorting.oid = amopsortfamily), '')
      from pg_depend join pg_amop as entry on entry.oid = objid
      join pg_operator as operators on operators.oid = amopopr
      join pg_namespace as home on home.oid = operators.oprnamespace
      where classid = 'pg_amop'::regclass and refclassid = tableoid_of_holder and refobjid = item.oid
      union all
      select true, amprocnum, 'function ' || amprocnum || ' (' || format_type(amproclefttype, null)
        || ', ' || format_type(amprocrighttype, null) || ') ' || amproc::regprocedure
      from pg_depend join pg_amproc as entry on entry.oid = objid
      where classid = 'pg_amproc'::regclass and refclassid = tableoid_of_holder and refobjid = item.oid
    ) as member (functional, number, said)
  )"""
_FAMILY: Final[LiteralString] = f"""
  select item.oid, namespace.namespace, array[namespace.namespace, item.opfname::text, method.amname::text],
    'operator family ' || named.name,
    to_jsonb(array_remove(array['create operator family ' || named.name,
      'alter operator family ' || named.name || ' add ' || members.list], null)),
    jsonb_build_array(jsonb_build_array('access method', method.amname)), item.opfowner, null::text[]
  from pg_opfamily as item
  join namespace on namespace.oid = item.opfnamespace join pg_am as method on method.oid = item.opfmethod
  cross join lateral (select quote_ident(namespace.namespace) || '.' || quote_ident(item.opfname) || ' using '
    || quote_ident(method.amname)) as named (name)
  cross join lateral (select 'pg_opfamily'::regclass) as holder (tableoid_of_holder)
  cross join lateral (select {_MEMBERS}) as members (list)
"""  # noqa: S608  # literals alone
_CLASS: Final[LiteralString] = f"""
  select item.oid, namespace.namespace, array[namespace.namespace, item.opcname::text, method.amname::text],
    'operator class ' || named.name || ' using ' || quote_ident(method.amname),
    to_jsonb(array['create operator class ' || named.name || case when item.opcdefault then ' default' else '' end
      || ' for type ' || format_type(item.opcintype, null) || ' using ' || quote_ident(method.amname)
      || ' family ' || quote_ident(home.nspname) || '.' || quote_ident(family.opfname) || ' as '
      || concat_ws(', ', 'storage ' || format_type(coalesce(nullif(item.opckeytype, 0),
        case when members.list is null then item.opcintype end), null), members.list)]),
    jsonb_build_array(jsonb_build_array('access method', method.amname),
      jsonb_build_array('operator family', home.nspname, family.opfname, method.amname)),
    item.opcowner, null::text[]
  from pg_opclass as item
  join namespace on namespace.oid = item.opcnamespace join pg_am as method on method.oid = item.opcmethod
  join pg_opfamily as family on family.oid = item.opcfamily
  join pg_namespace as home on home.oid = family.opfnamespace
  cross join lateral (select quote_ident(namespace.namespace) || '.' || quote_ident(item.opcname)) as named (name)
  cross join lateral (select 'pg_opclass'::regclass) as holder (tableoid_of_holder)
  cross join lateral (select {_MEMBERS}) as members (list)
"""  # noqa: S608  # literals alone
_CAST: Final[LiteralString] = """
  select item.oid, coalesce(calling.namespace, taking.namespace, giving.namespace),
    array[format_type(item.castsource, null), format_type(item.casttarget, null)], 'cast ' || named.name,
    to_jsonb(array['create cast ' || named.name || case item.castmethod when 'i' then ' with inout'
      when 'b' then ' without function' else ' with function ' || item.castfunc::regprocedure end
      || case item.castcontext when 'a' then ' as assignment' when 'i' then ' as implicit' else '' end]),
    '[]'::jsonb, null::oid, null::text[]
  from pg_cast as item
  cross join lateral (select '(' || format_type(item.castsource, null) || ' as '
    || format_type(item.casttarget, null) || ')') as named (name)
  left join pg_proc as called on called.oid = item.castfunc
  left join namespace as calling on calling.oid = called.pronamespace
  left join pg_type as source on source.oid = item.castsource
  left join namespace as taking on taking.oid = source.typnamespace
  left join pg_type as target on target.oid = item.casttarget
  left join namespace as giving on giving.oid = target.typnamespace
"""
_CONVERSION: Final[LiteralString] = """
  select item.oid, namespace.namespace, array[namespace.namespace, item.conname::text], 'conversion ' || named.name,
    to_jsonb(array['create ' || case when item.condefault then 'default ' else '' end || 'conversion ' || named.name
      || ' for ' || quote_literal(pg_encoding_to_char(item.conforencoding)) || ' to '
      || quote_literal(pg_encoding_to_char(item.contoencoding)) || ' from ' || item.conproc]),
    '[]'::jsonb, item.conowner, null::text[]
  from pg_conversion as item join namespace on namespace.oid = item.connamespace
  cross join lateral (select quote_ident(namespace.namespace) || '.' || quote_ident(item.conname)) as named (name)
"""
_LANGUAGE: Final[LiteralString] = """
  select item.oid, null::text, array[item.lanname::text], 'language ' || quote_ident(item.lanname),
    to_jsonb(array['create ' || case when item.lanpltrusted then 'trusted ' else '' end || 'language '
      || quote_ident(item.lanname) || ' handler ' || item.lanplcallfoid::regproc
      || coalesce(' inline ' || nullif(item.laninline, 0)::regproc, '')
      || coalesce(' validator ' || nullif(item.lanvalidator, 0)::regproc, '')]),
    '[]'::jsonb, item.lanowner, null::text[]
  from pg_language as item
"""
_TRANSFORM: Final[LiteralString] = """
  select item.oid, namespace.namespace, array[format_type(item.trftype, null), language.lanname::text],
    'transform for ' || format_type(item.trftype, null) || ' language ' || quote_ident(language.lanname),
    to_jsonb(array['create transform for ' || format_type(item.trftype, null) || ' language '
      || quote_ident(language.lanname) || ' (' || concat_ws(', ',
        'from sql with function ' || nullif(item.trffromsql, 0)::regprocedure,
        'to sql with function ' || nullif(item.trftosql, 0)::regprocedure) || ')']),
    jsonb_build_array(jsonb_build_array('language', language.lanname)), null::oid, null::text[]
  from pg_transform as item join pg_language as language on language.oid = item.trflang
  join pg_type as type on type.oid = item.trftype left join namespace on namespace.oid = type.typnamespace
"""
_PARSER: Final[LiteralString] = """
  select item.oid, namespace.namespace, array[namespace.namespace, item.prsname::text],
    'text search parser ' || named.name,
    to_jsonb(array['create text search parser ' || named.name || ' (' || concat_ws(', ', 'start = ' || item.prsstart,
      'gettoken = ' || item.prstoken, 'end = ' || item.prsend,
      'headline = ' || nullif(item.prsheadline, 0)::regproc, 'lextypes = ' || item.prslextype) || ')']),
    '[]'::jsonb, null::oid, null::text[]
  from pg_ts_parser as item join namespace on namespace.oid = item.prsnamespace
  cross join lateral (select quote_ident(namespace.namespace) || '.' || quote_ident(item.prsname)) as named (name)
"""
_TEMPLATE: Final[LiteralString] = """
  select item.oid, namespace.namespace, array[namespace.namespace, item.tmplname::text],
    'text search template ' || named.name,
    to_jsonb(array['create text search template ' || named.name || ' (' || concat_ws(', ',
      'init = ' || nullif(item.tmplinit, 0)::regproc, 'lexize = ' || item.tmpllexize) || ')']),
    '[]'::jsonb, null::oid, null::text[]
  from pg_ts_template as item join namespace on namespace.oid = item.tmplnamespace
  cross join lateral (select quote_ident(namespace.namespace) || '.' || quote_ident(item.tmplname)) as named (name)
"""
_METHOD: Final[LiteralString] = """
  select item.oid, null::text, array[item.amname::text], 'access method ' || quote_ident(item.amname),
    to_jsonb(array['create access method ' || quote_ident(item.amname) || ' type '
      || case item.amtype when 't' then 'table' else 'index' end || ' handler ' || item.amhandler]),
    '[]'::jsonb, null::oid, null::text[]
  from pg_am as item
"""

SAID: Final[tuple[tuple[LiteralString, LiteralString, LiteralString], ...]] = (
    *(("access method", "pg_am", _METHOD), ("language", "pg_language", _LANGUAGE)),
    *(("base type", "pg_type", _BASE_TYPE), ("operator", "pg_operator", _OPERATOR)),
    *(("operator family", "pg_opfamily", _FAMILY), ("operator class", "pg_opclass", _CLASS)),
    *(("cast", "pg_cast", _CAST), ("conversion", "pg_conversion", _CONVERSION)),
    *(("transform", "pg_transform", _TRANSFORM), ("text search parser", "pg_ts_parser", _PARSER)),
    ("text search template", "pg_ts_template", _TEMPLATE),
    *FOREIGN,
    ("event trigger", "pg_event_trigger", _EVENT_TRIGGER),
)
"""The kinds, in the order in which they are told; the columns are those of `FOREIGN`."""
