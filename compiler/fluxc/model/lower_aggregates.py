"""Declared aggregates into objects."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from fluxc.model import names, routine_text
from fluxc.model.aggregate import Aggregate, MovingDeclaration, Transition
from fluxc.model.domain import DomainFile
from fluxc.model.draft import listed
from fluxc.model.lower_privileges import lower_privileges
from fluxc.model.lower_routines import function_name, lower_arguments, written_signature
from fluxc.model.routine import routine_name
from fluxc.model.routine_types import argument_type

if TYPE_CHECKING:
    from fluxc.model.aggregate import AggregateDeclaration
    from fluxc.model.domain_files import Files
    from fluxc.model.findings import Place
    from fluxc.model.lowering import Lowering

_OPERATOR: Final = re.compile(r"(?:(?P<space>[^.\s]+)\s*\.\s*)?(?P<sign>[-+*/<>=~!@#%^&|`?]+)")
_FUNCTIONS: Final = ("combinefunc", "serialfunc", "deserialfunc")


def lower_aggregates(low: Lowering, domain: str, files: Files) -> None:
    """Take in the aggregates of a domain."""
    for file, place in files:
        for key, said in file.aggregates.items() if isinstance(file, DomainFile) else ():
            where = place / "aggregates" / key
            try:
                item = _aggregate(low, domain, key, said, where)
            except routine_text.SignatureError as problem:
                low.findings.add("bad-routine", str(problem), where, problem.help, key=True)
                continue
            if item is not None:
                was = [item.name.replace(item.quoted, names.quote(name), 1) for name in listed(said.was or [])]
                low.add(item, where, was or None)
                lower_privileges(low, item, *said.access(), where)


def _aggregate(low: Lowering, domain: str, key: str, said: AggregateDeclaration, place: Place) -> Aggregate | None:
    written = written_signature(key, said.arguments)
    arguments = lower_arguments(low, domain, written.arguments or (), place)
    moving = _transition(low, domain, said.moving, place / "moving") if said.moving else None
    transition = _transition(low, domain, said, place, ordered=written.direct is not None)
    if not low.findings.name(written.name, "aggregate", place) or arguments is None or transition is None:
        return None
    given: dict[str, Any] = {name: getattr(said, name) for name in _FUNCTIONS if getattr(said, name) is not None}
    functions = {name: function_name(low, text, domain, place / name) for name, text in given.items()}
    return Aggregate(
        place=(low.scope.domains[domain],),
        name=routine_name(written.name, arguments),
        doc=said.doc,
        arguments=arguments,
        transition=transition,
        moving=moving,
        direct=written.direct,
        hypothetical=said.hypothetical,
        sortop=_operator(low, said.sortop, place / "sortop") if said.sortop is not None else None,
        parallel=said.parallel,
        **functions,
    )


def _transition(
    low: Lowering, domain: str, said: AggregateDeclaration | MovingDeclaration, place: Place, *, ordered: bool = False
) -> Transition | None:
    """Return how rows are gone over; record what is wrong with it and return None."""
    inverse = said.inverse if isinstance(said, MovingDeclaration) else None
    texts = {"sfunc": said.sfunc, "inverse": inverse, "finalfunc": said.finalfunc}
    functions = {
        name: function_name(low, text, domain, place / name) for name, text in texts.items() if text is not None
    }
    stype = argument_type(low, said.stype, domain, place / "stype")
    sfunc = functions["sfunc"]
    if stype is None or sfunc is None or None in functions.values():
        return None
    usual = "read_write" if ordered else "read_only"
    return Transition(
        sfunc=sfunc,
        inverse=functions.get("inverse"),
        stype=stype,
        sspace=said.sspace,
        finalfunc=functions.get("finalfunc"),
        finalfunc_extra=said.finalfunc_extra,
        finalfunc_modify=said.finalfunc_modify if said.finalfunc_modify != usual else None,
        initcond=said.initcond,
    )


def _operator(low: Lowering, text: str, place: Place) -> str | None:
    """Return an operator as SQL names it; record a text that names none."""
    found = _OPERATOR.fullmatch(text.strip())
    if found is None:
        low.findings.add("bad-routine", f"`{text[:70]}` is no operator", place, "write one such as `>` or `app.>`")
        return None
    if found["space"] is None or found["space"] == "pg_catalog":
        return found["sign"]
    space = found["space"].strip('"')
    return f"{names.quote(low.scope.domains.get(space, space))}.{found['sign']}"
