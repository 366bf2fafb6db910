"""The rules of a project, read from the lines of its state without the model of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from fluxc.history.delta import replay
from fluxc.history.lines import attributes
from fluxc.model.names import split_name
from fluxc.model.periods import AHEAD
from fluxc.run.outside import has_rules

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fluxc.history.migration import Up
    from fluxc.model.periods import Every


class Rule(NamedTuple):
    """The rule of one table; what it leaves out is as in `fluxc.model.rolling.Rolling`."""

    table: tuple[str, str]
    every: Every
    ahead: int = AHEAD
    keep: int | None = None
    drop: bool = False


def rules_of(migrations: Sequence[Up]) -> tuple[Rule, ...]:
    """Return the rules that tables have behind migrations, in the order of their names."""
    if not has_rules(migrations):
        return ()
    found = (_rule(key, line) for key, line in replay(migrations).items() if key.startswith("table "))
    return tuple(rule for rule in found if rule is not None)


def _rule(key: str, line: str) -> Rule | None:
    said = attributes(key, line).get("rolling")
    return Rule(cast("tuple[str, str]", split_name(key.partition(" ")[2])), **said) if said else None
