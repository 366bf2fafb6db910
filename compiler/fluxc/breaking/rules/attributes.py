"""Attributes of the generated models where SQL sees no difference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.breaking.classes import MODEL
from fluxc.breaking.rule import Finding, rule
from fluxc.breaking.rules.models import classes_of
from fluxc.model.state import Key
from fluxc.model.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.breaking.comparison import Comparison
    from fluxc.breaking.surface import Attribute
    from fluxc.model.state import Object


@rule(MODEL)
def attribute_renamed(change: Comparison) -> Iterator[Finding]:
    """An attribute has another name although its column has not.

    ## What it finds
    A column whose attribute is called otherwise: by `python: {name: …}`, or since it had to make way.
    Where the column is renamed, `column-renamed` tells it.

    ## Why it matters
    Code that says the old name ends with `AttributeError`, or is refused by the model.

    ## Example
    ```yaml schema/app.yaml before
    tables:
      users: {columns: {id: bigint primary key identity, mail: text}}
    ```
    ```yaml schema/app.yaml after
    tables:
      users:
        columns:
          id: bigint primary key identity
          mail: {type: text, python: {name: email}}
    ```

    ```console
    $ fluxc breaking --against v1
    table app.users
      ✗ the attribute mail of app.users.mail is called email now
        attribute-renamed (MODEL) at schema/app.yaml:5:7
        notices: code that says the old name
        do: change the code with this release

    ✗ 1 breaking change against v1: MODEL 1
      deploy: either (code from before works on the new database, and new code on the old one)
    ```

    ## Instead
    Change the code with this release, since nothing but Python notices.
    """
    for item, was, now in _attributes(change):
        if was.name != now.name:
            yield Finding(
                item,
                f"the attribute {was.name} of {item.sql} is called {now.name} now",
                "code that says the old name",
                "change the code with this release",
            )


def _attributes(change: Comparison) -> Iterator[tuple[Object, Attribute, Attribute]]:
    """Yield the columns that have kept their names, as Python saw them and sees them, where that differs."""
    for old, new in classes_of(change):
        if not isinstance(new, Table):
            continue
        before, after = change.models_before.attributes(old.key), change.models_now.attributes(new.key)
        if before == after:
            continue
        for name, now in after.items():
            was, key = before.get(name), Key("column", (*new.key.path, name))
            if was is not None and was != now and change.origin.get(key, key).path[-1] == name:
                yield change.new.get(key) or new, was, now


@rule(MODEL)
def attribute_type_changed(change: Comparison) -> Iterator[Finding]:
    """An attribute holds another Python type although its column is of the same.

    ## What it finds
    A column whose `python: {type: …}` is another, whose array has other dimensions, or whose key has a type of its own
    now, or no longer. Where the column's own type is another, `column-type-changed` tells it.

    ## Why it matters
    Code gets other objects than before, and a type checker refuses it.

    ## Example
    ```yaml schema/app.yaml before
    tables:
      users: {columns: {id: bigint primary key identity, settings: jsonb}}
    ```
    ```yaml schema/app.yaml after
    tables:
      users:
        columns:
          id: bigint primary key identity
          settings: {type: jsonb, python: {type: "shop.settings:Settings"}}
    ```

    ```console
    $ fluxc breaking --against v1
    table app.users
      ✗ the attribute settings of app.users.settings holds shop.settings:Settings, where it was pydantic's JsonValue
        attribute-type-changed (MODEL) at schema/app.yaml:5:7
        notices: code that uses its values
        do: change the code with this release

    ✗ 1 breaking change against v1: MODEL 1
      deploy: either (code from before works on the new database, and new code on the old one)
    ```

    ## Instead
    Change the code with this release, since nothing but Python notices.
    """
    moved = {
        change.models_before.homes[old.key].text: change.models_now.homes[new.key].text
        for old, new in classes_of(change)
    }
    for item, was, now in _attributes(change):
        old = change.old.get(item.key)
        same = getattr(old, "type", None) == getattr(item, "type", None)
        if same and was.holds != now.holds and moved.get(_element(was)) != _element(now):
            yield Finding(
                item,
                f"the attribute {now.name} of {item.sql} holds {now.holds}, where it was {was.holds}",
                "code that uses its values",
                "change the code with this release",
            )


def _element(attribute: Attribute) -> str:
    return attribute.holds.replace("list[", "").rstrip("]")


@rule(MODEL)
def attribute_alias_changed(change: Comparison) -> Iterator[Finding]:
    """A field has another name outside Python.

    ## What it finds
    A column whose alias is another, is new or is gone, while the rule for all aliases is the same.

    ## Why it matters
    JSON made with `by_alias` has another key, and JSON with the old key is refused.

    ## Example
    ```yaml schema/app.yaml before
    tables:
      users:
        columns:
          id: bigint primary key identity
          mail: {type: text, python: {alias: email}}
    ```
    ```yaml schema/app.yaml after
    tables:
      users:
        columns:
          id: bigint primary key identity
          mail: {type: text, python: {alias: address}}
    ```

    ```console
    $ fluxc breaking --against v1
    table app.users
      ✗ app.users.mail is called address outside Python, where it was email
        attribute-alias-changed (MODEL) at schema/app.yaml:5:7
        notices: whoever reads or sends JSON of the models
        do: release consumers that read both keys first

    ✗ 1 breaking change against v1: MODEL 1
      deploy: either (code from before works on the new database, and new code on the old one)
    ```

    ## Instead
    Release consumers that read both keys first.
    """
    for item, was, now in _attributes(change):
        if was.outside != now.outside:
            yield Finding(
                item,
                f"{item.sql} is called {now.outside} outside Python, where it was {was.outside}",
                "whoever reads or sends JSON of the models",
                "release consumers that read both keys first",
            )
