"""What the language has no words for: foreign tables and their servers, operators, casts, languages and the like.

They are told by what can be said of them in a few words, and never made, changed or dropped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, LiteralString

from fluxc.inspect.catalogue import Fact
from fluxc.inspect.foreign_facts import FOREIGN_FACTS
from fluxc.inspect.scope import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

# What initdb makes has a number below this one.
_OWN: Final = "oid >= 16384"

# Each gives the path and the attributes of the objects of one kind, named ``item``, of one catalogue. Columns that
# everybody may read are read alone: subscriptions and mappings of users hold passwords.
_QUERIES: Final[tuple[tuple[LiteralString, LiteralString, LiteralString], ...]] = (
    *FOREIGN_FACTS,
    (
        "event trigger",
        "pg_event_trigger",
        """
        select item.oid, array[item.evtname::text], jsonb_build_object(
          'event', item.evtevent, 'function', item.evtfoid::regprocedure::text,
          'enabled', case item.evtenabled when 'O' then 'origin' when 'D' then 'disabled' when 'R' then 'replica'
            else 'always' end,
          'tags', array_to_string(item.evttags, ', '))
        from pg_event_trigger as item
        """,
    ),
    (
        "base type",
        "pg_type",
        """
        select item.oid, array[namespace.namespace, item.typname::text], jsonb_build_object(
          'defined', item.typisdefined, 'input', nullif(item.typinput, 0)::regproc::text,
          'output', nullif(item.typoutput, 0)::regproc::text, 'length', item.typlen,
          'alignment', item.typalign, 'storage', item.typstorage, 'delimiter', item.typdelim,
          'category', item.typcategory, 'default', item.typdefault)
        from pg_type as item join namespace on namespace.oid = item.typnamespace
        where item.typtype in ('b', 'p') and not exists (select from pg_type where typarray = item.oid)
        """,
    ),
    (
        "operator",
        "pg_operator",
        """
        select item.oid, array[namespace.namespace, item.oprname || '('
            || case item.oprleft when 0 then 'none' else format_type(item.oprleft, null) end || ', '
            || case item.oprright when 0 then 'none' else format_type(item.oprright, null) end || ')'],
          jsonb_build_object(
          'function', item.oprcode::text, 'result', format_type(nullif(item.oprresult, 0), null),
          'commutator', nullif(item.oprcom, 0)::regoperator::text,
          'negator', nullif(item.oprnegate, 0)::regoperator::text,
          'restrict', nullif(item.oprrest, 0)::regproc::text, 'join', nullif(item.oprjoin, 0)::regproc::text,
          'hashes', item.oprcanhash, 'merges', item.oprcanmerge)
        from pg_operator as item join namespace on namespace.oid = item.oprnamespace
        """,
    ),
    (
        "operator family",
        "pg_opfamily",
        """
        select item.oid, array[namespace.namespace, item.opfname::text, method.amname::text], jsonb_build_object(
          'operators', (
            select string_agg(amopstrategy || ' ' || amopopr::regoperator
              || coalesce(' order by ' || sorting.opfname, ''), ', ' order by amopstrategy, amopopr::regoperator::text)
            from pg_amop left join pg_opfamily as sorting on sorting.oid = amopsortfamily
            where amopfamily = item.oid
          ),
          'functions', (
            select string_agg(amprocnum || ' ' || amproc::regprocedure || ' for ' || format_type(amproclefttype, null)
              || ', ' || format_type(amprocrighttype, null), ', ' order by amprocnum, amproclefttype::regtype::text,
              amprocrighttype::regtype::text)
            from pg_amproc where amprocfamily = item.oid
          ))
        from pg_opfamily as item
        join namespace on namespace.oid = item.opfnamespace join pg_am as method on method.oid = item.opfmethod
        """,
    ),
    (
        "operator class",
        "pg_opclass",
        """
        select item.oid, array[namespace.namespace, item.opcname::text, method.amname::text], jsonb_build_object(
          'type', format_type(item.opcintype, null), 'default', item.opcdefault,
          'family', quote_ident(home.nspname) || '.' || quote_ident(family.opfname),
          'storage', format_type(nullif(item.opckeytype, 0), null))
        from pg_opclass as item
        join namespace on namespace.oid = item.opcnamespace join pg_am as method on method.oid = item.opcmethod
        join pg_opfamily as family on family.oid = item.opcfamily
        join pg_namespace as home on home.oid = family.opfnamespace
        """,
    ),
    (
        "cast",
        "pg_cast",
        """
        select item.oid, array[format_type(item.castsource, null), format_type(item.casttarget, null)],
          jsonb_build_object(
          'function', nullif(item.castfunc, 0)::regprocedure::text,
          'method', case item.castmethod when 'f' then 'function' when 'i' then 'inout' else 'binary' end,
          'context', case item.castcontext when 'e' then 'explicit' when 'a' then 'assignment' else 'implicit' end)
        from pg_cast as item
        """,
    ),
    (
        "conversion",
        "pg_conversion",
        """
        select item.oid, array[namespace.namespace, item.conname::text], jsonb_build_object(
          'from', pg_encoding_to_char(item.conforencoding), 'to', pg_encoding_to_char(item.contoencoding),
          'function', item.conproc::text, 'default', item.condefault)
        from pg_conversion as item join namespace on namespace.oid = item.connamespace
        """,
    ),
    (
        "language",
        "pg_language",
        """
        select item.oid, array[item.lanname::text], jsonb_build_object(
          'trusted', item.lanpltrusted, 'handler', nullif(item.lanplcallfoid, 0)::regproc::text,
          'inline', nullif(item.laninline, 0)::regproc::text,
          'validator', nullif(item.lanvalidator, 0)::regproc::text)
        from pg_language as item
        """,
    ),
    (
        "transform",
        "pg_transform",
        """
        select item.oid, array[format_type(item.trftype, null), language.lanname::text], jsonb_build_object(
          'from', nullif(item.trffromsql, 0)::regprocedure::text, 'to', nullif(item.trftosql, 0)::regprocedure::text)
        from pg_transform as item join pg_language as language on language.oid = item.trflang
        """,
    ),
    (
        "text search parser",
        "pg_ts_parser",
        """
        select item.oid, array[namespace.namespace, item.prsname::text], jsonb_build_object(
          'start', item.prsstart::text, 'token', item.prstoken::text, 'end', item.prsend::text,
          'headline', nullif(item.prsheadline, 0)::regproc::text, 'types', item.prslextype::text)
        from pg_ts_parser as item join namespace on namespace.oid = item.prsnamespace
        """,
    ),
    (
        "text search template",
        "pg_ts_template",
        """
        select item.oid, array[namespace.namespace, item.tmplname::text], jsonb_build_object(
          'init', nullif(item.tmplinit, 0)::regproc::text, 'lexize', item.tmpllexize::text)
        from pg_ts_template as item join namespace on namespace.oid = item.tmplnamespace
        """,
    ),
    (
        "access method",
        "pg_am",
        """
        select item.oid, array[item.amname::text], jsonb_build_object(
          'handler', item.amhandler::text, 'type', case item.amtype when 't' then 'table' else 'index' end)
        from pg_am as item
        """,
    ),
    (
        "subscription",
        "pg_subscription",
        """
        select item.oid, array[item.subname::text], jsonb_build_object(
          'enabled', item.subenabled, 'slot', item.subslotname, 'synchronous commit', item.subsynccommit,
          'publications', (select string_agg(quote_ident(name), ', ' order by name collate "C")
            from unnest(item.subpublications) as name))
        from pg_subscription as item join pg_database as here on here.oid = item.subdbid
        where here.datname = current_database()
        """,
    ),
)


def _part(kind: LiteralString, catalogue: LiteralString, query: LiteralString) -> LiteralString:
    return (
        f"select '{kind}' as kind, own.path, own.attributes || jsonb_build_object("  # noqa: S608  # literals alone
        f"'comment', (select description from pg_description where classoid = 'pg_catalog.{catalogue}'::regclass"
        " and objoid = own.oid and objsubid = 0)) as attributes\n"
        f"from ({query}) as own (oid, path, attributes)\n"
        f"where own.{_OWN} and not exists (select from pg_depend"
        f" where classid = 'pg_catalog.{catalogue}'::regclass and objid = own.oid and deptype in ('e', 'i'))"
    )


_LABELS: Final[LiteralString] = """
select 'security label', array[objtype, objname, provider], jsonb_build_object('label', label)
from pg_seclabels where objtype not in ('database', 'role', 'tablespace', 'large object')
"""


def _fact(row: Mapping[str, Any]) -> Fact:
    return Fact(row["kind"], tuple(row["path"]), row["attributes"])


OTHER = Kind("\nunion all\n".join((*(_part(*said) for said in _QUERIES), _LABELS)), _fact)
