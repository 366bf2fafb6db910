"""What a server does of itself when the type of a column changes, found out by trying."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    import psycopg

    Connection = psycopg.Connection[Any]

# A time zone that is not UTC: with UTC the server finds that timestamps with and without time zone are the same bytes.
PREPARE: Final = """
set timezone = '<+05>-05';
create function pg_temp.changes(old text, others text[]) returns table (other text, what text) language plpgsql as $$
declare
  file oid;
begin
  execute format('create temp table probe (c %s)', old);
  foreach other in array others loop
    what := null;
    begin
      file := pg_relation_filenode('probe');
      execute format('alter table probe alter c type %s', other);
      raise exception using errcode = 'ZZ001',
        message = case when pg_relation_filenode('probe') = file then 'free' else 'assignment' end;
    exception
      when sqlstate 'ZZ001' then what := sqlerrm;
      when others then null;
    end;
    if what is null then
      begin
        execute format('select null::%s::%s', old, other);
        what := 'explicit';
      exception when others then null;
      end;
    end if;
    if what is not null then
      return next;
    end if;
  end loop;
  drop table probe;
end
$$;
create function pg_temp.readable(old text, samples text[], others text[]) returns setof text language plpgsql as $$
declare
  sample text;
  other text;
begin
  foreach other in array others loop
    foreach sample in array samples loop
      begin
        execute format('select %L::%s::text::%s', sample, old, other);
        return next other;
        exit;
      exception when others then null;
      end;
    end loop;
  end loop;
end
$$;
"""

_TYPES: Final = """
select format_type(oid, null) from pg_type
where typnamespace = 'pg_catalog'::regnamespace and typtype in ('b', 'r', 'm') and typcategory <> 'A'
  and typname !~ '^pg_(node_tree|ndistinct|dependencies|mcv_list|brin_|ddl)' and typname not in ('gtsvector', 'aclitem')
order by 1
"""

_BOUNDS: Final = {
    "int4": "[1,7)",
    "int8": "[1,7)",
    "num": "[1,7.5)",
    "date": "[2020-01-01,2020-02-29)",
    "ts": '["2020-01-01 10:00","2020-02-29 10:00")',
    "tstz": '["2020-01-01 10:00+01","2020-02-29 10:00+01")',
}
SAMPLES: Final[dict[str, tuple[str, ...]]] = {
    "bigint": ("1", "7", "20200229", "120000"),
    "bit": ("1", "0"),
    "bit varying": ("1", "101"),
    "boolean": ("t", "f"),
    "box": ("(1,1),(0,0)",),
    "cidr": ("10.0.0.0/8", "::1/128"),
    "circle": ("<(0,0),1>",),
    "date": ("2020-02-29",),
    "double precision": ("1", "0.5", "20200229"),
    "inet": ("10.0.0.1", "10.0.0.0/8", "::1"),
    "integer": ("1", "7", "20200229", "120000"),
    "interval": ("1 day", "10:00"),
    "json": ("1", "true", "null", '"x"', '{"a": 1}', "[1, 2]"),
    "jsonb": ("1", "true", "null", '"x"', '{"a": 1}', "[1, 2]"),
    "line": ("{1,2,3}",),
    "lseg": ("[(0,0),(1,1)]",),
    "macaddr": ("08:00:2b:01:02:03",),
    "macaddr8": ("08:00:2b:01:02:03:04:05",),
    "money": ("1", "0.5"),
    "numeric": ("1", "0.5", "20200229"),
    "oid": ("1", "20200229"),
    "path": ("((0,0),(1,1))", "[(0,0),(1,1)]"),
    "pg_lsn": ("16/B374D848",),
    "point": ("(1,2)",),
    "polygon": ("((0,0),(1,1),(1,0))",),
    "real": ("1", "0.5"),
    "smallint": ("1", "7"),
    "time with time zone": ("10:00+01",),
    "time without time zone": ("10:00",),
    "timestamp with time zone": ("2020-02-29 10:00+01",),
    "timestamp without time zone": ("2020-02-29 10:00",),
    **{f"{name}range": (bounds,) for name, bounds in _BOUNDS.items()},
    **{f"{name}multirange": (f"{{{bounds}}}",) for name, bounds in _BOUNDS.items()},
    "uuid": ("a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11",),
}
"""Values of types that do not take nearly every text, as different as they can be."""


class Measured(NamedTuple):
    """What one server does: the context of each pair's cast, pairs that keep the table's files, and pairs by text.

    ``by_text`` holds the pairs without a cast of which at least one value of the first, written out, reads as one of
    the second; types that take nearly every text, or are the server's own, are left out.  ``arrays`` are the pairs
    whose arrays are not cast as they are themselves, every table written anew.
    """

    types: frozenset[str]
    contexts: dict[tuple[str, str], str]
    free: frozenset[tuple[str, str]]
    by_text: frozenset[tuple[str, str]]
    arrays: dict[tuple[str, str], str | None]


def measured(connection: Connection) -> Measured:
    """Return everything that is to be known of a server's casts between its own types."""
    connection.execute(PREPARE.encode())
    types = [name for (name,) in connection.execute(_TYPES.encode()).fetchall()]
    found = {(old, new): what for old in types for new, what in changes(connection, old, types)}
    arrays = [f"{name}[]" for name in types]
    elements = {(old[:-2], new[:-2]): what for old in arrays for new, what in changes(connection, old, arrays)}
    pairs = {(old, new) for old in types for new in types if old != new}
    return Measured(
        types=frozenset(types),
        contexts={pair: what.replace("free", "assignment") for pair, what in found.items() if pair in pairs},
        free=frozenset(pair for pair, what in found.items() if what == "free" and pair in pairs),
        by_text=frozenset(
            (old, new)
            for old in SAMPLES
            for new in readable(
                connection, old, [other for other in SAMPLES if other != old and (old, other) not in found]
            )
        ),
        arrays={
            pair: elements.get(pair)
            for pair in pairs
            if elements.get(pair) != found.get(pair, "").replace("free", "assignment") and pair in {*found, *elements}
        },
    )


def changes(connection: Connection, old: str, others: list[str]) -> list[tuple[str, str]]:
    """Return for each type that the first can be cast to whether that is free, an assignment or explicit."""
    return connection.execute("select * from pg_temp.changes(%s, %s)", [old, others]).fetchall()


def readable(connection: Connection, old: str, others: list[str]) -> list[str]:
    """Return the types of which the text of some value of the first is a value."""
    query = "select pg_temp.readable(%s, %s, %s)"
    return [other for (other,) in connection.execute(query, [old, list(SAMPLES[old]), others]).fetchall()]
