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
            found[name] = {"type": integer, "identity": "always" if kind == "identity" else kind}
        else:
            found[name] = draw(plain_column(name))
        if draw(st.integers(0, 4)) == 0:
            found[name]["doc"] = draw(
                st.sampled_from(["it's", "two\nlines", 'a "quote" \\', "{{ x }}", "-- step 1: $$"])
            )
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
    return column


@st.composite
def table(draw: st.DrawFn, mark: str) -> dict[str, Any]:
    """Draw a table with keys, checks and indexes over its own columns."""
    its = draw(columns())
    names = list(its)
    subset = st.lists(st.sampled_from(names), min_size=1, max_size=2, unique=True)
    found: dict[str, Any] = {"columns": its}
    if draw(st.booleans()):
        found["primary_key"] = draw(subset)
        for name in found["primary_key"]:
            its[name].pop("nullable", None)
    if draw(st.booleans()):
        found["unique"] = {f"u{mark}{draw(st.integers(1, 2))}": draw(subset)}
    quoted = {name: '"' + name.replace('"', '""') + '"' for name in names}
    if draw(st.booleans()):
        column = draw(st.sampled_from(names))
        test = draw(st.sampled_from(["{} is not null", "length({}::text) < 100", "{} in ({})"])).replace(
            "{}", quoted[column]
        )
        found["checks"] = {draw(st.sampled_from(["k1", "k2"])): test}
    if draw(st.booleans()):
        column = draw(st.sampled_from(names))
        plain, partial = [column], {"on": [f"{quoted[column]} desc"], "where": f"{quoted[column]} is not null"}
        found["indexes"] = [draw(st.sampled_from([plain, partial]))]
    if draw(st.booleans()):
        found["doc"] = draw(st.sampled_from(["a table", "it's"]))
    return found


@st.composite
def schemas(draw: st.DrawFn) -> dict[str, dict[str, Any]]:
    """Draw a schema: domain name to the data of its file."""
    found: dict[str, dict[str, Any]] = {}
    for domain in DOMAINS:
        names = draw(st.lists(st.sampled_from(TABLES), max_size=2 if domain == "app" else 1, unique=True))
        found[domain] = {"tables": {name: draw(table(name)) for name in names}}
    found["app"]["enums"] = {"mood": ["new", *draw(st.permutations(VALUES[1:]))[: draw(st.integers(0, 3))]]}
    _keep_known_types(found)
    _draw_references(draw, found)
    return found


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
                its["columns"]["parent_id"] = {"references": {"target": target, "on_delete": action}, "nullable": True}


def compiled(data: dict[str, dict[str, Any]]) -> Compiled | None:
    """Return what the data of domain files mean, None where they are wrong together."""
    sources = tuple(DomainSource(name, (_document(name, its),)) for name, its in data.items())
    result, diagnostics = load(Tree(sources, (), ()))
    return None if diagnostics else result


def _document(name: str, data: dict[str, Any]) -> Document:
    return Document(f"schema/{name}.yaml", json.loads(json.dumps(data)), json.dumps(data), {}, lambda _: Places())
