"""Functions, procedures and aggregates as YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from fluxc.model import types
from fluxc.model.aggregate import Aggregate
from fluxc.model.names import quote, quoted, split_name, verbatim
from fluxc.model.routine_text import PSEUDO
from fluxc.model.settings import values
from fluxc.model.statement_text import is_parsed_body
from fluxc.model.type_table import BY_NAME
from fluxc.pull.merge import is_mapping, merged
from fluxc.pull.options import some
from fluxc.pull.privileges import access_form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fluxc.model.aggregate import Transition
    from fluxc.model.routine import Argument, Coded, Function, Procedure, Routine
    from fluxc.pull.sight import Sight

_MOST: Final = 90
_ROWS: Final = frozenset({"table", "view", "materialized_view", "composite", "domain_type", "range_type", "enum"})
"""The kinds of what is a type by its own name."""


def routine_key(item: Routine, sight: Sight) -> str:
    """Return the key under which a routine stands: with its arguments, as far as these are short."""
    name = item.called
    plain = verbatim(name) if "(" in name or name.startswith('"') or name != name.strip() else name
    given = _given(item)
    if not given:
        return f"{plain}(*)" if isinstance(item, Aggregate) and item.direct is None else plain
    whole = f"{plain}({_arguments(item, sight)})"
    if len(whole) <= _MOST or isinstance(item, Aggregate):
        return whole
    alone = len(sight.state.routines.get((item.place[0], name), ())) == 1
    return plain if alone else f"{plain}({', '.join(type_text(each.type, sight) for each in given if each.taken)})"


def _given(item: Routine) -> tuple[Argument, ...]:
    return tuple(argument for argument in item.arguments if argument.mode != "table")


def _arguments(item: Routine, sight: Sight) -> str:
    if not isinstance(item, Aggregate) or item.direct is None:
        return ", ".join(_argument(each, sight) for each in _given(item))
    before = ", ".join(_argument(each, sight) for each in item.before_order)
    behind = ", ".join(_argument(each, sight) for each in item.behind_order)
    return f"{before} order by {behind}".lstrip()


def _argument(item: Argument, sight: Sight, *, named: bool = True) -> str:
    """Return an argument as text; the name of one that stands under it is left out."""
    mode = item.mode if item.mode not in {"in", "table"} else ""
    name = _argument_name(item) if named else ""
    text = " ".join(part for part in (mode, name, type_text(item.type, sight)) if part)
    return text if item.default is None else f"{text} = {sight.default(item.default)}"


def _argument_name(item: Argument) -> str:
    """Return the name of an argument, in quotes where it would be taken for a mode or a part of the type."""
    if not item.name:
        return ""
    bare = quote(item.name)
    odd = item.name in {"in", "out", "inout", "variadic", "double", "national", "bit", "char", "character", "time"}
    return quoted(item.name) if odd or item.name in {"timestamp", "interval"} else bare


def type_text(text: str, sight: Sight) -> str:
    """Return a type of an argument or a result in its shortest spelling."""
    base = text.removesuffix("[]")
    if base in PSEUDO:
        return text
    found = types.parse(text)
    if len(found.path) == 2 and any(key.kind in _ROWS for key in sight.state.called((found.path[0], found.path[1]))):
        name = sight.name(found.path)
        return (quoted(found.path[1]) if name in BY_NAME else name) + ("[]" if found.array else "")
    return sight.type_text(text)


def function_form(item: Function, sight: Sight) -> object:
    """Return what is said of a function under its key."""
    volatility: dict[str, Any] = {item.volatility: True} if item.volatility != "volatile" else {}
    said = {
        **some(doc=item.doc, **access_form(item, sight)),
        **_below(item, sight),
        **_returns(item, sight),
        **_language(item),
        **some(window=item.window),
        **volatility,
        **some(
            strict=item.strict,
            leakproof=item.leakproof,
            parallel=item.parallel if item.parallel != "unsafe" else None,
            cost=_number(item.cost),
            rows=_number(item.rows),
            support=function_text(item.support, sight) if item.support else None,
        ),
        **_coded(item, sight),
    }
    return said["body"] if said.keys() == {"body"} and isinstance(said["body"], str) else said


def procedure_form(item: Procedure, sight: Sight) -> object:
    """Return what is said of a procedure under its key."""
    access = some(doc=item.doc, **access_form(item, sight))
    said = {**access, **_below(item, sight), **_language(item), **_coded(item, sight)}
    return said["body"] if said.keys() == {"body"} and isinstance(said["body"], str) else said


def _below(item: Routine, sight: Sight) -> dict[str, Any]:
    """Return the arguments, where they are too long for the key."""
    given = _given(item)
    if not given or routine_key(item, sight).endswith(f"({_arguments(item, sight)})"):
        return {}
    names = [each.name for each in given]
    if all(names) and len(set(names)) == len(names):
        return {"arguments": {each.name: _argument(each, sight, named=False) for each in given}}
    return {"arguments": [_argument(each, sight) for each in given]}


def _returns(item: Function, sight: Sight) -> dict[str, Any]:
    if item.table:
        short = f"table({', '.join(_argument(each, sight) for each in item.table)})"
        names = {each.name: type_text(each.type, sight) for each in item.table}
        return {"returns": short if len(short) <= _MOST or len(names) < len(item.table) else names}
    if item.setof:
        return {"returns": f"setof {type_text(item.result or 'record', sight)}"}
    if item.returns is None or item.returns == "void":
        return {}
    return {"returns": type_text(item.returns, sight)}


def _number(value: float | None) -> float | int | None:
    return int(value) if value is not None and value.is_integer() else value


def _language(item: Coded) -> dict[str, Any]:
    return {"language": item.language} if item.language != "sql" else {}


def _coded(item: Coded, sight: Sight) -> dict[str, Any]:
    settings = {name: setting_form(name, value) for name, value in item.settings}
    said = some(
        security_definer=item.security_definer,
        set=settings or None,
        transform=[type_text(text, sight) for text in item.transforms],
        depends_on=[sight.name(split_name(name)) for name in item.depends_on],
    )
    if item.library is not None:
        symbol = item.body if item.body != item.called else None
        return said | some(library=item.library, symbol=symbol)
    return said | {"body": item.statement if item.statement is not None else _body(item)}


def setting_form(name: str, value: str) -> str | int:
    """Return the value of a configuration parameter as YAML."""
    if len(values(name, value)) == 1 and value == '""':
        return ""
    return int(value) if value.isdecimal() and str(int(value)) == value else value


def _body(item: Coded) -> str | dict[str, str]:
    """Return the text between the quotes as a body is written, whose lines begin on a line of their own."""
    text = item.body or ""
    written = text[1:] if text.startswith("\n") and "\n" in text[1:] else text
    same = written is not text or "\n" not in text
    return written if same and not (item.language == "sql" and is_parsed_body(written)) else {"verbatim": text}


def function_text(name: str, sight: Sight) -> str:
    """Return a function's name without arguments, as a domain calls it."""
    path = split_name(name)
    if len(path) == 1:
        own = path[0] in {called for space, called in sight.state.routines if space == sight.namespace}
        return f"pg_catalog.{name}" if own else name
    return sight.name(path) if path in sight.state.routines else name


