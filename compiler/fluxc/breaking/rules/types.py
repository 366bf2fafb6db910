"""Types of the project: gone, renamed, made of other things."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fluxc.breaking.classes import MODEL, READ, WRITE
from fluxc.breaking.rule import Finding, also, rule
from fluxc.model.collation import Collation
from fluxc.model.composite import Composite
from fluxc.model.domain_type import DomainType
from fluxc.model.enum import Enum
from fluxc.model.range_type import RangeType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.breaking.comparison import Comparison
    from fluxc.model.state import Object

_KINDS: Final = (Enum, DomainType, Composite, RangeType, Collation)


@rule(READ, WRITE, MODEL)
def type_dropped(change: Comparison) -> Iterator[Finding]:
    """A type or a collation is gone.

    ## What it finds
    An enum, a domain type, a composite type, a range type or a collation that is no more, or is a type of another kind.
    `MODEL` for an enum, whose class goes.

    ## Why it matters
    Casts to it, arguments and temporary tables of it, `collate` in queries: each fails where it says the name.

    ## Example
    ```yaml schema/app.yaml before
    domain_types: {email: text check (value like '%@%')}
    tables:
      users: {columns: {id: bigint primary key identity, email: text}}
    ```
    ```yaml schema/app.yaml after
    tables:
      users: {columns: {id: bigint primary key identity, email: text}}
    ```

    ```console
    $ fluxc breaking --against v1
    domain type app.email
      ✗ domain type app.email is gone
        type-dropped (READ, WRITE) at v1:schema/app.yaml:1:16
        notices: casts, arguments and queries that say its name
        do: drop it when no released code says its name any more

    ✗ 1 breaking change against v1: READ 1, WRITE 1
      deploy: code first (new code works on the old database, code from before not on the new one)
    ```

    ## Instead
    Release code that does without it first.
    """
    for kind in _KINDS:
        for item in change.gone(kind):
            yield Finding(
                item,
                f"{item.noun} {item.sql} is gone",
                "casts, arguments and queries that say its name",
                "drop it when no released code says its name any more",
                also(READ, WRITE, model=item.key in change.models_before.homes),
            )


@rule(READ, WRITE)
def type_renamed(change: Comparison) -> Iterator[Finding]:
    """A type or a collation has another name.

    ## What it finds
    An enum, a domain type, a composite type, a range type or a collation that says by `was` what it was called before,
    and a range type whose multirange type is called otherwise.
    What follows for the class of an enum is told by `class-moved`.

    ## Why it matters
    Casts and arguments that say the old name fail. Drivers that look a type up by its name do not find it.

    ## Example
    ```yaml schema/app.yaml before
    enums: {state: [open, done]}
    tables:
      jobs: {columns: {id: bigint primary key identity, state: state}}
    ```
    ```yaml schema/app.yaml after
    enums: {job_state: {values: [open, done], was: state}}
    tables:
      jobs: {columns: {id: bigint primary key identity, state: job_state}}
    ```

    ```console
    $ fluxc breaking --against v1
    enum app.job_state
      ✗ the class app.State is app.JobState now
        class-moved (MODEL) at schema/app.yaml:1:9
        notices: code that imports it
        do: change the imports with this release
      ✗ enum app.state is called app.job_state now
        type-renamed (READ, WRITE) at schema/app.yaml:1:9
        notices: casts, arguments and queries that say the old name, and drivers that look it up
        do: let code do without the name first

    ✗ 2 breaking changes against v1: READ 1, WRITE 1, MODEL 1
      deploy: neither (code and database each need the change of the other: split it in two, or stop the application)
    ```

    ## Instead
    Leave the name, or let code do without saying it first: a parameter without a cast needs none.
    """
    for kind in _KINDS:
        for old, new in change.renamed(kind):
            yield _renamed(new, old.sql, new.sql)
    for found in change.new.of(RangeType):
        was = change.was(found) if found.key in change.old.objects else found
        if was.multirange_name != found.multirange_name:
            yield _renamed(found, was.multirange_name, found.multirange_name)


def _renamed(item: Object, old: str, new: str) -> Finding:
    return Finding(
        item,
        f"{item.noun} {old} is called {new} now",
        "casts, arguments and queries that say the old name, and drivers that look it up",
        "let code do without the name first",
    )


@rule(READ, WRITE)
def type_changed(change: Comparison) -> Iterator[Finding]:
    """A composite or a range type is made of other things.

    ## What it finds
    A composite type whose attributes are others, in number, name, order or type, and a range type over another type
    or with another order.

    ## Why it matters
    `row(…)` and texts of the type fit no more, `(column).attribute` fails or gives something else,
    and bounds are other values.

    ## Example
    ```yaml schema/app.yaml before
    composites:
      address: {street: text, city: text}
    tables:
      users: {columns: {id: bigint primary key identity}}
    ```
    ```yaml schema/app.yaml after
    composites:
      address: {street: text, city: text, country: text}
    tables:
      users: {columns: {id: bigint primary key identity}}
    ```

    ```console
    $ fluxc breaking --against v1
    composite type app.address
      ✗ composite type app.address has other attributes
        type-changed (READ, WRITE) at schema/app.yaml:2:3
        notices: rows, texts and calls that were made for it
        do: make a second type, and let columns and code move over

    ✗ 1 breaking change against v1: READ 1, WRITE 1
      deploy: neither (code and database each need the change of the other: split it in two, or stop the application)
    ```

    ## Instead
    Make a second type, and let columns and code move over.
    """
    for old, new in change.both(Composite):
        before = change.was(old)
        said = [(member.name, member.type, member.collation) for member in new.members]
        if [(member.name, member.type, member.collation) for member in before.members] != said:
            yield _made_otherwise(new, "has other attributes")
    for one, other in change.both(RangeType):
        if (one.subtype, one.opclass, one.collation) != (other.subtype, other.opclass, other.collation):
            yield _made_otherwise(other, f"is over {other.subtype}, in another order or of another type than before")


def _made_otherwise(item: Object, what: str) -> Finding:
    return Finding(
        item,
        f"{item.noun} {item.sql} {what}",
        "rows, texts and calls that were made for it",
        "make a second type, and let columns and code move over",
    )
