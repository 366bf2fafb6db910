"""Foreign keys: what must be there, and what happens when it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.breaking.classes import READ, WRITE
from fluxc.breaking.rule import Finding, also, rule
from fluxc.model.constraint import ForeignKey
from fluxc.model.inherited import everything

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.breaking.comparison import Comparison
    from fluxc.model.state import State

_NOTHING = frozenset({"no action", "restrict"})


def _refers(key: ForeignKey) -> object:
    return key.columns, key.target, key.target_columns


def _said(key: ForeignKey, state: State) -> bool:
    """Return whether a state has the same key, under any name, of the table itself or from one above."""
    there = (item for item in everything(key.place, state) if isinstance(item, ForeignKey))
    return any(item.enforced and _refers(item) == _refers(key) for item in there)


@rule(WRITE)
def foreign_key_added(change: Comparison) -> Iterator[Finding]:
    """Values must be those of another table now.

    ## What it finds
    A new foreign key of a column that was there, one that is enforced now and was not, and one that refers elsewhere.

    ## Why it matters
    A value without its row there is refused, and so is deleting a row there that is referred to here.

    ## Example
    ```yaml schema/app.yaml before
    tables:
      users: {columns: {id: bigint primary key identity}}
      visits: {columns: {id: bigint primary key identity, user_id: bigint}}
    ```
    ```yaml schema/app.yaml after
    tables:
      users: {columns: {id: bigint primary key identity}}
      visits: {columns: {id: bigint primary key identity, user_id: -> users}}
    ```

    ```console
    $ fluxc breaking --against v1
    table app.visits
      ✗ user_id of app.visits must be found in app.users now
        foreign-key-added (WRITE) at schema/app.yaml:3:55
        notices: inserts and updates with other values, and deletes in app.users
        do: release code that writes and deletes in the right order first

    ✗ 1 breaking change against v1: WRITE 1
      deploy: neither (code and database each need the change of the other: split it in two, or stop the application)
    ```

    ## Instead
    Release code that writes the row there before the one here, and deletes them in the other order.
    """
    coming = [item for item in change.come(ForeignKey) if not _said(item, change.old) and not change.only_new(item)]
    coming += [new for old, new in change.both(ForeignKey) if not old.enforced or _refers(old) != _refers(new)]
    for key in coming:
        if key.enforced:
            target = ".".join(key.target)
            yield Finding(
                key,
                f"{', '.join(key.columns)} of {'.'.join(key.place)} must be found in {target} now",
                f"inserts and updates with other values, and deletes in {target}",
                "release code that writes and deletes in the right order first",
            )


@rule(READ, WRITE)
def foreign_key_dropped(change: Comparison) -> Iterator[Finding]:
    """Values need not be those of another table any more.

    ## What it finds
    A foreign key that is gone, or no longer enforced, while its columns stay.
    `WRITE` where it deleted or changed rows by itself.

    ## Why it matters
    A join leaves out rows that refer to nothing, and rows that went with those they referred to stay.

    ## Example
    ```yaml schema/app.yaml before
    tables:
      users: {columns: {id: bigint primary key identity}}
      visits:
        columns: {id: bigint primary key identity, user_id: {references: {target: users, on_delete: cascade}}}
    ```
    ```yaml schema/app.yaml after
    tables:
      users: {columns: {id: bigint primary key identity}}
      visits: {columns: {id: bigint primary key identity, user_id: bigint}}
    ```

    ```console
    $ fluxc breaking --against v1
    table app.visits
      ✗ user_id of app.visits need not be found in app.users any more
        foreign-key-dropped (READ, WRITE) at v1:schema/app.yaml:4:48
        notices: joins that leave out rows without a partner, and deletes that took rows along
        do: release code that meets such rows and deletes them itself first
      ✗ index app.visits_user_id_idx is gone
        index-dropped (OPS) at v1:schema/app.yaml:4:48
        notices: whoever waits for queries that it served
        do: see in `pg_stat_user_indexes` of production that nothing uses it

    ✗ 2 breaking changes against v1: READ 1, WRITE 1, OPS 1
      deploy: neither (code and database each need the change of the other: split it in two, or stop the application)
    ```

    ## Instead
    Release code that meets rows without their partner, and that deletes them itself.
    """
    going = [key for key, _ in change.left(ForeignKey) if not _said(key, change.new) and _stays(key, change)]
    going += [old for old, new in change.both(ForeignKey) if not new.enforced or _refers(old) != _refers(new)]
    for key in going:
        if key.enforced:
            acts = not {key.on_delete, key.on_update} <= _NOTHING
            target = ".".join(key.target)
            yield Finding(
                key,
                f"{', '.join(key.columns)} of {'.'.join(key.place)} need not be found in {target} any more",
                "joins that leave out rows without a partner" + (", and deletes that took rows along" if acts else ""),
                "release code that meets such rows" + (" and deletes them itself" if acts else "") + " first",
                also(READ, write=acts),
            )


def _stays(key: ForeignKey, change: Comparison) -> bool:
    columns = {item.name for item in change.new.under(key.place) if item.kind == "column"}
    return set(key.columns) <= columns and any(item.key.path == key.target for item in change.new.under(key.target[:1]))


@rule(WRITE)
def foreign_key_changed(change: Comparison) -> Iterator[Finding]:
    """Deleting or changing a row that is referred to does something else.

    ## What it finds
    A foreign key with another `on_delete` or `on_update`, or that wants all of its columns or none (`match: full`).

    ## Why it matters
    A delete that took rows along is refused, or one that was refused takes rows along.

    ## Example
    ```yaml schema/app.yaml before
    tables:
      users: {columns: {id: bigint primary key identity}}
      visits:
        columns: {id: bigint primary key identity, user_id: {references: {target: users, on_delete: cascade}}}
    ```
    ```yaml schema/app.yaml after
    tables:
      users: {columns: {id: bigint primary key identity}}
      visits:
        columns: {id: bigint primary key identity, user_id: {references: {target: users, on_delete: restrict}}}
    ```

    ```console
    $ fluxc breaking --against v1
    table app.visits
      ✗ the foreign key of app.visits is on delete restrict, on update no action now
        foreign-key-changed (WRITE) at schema/app.yaml:4:48
        notices: deletes and updates of app.users, and inserts here where some columns are null
        do: release code that does under both first

    ✗ 1 breaking change against v1: WRITE 1
      deploy: neither (code and database each need the change of the other: split it in two, or stop the application)
    ```

    ## Instead
    Release code that deletes and changes the rows here itself, which does under both.
    """
    fresh = {(item.place, _refers(item)): item for item in change.come(ForeignKey)}
    pairs = list(change.both(ForeignKey))
    pairs += [(old, fresh[path]) for old, _ in change.left(ForeignKey) if (path := (old.place, _refers(old))) in fresh]
    for old, new in pairs:
        if new.enforced and _refers(old) == _refers(new) and _acts(old) != _acts(new):
            target = ".".join(new.target)
            yield Finding(
                new,
                f"the foreign key of {'.'.join(new.place)} is {_words(new)} now",
                f"deletes and updates of {target}, and inserts here where some columns are null",
                "release code that does under both first",
            )


def _acts(key: ForeignKey) -> object:
    both = (_plain(key.on_delete), _plain(key.on_update))
    return *both, key.on_delete_columns, key.match


def _plain(action: str) -> str:
    return "no action" if action in _NOTHING else action


def _words(key: ForeignKey) -> str:
    full = ", match full" if key.match == "full" else ""
    return f"on delete {key.on_delete}, on update {key.on_update}{full}"
