"""Generated schemas: small, from one pool of names, so that two of them differ in every way that two schemas can."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from fluxc.model.load import load
from fluxc.source.document import Document, Places
from fluxc.source.tree import DomainSource, Tree

if TYPE_CHECKING:
    from fluxc.model.compiled import Compiled

DOMAINS = ("app", "core")
VALUES = ("new", "open", "done", "gone")
TYPES: dict[str, tuple[str, ...]] = {
    "smallint": ("0", "1"),
    "integer": ("0", "-1"),
    "bigint": ("7",),
    "numeric(12, 2)": ("0.5",),
    "numeric(8, 2)": ("1",),
    "text": ("'x'", "upper('y')"),
    "varchar(64)": ("'it''s'",),
    "varchar(20)": ("''",),
    "char(3)": ("'abc'",),
    "boolean": ("true",),
    "date": ("current_date", "'2020-02-29'"),
    "timestamp": ("'2020-02-29 10:00'",),
    "timestamptz": ("now()",),
    "interval": ("'1 day'",),
    "uuid": ("gen_random_uuid()",),
    "jsonb": ("'{}'",),
    "bytea": (r"'\x00'",),
    "inet": ("'127.0.0.1'",),
    "text[]": ("'{}'",),
    "integer[]": ("array[1, 2]",),
    "bit(3)": ("B'101'",),
    "bit varying": ("B'1'",),
    "money": ("'1.50'",),
    "macaddr": ("'08:00:2b:01:02:03'",),
    "int4range": ("'[1,2)'", "'empty'"),
    "interval day to second(2)": ("'1 day'",),
    "tsvector": ("'a b'",),
    "name": ("'n'",),
    '"char"': ("'c'",),
    "oid": ("1",),
    "citext": ("'Ada'",),
    "mood": ("'new'",),
}
NAMES = ("a", "b", "C d", 'e"f', "user", "g")
TABLES = ("t1", "t2", "select", "T 4")


@st.composite
def columns(draw: st.DrawFn) -> dict[str, Any]:
    """Draw the columns of a table, in the long form with everything an edit may need."""
    found: dict[str, Any] = {}
    for name in draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=5, unique=True)):
        kind = draw(st.sampled_from(["plain", "plain", "plain", "identity", "by default", "serial"]))
        integer = draw(st.sampled_from(["smallint", "integer", "bigint"]))
        if kind == "serial":
            found[name] = {"type": {"smallint": "smallserial", "integer": "serial", "bigint": "bigserial"}[integer]}
        elif kind != "plain":
            found[name] = {"type": integer, "identity": draw(identity("always" if kind == "identity" else kind))}
        else:
            found[name] = draw(plain_column(name))
        if draw(st.integers(0, 4)) == 0:
            found[name]["doc"] = draw(
                st.sampled_from(["it's", "two\nlines", 'a "quote" \\', "{{ x }}", "-- step 1: $$"])
            )
    # virtual columns take nothing that is not built in
    plain = [
        name for name, column in found.items() if column["type"] not in {"citext", "mood"} and "backfill" in column
    ]
    if draw(st.booleans()) and plain:
        test = draw(st.sampled_from(["is null", "is not null"]))
        quoted = draw(st.sampled_from(plain)).replace('"', '""')
        expression = f'"{quoted}" {test}'
        virtual = {"expression": expression, "virtual": True}
        found["made"] = {"type": "boolean", "generated": virtual if draw(st.booleans()) else expression}
    return found


@st.composite
def identity(draw: st.DrawFn, generate: str) -> Any:
    """Draw an identity, at times with options of its sequence."""
    options: list[dict[str, Any]] = [{"increment": 2}, {"increment": -1}, {"start": 5, "cycle": True}, {"maximum": 99}]
    return draw(st.sampled_from([generate, *({"generate": generate, **option} for option in options)]))


TEXTS = {"text", "varchar(64)", "varchar(20)", "char(3)", "text[]", "citext"}


@st.composite
def keeping(draw: st.DrawFn, kind: str) -> dict[str, Any]:
    """Draw how long values are kept, and how texts are ordered."""
    found: dict[str, Any] = {}
    if kind in {*TEXTS, "bytea", "jsonb"}:
        found["storage"] = draw(st.sampled_from(["plain", "external", "extended", "main"]))
        found["compression"] = "pglz"
    if kind in TEXTS:
        found["collation"] = draw(st.sampled_from(["C", "POSIX", "pg_catalog.C"]))
    found["statistics"] = draw(st.sampled_from([0, 100]))
    return found


@st.composite
def plain_column(draw: st.DrawFn, name: str) -> dict[str, Any]:
    """Draw a column without a sequence."""
    kind = draw(st.sampled_from(list(TYPES)))
    values = TYPES[kind]
    column: dict[str, Any] = {"type": kind, "nullable": draw(st.booleans()), "backfill": values[0]}
    quoted = name.replace('"', '""')
    cast = {"mood": "app.mood"}.get(kind, kind)
    column["using"] = f'"{quoted}"::text::{cast}'
    if draw(st.booleans()):
        column["default_sql"] = draw(st.sampled_from(values))
    if draw(st.integers(0, 5)) == 0:
        column |= draw(keeping(kind))
    return column


@st.composite
def table(draw: st.DrawFn, mark: str) -> dict[str, Any]:
    """Draw a table with keys, checks and indexes over its own columns."""
    its = draw(columns())
    names = list(its)
    found: dict[str, Any] = {"columns": its}
    real = [name for name in names if "virtual" not in str(its[name].get("generated"))]
    subset = st.lists(st.sampled_from(real or names), min_size=1, max_size=2, unique=True)
    if draw(st.booleans()):
        found["primary_key"] = draw(subset)
        for name in found["primary_key"]:
            its[name].pop("nullable", None)
    if draw(st.booleans()):
        found["unique"] = {f"u{mark}{draw(st.integers(1, 2))}": draw(unique(subset))}
    quoted = {name: '"' + name.replace('"', '""') + '"' for name in names}
    if draw(st.booleans()):
        column = draw(st.sampled_from(names))
        test = draw(st.sampled_from(["{} is not null", "length({}::text) < 100", "{} in ({})"])).replace(
            "{}", quoted[column]
        )
        options = [{}, {}, {"no_inherit": True}, {"not_valid": True}, {"enforced": False}]
        found["checks"] = {draw(st.sampled_from(["k1", "k2"])): {"expression": test, **draw(st.sampled_from(options))}}
    if draw(st.booleans()) and (ranges := [name for name in names if its[name].get("type") == "int4range"]):
        found["exclude"] = {
            f"x{mark}": {"on": [f"{quoted[ranges[0]]} with &&"], "where": f"{quoted[ranges[0]]} <> 'empty'"}
        }
    if draw(st.integers(0, 4)) == 0:
        storage: list[dict[str, Any]] = [{"fillfactor": 50}, {"fillfactor": 60, "autovacuum_enabled": False}]
        found["storage"] = draw(st.sampled_from(storage))
    if draw(st.booleans()) and real:
        column = draw(st.sampled_from(real))
        plain, partial = [column], {"on": [f"{quoted[column]} desc"], "where": f"{quoted[column]} is not null"}
        rich = {"on": [column], "include": [real[0]], "with": {"fillfactor": 70}, "unique": True, "name": f"i{mark}"}
        other = {"on": [column], "using": "brin"}
        marked = {
            "on": [f"{quoted[column]} nulls first"],
            "nulls_not_distinct": True,
            "unique": True,
            "name": f"c{mark}",
        }
        ranged = [other] if its[column].get("type") in {"integer", "bigint", "date", "timestamptz", "uuid"} else []
        found["indexes"] = [draw(st.sampled_from([plain, partial, rich, *ranged, marked]))]
    named = [item["name"] for item in found.get("indexes", []) if "name" in item and item.get("using") is None]
    if draw(st.booleans()) and (marks := [*found.get("unique", {}), *named]):
        found["cluster_on"] = draw(st.sampled_from(marks))
    if draw(st.booleans()):
        found["doc"] = draw(st.sampled_from(["a table", "it's"]))
    return found


@st.composite
def unique(draw: st.DrawFn, subset: st.SearchStrategy[list[str]]) -> Any:
    """Draw a unique constraint, at times with options."""
    columns = draw(subset)
    options = [{"deferrable": True}, {"deferrable": "initially deferred"}, {"nulls_not_distinct": True}]
    options += [{"include": columns[:1]}, {"with": {"fillfactor": 80}}]
    return {"columns": columns, **draw(st.sampled_from(options))} if draw(st.booleans()) else columns


@st.composite
def schemas(draw: st.DrawFn) -> dict[str, dict[str, Any]]:
    """Draw a schema: domain name to the data of its file."""
    found: dict[str, dict[str, Any]] = {}
    for domain in DOMAINS:
        names = draw(st.lists(st.sampled_from(TABLES), max_size=2 if domain == "app" else 1, unique=True))
        found[domain] = {"tables": {name: draw(table(name)) for name in names}}
    found["app"]["extensions"] = ["citext"]
    if draw(st.booleans()):
        found["app"]["sequences"] = {"counter": draw(st.sampled_from([{}, {"start": 7}, {"increment": 3, "cache": 5}]))}
        for its in found["app"]["tables"].values():
            its["columns"]["drawn"] = {"type": "bigint", "default_sql": "nextval('counter')"}
    found["app"]["enums"] = {"mood": ["new", *draw(st.permutations(VALUES[1:]))[: draw(st.integers(0, 3))]]}
    _keep_known_types(found)
    _draw_references(draw, found)
    return found


def without_intent(data: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return a schema without what is said about this edit alone."""
    for domain in data.values():
        for table in domain["tables"].values():
            for column in table["columns"].values():
                column.pop("using", None)
                column.pop("backfill", None)
    return data


