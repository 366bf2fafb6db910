"""Canonical lines back into objects."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from fluxc.model.column import Column
from fluxc.model.constraint import Check, Exclusion, ForeignKey, PrimaryKey, Unique
from fluxc.model.enum import Enum
from fluxc.model.extension import Extension
from fluxc.model.index import Index
from fluxc.model.names import split_name
from fluxc.model.namespace import Namespace
from fluxc.model.privileges import Privileges
from fluxc.model.sequence import Sequence
from fluxc.model.table import Table

if TYPE_CHECKING:
    from fluxc.model.state import Object

KINDS: Final[dict[str, type[Object]]] = {
    kind.kind: kind
    for kind in (
        *(Namespace, Extension, Sequence, Enum, Table, Column, Privileges),
        *(PrimaryKey, Unique, Check, ForeignKey, Exclusion, Index),
    )
}
"""Every kind of object that a state can hold."""


def parse_line(key: str, line: str) -> Object:
    """Return the object of a line under its key; raises ValueError where the line does not say one."""
    kind, _, name = key.partition(" ")
    path = split_name(name)
    data = json.loads(line[len(key) + 1 :])
    return KINDS[kind].model_validate({**data, "place": path[:-1], "name": path[-1]})
