"""The built-in operator classes and the types they are for (`pg_opclass`); a test compares them with a server."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from fluxc.model.types import Type

_CLASSES: Final = {
    '"char"': "char_bloom_ops char_minmax_ops char_ops",
    "aclitem": "aclitem_ops",
    "anyarray": "array_ops",
    "anyenum": "enum_ops",
    "anymultirange": "multirange_ops",
    "anyrange": "range_inclusion_ops range_ops",
    "bigint": "int8_bloom_ops int8_minmax_multi_ops int8_minmax_ops int8_ops",
    "bit": "bit_minmax_ops bit_ops",
    "bit varying": "varbit_minmax_ops varbit_ops",
    "boolean": "bool_ops",
    "box": "box_inclusion_ops box_ops",
    "bytea": "bytea_bloom_ops bytea_minmax_ops bytea_ops",
    "character": "bpchar_bloom_ops bpchar_minmax_ops bpchar_ops bpchar_pattern_ops",
    "cid": "cid_ops",
    "circle": "circle_ops",
    "date": "date_bloom_ops date_minmax_multi_ops date_minmax_ops date_ops",
    "double precision": "float8_bloom_ops float8_minmax_multi_ops float8_minmax_ops float8_ops",
    "inet": "cidr_ops inet_bloom_ops inet_inclusion_ops inet_minmax_multi_ops inet_minmax_ops inet_ops",
    "integer": "int4_bloom_ops int4_minmax_multi_ops int4_minmax_ops int4_ops",
    "interval": "interval_bloom_ops interval_minmax_multi_ops interval_minmax_ops interval_ops",
    "jsonb": "jsonb_ops jsonb_path_ops",
    "macaddr": "macaddr_bloom_ops macaddr_minmax_multi_ops macaddr_minmax_ops macaddr_ops",
    "macaddr8": "macaddr8_bloom_ops macaddr8_minmax_multi_ops macaddr8_minmax_ops macaddr8_ops",
    "money": "money_ops",
    "name": "name_bloom_ops name_minmax_ops name_ops",
    "numeric": "numeric_bloom_ops numeric_minmax_multi_ops numeric_minmax_ops numeric_ops",
    "oidvector": "oidvector_ops",
    "pg_lsn": "pg_lsn_bloom_ops pg_lsn_minmax_multi_ops pg_lsn_minmax_ops pg_lsn_ops",
    "point": "kd_point_ops point_ops quad_point_ops",
    "polygon": "poly_ops",
    "real": "float4_bloom_ops float4_minmax_multi_ops float4_minmax_ops float4_ops",
    "smallint": "int2_bloom_ops int2_minmax_multi_ops int2_minmax_ops int2_ops",
    "text": "text_bloom_ops text_minmax_ops text_ops text_pattern_ops varchar_ops varchar_pattern_ops",
    "tid": "tid_bloom_ops tid_minmax_multi_ops tid_minmax_ops tid_ops",
    "time with time zone": "timetz_bloom_ops timetz_minmax_multi_ops timetz_minmax_ops timetz_ops",
    "time without time zone": "time_bloom_ops time_minmax_multi_ops time_minmax_ops time_ops",
    "timestamp with time zone": "timestamptz_bloom_ops timestamptz_minmax_multi_ops timestamptz_minmax_ops "
    "timestamptz_ops",
    "timestamp without time zone": "timestamp_bloom_ops timestamp_minmax_multi_ops timestamp_minmax_ops timestamp_ops",
    "tsquery": "tsquery_ops",
    "tsvector": "tsvector_ops",
    "uuid": "uuid_bloom_ops uuid_minmax_multi_ops uuid_minmax_ops uuid_ops",
    "xid": "xid_ops",
    "xid8": "xid8_ops",
}
CLASSES: Final = {name: kind for kind, names in _CLASSES.items() for name in names.split()}
"""The type of each class; those over ``oid`` and rows are left out, since many types pass for them."""

_PASSES_FOR: Final = {
    "text": {"character varying"},
    "character": {"bpchar"},
    "inet": {"cidr"},
    "bit": {"bit varying"},
    "bit varying": {"bit"},
}


def wrong_class(opclass: str, found: Type) -> str | None:
    """Return why an operator class cannot be for values of a type, None where it can or nobody knows."""
    name = opclass.partition("(")[0].removeprefix("pg_catalog.")
    wanted = CLASSES.get(name)
    if wanted is None or _fits(wanted, found):
        return None
    return f"operator class {name} is for values of type {wanted.removeprefix('any')}, not {found.text}"


def _fits(wanted: str, found: Type) -> bool:
    if wanted == "anyarray" or found.array:
        return wanted == "anyarray" and (found.array or found.base in {"int2vector", "oidvector"})
    if len(found.path) > 1:  # an enum of the project, or a type that an extension brought
        return wanted == "anyenum" or found.path[-1] == "citext"
    if wanted in {"anyrange", "anymultirange"}:
        return found.base.endswith(wanted.removeprefix("any")) and (wanted != "anyrange" or "multi" not in found.base)
    return found.base == wanted or found.base in _PASSES_FOR.get(wanted, ())
