"""Canonical lines back into objects."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from fluxc.model.aggregate import Aggregate
from fluxc.model.collation import Collation
from fluxc.model.column import Column
from fluxc.model.composite import Composite
from fluxc.model.constraint import Check, Exclusion, ForeignKey, PrimaryKey, Unique
from fluxc.model.domain_type import DomainType
from fluxc.model.enum import Enum
from fluxc.model.extension import Extension
from fluxc.model.index import Index
from fluxc.model.names import split_name
from fluxc.model.namespace import Namespace
from fluxc.model.policy import Policy
from fluxc.model.privileges import Privileges
from fluxc.model.publication import Publication
from fluxc.model.range_type import RangeType
from fluxc.model.raw import Raw
from fluxc.model.routine import Function, Procedure
from fluxc.model.rule import Rule
from fluxc.model.sequence import Sequence
from fluxc.model.statistics import Statistics
from fluxc.model.table import Table
from fluxc.model.text_search import TextSearchConfiguration, TextSearchDictionary
from fluxc.model.trigger import Trigger
from fluxc.model.view import MaterializedView, View

if TYPE_CHECKING:
    from fluxc.model.state import Object

KINDS: Final[dict[str, type[Object]]] = {
    kind.kind: kind
    for kind in (
        *(Namespace, Extension, Sequence, Table, Column),
        *(Enum, DomainType, Composite, RangeType, Collation),
        *(PrimaryKey, Unique, Check, ForeignKey, Exclusion, Index),
        *(View, MaterializedView, Rule),
        *(Policy, Trigger, Statistics, Publication),
        *(TextSearchDictionary, TextSearchConfiguration),
        *(Function, Procedure, Aggregate, Raw),
        Privileges,
    )
}
"""Every kind of object that a state can hold."""


def parse_line(key: str, line: str) -> Object:
    """Return the object of a line under its key; raises ValueError where the line does not say one."""
    kind, _, name = key.partition(" ")
    path = split_name(name)
    data = json.loads(line[len(key) + 1 :])
    return KINDS[kind].model_validate({**data, "place": path[:-1], "name": path[-1]})
