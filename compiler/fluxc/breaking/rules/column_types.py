"""The types of columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.breaking.classes import MODEL, READ, STREAM, WRITE
from fluxc.breaking.rule import Finding, also, rule
from fluxc.breaking.rules.columns import attribute
from fluxc.breaking.values import reads_alike, takes_all
from fluxc.model.claims import rests_on
from fluxc.model.column import Column
from fluxc.model.mentions import words
from fluxc.model.query import expands
from fluxc.model.state import Key
from fluxc.model.table import Table
from fluxc.model.view import Queried

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.breaking.comparison import Comparison


@rule(READ, WRITE, MODEL, STREAM)
def column_type_changed(change: Comparison) -> Iterator[Finding]:
    """The values of a column are of another type, or of a narrower one.

    ## What it finds
    A column with another type. `READ` where readers get other values than before, `WRITE` where values that could
    be written are refused, `MODEL` where the attribute is of another Python type, `STREAM` where a publication has it.
    A longer `varchar`, a `numeric` with more digits, or `text` for `varchar` is told to streams alone:
    readers get the same type, and everything that was written before still is.

    ## Why it matters
    Drivers hand other types to code, comparisons and calls find no operator or function, and what no longer fits is
    refused.

    ## Example
    ```yaml schema/app.yaml before
    tables:
      users: {columns: {id: bigint primary key identity, code: varchar(20), age: text}}
    ```
    ```yaml schema/app.yaml after
    tables:
      users:
        columns:
          id: bigint primary key identity
          code: varchar(10)
          age: {type: integer, using: "age::integer"}
    ```

    ```console
    $ fluxc breaking --against v1
    table app.users
      ✗ column app.users.age is integer now, where it was text
        column-type-changed (READ, WRITE, MODEL) at schema/app.yaml:6:7
        notices: code that reads it, compares it or writes what no longer fits
        do: add a column of the new type, keep both in step, let code move over, and drop the old one
      ✗ column app.users.code is character varying(10) now, where it was character varying(20)
        column-type-changed (READ, WRITE) at schema/app.yaml:5:7
        notices: code that reads it, compares it or writes what no longer fits
        do: add a column of the new type, keep both in step, let code move over, and drop the old one

    ✗ 2 breaking changes against v1: READ 2, WRITE 2, MODEL 1
      deploy: neither (code and database each need the change of the other: split it in two, or stop the application)
    ```

    ## Instead
    Add a column of the new type, have triggers keep both in step, let code move over, and drop the old one.
    """
    for old, new in change.both(Column):
        if old.type == new.type:
            continue
        reads = not reads_alike(old.type, new.type, change.old, change.new)
        writes = not takes_all(old.type, new.type, change.old, change.new)
        streamed = change.streamed(new.place) and change.published_now.column(new.place, new.name)
        if not (reads or writes or streamed):
            continue
        yield Finding(
            new,
            f"column {new.sql} is {new.type} now, where it was {old.type}",
            _who(reads=reads, writes=writes) + _by_way_of(new, change),
            "add a column of the new type, keep both in step, let code move over, and drop the old one"
            if reads or writes
            else "change it at every subscriber before the migration runs here",
            also(read=reads, write=writes, model=_other_attribute(new, change), stream=streamed),
        )


def _who(*, reads: bool, writes: bool) -> str:
    if reads and writes:
        return "code that reads it, compares it or writes what no longer fits"
    if reads:
        return "code that reads or compares it"
    return "code that writes what no longer fits" if writes else "subscribers whose column is still the old one"


def _by_way_of(column: Column, change: Comparison) -> str:
    """Return the views that seem to read a column, which give other values as well."""
    table = Key(Table.kind, column.place)
    found = [
        view.sql
        for view in change.new.of(Queried)
        if (column.name in words(view.query) or expands(view.query)) and table in rests_on(view, change.new)
    ]
    return f"; also by way of {', '.join(found)}" if found else ""


def _other_attribute(column: Column, change: Comparison) -> bool:
    was, now = attribute(change.models_before, change.was(column)), attribute(change.models_now, column)
    return was is not None and now is not None and was.holds != now.holds
