"""The operations between two states of one view or rule, and which views have to be made anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.model.claims import rests_on
from fluxc.model.column import Column
from fluxc.model.query import expands, kept_columns
from fluxc.model.rule import Rule
from fluxc.model.state import Key
from fluxc.model.table import Table
from fluxc.model.view import MaterializedView, Queried, View
from fluxc.plan.materialized_views import SetColumnSettings, SetMaterializedViewParameters, keeps_storage
from fluxc.plan.rules import ReplaceRule, SetRuleEnabled
from fluxc.plan.table_options import SetMethod, SetTablespace
from fluxc.plan.views import ReplaceView, SetColumnComments, SetViewDefaults, SetViewOptions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.model.state import Object
    from fluxc.plan.diff import Difference
    from fluxc.plan.operation import Operation


def remade_views(difference: Difference) -> set[Key]:
    """Return the views that no statement brings to their new columns, those that name columns by ``*`` among them."""
    pairs = [(old, new) for old, new in difference.changed if isinstance(old, Queried) and isinstance(new, Queried)]
    remade = {old.key for old, new in pairs if _is_remade(old, new, difference)}
    wider = {old.key for old, new in pairs if old.query != new.query} - remade
    columns = (*difference.added, *difference.removed)
    wider |= {Key(Table.kind, item.place) for item in columns if isinstance(item, Column)}
    wider -= {Key(Table.kind, path) for path in difference.fresh | difference.gone}
    if not wider:
        return remade
    there = difference.after.objects
    stars = [item for item in difference.before.of(Queried) if expands(item.query) and item.key in there]
    while found := {item.key for item in stars if item.key not in remade and rests_on(item, difference.before) & wider}:
        remade |= found
        wider |= found
    return remade


def _is_remade(old: Queried, new: Queried, difference: Difference) -> bool:
    """Return whether a view has to be dropped and created to get its new query."""
    if (old.query, old.columns) == (new.query, new.columns):
        if not (isinstance(old, MaterializedView) and isinstance(new, MaterializedView)):
            return False
        return old.depends_on != new.depends_on or not keeps_storage(old, new)
    if isinstance(old, MaterializedView) or old.columns != new.columns:
        return True
    keeps = kept_columns(old.query, new.query)
    return keeps is None or (keeps == "more" and not _alone(old, difference))


def _alone(item: Queried, difference: Difference) -> bool:
    """Return whether nothing lies in a view or rests on it, so that the way back can take columns from it."""
    return not any(
        state.under(item.key.path) or any(other.parsed and item.key in rests_on(other, state) for other in state)
        for state in (difference.before, difference.after)
    )


def view_operations(old: Object, new: Object) -> Iterator[Operation]:
    """Yield what takes a view, a materialized view or a rule from ``old`` to ``new``, but for its comment."""
    if isinstance(old, View) and isinstance(new, View):
        if (old.query, old.depends_on) != (new.query, new.depends_on):
            yield ReplaceView(old, new, wider=kept_columns(old.query, new.query) == "more")
        if old.options != new.options:
            yield SetViewOptions(old, new)
        if old.column_defaults != new.column_defaults:
            yield SetViewDefaults(old, new)
    elif isinstance(old, MaterializedView) and isinstance(new, MaterializedView):
        if old.parameters != new.parameters:
            yield SetMaterializedViewParameters(old, new)
        if old.tablespace != new.tablespace:
            yield SetTablespace(old, new)
        if old.method != new.method:
            yield SetMethod(old, new)
        if old.settings != new.settings:
            yield SetColumnSettings(old, new)
    elif isinstance(old, Rule) and isinstance(new, Rule):
        if old.model_copy(update={"doc": new.doc, "enabled": new.enabled}) != new:
            yield ReplaceRule(old, new)
        if old.enabled != new.enabled:
            yield SetRuleEnabled(old, new)
    if isinstance(old, Queried) and isinstance(new, Queried) and old.column_docs != new.column_docs:
        yield SetColumnComments(old, new)
