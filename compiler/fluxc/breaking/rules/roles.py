"""Roles: gone, renamed, or with fewer rights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.breaking.classes import OPS, READ, WRITE
from fluxc.breaking.rule import Finding, rule
from fluxc.model.role import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.breaking.comparison import Comparison


@rule(READ, WRITE, OPS)
def role_dropped(change: Comparison) -> Iterator[Finding]:
    """A role is gone.

    ## What it finds
    A role that the schema declared and declares no more.

    ## Why it matters
    Nobody connects as it, and what it was granted, and its members had by it, is gone.

    ## Example
    ```yaml schema/app.yaml before
    roles: [reporting, billing]
    tables:
      users: {columns: {id: bigint primary key identity}}
    ```
    ```yaml schema/app.yaml after
    roles: [billing]
    tables:
      users: {columns: {id: bigint primary key identity}}
    ```

    ```console
    $ fluxc breaking --against v1
    role reporting
      ✗ role reporting is gone
        role-dropped (READ, WRITE, OPS) at v1:schema/app.yaml:1:9
        notices: whoever connects as it or is a member of it
        do: see that nobody connects as it first

    ✗ 1 breaking change against v1: READ 1, WRITE 1, OPS 1
      deploy: code first (new code works on the old database, code from before not on the new one)
    ```

    ## Instead
    Take its `login` first, see that nobody misses it, and drop it after that.
    """
    for role in change.gone(Role):
        yield Finding(
            role,
            f"role {role.name} is gone",
            "whoever connects as it or is a member of it",
            "see that nobody connects as it first",
        )


@rule(READ, WRITE, OPS)
def role_renamed(change: Comparison) -> Iterator[Finding]:
    """A role has another name.

    ## What it finds
    A role that says by `was` what it was called before.

    ## Why it matters
    Whoever connects under the old name is refused, and a password that was kept as MD5 is void.

    ## Example
    ```yaml schema/app.yaml before
    roles: [reporting]
    tables:
      users: {columns: {id: bigint primary key identity}}
    ```
    ```yaml schema/app.yaml after
    roles: {reports: {was: reporting}}
    tables:
      users: {columns: {id: bigint primary key identity}}
    ```

    ```console
    $ fluxc breaking --against v1
    role reports
      ✗ role reporting is called reports now
        role-renamed (READ, WRITE, OPS) at schema/app.yaml:1:9
        notices: whoever connects under the old name
        do: make a second role that is a member of the first, and let clients move over

    ✗ 1 breaking change against v1: READ 1, WRITE 1, OPS 1
      deploy: neither (code and database each need the change of the other: split it in two, or stop the application)
    ```

    ## Instead
    Make a second role that is a member of the first, let clients move over, and drop the first.
    """
    for old, new in change.renamed(Role):
        yield Finding(
            new,
            f"role {old.name} is called {new.name} now",
            "whoever connects under the old name",
            "make a second role that is a member of the first, and let clients move over",
        )


@rule(READ, WRITE, OPS)
def role_changed(change: Comparison) -> Iterator[Finding]:
    """A role may do less, or works under other settings.

    ## What it finds
    A role that may not do something that it might, that is no longer a member of another, that may have fewer
    connections, or whose password ends earlier: all classes where it can no longer connect or lost a membership, else
    `OPS`. Settings of its sessions that are others, which may be the search path: all classes.

    ## Why it matters
    Clients are refused, or their statements find other tables, time out earlier, or run otherwise.

    ## Example
    ```yaml schema/app.yaml before
    roles: {reporting: {login: true}}
    tables:
      users: {columns: {id: bigint primary key identity}}
    ```
    ```yaml schema/app.yaml after
    roles: {reporting: {login: false}}
    tables:
      users: {columns: {id: bigint primary key identity}}
    ```

    ```console
    $ fluxc breaking --against v1
    role reporting
      ✗ role reporting lost login
        role-changed (READ, WRITE, OPS) at schema/app.yaml:1:9
        notices: whoever connects as it
        do: see in `pg_stat_activity` who does, first

    ✗ 1 breaking change against v1: READ 1, WRITE 1, OPS 1
      deploy: code first (new code works on the old database, code from before not on the new one)
    ```

    ## Instead
    See who connects as it, in `pg_stat_activity` over some days, first.
    """
    for old, new in change.both(Role):
        lost = [name for name, had in old.flags.items() if had and new.flags.get(name) is False]
        left = {item.role for item in old.member_of} - {item.role for item in new.member_of}
        settings = (old.settings, old.database_settings) != (new.settings, new.database_settings)
        said = [f"lost {name}" for name in lost] + [f"left {name}" for name in sorted(left)]
        said += ["has other settings"] if settings else []
        said += ["has another limit of connections"] if old.connection_limit != new.connection_limit else []
        said += ["has another end of its password"] if old.valid_until != new.valid_until else []
        if said:
            everybody = bool(left) or settings or "login" in lost or "bypassrls" in lost
            yield Finding(
                new,
                f"role {new.name} {', '.join(said)}",
                "whoever connects as it",
                "see in `pg_stat_activity` who does, first",
                (READ, WRITE, OPS) if everybody else (OPS,),
            )
