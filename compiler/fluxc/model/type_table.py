"""The built-in types and those of well-known extensions, with what can be said of their columns (manual, chapter 8)."""

from __future__ import annotations

from typing import Final, NamedTuple

Bounds = tuple[tuple[int, int], ...]


class Builtin(NamedTuple):
    """A built-in type: its canonical name, other spellings, and the inclusive range of each modifier.

    ``storage`` is how columns of the type are stored unless they say otherwise (`pg_type.typstorage`): ``plain`` is
    never compressed nor moved out of line.
    """

    name: str
    aliases: tuple[str, ...] = ()
    modifiers: Bounds = ()
    serial_of: str | None = None
    default_modifiers: tuple[int, ...] = ()
    storage: str = "plain"
    collatable: bool = False


_LENGTH: Final[Bounds] = ((1, 10485760),)
_BITS: Final[Bounds] = ((1, 83886080),)
_SECONDS: Final[Bounds] = ((0, 6),)
_NUMERIC: Final[Bounds] = ((1, 1000), (-1000, 1000))
_LONG: Final = "extended"


def _text(name: str, *aliases: str, modifiers: Bounds = (), default: tuple[int, ...] = ()) -> Builtin:
    return Builtin(name, aliases, modifiers, None, default, _LONG, collatable=True)


def _long(name: str, *aliases: str, modifiers: Bounds = (), storage: str = _LONG) -> Builtin:
    return Builtin(name, aliases, modifiers, storage=storage)


BUILTINS: Final = (
    Builtin("smallint", ("int2",)),
    Builtin("integer", ("int", "int4")),
    Builtin("bigint", ("int8",)),
    Builtin("smallserial", ("serial2",), serial_of="smallint"),
    Builtin("serial", ("serial4",), serial_of="integer"),
    Builtin("bigserial", ("serial8",), serial_of="bigint"),
    _long("numeric", "decimal", "dec", modifiers=_NUMERIC, storage="main"),
    Builtin("real", ("float4",)),
    Builtin("double precision", ("float8", "float")),
    Builtin("money"),
    _text("text"),
    _text(
        "character varying",
        "varchar",
        "char varying",
        "national character varying",
        "nchar varying",
        "national char varying",
        modifiers=_LENGTH,
    ),
    _text("character", "char", "national character", "national char", "nchar", modifiers=_LENGTH, default=(1,)),
    _text("bpchar"),
    Builtin('"char"'),
    Builtin("name", collatable=True),
    _long("bytea"),
    Builtin("bit", (), _BITS, default_modifiers=(1,), storage=_LONG),
    _long("bit varying", "varbit", modifiers=_BITS),
    Builtin("boolean", ("bool",)),
    Builtin("date"),
    Builtin("time without time zone", ("time",), _SECONDS),
    Builtin("time with time zone", ("timetz",), _SECONDS),
    Builtin("timestamp without time zone", ("timestamp",), _SECONDS),
    Builtin("timestamp with time zone", ("timestamptz",), _SECONDS),
    Builtin("interval", (), _SECONDS),
    Builtin("uuid"),
    _long("json"),
    _long("jsonb"),
    _long("jsonpath"),
    _long("xml"),
    _long("inet", storage="main"),
    _long("cidr", storage="main"),
    Builtin("macaddr"),
    Builtin("macaddr8"),
    Builtin("point"),
    Builtin("line"),
    Builtin("lseg"),
    Builtin("box"),
    _long("path"),
    _long("polygon"),
    Builtin("circle"),
    _long("tsvector"),
    Builtin("tsquery"),
    *(_long(name) for name in ("int4range", "int8range", "numrange", "tsrange", "tstzrange", "daterange")),
    *(_long(name) for name in ("int4multirange", "int8multirange", "nummultirange")),
    *(_long(name) for name in ("tsmultirange", "tstzmultirange", "datemultirange")),
    *(Builtin(name) for name in ("oid", "regclass", "regcollation", "regconfig", "regdictionary", "regnamespace")),
    *(Builtin(name) for name in ("regoper", "regoperator", "regproc", "regprocedure", "regrole", "regtype")),
    *(Builtin(name) for name in ("xid", "xid8", "cid", "tid", "pg_lsn", "int2vector", "oidvector")),
    _long("pg_snapshot"),
    _long("txid_snapshot"),
    _long("refcursor"),
    Builtin("aclitem"),
)
BY_NAME: Final = {spelling: builtin for builtin in BUILTINS for spelling in (builtin.name, *builtin.aliases)}

INTERVAL_FIELDS: Final = frozenset(
    {"year", "month", "day", "hour", "minute", "second", "year to month", "day to hour", "day to minute"}
    | {"day to second", "hour to minute", "hour to second", "minute to second"}
)
"""What may stand behind ``interval``; seconds may be given digits."""

EXTENSION_TYPES: Final = {
    name: extension
    for extension, names in {
        "citext": ("citext",),
        "cube": ("cube",),
        "hstore": ("hstore",),
        "intarray": ("query_int",),
        "isn": ("ean13", "isbn", "isbn13", "ismn", "ismn13", "issn", "issn13", "upc"),
        "lo": ("lo",),
        "ltree": ("lquery", "ltree", "ltxtquery"),
        "pg_trgm": ("gtrgm",),
        "postgis": ("box2d", "box3d", "geography", "geometry", "geometry_dump"),
        "postgis_raster": ("raster",),
        "postgis_topology": ("topogeometry",),
        "seg": ("seg",),
        "timescaledb_toolkit": ("timevector",),
        "vector": ("halfvec", "sparsevec", "vector"),
        "age": ("agtype", "graphid"),
        "ip4r": ("ip4", "ip4r", "ip6", "ip6r", "ipaddress", "iprange"),
        "h3": ("h3index",),
        "semver": ("semver",),
        "pg_uuidv7": (),
    }.items()
    for name in names
}
"""Types of well-known extensions, by the name of the type."""

INTEGERS: Final = frozenset({"smallint", "integer", "bigint"})
STRINGS: Final = frozenset({"text", "character varying", "character", "bpchar"})
