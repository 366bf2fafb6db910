"""Tables as YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.model.names import not_null_name
from fluxc.pull.check import check_form, derived_check_name, long_check
from fluxc.pull.column import column_form
from fluxc.pull.emit import Block
from fluxc.pull.exclusion import derived_exclusion_name, exclusion_form
from fluxc.pull.foreign_key import derived_foreign_key_name, foreign_key_form
from fluxc.pull.index import derived_index_name, index_form, long_index
from fluxc.pull.keys import key_form, key_name, long_key, primary_key_form
from fluxc.pull.options import Group, never_derived, parameters_form
from fluxc.pull.partition import key_form as key_form_of
from fluxc.pull.partition import partitions_form
from fluxc.pull.policy import long_policy, policy_form
from fluxc.pull.privileges import access_form
from fluxc.pull.rule import rules_form
from fluxc.pull.statistics import derived_statistics_name, long_statistics, statistics_form
from fluxc.pull.trigger import firing_form, long_trigger, trigger_form
from fluxc.pull.view import TableView

if TYPE_CHECKING:
    from fluxc.model.table import Table
    from fluxc.pull.sight import Sight


def table_form(item: Table, sight: Sight) -> Block:
    """Return a table with all that lies in it."""
    view = TableView(item, sight)
    said: dict[str, Any] = {
        "doc": item.doc,
        "columns": Block({column.name: column_form(column, sight, view.beside(column)) for column in view.columns}),
        "primary_key": table_key(view),
        **{group.key: group.whole() for group in groups(view)},
        **options(view),
    }
    return Block({key: value for key, value in said.items() if value is not None and value != {}})


def table_key(view: TableView) -> object:
    """Return what stands under ``primary_key``; None where a column says it or there is none."""
    primary = view.primary
    return primary_key_form(primary, view.sight) if primary is not None and id(primary) not in view.spoken else None


def options(view: TableView) -> dict[str, Any]:
    """Return what a table says beside its members; None for what it does not say."""
    table, access = view.table, access_form(view.table, view.sight)
    return {
        "inherits": _parents(view),
        "partition_by": key_form_of(view),
        "partitions": partitions_form(view, table_form) if table.partition_by is not None else None,
        "rules": rules_form(view.path, view.sight),
        "names": {item.name: item.own or False for item in sorted(view.named, key=lambda item: item.name)} or None,
        "fires": firing_form(view.copies) or None,
        "not_nulls": _not_nulls(view),
        "row_security": _row_security(table),
        "replica_identity": {"index": view.identifying} if view.identifying is not None else table.replica_identity,
        "unlogged": table.unlogged or None,
        "using": table.method,
        "tablespace": table.tablespace,
        "cluster_on": view.clustered,
        "storage": parameters_form(view.table.parameters) or None,
        "owner": access.get("owner"),
        "grants": access.get("grants"),
    }


def _not_nulls(view: TableView) -> object:
    names, kinds = view.table.not_nulls, dict(view.table.not_null_kinds)
    if kinds:
        called = dict(names)
        long = {column: _long_not_null(called.get(column), its) for column, its in kinds.items()}
        return dict(sorted((called | long).items()))
    if not names or not view.table.partition_of:
        return dict(names) or None
    from fluxc.model.not_nulls import usual_names  # most partitions have the names of their tables

    own = {column: not_null_name(view.table.name, column) for column in usual_names(view.path, view.sight.state)}
    return "own" if own == dict(names) else dict(names)


def _long_not_null(name: str | None, kinds: tuple[str, ...]) -> dict[str, Any]:
    said: dict[str, Any] = {"name": name} if name is not None else {}
    return said | {kind.replace(" ", "_"): True for kind in kinds}


def _parents(view: TableView) -> object:
    names = [view.sight.name(path) for path in view.table.inherits]
    return names if len(names) > 1 else next(iter(names), None)


def _row_security(table: Table) -> object:
    if table.row_security_forced:
        return "forced" if table.row_security else {"enabled": False, "forced": True}
    return table.row_security or None


def groups(view: TableView) -> tuple[Group[Any], ...]:
    """Return the sections of a table that hold constraints, indexes and the like, in the order of a file."""
    sight, columns = view.sight, view.names
    return (
        Group(
            "unique",
            [item for item in view.uniques if id(item) not in view.spoken],
            key_name,
            lambda item: key_form(item, sight),
            long_key,
        ),
        Group(
            "checks",
            [item for item in view.checks if id(item) not in view.spoken],
            lambda item: derived_check_name(item, sight),
            lambda item: check_form(item, sight),
            lambda item: long_check(item, sight),
        ),
        Group(
            "foreign_keys",
            view.foreign_keys,
            derived_foreign_key_name,
            lambda item: foreign_key_form(item, sight, declined=item.name in view.declined),
            lambda item: foreign_key_form(item, sight, declined=item.name in view.declined),
        ),
        Group(
            "exclude",
            view.exclusions,
            derived_exclusion_name,
            lambda item: exclusion_form(item, sight, columns),
            lambda item: exclusion_form(item, sight, columns),
        ),
        Group(
            "indexes",
            view.indexes,
            derived_index_name,
            lambda item: index_form(item, sight, columns),
            lambda item: long_index(item, sight, columns),
        ),
        Group(
            "statistics",
            view.statistics,
            derived_statistics_name,
            lambda item: statistics_form(item, sight, columns),
            lambda item: long_statistics(item, sight, columns),
        ),
        Group(
            "policies",
            view.policies,
            never_derived,
            lambda item: policy_form(item, sight),
            lambda item: long_policy(item, sight),
        ),
        Group(
            "triggers",
            view.triggers,
            never_derived,
            lambda item: trigger_form(item, sight),
            lambda item: long_trigger(item, sight),
        ),
    )
