"""Schemas in which things got other names: the same data with `was` where a name changed."""

from __future__ import annotations

import json
from typing import Any, TypeGuard, cast

from hypothesis import strategies as st

Data = dict[str, dict[str, Any]]

FRESH = ("n1", "n 2", 'n"3', "order")


@st.composite
def renamed(draw: st.DrawFn, data: Data) -> Data:
    """Draw a copy of a schema with some of its tables, columns, enums and enum values renamed."""
    found: Data = json.loads(json.dumps(data))
    for its in found.values():
        for table in its["tables"].values():
            _columns(draw, table)
    for domain, its in found.items():
        for name in list(its["tables"]):
            if draw(st.booleans()):
                _table(found, domain, name, f"r_{name}")
    _move(draw, found)
    if draw(st.booleans()):
        _enum(found)
    if draw(st.booleans()):
        _value(found)
    if draw(st.booleans()):
        found["app"] |= {"namespace": "application", "was": "app"}
    return found


def _columns(draw: st.DrawFn, table: dict[str, Any]) -> None:
    names = list(table["columns"])
    chosen = draw(st.lists(st.sampled_from(names), max_size=2, unique=True))
    # the new names may be those that others leave, so that chains and circles come up
    pool = [*FRESH, *chosen]
    new = draw(st.lists(st.sampled_from(pool), min_size=len(chosen), max_size=len(chosen), unique=True))
    names_now = {old: name for old, name in zip(chosen, new, strict=True) if name not in set(names) - set(chosen)}
    if len({names_now.get(name, name) for name in names}) == len(names):
        _rename_columns(table, {old: name for old, name in names_now.items() if old != name})


def _rename_columns(table: dict[str, Any], names: dict[str, str]) -> None:
    columns = {names.get(name, name): column for name, column in table["columns"].items()}
    for old, new in names.items():
        columns[new]["was"] = old
    quoted = {_quoted(old): _quoted(new) for old, new in names.items()}
    text = json.dumps({key: value for key, value in table.items() if key != "columns"})
    rest = json.loads(text, object_hook=lambda item: {key: _in(value, names, quoted) for key, value in item.items()})
    for column in columns.values():
        if "using" in column:
            column["using"] = _swapped(column["using"], quoted)
        if "generated" in column:
            column["generated"] = _generated(column["generated"], quoted)
    table.clear()
    table.update({"columns": columns, **rest})


def _generated(said: Any, quoted: dict[str, str]) -> Any:
    return (
        _swapped(said, quoted)
        if isinstance(said, str)
        else {**said, "expression": _swapped(said["expression"], quoted)}
    )


def _is_list(value: Any) -> TypeGuard[list[Any]]:
    return isinstance(value, list)


def _in(value: Any, names: dict[str, str], quoted: dict[str, str]) -> Any:
    if not _is_list(value):
        return _swapped(value, quoted) if isinstance(value, str) else value
    return [_in_list(item, names, quoted) for item in value]


def _in_list(item: Any, names: dict[str, str], quoted: dict[str, str]) -> Any:
    return names.get(item, _swapped(item, quoted)) if isinstance(item, str) else _in(item, names, quoted)


def _swapped(text: str, quoted: dict[str, str]) -> str:
    marks = {old: f"\0{number}\0" for number, old in enumerate(quoted)}
    for old, mark in marks.items():
        text = text.replace(old, mark)
    for old, mark in marks.items():
        text = text.replace(mark, quoted[old])
    return text


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _table(data: Data, domain: str, old: str, new: str) -> None:
    tables = data[domain]["tables"]
    data[domain]["tables"] = {new if name == old else name: table for name, table in tables.items()}
    data[domain]["tables"][new]["was"] = old
    for where, its in data.items():
        for table in its["tables"].values():
            for column in table["columns"].values():
                target = column.get("references", {}).get("target")
                if target == (_quoted(old) if where == domain else f"{domain}.{_quoted(old)}"):
                    column["references"]["target"] = target.replace(_quoted(old), _quoted(new))


def _move(draw: st.DrawFn, data: Data) -> None:
    """Move tables that neither refer nor are referred to into a domain that is new."""
    moved: dict[str, Any] = {}
    for domain, its in data.items():
        for name in list(its["tables"]):
            refers = any("references" in column for column in its["tables"][name]["columns"].values())
            alone = not refers and not _targeted(data, name)
            if alone and name not in moved and draw(st.booleans()):
                moved[name] = its["tables"].pop(name)
                earlier = moved[name].get("was", name)
                moved[name]["was"] = f"{domain}.{_quoted(earlier)}"
                for column in moved[name]["columns"].values():
                    column["type"] = {"mood": "app.mood"}.get(column["type"], column["type"])
                    if "default_sql" in column:
                        column["default_sql"] = column["default_sql"].replace("'counter'", "'app.counter'")
    if moved:
        data["extra"] = {"tables": moved}


def _targeted(data: Data, name: str) -> bool:
    tables = [table for its in data.values() for table in its["tables"].values()]
    targets = [
        column.get("references", {}).get("target", "") for table in tables for column in table["columns"].values()
    ]
    return any(_quoted(name) in target for target in targets)


def _enum(data: Data) -> None:
    data["app"]["enums"] = {"temper": {"values": data["app"]["enums"]["mood"], "was": "mood"}}
    for its in data.values():
        for table in its["tables"].values():
            for column in table["columns"].values():
                for key in ("type", "using"):
                    if key in column:
                        column[key] = column[key].replace("app.mood", "app.temper")
                if column.get("type") == "mood":
                    column["type"] = "temper"


def _value(data: Data) -> None:
    ((name, form),) = data["app"]["enums"].items()
    values: list[Any] = cast("dict[str, Any]", form)["values"] if isinstance(form, dict) else form
    values[0] = {"value": "brand new", "was": "new"}
    for its in data.values():
        for table in its["tables"].values():
            for column in table["columns"].values():
                if column.get("type") in {name, f"app.{name}"}:
                    for key in ("default_sql", "backfill"):
                        if key in column:
                            column[key] = column[key].replace("'new'", "'brand new'")
