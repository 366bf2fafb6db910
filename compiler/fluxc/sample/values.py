"""Values of the server's own types and of well-known extensions' types."""

from __future__ import annotations

from typing import Final, LiteralString

from fluxc.sample.maker import MANY, Pool, Sort, constant, formula

_DAYS: Final = 9000
_HEX: Final[LiteralString] = "lpad(to_hex({i}), {width}, '0')"
_LONG: Final = 300
_OCTETS: Final = {"name": 63}

# Of each type: how ordinary values are made, how ones at the edge, and a few more to try.
_SCALARS: Final[dict[str, tuple[LiteralString, tuple[LiteralString, ...], tuple[LiteralString, ...]]]] = {
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
_SIZES: Final = {
    "int4": 2_000_000_000,
    "oid": 2_000_000_000,
    "char": 26,
    "geometry": 90,
    "int2vector": 30_000,
    "tid": 60_000,
}
_MOMENTS: Final[dict[str, tuple[LiteralString, ...]]] = {
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
_PERIODS: Final = {"date": _DAYS, "time": 86_400, "timetz": 86_400, "timestamp": 2_000_000, "timestamptz": 2_000_000}
_TEXTS: Final[tuple[LiteralString, ...]] = (
    "translate(lpad(to_hex({i}), 4, '0'), '0123456789', 'ghijklmnop')",
    "upper(translate(lpad(to_hex({i}), 4, '0'), '0123456789', 'GHIJKLMNOP'))",
    "(1 + {i})::text",
    "('person' || {i} || '@example.com')",
    "('https://example.com/' || {i})",
    "('/' || {i})",
    "('+1555' || lpad({i}::text, 7, '0'))",
    "('00000000-0000-4000-8000-' || lpad(to_hex({i}), 12, '0'))",
    "lpad(to_hex({i}), 32, '0')",
    "lpad(to_hex({i}), 64, '0')",
    "('{{\"n\": ' || {i} || '}}')",
    "('10.0.0.' || {i} % 256)",
    "('2001-01-' || lpad((1 + {i} % 28)::text, 2, '0'))",
    "('1.0.' || {i})",
    "('word-' || {i})",
    "('Word' || {i})",
    "('n' || {i} || '.example.com')",
    "('#' || lpad(to_hex({i} % 16777216), 6, '0'))",
    "''",
    "' '",
    "'ä'",
)


def scalar(name: str, modifier: int, label: str, *, unicode: bool) -> Pool | None:
    """Return makers of values of a type of the catalogue, plain ones first; of an unknown type nothing.

    The label is a word of what the value is for, and leads ordinary text.
    """
    if name in {"text", "varchar", "bpchar", "name", "citext"}:
        limit = modifier - 4 if modifier > 3 and name != "citext" else {"name": 31, "bpchar": 1}.get(name)
        return texts(label, limit, unicode=unicode)
    if name == "int2":
        return (
            formula("(1 + {i})::int2", 32_000),
            formula("(32767 - {i})::int2", 32_000, Sort.RICH),
            formula("0::int2", 1, Sort.SPARE),
            formula("(-1 - {i})::int2", 32_000, Sort.SPARE),
        )
    if name == "bool":
        return formula("({i} = 0)", 2), constant(True), constant(False)  # noqa: FBT003
    if name == "numeric":
        return _numeric(modifier)
    if name in {"bit", "varbit"}:
        return _bits(name, modifier)
    if name == "vector":
        return (formula("('[' || {i} || repeat(',0', {more}) || ']')", MANY, Sort.PLAIN, more=max(modifier, 1) - 1),)
    if name in _MOMENTS:
        plain, rich, spare = _MOMENTS[name]
        size = _PERIODS[name]
        return formula(plain, size), formula(rich, size, Sort.RICH), formula(spare, 1, Sort.SPARE)
    if name not in _SCALARS:
        return None
    plain, riches, spares = _SCALARS[name]
    size = 1 if "{i}" not in plain else _SIZES.get(name, MANY)
    return (
        formula(plain, size),
        *(formula(rich, size, Sort.RICH) for rich in riches),
        *(formula(spare, size if "{i}" in spare else 1, Sort.SPARE) for spare in spares),
    )


def texts(label: str, limit: int | None, *, unicode: bool) -> Pool:
    """Return makers of texts of at most ``limit`` characters."""
    width = min(limit or _LONG, 500)
    spares = tuple(formula(spare, 1 if "{i}" not in spare else MANY, Sort.SPARE) for spare in _TEXTS)
    if width < 10:
        size = min(16**width, MANY)
        return (
            formula("lpad(to_hex({i}), {width}, '0')", size, width=width),
            formula(
                "translate(lpad(to_hex({i}), {width}, '0'), '0123456789', 'ghijklmnop')", size, Sort.SPARE, width=width
            ),
            formula(
                "upper(translate(lpad(to_hex({i}), {width}, '0'), '0123456789', 'GHIJKLMNOP'))",
                size,
                Sort.SPARE,
                width=width,
            ),
            formula("lpad({i}::text, {width}, '0')", 10**width, Sort.SPARE, width=width),
            *spares,
        )
    size = 10 ** (width - 2 if width < 11 else 9)
    room = width - 1 - min(len(str(size)), 9)
    rich = (
        formula(
            "rpad({i} || {words}, {width}, {pad})",
            size,
            Sort.RICH,
            width=width,
            words=" Ünï “çödé”, 'quoted' \\ 漢字 😀 ",
            pad="ß…x",
        )
        if unicode
        else formula(
            "rpad({i} || {words}, {width}, {pad})", size, Sort.RICH, width=width, words=" 'quoted' \\ \" ", pad="xyz"
        )
    )
    return formula("({label} || {i})", size, label=f"{label[: max(room, 0)]} ".lower()), rich, *spares


def _numeric(modifier: int) -> Pool:
    """Return makers of numbers with as many digits as fit."""
    if modifier < 4:
        return (
            formula("(1 + {i})::numeric"),
            formula("(-0.000000001 - 1e20 * {i})", MANY, Sort.RICH),
            constant(0),
            formula("(-1 - {i})::numeric", MANY, Sort.SPARE),
            formula("(0.5 + {i})", MANY, Sort.SPARE),
        )
    digits, scale = (modifier - 4) >> 16 & 0xFFFF, ((modifier - 4 & 0x7FF) ^ 1024) - 1024
    whole = digits - scale
    if scale > digits or whole < 1:
        unit, size = f"1e{-scale}", 10**digits - 1
    else:
        unit, size = ("1" if scale >= 0 else f"1e{-scale}"), 10 ** min(whole, digits) - 1
    size = min(size, MANY)
    largest = f"{10**digits - 1}e{-scale}"
    smallest = f"1e{-scale}"
    return (
        formula("((1 + {i}) * {unit}::numeric)", size, unit=unit),
        formula(
            "({largest}::numeric - {i} * {smallest}::numeric)",
            min(10**digits - 1, MANY),
            Sort.RICH,
            largest=largest,
            smallest=smallest,
        ),
        constant(0),
        formula("(-(1 + {i}) * {unit}::numeric)", size, Sort.SPARE, unit=unit),
        formula("((1 + {i}) * {smallest}::numeric)", min(10**digits - 1, MANY), Sort.SPARE, smallest=smallest),
    )


def _bits(name: str, modifier: int) -> Pool:
    width = modifier if modifier > 0 else (1 if name == "bit" else 32)
    template: LiteralString = "right(lpad({i}::int8::bit(31)::text, {room}, '0'), {width})::varbit"
    return (formula(template, 2 ** min(width, 30), Sort.PLAIN, room=max(width, 31), width=width),)
