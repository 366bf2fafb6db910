"""The rule `varchar-without-need`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, Fix, rule
from fluxc.lint.sql.table_forms import ChangeType, NewColumn
from fluxc.model import types
from fluxc.model.column import Column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.schema import Schema
    from fluxc.lint.sql.script import Script

_HABIT: Final = 255
_BARE: Final = re.compile(r"\s*(?P<word>varchar|char(?:acter)?\s+varying)\b(?!\s*\()", re.IGNORECASE)


@rule(Severity.WARNING, Column)
def varchar_without_need(column: Column, schema: Schema) -> Iterator[Finding]:
    """A column is a varchar whose length says nothing.

    ## What it finds
    `varchar` without a length, and `varchar(255)`; not where a column takes its type by a reference.
    Any other length is taken as said on purpose: it is a limit of the value, and PostgreSQL holds to it.

    ## Why it is dangerous
    `varchar` without a length is `text` under a name that promises a limit.
    255 is a limit of other databases. In PostgreSQL it saves nothing, and one day a value has 256 characters:
    then the column's type must change under a lock that keeps everybody out.

    ## Example
    ```yaml schema/app.yaml
    tables:
      users:
        columns:
          id: bigint primary key identity
          name: varchar(255)
    ```

    ```console
    $ fluxc lint
    warning[varchar-without-need]: column app.users.name is varchar(255), a limit that PostgreSQL has no use for
      --> schema/app.yaml:5:13
      5 |       name: varchar(255)
        |             ^^^^^^^^^^^^
      help: write `text`, or the length that the value truly has

    ! Linted 1 table: 1 warning
    ```

    ## Instead
    Write `text`, or the length that the value truly has.
    `fluxc lint --fix` makes `varchar` without a length `text`, which is the same;
    what 255 was meant to be it does not know.
    """
    kind = types.parse(column.type)
    if kind.path != ("character varying",) or kind.modifiers not in ((), (_HABIT,)) or schema.refers(column):
        return
    if kind.modifiers:
        message = f"column {column.sql} is varchar({_HABIT}), a limit that PostgreSQL has no use for"
        yield Finding(message, "write `text`, or the length that the value truly has", ("type",))
    else:
        message = f"column {column.sql} is varchar without a length, which is text"
        yield Finding(message, "write `text`", ("type",), _fix(column, schema))


def _fix(column: Column, schema: Schema) -> Fix | None:
    long = schema.declared(column)
    match = _BARE.match(str(long.get("type") if long else schema.written(column)))
    return Fix(("type",), match["word"], "text") if match else None


@varchar_without_need.in_sql(NewColumn, ChangeType)
def _in_sql(column: NewColumn | ChangeType, script: Script) -> Iterator[Finding]:
    kind = column.type.removesuffix("[]")
    if not kind.startswith("character varying") or script.facts.refers(column.table, column.column):
        return
    if kind == f"character varying({_HABIT})":
        message = f"column {column.object} is varchar({_HABIT}), a limit that PostgreSQL has no use for"
        yield Finding(message, "write `text`, or the length that the value truly has")
    elif kind == "character varying":
        yield Finding(f"column {column.object} is varchar without a length, which is text", "write `text`")
