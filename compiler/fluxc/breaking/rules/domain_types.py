"""Domain types and collations that say something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.breaking.classes import OPS, READ, WRITE
from fluxc.breaking.rule import Finding, also, rule
from fluxc.breaking.values import reads_alike, takes_all
from fluxc.model.base_types import base_type
from fluxc.model.collation import Collation
from fluxc.model.domain_type import DomainType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.breaking.classes import Class
    from fluxc.breaking.comparison import Comparison
    from fluxc.model.state import Object


@rule(READ, WRITE)
def domain_type_changed(change: Comparison) -> Iterator[Finding]:
    """A domain type takes other values, or gives another default.

    ## What it finds
    A domain type over another type (`READ` where readers get other values), with a new check, one that refuses nulls
    now, and one whose default is another or gone. A check that is gone is not found: nothing that worked fails.

    ## Why it matters
    It holds for every column, argument and variable of the type: what worked is refused, or comes out otherwise.

    ## Example
    ```yaml schema/app.yaml before
    domain_types: {email: text}
    tables:
      users: {columns: {id: bigint primary key identity, email: email}}
    ```
    ```yaml schema/app.yaml after
    domain_types: {email: text check (value like '%@%')}
    tables:
      users: {columns: {id: bigint primary key identity, email: email}}
    ```

    ```console
    $ fluxc breaking --against v1
    domain type app.email
      ✗ domain type app.email refuses more than before
        domain-type-changed (WRITE) at schema/app.yaml:1:16
        notices: whoever writes or reads columns and arguments of it
        do: release code that keeps to it first

    ✗ 1 breaking change against v1: WRITE 1
      deploy: code first (new code works on the old database, code from before not on the new one)
    ```

    ## Instead
    Release code that keeps to it first, or make a second type for new columns.
    """
    for old, new in change.both(DomainType):
        reads = not reads_alike(old.sql, new.sql, change.old, change.new)
        writes = not takes_all(old.sql, new.sql, change.old, change.new)
        default = old.default is not None and old.default != new.default
        if reads or writes or default:
            said = [f"is over {new.type} now"] if old.type != new.type else []
            same = base_type(old.sql, change.old) == base_type(new.sql, change.new)
            said += ["is over other values now"] if not same and old.type == new.type else []
            said += ["refuses more than before"] if same and writes else []
            said += [f"has the default {new.default}" if new.default else "has no default any more"] if default else []
            yield Finding(
                new,
                f"domain type {new.sql} {' and '.join(said) or 'is another'}",
                "whoever writes or reads columns and arguments of it",
                "release code that keeps to it first",
                also(read=reads, write=writes or default),
            )


@rule(READ, WRITE, OPS)
def collation_changed(change: Comparison) -> Iterator[Finding]:
    """A collation, or that of a domain type, orders text otherwise.

    ## What it finds
    A collation with another locale, provider or rules, one that is deterministic and was not, or the other way round
    (`WRITE`: other texts are equal, so `unique` refuses others), and a domain type with another collation.

    ## Why it matters
    Everything that sorts or compares text by it tells otherwise, and every index over it has to be built anew.

    ## Example
    ```yaml schema/app.yaml before
    collations: {german: {provider: icu, locale: de}}
    tables:
      users: {columns: {id: bigint primary key identity}}
    ```
    ```yaml schema/app.yaml after
    collations: {german: {provider: icu, locale: de-u-co-phonebk}}
    tables:
      users: {columns: {id: bigint primary key identity}}
    ```

    ```console
    $ fluxc breaking --against v1
    collation app.german
      ✗ collation app.german orders text otherwise
        collation-changed (READ, OPS) at schema/app.yaml:1:14
        notices: queries that sort or compare by it, and whoever waits for indexes to be built anew
        do: make a second one, and let columns move over

    ✗ 1 breaking change against v1: READ 1, OPS 1
      deploy: neither (code and database each need the change of the other: split it in two, or stop the application)
    ```

    ## Instead
    Make a second collation, and let columns move over one by one.
    """
    for old, new in change.both(Collation):
        if old.model_copy(update={"doc": new.doc}) != new:
            yield _ordered(new, also(READ, OPS, write=old.deterministic != new.deterministic))
    for one, other in change.both(DomainType):
        if one.collation != other.collation:
            yield _ordered(other, (READ, OPS))


def _ordered(item: Object, classes: tuple[Class, ...]) -> Finding:
    return Finding(
        item,
        f"{item.noun} {item.sql} orders text otherwise",
        "queries that sort or compare by it, and whoever waits for indexes to be built anew",
        "make a second one, and let columns move over",
        classes,
    )
