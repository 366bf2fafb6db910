"""Formulas for values of the types of the catalogue, of the number ``{i}`` of a row."""

from __future__ import annotations

from typing import Final, LiteralString

# Of each type: how ordinary values are made, how ones at the edge, and a few more to try.
SCALARS: Final[dict[str, tuple[LiteralString, tuple[LiteralString, ...], tuple[LiteralString, ...]]]] = {
    "int8": ("(1 + {i})::int8", ("(9223372036854775807 - {i})::int8",), ("0::int8", "(-1 - {i})::int8")),
    "int4": ("(1 + {i})::int4", ("(2147483647 - {i})::int4",), ("0", "(-1 - {i})::int4")),
    "float8": ("(1.5 + {i})::float8", ("(-1e100 - 1e90 * {i})::float8",), ("0::float8", "(1 + {i})::float8")),
    "float4": ("(1.5 + {i})::float4", ("(-1e20 - 1e15 * {i})::float4",), ("0::float4", "(1 + {i})::float4")),
    "oid": ("(1 + {i})::oid", (), ("0::oid",)),
    "xid": ("(3 + {i})::text::xid", (), ()),
    "cid": ("(1 + {i})::text::cid", (), ()),
    "xid8": ("(3 + {i})::text::xid8", (), ()),
    "money": ("(1 + {i})::numeric::money", ("(-0.01 - {i})::numeric::money",), ("0::money",)),
    "bytea": (
        "decode(lpad(to_hex(1 + {i}), 16, '0'), 'hex')",
        ("'\\x00ff27'::bytea || decode(lpad(to_hex({i}), 16, '0'), 'hex')",),
        ("''::bytea",),
    ),
    "uuid": (
        "('00000000-0000-4000-8000-' || lpad(to_hex(1 + {i}), 12, '0'))::uuid",
        ("('ffffffff-ffff-4fff-bfff-' || lpad(to_hex(1 + {i}), 12, '0'))::uuid",),
        (),
    ),
    "interval": (
        "{i} * '1 minute'::interval",
        ("'-1 year 2 mons -3 days 04:05:06.789'::interval - {i} * '1 day'::interval",),
        ("'0'::interval", "(1 + {i}) * '1 day'::interval"),
    ),
    "json": (
        "json_build_object('n', {i})",
        ("('{{\"ä\": [1, 2.50, null, {{\"n\": ' || {i} || '}}]}}')::json",),
        ("'{{}}'::json", "'[]'::json", "'[1]'::json", "'\"a\"'::json", "'1'::json", "'true'::json", "'null'::json"),
    ),
    "jsonb": (
        "jsonb_build_object('n', {i})",
        ("('{{\"ä\": [1, 2.50, null, {{\"n\": ' || {i} || '}}]}}')::jsonb",),
        (
            "'{{}}'::jsonb",
            "'[]'::jsonb",
            "'[1]'::jsonb",
            "'\"a\"'::jsonb",
            "'1'::jsonb",
            "'true'::jsonb",
            "'null'::jsonb",
            "'[{{\"n\": 1}}]'::jsonb",
            "'[\"a\"]'::jsonb",
        ),
    ),
    "jsonpath": ("('$.n' || {i})::jsonpath", (), ()),
    "xml": ("('<n>' || {i} || '</n>')::xml", (), ()),
    "inet": ("'10.0.0.1'::inet + {i}", ("set_masklen('2001:db8::1'::inet + {i}, 64)",), ("'127.0.0.0/8'::inet",)),
    "cidr": ("('10.0.0.1'::inet + {i})::cidr", ("('2001:db8::1'::inet + {i})::cidr",), ("'127.0.0.0/8'::cidr",)),
    "macaddr": ("lpad(to_hex(1 + {i}), 12, '0')::macaddr", (), ()),
    "macaddr8": ("lpad(to_hex(1 + {i}), 16, '0')::macaddr8", (), ()),
    "point": ("point({i}, {i})", ("point(-1e10, {i} + 0.1)",), ()),
    "lseg": ("lseg(point({i}, 0), point({i}, 1))", (), ()),
    "path": ("('[(0,0),(1,' || {i} || ')]')::path", (), ("'((0,0),(1,1))'::path",)),
    "box": ("box(point({i}, {i}), point({i} + 0.5, {i} + 0.5))", (), ()),
    "polygon": ("polygon(box(point({i}, {i}), point({i} + 0.5, {i} + 0.5)))", (), ()),
    "circle": ("circle(point({i}, {i}), 0.25)", (), ()),
    "line": ("('{{1,-1,' || {i} || '}}')::line", (), ()),
    "tsvector": (
        "to_tsvector('simple'::regconfig, 'word' || {i})",
        ("('''ä b'':1A word' || {i} || ':2')::tsvector",),
        ("''::tsvector",),
    ),
    "tsquery": ("('word' || {i})::tsquery", ("('a & !b | word' || {i})::tsquery",), ("''::tsquery",)),
    "tid": ("('(0,' || (1 + {i} % 60000) || ')')::tid", (), ()),
    "pg_lsn": ("('0/' || to_hex(1 + {i}))::pg_lsn", (), ("'0/0'::pg_lsn",)),
    "pg_snapshot": ("((10 + {i}) || ':' || (10 + {i}) || ':')::pg_snapshot", (), ()),
    "txid_snapshot": ("((10 + {i}) || ':' || (10 + {i}) || ':')::txid_snapshot", (), ()),
    "hstore": ("('n=>' || {i})", ("('\"ä b\"=>NULL, n=>' || {i})",), ("''",)),
    "ltree": ("('top.n' || {i})", (), ("'top'", "''")),
    "cube": ("('(' || {i} || ')')", (), ()),
    "semver": ("('1.0.' || {i})", (), ()),
    "geometry": (
        "('POINT(' || {i} % 180 || ' ' || {i} % 90 || ')')",
        (),
        (
            "'SRID=4326;POINT(0 0)'",
            "'LINESTRING(0 0,1 1)'",
            "'POLYGON((0 0,1 0,1 1,0 0))'",
            "'SRID=4326;LINESTRING(0 0,1 1)'",
            "'SRID=4326;POLYGON((0 0,1 0,1 1,0 0))'",
            "'MULTIPOLYGON(((0 0,1 0,1 1,0 0)))'",
            "'SRID=4326;MULTIPOLYGON(((0 0,1 0,1 1,0 0)))'",
            "'POINT Z(0 0 0)'",
            "'SRID=3857;POINT(0 0)'",
        ),
    ),
    "regclass": ("'pg_catalog.pg_class'::regclass", (), ()),
    "regtype": ("'pg_catalog.int4'::regtype", (), ()),
    "regproc": ("'pg_catalog.now'::regproc", (), ()),
    "regprocedure": ("'pg_catalog.now()'::regprocedure", (), ()),
    "regoper": ("'pg_catalog.||/'::regoper", (), ()),
    "regoperator": ("'pg_catalog.+(int4,int4)'::regoperator", (), ()),
    "regnamespace": ("'pg_catalog'::regnamespace", (), ()),
    "regrole": ("'pg_monitor'::regrole", (), ()),
    "regconfig": ("'pg_catalog.simple'::regconfig", (), ()),
    "regdictionary": ("'pg_catalog.simple'::regdictionary", (), ()),
    "regcollation": ("'pg_catalog.\"C\"'::regcollation", (), ()),
    "char": ('chr((97 + {i} % 26)::int4)::"char"', (), ()),
    "int2vector": ("('1 ' || {i} % 30000)::int2vector", (), ()),
    "oidvector": ("('1 ' || {i})::oidvector", (), ()),
    "refcursor": ("('cursor ' || {i})::refcursor", (), ()),
    "aclitem": ("makeaclitem(0::oid, 10::oid, 'SELECT', false)", (), ()),
}
# Where values repeat sooner than anybody would count rows.
SIZES: Final = {
    "int4": 2_000_000_000,
    "oid": 2_000_000_000,
    "char": 26,
    "geometry": 90,
    "int2vector": 30_000,
    "tid": 60_000,
}
MOMENTS: Final[dict[str, tuple[LiteralString, ...]]] = {
    "date": (
        "('2001-01-01'::date + ({i} % 9000)::int4)",
        "('1901-12-13'::date - ({i} % 9000)::int4)",
        "'2030-01-01'::date",
    ),
    "timestamp": (
        "('2001-01-01 00:00:00'::timestamp + {i} * '1 hour'::interval)",
        "('1901-12-13 20:45:52.123456'::timestamp - {i} * '1 day'::interval)",
        "'2030-01-01 00:00:00'::timestamp",
    ),
    "timestamptz": (
        "('2001-01-01 00:00:00+00'::timestamptz + {i} * '1 hour'::interval)",
        "('1901-12-13 20:45:52.123456+00'::timestamptz - {i} * '1 day'::interval)",
        "'2030-01-01 00:00:00+00'::timestamptz",
    ),
    "time": (
        "('00:00'::time + {i} * '1 second'::interval)",
        "('23:59:59.999999'::time - {i} * '1 second'::interval)",
        "'12:00'::time",
    ),
    "timetz": (
        "('00:00+00'::timetz + {i} * '1 second'::interval)",
        "('23:59:59.5-12'::timetz - {i} * '1 second'::interval)",
        "'12:00+00'::timetz",
    ),
}
PERIODS: Final = {"date": 9000, "time": 86_400, "timetz": 86_400, "timestamp": 2_000_000, "timestamptz": 2_000_000}
