"""The rule `zone-dependent-default`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fluxc.lexer import tokens
from fluxc.lint.rule import Finding, rule
from fluxc.lint.sql.table_forms import NewColumn
from fluxc.model.column import Column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.schema import Schema
    from fluxc.lint.sql.script import Script

_NOW: Final = frozenset({"now", "current_date", "current_time", "current_timestamp", "localtime", "localtimestamp"})


@rule(None, Column)
def zone_dependent_default(column: Column, _schema: Schema) -> Iterator[Finding]:
    """A default depends on the time zone of who inserts.

    ## What it finds
    A column of type `date` or `time` whose default is the present time.

    ## Why it is dangerous
    Which day it is depends on `TimeZone` of the session: around midnight two services write two days for one
    moment. Off by default: where all sessions have one zone it does no harm.

    ## Example
    ```toml fluxc.toml
    [lint.levels]
    zone-dependent-default = "warning"
    ```

    ```yaml schema/app.yaml
    tables:
      visits:
        columns:
          id: bigint primary key identity
          day: date = current_date
    ```

    ```console
    $ fluxc lint
    warning[zone-dependent-default]: the default of app.visits.day depends on the session's time zone
      --> schema/app.yaml:5:12
      5 |       day: date = current_date
        |            ^^^^^^^^^^^^^^^^^^^
      help: name the zone

    ! Linted 1 table: 1 warning
    ```

    ## Instead
    Name the zone: `(now() at time zone 'UTC')::date`.
    """
    words = () if column.default is None else tuple(token.text.lower() for token in tokens(column.default))
    if _depends(column.type, words):
        yield Finding(f"the default of {column.sql} depends on the session's time zone", "name the zone", ("default",))


@zone_dependent_default.in_sql(NewColumn)
def _in_sql(column: NewColumn, _script: Script) -> Iterator[Finding]:
    if _depends(column.type, column.default):
        yield Finding(f"the default of {column.object} depends on the session's time zone", "name the zone")


def _depends(kind: str, default: tuple[str, ...]) -> bool:
    is_local = kind == "date" or (kind.startswith("time") and "without time zone" in kind)
    return is_local and not _NOW.isdisjoint(default) and "zone" not in default