def aggregate_form(item: Aggregate, sight: Sight) -> object:
    """Return what is said of an aggregate under its key."""
    functions = ("combinefunc", "serialfunc", "deserialfunc")
    texts = {name: getattr(item, name) for name in functions if getattr(item, name) is not None}
    return {
        **some(doc=item.doc, **access_form(item, sight)),
        **_transition(item.transition, sight),
        **{name: function_text(text, sight) for name, text in texts.items()},
        **({"moving": _transition(item.moving, sight)} if item.moving is not None else {}),
        **some(
            sortop=item.sortop,
            hypothetical=item.hypothetical,
            parallel=item.parallel if item.parallel != "unsafe" else None,
        ),
    }


def _transition(item: Transition, sight: Sight) -> dict[str, Any]:
    functions: Sequence[str] = [name for name in ("sfunc", "inverse", "finalfunc") if getattr(item, name) is not None]
    named = {name: function_text(getattr(item, name), sight) for name in functions}
    finalfunc = named.pop("finalfunc", None)
    return named | some(
        stype=type_text(item.stype, sight),
        sspace=item.sspace,
        finalfunc=finalfunc,
        finalfunc_extra=item.finalfunc_extra,
        finalfunc_modify=item.finalfunc_modify,
        initcond=item.initcond,
    )


def brought_routine(raw: object, own: object, new: object) -> object:
    """Return what shall stand for a routine with the same arguments that is written as ``raw``."""
    before, after = ({**form} if is_mapping(form) else {"body": form} for form in (own, new))
    for form in (before, after):
        form.pop("arguments", None)
    result = merged(raw if is_mapping(raw) else {"body": raw}, before, after, new)
    if is_mapping(result) and before.get("body") != after.get("body"):
        result.pop("file", None)
    return result["body"] if is_mapping(result) and result.keys() == {"body"} and isinstance(raw, str) else result
