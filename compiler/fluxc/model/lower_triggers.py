"""Declared triggers into objects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from fluxc.diagnostics import did_you_mean
from fluxc.model import trigger_text
from fluxc.model.draft import listed
from fluxc.model.trigger import BUILT_IN, Trigger
from fluxc.model.trigger_declaration import ConstraintTriggerDeclaration, ReferencingDeclaration, TriggerDeclaration

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from fluxc.model.findings import Place
    from fluxc.model.lowering import Lowering
    from fluxc.model.trigger import Firing


class Relation(NamedTuple):
    """A table or a view as its triggers see it; ``columns`` is None where only the server knows them."""

    domain: str
    path: tuple[str, ...]
    columns: Collection[str] | None
    view: bool = False


FIRES: Final[dict[bool | str, Firing]] = {True: "origin", False: "disabled", "replica": "replica", "always": "always"}


def lower_triggers(
    low: Lowering, relation: Relation, forms: Mapping[str, str | TriggerDeclaration], place: Place
) -> None:
    """Take in the triggers of a table or a view, which ``place`` holds by name."""
    for name, form in forms.items():
        where = place / name
        if not low.findings.name(name, "trigger", where):
            continue
        try:
            item = _trigger(low, relation, name, form, where)
        except trigger_text.TriggerTextError as problem:
            if not (isinstance(form, str) and low.findings.cut_by_comment(where, form)):
                low.findings.add("bad-trigger", str(problem), where, problem.help)
            continue
        if item is not None:
            low.add(item, where, form.was if isinstance(form, TriggerDeclaration) else None)


def _trigger(
    low: Lowering, relation: Relation, name: str, form: str | TriggerDeclaration, place: Place
) -> Trigger | None:
    long = form if isinstance(form, TriggerDeclaration) else None
    if long is not None:
        said = trigger_text.TriggerText(
            long.when,
            trigger_text.events(listed(long.on)),
            long.for_each,
            long.condition,
            trigger_text.call(long.execute),
        )
    else:
        if low.findings.cut_by_comment(place, "0"):
            return None
        said = trigger_text.take_apart(str(form))
    row = said.each == "row" if said.each else "truncate" not in said.on.events
    condition = _condition(low, relation, said.condition, place / "if" if long else place)
    if said.condition is not None and condition is None:
        return None
    item = Trigger(
        place=relation.path,
        name=name,
        doc=long.doc if long else None,
        timing=said.timing,
        events=said.on.events,
        columns=said.on.columns,
        row=row,
        condition=condition,
        function=_function(low, relation, said.call.function),
        arguments=said.call.arguments,
        **(_options(low, relation, long, place) if long else {}),
    )
    known = _columns_known(low, relation, item, place)
    wrong = _wrong(item, relation)
    if wrong is not None:
        low.findings.add("bad-trigger", wrong[0], place, wrong[1])
    return item if known and wrong is None else None


def _function(low: Lowering, relation: Relation, said: tuple[str, ...]) -> tuple[str, ...]:
    found = low.scope.routine(said, relation.domain)
    return ("pg_catalog", *found) if len(found) == 1 and found[0] in BUILT_IN else found


def _options(low: Lowering, relation: Relation, long: TriggerDeclaration, place: Place) -> dict[str, Any]:
    """Return the attributes that only the long form can say."""
    referencing = long.referencing or ReferencingDeclaration()
    constraint = long.constraint if isinstance(long.constraint, ConstraintTriggerDeclaration) else None
    source: tuple[str, ...] = ()
    if constraint is not None and constraint.source is not None:
        found = low.scope.target(constraint.source, relation.domain, place / "constraint" / "from")
        source = found[0].path if found else ()
    return {
        "old_table": referencing.old,
        "new_table": referencing.new,
        "constraint": constraint is not None or long.constraint is True,
        "deferrable": constraint is not None and bool(constraint.deferrable),
        "deferred": constraint is not None and constraint.deferrable == "initially deferred",
        "source": source,
        "fires": FIRES[long.enabled],
    }


def _condition(low: Lowering, relation: Relation, text: str | None, place: Place) -> str | None:
    """Return the canonical text of a condition; record what is wrong with it and return None."""
    return low.sql(text, relation.domain, place) if text is not None else None


def _columns_known(low: Lowering, relation: Relation, item: Trigger, place: Place) -> bool:
    """Return whether the relation has all columns that the trigger names; record those that it has not."""
    if relation.columns is None:
        return True
    unknown = sorted({*item.columns, *item.seen}.difference(relation.columns))
    for column in unknown:
        message = f"{relation.domain}.{relation.path[1]} has no column `{column[:70]}`, which trigger {item.name} names"
        low.findings.add("unknown-column", message, place, did_you_mean(column, relation.columns))
    return not unknown


def _wrong(item: Trigger, relation: Relation) -> tuple[str, str] | None:
    """Return why PostgreSQL would refuse a trigger, and the cure."""
    if (item.timing == "instead of") > relation.view:
        return "a table has no `instead of` triggers", "write before or after"
    if relation.view and item.row and item.timing != "instead of":
        return "a trigger of a view that fires for each row fires instead of the change", "write `instead of`"
    if item.timing == "instead of" and (not item.row or item.columns or item.condition is not None):
        return "an `instead of` trigger fires for each row, on any column and without a condition", "leave these out"
    if relation.view and item.fires != "origin":
        return "a trigger of a view always fires", "leave `enabled` out"
    if "truncate" in item.events and item.row:
        return "a trigger on truncate fires for each statement", "leave `row` out, or write a trigger of its own"
    if item.constraint and (item.timing != "after" or not item.row):
        return "a constraint trigger fires after each row", "write `when: after` and leave `for_each` out"
    if (item.old_table or item.new_table) and (item.timing != "after" or item.constraint):
        return "only an `after` trigger that is no constraint sees all rows of a statement", "leave `referencing` out"
    if item.condition is not None and not item.row and item.seen:
        return "a condition sees `old` and `new` only for each row", "leave the condition out"
    return None