def _keep_known_types(found: dict[str, dict[str, Any]]) -> None:
    for its in found["core"]["tables"].values():
        for column in its["columns"].values():
            if column["type"] == "mood":
                column["type"] = "app.mood"


def _draw_references(draw: st.DrawFn, found: dict[str, dict[str, Any]]) -> None:
    """Draw foreign keys between whatever tables there are, also in circles and to themselves."""
    keyed: list[tuple[str, str, str]] = [
        (domain, name, str(its["primary_key"][0]))
        for domain, data in found.items()
        for name, its in data["tables"].items()
        if len(its.get("primary_key", [])) == 1
    ]
    if not keyed:
        return
    for domain, data in found.items():
        for its in data["tables"].values():
            if draw(st.booleans()):
                where, name, _ = draw(st.sampled_from(keyed))
                target = f'"{name}"' if where == domain else f'{where}."{name}"'
                action = draw(st.sampled_from(["cascade", "set null", "no action"]))
                options = [{}, {}, {"deferrable": True}, {"deferrable": "initially deferred"}, {"match": "full"}]
                options += [{"not_valid": True}, {"enforced": False}]
                said = {"target": target, "on_delete": action, **draw(st.sampled_from(options))}
                its["columns"]["parent_id"] = {"references": said, "nullable": True}


def compiled(data: dict[str, dict[str, Any]], target: int = 18) -> Compiled | None:
    """Return what the data of domain files mean, None where they are wrong together or need a newer server."""
    sources = tuple(DomainSource(name, (_document(name, its),)) for name, its in data.items())
    result, diagnostics = load(Tree(sources, (), ()), target=target)
    return None if diagnostics else result


def _document(name: str, data: dict[str, Any]) -> Document:
    return Document(f"schema/{name}.yaml", json.loads(json.dumps(data)), json.dumps(data), {}, lambda _: Places())
