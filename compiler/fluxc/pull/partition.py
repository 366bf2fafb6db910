"""Partitioned tables as YAML: by what rows are told apart, and the partitions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.model.partition import key_texts
from fluxc.pull.emit import Block
from fluxc.pull.index import part_form

if TYPE_CHECKING:
    from collections.abc import Callable

    from fluxc.model.table import Table
    from fluxc.pull.sight import Sight
    from fluxc.pull.view import TableView


def key_form(view: TableView) -> object:
    """Return by what the rows of a table are told apart; None where it is in one piece."""
    key = view.table.partition_by
    if key is None:
        return None
    parts = [part_form(part, view.sight, view.names) for part in key.parts]
    texts = [part for part in parts if isinstance(part, str)]
    if len(texts) == len(parts) and key_reads(key.strategy, texts):
        return f"{key.strategy} ({', '.join(texts)})"
    return {key.strategy: parts if len(parts) > 1 else parts[0]}


def key_reads(strategy: str, texts: list[str]) -> bool:
    """Return whether a key in the short form is taken for these parts."""
    return key_texts(f"{strategy} ({', '.join(texts)})") == (strategy, texts)


def partitions_form(view: TableView, form: Callable[[Table, Sight], Block]) -> object:
    """Return the partitions of a table by name, each the rows that it takes where nothing else is said of it.

    Of a table that has a rule for them it is the rule.
    """
    rule = view.table.rolling
    if rule is not None:
        return Block(rule.model_dump(exclude_defaults=True))
    found: dict[str, Any] = {}
    for item in view.sight.partitions(view.path):
        home = view.sight.homes.of(item.key.path) or view.sight.domain
        said = form(item, view.sight.within(home, item.place[0]))
        elsewhere = {"domain": home} if home != view.sight.domain else {}
        found[item.name] = Block({"values": item.bound, **elsewhere, **said}) if said or elsewhere else item.bound
    return Block(found) if found else None
