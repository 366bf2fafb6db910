"""Rows of routines as objects of a state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

from fluxc.inspect.wording import default_text
from fluxc.model.aggregate import Aggregate, Transition
from fluxc.model.expression import canonical
from fluxc.model.names import holds_control, qualified, quote, split_name, unquote
from fluxc.model.routine import Argument, Function, Procedure
from fluxc.model.settings import kept

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from fluxc.model.routine import Mode, Parallel, Volatility
    from fluxc.model.state import Object

    Row = Mapping[str, Any]

KINDS: Final = {"f": "function", "w": "function", "p": "procedure", "a": "aggregate"}
VOLATILITY: Final[Mapping[str, Volatility]] = {"i": "immutable", "s": "stable", "v": "volatile"}
PARALLEL: Final[Mapping[str, Parallel]] = {"u": "unsafe", "r": "restricted", "s": "safe"}
MODIFY: Final = {"r": "read_only", "s": "shareable", "w": "read_write"}
_MODES: Final[dict[str, Mode]] = {"i": "in", "o": "out", "b": "inout", "v": "variadic", "t": "table"}
_COMPILED: Final = frozenset({"c", "internal"})


def routine_objects(row: Row) -> Iterator[Object]:
    """Yield the routine of a row, as a schema that says it is compiled."""
    arguments = _arguments(row)
    name: dict[str, Any] = {
        "place": (row["namespace"],),
        "name": f"{quote(unquote(row['name']))}({_types(row['inputs'])})",
        "doc": row["comment"],
    }
    if row["kind"] == "a":
        yield _aggregate(row, {**name, "arguments": arguments})
        return
    common: dict[str, Any] = {**name, "arguments": arguments, **_common(row)}
    if row["kind"] == "p":
        yield Procedure(**common)
        return
    told = any(argument.mode in {"out", "inout", "table"} for argument in arguments)
    compiled = row["language"] in _COMPILED
    cost, rows = float(row["cost"]), float(row["rows"])
    yield Function(
        **common,
        returns=None if told or row["returns"] is None else _types(row["returns"]),
        setof=row["setof"],
        window=row["kind"] == "w",
        volatility=VOLATILITY[row["volatility"]],
        strict=row["strict"],
        leakproof=row["leakproof"],
        parallel=PARALLEL[row["parallel"]],
        cost=cost if cost != (1 if compiled else 100) else None,
        rows=rows if row["setof"] and rows != 1000 else None,
        support=_name(row["support"]),
    )


def _arguments(row: Row) -> tuple[Argument, ...]:
    names, modes, defaults = row["argument_names"], row["modes"], row["defaults"]
    return tuple(
        Argument(
            mode=_MODES[modes[number]] if modes else "in",
            name=names[number] if names else "",
            type=text,
            default=default_text(defaults[number], text) if defaults and defaults[number] is not None else None,
        )
        for number, text in enumerate(map(_types, row["types"]))
    )


def _common(row: Row) -> dict[str, Any]:
    statement = row["statement"]
    settings = (entry.partition("=") for entry in row["settings"])
    return {
        "language": row["language"],
        "body": row["source"] if statement is None else None,
        "library": row["library"],
        "statement": statement.strip() if statement is not None else None,
        "security_definer": row["security_definer"],
        "settings": tuple((name.lower(), kept(name.lower(), value)) for name, _, value in settings),
        "transforms": tuple(map(_types, row["transforms"])),
    }


def _aggregate(row: Row, common: dict[str, Any]) -> Aggregate:
    ordered = row["aggregate_kind"] != "n"
    return Aggregate(
        **common,
        transition=_transition(row, "", "read_write" if ordered else "read_only"),
        moving=_transition(row, "moving_", "read_only") if row["moving_sfunc"] is not None else None,
        direct=row["direct"] if ordered else None,
        hypothetical=row["aggregate_kind"] == "h",
        combinefunc=_name(row["combinefunc"]),
        serialfunc=_name(row["serialfunc"]),
        deserialfunc=_name(row["deserialfunc"]),
        sortop=row["sortop"].removeprefix("pg_catalog.") if row["sortop"] is not None else None,
        parallel=PARALLEL[row["parallel"]],
    )


def _transition(row: Row, prefix: str, usual: str) -> Transition:
    modify = MODIFY[row[f"{prefix}finalfunc_modify"]]
    return Transition(
        sfunc=cast("str", _name(row[f"{prefix}sfunc"])),
        inverse=_name(row["moving_inverse"]) if prefix else None,
        stype=_types(row[f"{prefix}stype"]),
        sspace=row[f"{prefix}sspace"] or None,
        finalfunc=_name(row[f"{prefix}finalfunc"]),
        finalfunc_extra=row[f"{prefix}finalfunc_extra"],
        finalfunc_modify=cast("Any", modify) if modify != usual else None,
        initcond=row[f"{prefix}initcond"],
    )


def _types(text: str) -> str:
    """Return types as the server names them, on one line."""
    return canonical(text) if holds_control(text) else text


def _name(text: str | None) -> str | None:
    """Return a function as the server names it, without the namespace of what is built in."""
    if text is None:
        return None
    path = split_name(text)
    return qualified(*(path[1:] if path[0] == "pg_catalog" else path))
