"""Who may do what, now and with what is made later."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fluxc.breaking.classes import OPS, READ, WRITE, Class
from fluxc.breaking.rule import Finding, rule
from fluxc.model.default_privileges import DefaultPrivileges
from fluxc.model.privileges import PUBLIC, Privileges, privileges_of
from fluxc.model.state import Key
from fluxc.model.table import Table
from fluxc.plan.privileges import changes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.breaking.comparison import Comparison
    from fluxc.model.state import State

_READS: Final = frozenset({"select", "usage", "execute"})


_WRITES: Final = frozenset({"insert", "update", "delete", "truncate", "usage", "execute"})


_ALL: Final = "all privileges"


@rule(READ, WRITE, OPS)
def privilege_lost(change: Comparison) -> Iterator[Finding]:
    """A role may no longer do something.

    ## What it finds
    A privilege that a role, or everybody, had on something that stays, or may no longer pass on (`OPS`).
    What a role may still do by a grant to everybody, or on the table where a column's is gone, is not found;
    what it may do as a member of another role is not looked at. A role that is gone is told by `role-dropped`.

    ## Why it matters
    Whoever connects as the role is refused from the moment of the migration.

    ## Example
    ```yaml schema/_roles.yaml
    roles: [reporting]
    ```
    ```yaml schema/app.yaml before
    tables:
      users:
        grants: {reporting: select}
        columns: {id: bigint primary key identity}
    ```
    ```yaml schema/app.yaml after
    tables:
      users:
        columns: {id: bigint primary key identity}
    ```

    ```console
    $ fluxc breaking --against v1
    table app.users
      ✗ reporting lost select on table app.users
        privilege-lost (READ) at v1:schema/app.yaml:2:3
        notices: whoever connects as reporting
        do: see in the server's logs that nobody does it first

    ✗ 1 breaking change against v1: READ 1
      deploy: code first (new code works on the old database, code from before not on the new one)
    ```

    ## Instead
    See in the logs of the server that the role does not do it, and take the privilege away after that.
    """
    changed = {item.key for item in (*change.added, *change.removed, *(new for _, new in change.changed))}
    for key in sorted(key for key in changed if key.kind in {"privileges", "sequence_privileges"}):
        old, new = change.old.get(key), change.new.get(key)
        item = new or old
        if not isinstance(item, Privileges) or not (_there(item, change.old) and _there(item, change.new)):
            continue
        before, after = (each if isinstance(each, Privileges) and each.of == item.of else None for each in (old, new))
        for each in changes(before, after):
            lost = [name for name in each.privileges if not _held(item, each.role, name, change.new, after)]
            role = Key("role", (each.role,))
            gone = role in change.old.objects and role not in change.new.objects
            if each.verb == "revoke" and lost and not gone:
                yield _lost(item, each.role, lost, passing=each.option)


def _there(item: Privileges, state: State) -> bool:
    return item.target in state.objects


def _held(item: Privileges, role: str, privilege: str, state: State, after: Privileges | None) -> bool:
    """Return whether a role may still do something by another grant."""
    if role != PUBLIC and privilege in (after.held(PUBLIC).privileges if after else ()):
        return True
    if item.of != "column":
        return False
    table = state.get(Key(Table.kind, item.place))
    above = privileges_of(state, table) if table is not None else None
    return above is not None and privilege in above.held(role).privileges


def _lost(item: Privileges, role: str, lost: list[str], *, passing: bool) -> Finding:
    who = "everybody" if role == PUBLIC else "its owner" if role == "$owner" else role
    what = ", ".join(lost)
    reads, writes = bool(_READS & {*lost}) or _ALL in lost, bool(_WRITES & {*lost}) or _ALL in lost
    classes: tuple[Class, ...] = tuple(name for name, holds in ((READ, reads), (WRITE, writes)) if holds) or (OPS,)
    return Finding(
        item,
        f"{who} {'may not pass on' if passing else 'lost'} {what} on {item.of.replace('_', ' ')} {item.sql}",
        f"whoever connects as {who}" if role not in {PUBLIC, "$owner"} else who,
        "see in the server's logs that nobody does it first",
        (OPS,) if passing else classes,
    )


@rule(OPS)
def owner_changed(change: Comparison) -> Iterator[Finding]:
    """Something belongs to another role.

    ## What it finds
    An object with another owner than before, or with one where none was said.

    ## Why it matters
    The old owner may do no more with it than it is granted: no `alter`, no `drop`, no `refresh`, no `vacuum`.
    Row security, views and functions with the owner's rights act for the new one.

    ## Example
    ```yaml schema/_roles.yaml
    roles: [app_owner]
    ```
    ```yaml schema/app.yaml before
    tables:
      users: {columns: {id: bigint primary key identity}}
    ```
    ```yaml schema/app.yaml after
    tables:
      users:
        owner: app_owner
        columns: {id: bigint primary key identity}
    ```

    ```console
    $ fluxc breaking --against v1
    table app.users
      ✗ table app.users belongs to app_owner now, where it was whoever migrated
        owner-changed (OPS) at schema/app.yaml:2:3
        notices: jobs that act as the old owner
        do: grant the old owner what its jobs still need

    ✗ 1 breaking change against v1: OPS 1
      deploy: either (code from before works on the new database, and new code on the old one)
    ```

    ## Instead
    Grant the old owner what its jobs still need.
    """
    changed = {item.key for item in (*change.added, *change.removed, *(new for _, new in change.changed))}
    for key in sorted(key for key in changed if key.kind == "privileges"):
        old, new = (state.get(key) for state in (change.old, change.new))
        was, now = (each.owner if isinstance(each, Privileges) else None for each in (old, new))
        item = new or old
        if was != now and isinstance(item, Privileges) and _there(item, change.old) and _there(item, change.new):
            yield Finding(
                item,
                f"{item.of.replace('_', ' ')} {item.sql} belongs to {now or 'whoever migrates'} now, "
                f"where it was {was or 'whoever migrated'}",
                "jobs that act as the old owner",
                "grant the old owner what its jobs still need",
            )


@rule(OPS)
def default_privileges_lost(change: Comparison) -> Iterator[Finding]:
    """Roles get less on what is made from now on.

    ## What it finds
    Default privileges that grant a role less than before.

    ## Why it matters
    The next table or function is made without the grant, and a role that could use all there were cannot use that one.

    ## Example
    ```yaml schema/_roles.yaml
    roles: [reporting]
    ```
    ```yaml schema/app.yaml before
    default_privileges: {tables: {reporting: select}}
    tables:
      users: {columns: {id: bigint primary key identity}}
    ```
    ```yaml schema/app.yaml after
    tables:
      users: {columns: {id: bigint primary key identity}}
    ```

    ```console
    $ fluxc breaking --against v1
    default privileges app.tables
      ✗ new tables in namespace app come without select for reporting
        default-privileges-lost (OPS) at v1:schema/app.yaml:1:22
        notices: roles that could use everything there is
        do: say the grants at each new object

    ✗ 1 breaking change against v1: OPS 1
      deploy: either (code from before works on the new database, and new code on the old one)
    ```

    ## Instead
    Say the grants at each table from then on.
    """
    pairs: list[tuple[DefaultPrivileges, DefaultPrivileges | None]] = [
        (item, None) for item in change.gone(DefaultPrivileges)
    ]
    pairs += change.both(DefaultPrivileges)
    pairs += [(item.model_copy(update={"grants": ()}), item) for item in change.come(DefaultPrivileges)]
    for old, new in pairs:
        lost = [each for each in changes(old, new) if each.verb == "revoke"]
        if lost:
            where = f" in namespace {old.place[0]}" if old.place else ""
            what, whom = ", ".join(lost[0].privileges), lost[0].role
            yield Finding(
                new or old,
                f"new {old.on.replace('_', ' ')}{where} come without {what} for {whom}",
                "roles that could use everything there is",
                "say the grants at each new object",
            )
