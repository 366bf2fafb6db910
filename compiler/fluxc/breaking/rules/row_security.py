"""Row security: which rows a role sees and may write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.breaking.classes import OPS, READ, WRITE
from fluxc.breaking.rule import Finding, rule
from fluxc.model.policy import Policy
from fluxc.model.state import Key
from fluxc.model.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from fluxc.breaking.comparison import Comparison
    from fluxc.model.state import Object


@rule(READ, WRITE)
def row_security_tightened(change: Comparison) -> Iterator[Finding]:
    """Row security lets fewer rows through.

    ## What it finds
    Row security that is on now, or holds for the owner too; under it a permissive policy that is gone, a restrictive
    one that is new, and a policy that has other conditions, is for other commands, or is no longer for some roles.
    Which rows a changed condition lets through is not looked into.

    ## Why it matters
    Queries do not fail: rows are missing, without a word. Writes of rows that no policy takes are refused.

    ## Example
    ```yaml schema/app.yaml before
    tables:
      users:
        columns: {id: bigint primary key identity, tenant: text}
    ```
    ```yaml schema/app.yaml after
    tables:
      users:
        columns: {id: bigint primary key identity, tenant: text}
        row_security: true
        policies: {own: "tenant = current_setting('app.tenant')"}
    ```

    ```console
    $ fluxc breaking --against v1
    table app.users
      ✗ table app.users shows and takes only rows that its policies let through now
        row-security-tightened (READ, WRITE) at schema/app.yaml:2:3
        notices: queries that miss rows, and writes that are refused
        do: release code that sets what the policies ask for first

    ✗ 1 breaking change against v1: READ 1, WRITE 1
      deploy: code first (new code works on the old database, code from before not on the new one)
    ```

    ## Instead
    Release code that sets what the policies ask for first, and try it as the roles that it runs as.
    """
    on = set[tuple[str, ...]]()
    for old, new in change.both(Table):
        if new.row_security and not old.row_security:
            on.add(new.key.path)
            yield _security(new, f"table {new.sql} shows and takes only rows that its policies let through now", "all")
        elif new.row_security and new.row_security_forced and not old.row_security_forced:
            yield _security(new, f"the policies of table {new.sql} hold for its owner too", "all")
    found = [(item, "is new") for item in change.come(Policy) if not (item.permissive or _again(item, change.removed))]
    found += [(item, "is gone") for item in change.gone(Policy) if item.permissive and not _again(item, change.added)]
    found += [(new, "lets other rows through") for old, new in change.both(Policy) if not _looser(old, new)]
    for item, what in found:
        if _secured(item, change) and item.place not in on:
            yield _security(item, f"policy {item.name} of {'.'.join(item.place)} {what}", item.command)


def _security(item: Table | Policy, what: str, command: str) -> Finding:
    reads, writes = command in {"all", "select"}, command != "select"
    return Finding(
        item,
        what,
        "queries that miss rows, and writes that are refused",
        "release code that sets what the policies ask for first",
        tuple(name for name, holds in ((READ, reads), (WRITE, writes)) if holds),
    )


def _secured(item: Policy, change: Comparison) -> bool:
    path = next((new.path for new, old in change.origin.items() if old.path == item.place), item.place)
    table = change.new.get(Key(Table.kind, path))
    return isinstance(table, Table) and table.row_security


def _again(item: Policy, others: Iterable[Object]) -> bool:
    """Return whether a policy only has another name."""
    return any(_content(other) == _content(item) for other in others if isinstance(other, Policy))


def _content(item: Policy) -> object:
    return item.at(*item.place, "").model_copy(update={"doc": None})


def _looser(old: Policy, new: Policy) -> bool:
    """Return whether a policy surely lets through what it let through before."""
    update = {"doc": new.doc, "roles": new.roles}
    if old.model_copy(update=update) != new:
        return False
    more, fewer = (set(old.roles) <= set(new.roles), set(new.roles) <= set(old.roles))
    return more if new.permissive else fewer


@rule(OPS)
def row_security_loosened(change: Comparison) -> Iterator[Finding]:
    """Row security lets more rows through.

    ## What it finds
    Row security that is off now, or no longer holds for the owner; under it a restrictive policy that is gone, a new
    permissive one, and one that is for more roles.

    ## Why it matters
    No query fails. Roles see and change rows that were kept from them, which somebody has to have wanted.

    ## Example
    ```yaml schema/app.yaml before
    tables:
      users:
        columns: {id: bigint primary key identity, tenant: text}
        row_security: true
        policies: {own: "tenant = current_setting('app.tenant')"}
    ```
    ```yaml schema/app.yaml after
    tables:
      users:
        columns: {id: bigint primary key identity, tenant: text}
    ```

    ```console
    $ fluxc breaking --against v1
    table app.users
      ✗ the policies of table app.users hold for fewer roles
        row-security-loosened (OPS) at schema/app.yaml:2:3
        notices: whoever answers for who sees which rows
        do: ask whether it is wanted, and say so in an ignore

    ✗ 1 breaking change against v1: OPS 1
      deploy: migrate first (code from before works on the new database, new code not on the old one)
    ```

    ## Instead
    Ask who answers for the data, and ignore the finding with the answer for a reason.
    """
    for old, new in change.both(Table):
        was, now = (each.row_security + (each.row_security and each.row_security_forced) for each in (old, new))
        if now < was:
            yield _loosened(new, f"the policies of table {new.sql} hold for fewer roles")
    found = [(item, "is new") for item in change.come(Policy) if item.permissive and not _again(item, change.removed)]
    found += [(item, "is gone") for item in change.gone(Policy) if not (item.permissive or _again(item, change.added))]
    found += [
        (new, "holds for other roles")
        for old, new in change.both(Policy)
        if _looser(old, new) and old.roles != new.roles
    ]
    for item, what in found:
        table = change.old.get(Key(Table.kind, item.place))
        if _secured(item, change) and isinstance(table, Table) and table.row_security:
            yield _loosened(item, f"policy {item.name} of {'.'.join(item.place)} {what}")


def _loosened(item: Table | Policy, what: str) -> Finding:
    return Finding(
        item, what, "whoever answers for who sees which rows", "ask whether it is wanted, and say so in an ignore"
    )
