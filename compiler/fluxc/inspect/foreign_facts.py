"""Foreign tables and what they rest on, told by what can be said of them in a few words; never by a password."""

from __future__ import annotations

from typing import Final, LiteralString

from fluxc.inspect.raw_foreign import SECRET

OPEN: Final[LiteralString] = f"split_part(setting, '=', 1) !~* {SECRET}"

FOREIGN_FACTS: Final[tuple[tuple[LiteralString, LiteralString, LiteralString], ...]] = (
    (
        "foreign table",
        "pg_class",
        f"""
        select item.oid, array[namespace.namespace, item.relname::text], jsonb_build_object(
          'server', server.srvname,
          'options', (select string_agg(setting, ', ' order by setting collate "C")
            from unnest(detail.ftoptions) as setting where {OPEN}),
          'partition bound', pg_get_expr(item.relpartbound, item.oid),
          'parents', (select string_agg(inhparent::regclass::text, ', ' order by inhseqno)
            from pg_inherits where inhrelid = item.oid),
          'columns', (
            select string_agg(
              quote_ident(attname) || ' ' || format_type(atttypid, atttypmod)
              || case when attnotnull then ' not null' else '' end
              || coalesce(case attgenerated when '' then ' default ' else ' generated as ' end
                || pg_get_expr(adbin, adrelid), '')
              || case when attcollation <> typcollation then ' collate ' || attcollation::regcollation else '' end
              || coalesce(' options ' || attfdwoptions::text, ''), ', ' order by attname collate "C")
            from pg_attribute join pg_type on pg_type.oid = atttypid
            left join pg_attrdef on adrelid = attrelid and adnum = attnum
            where attrelid = item.oid and attnum > 0 and not attisdropped
          ),
          'checks', (select string_agg(quote_ident(conname) || ' ' || pg_get_constraintdef(oid), ', '
              order by conname collate "C") from pg_constraint where conrelid = item.oid and contype = 'c'),
          'triggers', (select string_agg(pg_get_triggerdef(oid) || ' (' || tgenabled::text || ')', '; '
              order by tgname collate "C") from pg_trigger where tgrelid = item.oid and not tgisinternal),
          'comments', (select string_agg(quote_ident(attname) || ': ' || description, '; ' order by attname collate "C")
            from pg_description join pg_attribute on attrelid = objoid and attnum = objsubid
            where classoid = 'pg_class'::regclass and objoid = item.oid and objsubid > 0))
        from pg_class as item
        join namespace on namespace.oid = item.relnamespace
        join pg_foreign_table as detail on detail.ftrelid = item.oid
        join pg_foreign_server as server on server.oid = detail.ftserver
        where item.oid <> all (%(outside)s::oid[])
        """,  # noqa: S608  # literals alone
    ),
    (
        "foreign server",
        "pg_foreign_server",
        f"""
        select item.oid, array[item.srvname::text], jsonb_build_object(
          'wrapper', wrapper.fdwname, 'type', item.srvtype, 'version', item.srvversion,
          'options', (select string_agg(setting, ', ' order by setting collate "C")
            from unnest(item.srvoptions) as setting where {OPEN}))
        from pg_foreign_server as item join pg_foreign_data_wrapper as wrapper on wrapper.oid = item.srvfdw
        """,  # noqa: S608  # literals alone
    ),
    (
        "user mapping",
        "pg_user_mapping",
        """
        select item.umid, array[item.srvname::text, item.usename::text], '{}'::jsonb
        from pg_user_mappings as item
        """,
    ),
    (
        "foreign-data wrapper",
        "pg_foreign_data_wrapper",
        f"""
        select item.oid, array[item.fdwname::text], jsonb_build_object(
          'handler', nullif(item.fdwhandler, 0)::regproc::text,
          'validator', nullif(item.fdwvalidator, 0)::regproc::text,
          'options', (select string_agg(setting, ', ' order by setting collate "C")
            from unnest(item.fdwoptions) as setting where {OPEN}))
        from pg_foreign_data_wrapper as item
        """,  # noqa: S608  # literals alone
    ),
)
"""Kind, catalogue, and the query of the number, the path and the attributes of the objects of the kind."""
