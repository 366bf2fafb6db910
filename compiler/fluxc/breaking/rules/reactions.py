"""Triggers and rules: what else happens when rows are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.breaking.classes import WRITE
from fluxc.breaking.rule import Finding, rule
from fluxc.model.rule import Rule
from fluxc.model.state import Key
from fluxc.model.trigger import Trigger
from fluxc.model.trigger_copy import TriggerCopy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.breaking.comparison import Comparison
    from fluxc.model.state import Object


@rule(WRITE)
def trigger_changed(change: Comparison) -> Iterator[Finding]:
    """Writing a row sets off something else than before.

    ## What it finds
    A trigger of a table or view that is new, gone, or fires otherwise; also one that a partition fires otherwise.
    A trigger that only has another name is not found, nor is another body of its function.

    ## Why it matters
    It may refuse or change what is written, and what it did before, such as keeping a copy, is no longer done.

    ## Example
    ```yaml schema/app.yaml before
    tables:
      users: {columns: {id: bigint primary key identity}}
    ```
    ```yaml schema/app.yaml after
    tables:
      users:
        columns: {id: bigint primary key identity}
        triggers: {once: before update execute suppress_redundant_updates_trigger()}
    ```

    ```console
    $ fluxc breaking --against v1
    table app.users
      ✗ trigger once of app.users is new
        trigger-changed (WRITE) at schema/app.yaml:4:16
        notices: inserts, updates and deletes that count on what else happens
        do: release code that works with it and without it first

    ✗ 1 breaking change against v1: WRITE 1
      deploy: neither (code and database each need the change of the other: split it in two, or stop the application)
    ```

    ## Instead
    Release code that works with it and without it first.
    """
    fresh, gone = ({_content(item) for item in items if isinstance(item, Trigger)} for items in _moving(change))
    for item in change.come(Trigger):
        if _content(item) not in gone and item.fires != "disabled":
            yield _finding(item, "is new")
    for item, was in change.left(Trigger):
        if _content(item) not in fresh and item.fires != "disabled":
            yield _finding(was, "is gone")
    for old, new in change.both(Trigger):
        if _content(old) != _content(new):
            yield _finding(new, "does not fire any more" if new.fires == "disabled" else "fires otherwise")
    for copy in (*change.come(TriggerCopy), *change.gone(TriggerCopy), *(new for _, new in change.both(TriggerCopy))):
        if Key("table", copy.place) in change.new.objects:
            yield _finding(copy, "fires otherwise on this partition")


def _moving(change: Comparison) -> tuple[list[Object], list[Object]]:
    return change.added, change.removed


def _content(item: Trigger) -> object:
    return item.at(*item.place, "").model_copy(update={"doc": None})


def _finding(item: Trigger | TriggerCopy, what: str) -> Finding:
    return Finding(
        item,
        f"{item.noun} {item.name} of {'.'.join(item.place)} {what}",
        "inserts, updates and deletes that count on what else happens",
        "release code that works with it and without it first",
    )


@rule(WRITE)
def rule_changed(change: Comparison) -> Iterator[Finding]:
    """What is done to a table or view is rewritten otherwise.

    ## What it finds
    A rule that is new, gone, or says something else.

    ## Why it matters
    A statement does other things than before, and a view whose rules took writes refuses them without.

    ## Example
    ```yaml schema/app.yaml before
    tables:
      visits: {columns: {id: bigint primary key identity}}
    ```
    ```yaml schema/app.yaml after
    tables:
      visits:
        columns: {id: bigint primary key identity}
        rules:
          kept: {on: delete, instead: true}
    ```

    ```console
    $ fluxc breaking --against v1
    table app.visits
      ✗ rule kept on app.visits is new
        rule-changed (WRITE) at schema/app.yaml:5:7
        notices: statements that delete there
        do: release code that works with it and without it first

    ✗ 1 breaking change against v1: WRITE 1
      deploy: neither (code and database each need the change of the other: split it in two, or stop the application)
    ```

    ## Instead
    Release code that does without the statement first.
    """
    found = [(item, "is new") for item in change.come(Rule)]
    found += [(item, "is gone") for item in change.gone(Rule)]
    for old, new in change.both(Rule):
        if old.model_copy(update={"doc": new.doc}) != new:
            found.append((new, "says something else"))
    for item, what in found:
        yield Finding(
            item,
            f"rule {item.sql} {what}",
            f"statements that {item.event} there",
            "release code that works with it and without it first",
        )
