"""The rule `not-snake-case`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, cast

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, rule
from fluxc.model.column import Column
from fluxc.model.constraint import Constraint
from fluxc.model.enum import Enum
from fluxc.model.index import Index
from fluxc.model.namespace import Namespace
from fluxc.model.sequence import Sequence
from fluxc.model.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.schema import Schema
    from fluxc.model.state import Object

_NAMED: Final = (Namespace, Table, Column, Enum, Sequence)
_HUMP: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_GAP: Final = re.compile(r"[\W_]+")


@rule(Severity.WARNING, *_NAMED, Constraint, Index)
def not_snake_case(item: Object, schema: Schema) -> Iterator[Finding]:
    """A name needs quotes.

    ## What it finds
    A namespace, table, column, enum or sequence whose name holds more than small letters, digits and `_`,
    or begins with a digit; a constraint or index as well where its name was given, not derived.

    ## Why it is dangerous
    PostgreSQL folds what is not quoted to small letters: `userId` means `userid`, and the column is not found.
    Such a name wants quotes in every query, script and tool, for ever.

    ## Example
    ```yaml schema/app.yaml
    tables:
      visits:
        columns:
          id: bigint primary key identity
          userName: text
    ```

    ```console
    $ fluxc lint
    warning[not-snake-case]: column app.visits."userName" needs quotes wherever it is named
      --> schema/app.yaml:5:7
      5 |       userName: text
        |       ^^^^^^^^
      help: write `user_name`

    ! Linted 1 table: 1 warning
    ```

    ## Instead
    Write `user_name`, and `was: userName` if it is in a database already: the column is then renamed, with its rows.
    """
    if _snake(item.name) or not (isinstance(item, _NAMED) or _given(item, schema)):
        return
    better = _GAP.sub("_", _HUMP.sub("_", item.name)).strip("_").lower()
    cure = f"write `{better}`" if better and _snake(better) else "choose a name of small letters, digits and `_`"
    yield Finding(f"{item.noun} {item.sql} needs quotes wherever it is named", cure, _at(item, schema))


def _snake(name: str) -> bool:
    return name == name.lower() and name.replace("_", "a").isalnum() and not name[0].isdigit()


def _given(item: Object, schema: Schema) -> bool:
    """Return whether somebody gave a member of a table its name: by its key in a mapping, or by `name`."""
    return schema.place(item).path[-1] == item.name or bool(_at(item, schema))


def _at(item: Object, schema: Schema) -> tuple[str, ...]:
    """Return the keys below the declaration where the name is written, none where it is the declaration's own key."""
    long = schema.declared(item)
    inner: Any = long.get("references")
    if isinstance(inner, dict) and cast("dict[str, Any]", inner).get("name") == item.name:
        return ("references", "name")
    return tuple(key for key in ("name", "namespace") if long.get(key) == item.name)
