"""Functions, procedures and aggregates: what a call finds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fluxc.breaking.classes import READ, WRITE
from fluxc.breaking.rule import Finding, rule
from fluxc.model.routine import Coded, Function, Routine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.breaking.comparison import Comparison
    from fluxc.model.routine import Argument

_UNCALLED: Final = frozenset({"trigger", "event_trigger"})


def called(item: Routine) -> bool:
    """Return whether people call it, and not the server alone."""
    return not (isinstance(item, Function) and item.returns in _UNCALLED)


@rule(READ, WRITE)
def routine_dropped(change: Comparison) -> Iterator[Finding]:
    """A function, procedure or aggregate is gone.

    ## What it finds
    One that is no more, under its name with the types of its arguments: with other types it is another one.
    Functions of triggers are not found, since nobody calls them: see `trigger-changed`.

    ## Why it matters
    Calls fail, or find another one of the name.

    ## Example
    ```yaml schema/app.yaml before
    functions:
      twice(n int): {returns: int, language: sql, body: select n * 2}
    tables:
      users: {columns: {id: bigint primary key identity}}
    ```
    ```yaml schema/app.yaml after
    functions:
      twice(n bigint): {returns: bigint, language: sql, body: select n * 2}
    tables:
      users: {columns: {id: bigint primary key identity}}
    ```

    ```console
    $ fluxc breaking --against v1
    function app.twice(integer)
      ✗ function app.twice(integer) is gone; there is twice(bigint)
        routine-dropped (READ, WRITE) at v1:schema/app.yaml:2:3
        notices: queries and statements that call it
        do: keep it beside the new one until no released code calls it

    ✗ 1 breaking change against v1: READ 1, WRITE 1
      deploy: neither (code and database each need the change of the other: split it in two, or stop the application)
    ```

    ## Instead
    Keep the old one beside the new one until no released code calls it.
    """
    for item, was in change.left(Routine):
        if called(item):
            others = [key.path[-1] for key in change.new.routines.get((item.place[0], item.called), ())]
            beside = f"; there is {', '.join(others)}" if others else ""
            yield Finding(
                was,
                f"{item.noun} {was.sql} is gone{beside}",
                "queries and statements that call it",
                "keep it beside the new one until no released code calls it",
            )


@rule(READ, WRITE)
def routine_renamed(change: Comparison) -> Iterator[Finding]:
    """A function, procedure or aggregate has another name.

    ## What it finds
    One that says by `was` what it was called before.

    ## Why it matters
    Calls under the old name fail.

    ## Example
    ```yaml schema/app.yaml before
    functions:
      twice(n int): {returns: int, language: sql, body: select n * 2}
    tables:
      users: {columns: {id: bigint primary key identity}}
    ```
    ```yaml schema/app.yaml after
    functions:
      doubled(n int): {returns: int, language: sql, body: select n * 2, was: twice}
    tables:
      users: {columns: {id: bigint primary key identity}}
    ```

    ```console
    $ fluxc breaking --against v1
    function app.doubled(integer)
      ✗ function app.twice(integer) is called app.doubled(integer) now
        routine-renamed (READ, WRITE) at schema/app.yaml:2:3
        notices: queries and statements that call it by the old name
        do: keep one of the old name that calls it

    ✗ 1 breaking change against v1: READ 1, WRITE 1
      deploy: neither (code and database each need the change of the other: split it in two, or stop the application)
    ```

    ## Instead
    Keep one of the old name that calls the new one.
    """
    for old, new in change.renamed(Routine):
        if called(new) and old.head != new.head:
            yield Finding(
                new,
                f"{new.noun} {old.sql} is called {new.sql} now",
                "queries and statements that call it by the old name",
                "keep one of the old name that calls it",
            )


@rule(READ, WRITE)
def routine_arguments_changed(change: Comparison) -> Iterator[Finding]:
    """Calls of a function or procedure have to be written otherwise.

    ## What it finds
    One of the same types whose arguments are called otherwise, or that lost a default.

    ## Why it matters
    Calls that name their arguments (`n => 1`) fail, and so do those that leave out what had a default.

    ## Example
    ```yaml schema/app.yaml before
    functions:
      times(n int, by int = 2): {returns: int, language: sql, body: select n * by}
    tables:
      users: {columns: {id: bigint primary key identity}}
    ```
    ```yaml schema/app.yaml after
    functions:
      times(n int, by int): {returns: int, language: sql, body: select n * by}
    tables:
      users: {columns: {id: bigint primary key identity}}
    ```

    ```console
    $ fluxc breaking --against v1
    function app.times(integer, integer)
      ✗ function app.times(integer, integer) has no default for by
        routine-arguments-changed (READ, WRITE) at schema/app.yaml:2:3
        notices: calls that name their arguments, or leave some out
        do: keep names and defaults, or make a second one

    ✗ 1 breaking change against v1: READ 1, WRITE 1
      deploy: code first (new code works on the old database, code from before not on the new one)
    ```

    ## Instead
    Keep the names and the defaults, or make a second function.
    """
    for old, new in change.both(Coded):
        pairs = list(zip(_taken(old), _taken(new), strict=False))
        names = [one.name for one, other in pairs if one.name and one.name != other.name]
        needed = [
            other.name or str(at) for at, (one, other) in enumerate(pairs, 1) if one.default and not other.default
        ]
        said = [f"no longer calls its arguments {', '.join(names)}"] if names else []
        said += [f"has no default for {', '.join(needed)}"] if needed else []
        if said and called(new):
            yield Finding(
                new,
                f"{new.noun} {new.sql} {' and '.join(said)}",
                "calls that name their arguments, or leave some out",
                "keep names and defaults, or make a second one",
            )


def _taken(item: Routine) -> list[Argument]:
    return [argument for argument in item.arguments if argument.taken]
