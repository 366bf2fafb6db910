"""Functions, procedures and aggregates: what a call gives, and by whose rights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.breaking.classes import READ, WRITE
from fluxc.breaking.rule import Finding, rule
from fluxc.breaking.rules.routines import called
from fluxc.model.aggregate import Aggregate
from fluxc.model.routine import Coded, Function, Routine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.breaking.comparison import Comparison


@rule(READ)
def routine_result_changed(change: Comparison) -> Iterator[Finding]:
    """A function or aggregate gives something else.

    ## What it finds
    Another type of the result, a set where it was one value, other columns or `out` arguments, null for null where
    it was called (`strict`) and the other way round, and an aggregate that goes over its rows otherwise.
    Another body is not found: what it computes cannot be told from the text.

    ## Why it matters
    Code gets other types, other columns, or null.

    ## Example
    ```yaml schema/app.yaml before
    functions:
      twice(n int): {returns: int, language: sql, body: select n * 2}
    tables:
      users: {columns: {id: bigint primary key identity}}
    ```
    ```yaml schema/app.yaml after
    functions:
      twice(n int): {returns: bigint, language: sql, body: select n * 2}
    tables:
      users: {columns: {id: bigint primary key identity}}
    ```

    ```console
    $ fluxc breaking --against v1
    function app.twice(integer)
      ✗ function app.twice(integer) gives something else
        routine-result-changed (READ) at schema/app.yaml:2:3
        notices: queries that use what it gives
        do: make a second one under another name, and let code move over

    ✗ 1 breaking change against v1: READ 1
      deploy: neither (code and database each need the change of the other: split it in two, or stop the application)
    ```

    ## Instead
    Make a second function under another name, and let code move over.
    """
    for old, new in change.both(Routine):
        if not (called(old) and called(new)):
            continue
        if _gives(old) != _gives(new):
            what = "gives something else"
        elif isinstance(old, Function) and isinstance(new, Function) and old.strict != new.strict:
            what = "gives null for null, without being called" if new.strict else "is called with nulls too"
        else:
            continue
        yield Finding(
            new,
            f"{new.noun} {new.sql} {what}",
            "queries that use what it gives",
            "make a second one under another name, and let code move over",
        )


def _gives(item: Routine) -> object:
    outs = [
        (argument.name, argument.type) for argument in item.arguments if not argument.taken or argument.mode == "inout"
    ]
    if isinstance(item, Function):
        return item.returns, item.setof, outs
    if isinstance(item, Aggregate):
        return item.transition, item.moving, item.direct, item.hypothetical, item.sortop
    return outs


@rule(READ, WRITE)
def routine_rights_changed(change: Comparison) -> Iterator[Finding]:
    """A function or procedure acts with other rights.

    ## What it finds
    One whose `security_definer` is another than before.

    ## Why it matters
    With the rights of who calls it, callers need those on everything that it touches. With its owner's, row security
    and grants of the callers no longer count.

    ## Example
    ```yaml schema/app.yaml before
    functions:
      one(): {returns: int, language: sql, body: select 1, security_definer: true}
    tables:
      users: {columns: {id: bigint primary key identity}}
    ```
    ```yaml schema/app.yaml after
    functions:
      one(): {returns: int, language: sql, body: select 1}
    tables:
      users: {columns: {id: bigint primary key identity}}
    ```

    ```console
    $ fluxc breaking --against v1
    function app.one()
      ✗ function app.one() acts with the rights of whoever calls it now
        routine-rights-changed (READ, WRITE) at schema/app.yaml:2:3
        notices: callers that may not do themselves what it does
        do: grant the callers what they need first

    ✗ 1 breaking change against v1: READ 1, WRITE 1
      deploy: neither (code and database each need the change of the other: split it in two, or stop the application)
    ```

    ## Instead
    Grant the callers what they need first.
    """
    for old, new in change.both(Coded):
        if old.security_definer != new.security_definer:
            whose = "its owner" if new.security_definer else "whoever calls it"
            yield Finding(
                new,
                f"{new.noun} {new.sql} acts with the rights of {whose} now",
                "callers that may not do themselves what it does"
                if not new.security_definer
                else "whoever counts on the callers' own rights and row security",
                "grant the callers what they need first"
                if not new.security_definer
                else "see what callers may do by it",
            )
