"""Canonical lines back into objects."""

from __future__ import annotations

import json
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Final, cast

from fluxc.model.names import split_name

if TYPE_CHECKING:
    from fluxc.model.state import Object

KINDS: Final = {
    "namespace": "namespace.Namespace",
    "extension": "extension.Extension",
    "role": "role.Role",
    "sequence": "sequence.Sequence",
    "table": "table.Table",
    "column": "column.Column",
    "enum": "enum.Enum",
    "domain_type": "domain_type.DomainType",
    "composite": "composite.Composite",
    "range_type": "range_type.RangeType",
    "collation": "collation.Collation",
    "primary_key": "constraint.PrimaryKey",
    "unique": "constraint.Unique",
    "check": "constraint.Check",
    "foreign_key": "constraint.ForeignKey",
    "exclusion": "constraint.Exclusion",
    "index": "index.Index",
    "view": "view.View",
    "materialized_view": "view.MaterializedView",
    "rule": "rule.Rule",
    "policy": "policy.Policy",
    "trigger": "trigger.Trigger",
    "statistics": "statistics.Statistics",
    "trigger_copy": "trigger_copy.TriggerCopy",
    "member_copy": "member_copy.MemberCopy",
    "publication": "publication.Publication",
    "text_search_dictionary": "text_search.TextSearchDictionary",
    "text_search_configuration": "text_search.TextSearchConfiguration",
    "function": "routine.Function",
    "procedure": "routine.Procedure",
    "aggregate": "aggregate.Aggregate",
    "raw": "raw.Raw",
    "privileges": "privileges.Privileges",
    "sequence_privileges": "privileges.SequencePrivileges",
    "default_privileges": "default_privileges.DefaultPrivileges",
}
"""Every kind of object that a state can hold, and where its class is, which is loaded where there are such objects."""


@cache
def class_of(kind: str) -> type[Object]:
    """Return the class of a kind of object; raises KeyError for what is none."""
    module, _, name = KINDS[kind].partition(".")
    return cast("type[Object]", getattr(import_module(f"fluxc.model.{module}"), name))


def parse_line(key: str, line: str) -> Object:
    """Return the object of a line under its key; raises ValueError where the line does not say one."""
    kind, _, name = key.partition(" ")
    path = split_name(name)
    data = json.loads(line[len(key) + 1 :])
    return class_of(kind).model_validate({**data, "place": path[:-1], "name": path[-1]})
