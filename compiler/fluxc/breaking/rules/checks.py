"""Checks, and the moment at which constraints are checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.breaking.classes import WRITE
from fluxc.breaking.rule import Finding, rule
from fluxc.model.constraint import Check, Deferring, ForeignKey
from fluxc.model.inherited import everything

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.breaking.comparison import Comparison


@rule(WRITE)
def check_added(change: Comparison) -> Iterator[Finding]:
    """A table refuses values that it took before.

    ## What it finds
    A new check of a table that was there, one whose condition is another, and one that is enforced now and was not.
    A check that is gone is not found: nothing that worked fails. Nor is one that only has another name, or that looks
    at new columns without a default alone.

    ## Why it matters
    Inserts and updates of released code whose values it does not let through are refused. The models refuse them too.

    ## Example
    ```yaml schema/app.yaml before
    tables:
      users: {columns: {id: bigint primary key identity, age: int}}
    ```
    ```yaml schema/app.yaml after
    tables:
      users:
        columns: {id: bigint primary key identity, age: int}
        checks: [age >= 18]
    ```

    ```console
    $ fluxc breaking --against v1
    table app.users
      ✗ check app.users.users_age_check is new: age >= 18
        check-added (WRITE) at schema/app.yaml:4:14
        notices: inserts and updates whose values it refuses
        do: release code that keeps to it first

    ✗ 1 breaking change against v1: WRITE 1
      deploy: code first (new code works on the old database, code from before not on the new one)
    ```

    ## Instead
    Release code that keeps to it first.
    """
    for check in change.come(Check):
        there = (item for item in everything(check.place, change.old) if isinstance(item, Check) and item.enforced)
        said = any(item.expression == check.expression for item in there)
        if check.enforced and not said and not change.only_new(check):
            yield _check(check, "is new")
    for old, new in change.both(Check):
        if new.enforced and (old.expression != new.expression or not old.enforced):
            yield _check(new, "has another condition" if old.enforced else "is enforced now")


def _check(check: Check, what: str) -> Finding:
    return Finding(
        check,
        f"check {check.sql} {what}: {check.expression}",
        "inserts and updates whose values it refuses",
        "release code that keeps to it first",
    )


@rule(WRITE)
def deferral_changed(change: Comparison) -> Iterator[Finding]:
    """A constraint is checked at another moment.

    ## What it finds
    A key, unique, exclusion constraint or foreign key whose `deferrable` or `deferred` is another,
    but for a foreign key that merely may be deferred now.

    ## Why it matters
    Transactions that break it for a moment are refused, or those that broke it learn of it only at their end.
    A key that may be deferred is none that `on conflict` takes.

    ## Example
    ```yaml schema/app.yaml before
    tables:
      pages:
        columns: {id: bigint primary key identity, number: int}
        unique: [{columns: number, deferrable: true}]
    ```
    ```yaml schema/app.yaml after
    tables:
      pages:
        columns: {id: bigint primary key identity, number: int}
        unique: [{columns: number}]
    ```

    ```console
    $ fluxc breaking --against v1
    table app.pages
      ✗ unique constraint app.pages.pages_number_key is checked at once now
        deferral-changed (WRITE) at schema/app.yaml:4:14
        notices: transactions that break it for a moment, and inserts that say `on conflict` of it
        do: release code that needs no other moment first

    ✗ 1 breaking change against v1: WRITE 1
      deploy: neither (code and database each need the change of the other: split it in two, or stop the application)
    ```

    ## Instead
    Release code that needs no other moment first.
    """
    for old, new in change.both(Deferring):
        was, now = (old.deferrable, old.deferred), (new.deferrable, new.deferred)
        if was != now and not (isinstance(new, ForeignKey) and was == (False, False) and now == (True, False)):
            when = "at the end of the transaction" if new.deferred else "when asked" if new.deferrable else "at once"
            yield Finding(
                new,
                f"{new.noun} {new.sql} is checked {when} now",
                "transactions that break it for a moment, and inserts that say `on conflict` of it",
                "release code that needs no other moment first",
            )
