"""Generated classes: where they are found, what they are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.breaking.classes import MODEL
from fluxc.breaking.rule import Finding, rule
from fluxc.model.enum import Enum
from fluxc.model.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.breaking.comparison import Comparison
    from fluxc.model.state import Object


def classes_of(change: Comparison) -> Iterator[tuple[Object, Object]]:
    """Yield what has a class before and after."""
    for key in change.models_now.homes:
        was = change.origin.get(key, key)
        if was in change.models_before.homes:
            yield change.before.state.objects[was], change.new.objects[key]


@rule(MODEL)
def class_moved(change: Comparison) -> Iterator[Finding]:
    """A generated class has another name or is in another module.

    ## What it finds
    A table or an enum whose class is called otherwise or lies in another module, since it was renamed, says another
    name under `python`, went to another domain, or had to make way for another class of that name.

    ## Why it matters
    Imports of it fail.

    ## Example
    ```yaml schema/app.yaml before
    tables:
      people:
        columns: {id: bigint primary key identity}
    ```
    ```yaml schema/app.yaml after
    tables:
      members:
        was: people
        columns: {id: bigint primary key identity}
    ```

    ```console
    $ fluxc breaking --against v1 --class MODEL
    table app.members
      ✗ the class app.Person, with those for inserts and updates, is app.Member now
        class-moved (MODEL) at schema/app.yaml:2:3
        notices: code that imports it
        do: keep the name by `python: {name: Person}`

    ✗ 1 breaking change against v1: MODEL 1
      deploy: neither (code and database each need the change of the other: split it in two, or stop the application)
    ```

    ## Instead
    Keep the name of the class by `python: {name: Person}`.
    """
    for old, new in classes_of(change):
        was, now = change.models_before.homes[old.key], change.models_now.homes[new.key]
        if was != now and (change.before.modules or was.name != now.name):
            suffixes = "" if isinstance(new, Enum) else ", with those for inserts and updates,"
            yield Finding(
                new,
                f"the class {was.text}{suffixes} is {now.text} now",
                "code that imports it",
                f"keep the name by `python: {{name: {was.name}}}`"
                if isinstance(new, Table) and was.module == now.module
                else "change the imports with this release",
            )


@rule(MODEL)
def export_lost(change: Comparison) -> Iterator[Finding]:
    """The package no longer exports a class by itself.

    ## What it finds
    A class that could be imported from the package and can only be from its domain's module now, since another module
    has a class of the same name.

    ## Why it matters
    `from models import …` fails.

    ## Example
    ```yaml schema/app.yaml
    tables:
      users: {columns: {id: bigint primary key identity}}
    ```
    ```yaml schema/shop.yaml before
    tables:
      orders: {columns: {id: bigint primary key identity}}
    ```
    ```yaml schema/shop.yaml after
    tables:
      orders: {columns: {id: bigint primary key identity}}
      users: {columns: {id: bigint primary key identity}}
    ```

    ```console
    $ fluxc breaking --against v1 --class MODEL
    table app.users
      ✗ the package no longer exports User, which another module has too
        export-lost (MODEL) at schema/app.yaml:2:3
        notices: code that says `import User` of the package
        do: give one of the two another name under `python`

    ✗ 1 breaking change against v1: MODEL 1
      deploy: migrate first (code from before works on the new database, new code not on the old one)
    ```

    ## Instead
    Give one of the two another name by `python: {name: Customer}`.
    """
    for old, new in classes_of(change):
        was, now = change.models_before.homes[old.key], change.models_now.homes[new.key]
        if was == now and now.name in change.models_before.exports and now.name not in change.models_now.exports:
            yield Finding(
                new,
                f"the package no longer exports {now.name}, which another module has too",
                f"code that says `import {now.name}` of the package",
                "give one of the two another name under `python`",
            )


@rule(MODEL)
def model_settings_changed(change: Comparison) -> Iterator[Finding]:
    """The models of all tables are written otherwise.

    ## What it finds
    Another `aliases` under `[models]` of `fluxc.toml`. Against a lock file it cannot be told.

    ## Why it matters
    JSON of every model has other keys.

    ## Example
    ```yaml schema/app.yaml
    tables:
      users: {columns: {user_id: bigint primary key identity}}
    ```
    ```toml fluxc.toml after
    [models]
    aliases = "camel"
    ```

    ```console
    $ fluxc breaking --against v1
    table app.users
      ✗ the fields of all models have camel aliases, where they had none
        model-settings-changed (MODEL) at schema/app.yaml:2:3
        notices: whoever reads or sends JSON of the models
        do: release consumers that read both keys first

    ✗ 1 breaking change against v1: MODEL 1
      deploy: either (code from before works on the new database, and new code on the old one)
    ```

    ## Instead
    Release consumers that read both keys first.
    """
    was, now = change.before.models.aliases, change.after.models.aliases
    table = next(iter(change.new.of(Table)), None)
    if was != now and table is not None:
        yield Finding(
            table,
            f"the fields of all models have {now or 'no'} aliases, where they had {was or 'none'}",
            "whoever reads or sends JSON of the models",
            "release consumers that read both keys first",
        )


@rule(MODEL)
def enum_member_renamed(change: Comparison) -> Iterator[Finding]:
    """A member of a generated enum has another name although its value has not.

    ## What it finds
    A value whose member had to make way for another one of that name.

    ## Why it matters
    Code that says the old name means another value, or ends with `AttributeError`.

    ## Example
    ```yaml schema/app.yaml before
    enums: {unit: [mm]}
    tables:
      parts: {columns: {id: bigint primary key identity, unit: unit}}
    ```
    ```yaml schema/app.yaml after
    enums: {unit: [mm, MM]}
    tables:
      parts: {columns: {id: bigint primary key identity, unit: unit}}
    ```

    ```console
    $ fluxc breaking --against v1
    enum app.unit
      ✗ the member MM of app.unit for 'mm' is called MM_ now
        enum-member-renamed (MODEL) at schema/app.yaml:1:9
        notices: code that says the old name
        do: choose a value whose name is its own

    ✗ 1 breaking change against v1: MODEL 1
      deploy: migrate first (code from before works on the new database, new code not on the old one)
    ```

    ## Instead
    Choose a value whose name is its own.
    """
    for old, new in classes_of(change):
        before, after = change.models_before.members(old.key), change.models_now.members(new.key)
        for value, member in after.items():
            if before.get(value, member) != member:
                yield Finding(
                    new,
                    f"the member {before[value]} of {new.sql} for {value!r} is called {member} now",
                    "code that says the old name",
                    "choose a value whose name is its own",
                    name=value,
                )
