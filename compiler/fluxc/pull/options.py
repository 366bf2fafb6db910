"""What constraints and indexes say beside their columns, as YAML."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from fluxc.pull.emit import Block

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from fluxc.model.constraint import Deferring
    from fluxc.model.index import Parameters
    from fluxc.model.state import Object


def deferring_form(item: Deferring) -> dict[str, Any]:
    """Return when a constraint is checked, where that is not at once."""
    return {"deferrable": "initially deferred" if item.deferred else True} if item.deferrable else {}


def parameters_form(said: Parameters) -> dict[str, Any]:
    """Return storage parameters as values of YAML."""
    return {name: _value(text) for name, text in said}


def _value(text: str) -> str | float | bool:
    if text in {"true", "false"}:
        return text == "true"
    for kind in (int, float):
        try:
            value = kind(text)
        except ValueError:
            continue
        if str(value) == text and value == value and abs(value) != float("inf"):
            return value
    return text


def some(**said: Any) -> dict[str, Any]:
    """Return what is said of it: not None, not empty, not false."""
    return {name: value for name, value in said.items() if value is not None and value is not False and value != []}


Item = TypeVar("Item", bound="Object")


def never_derived(item: Object) -> str:
    """Return what is no name, for objects that always stand under a name of their own."""
    del item
    return ""


@dataclass(frozen=True, slots=True)
class Group(Generic[Item]):
    """A section of a table that holds constraints or indexes.

    ``derived`` is the name that PostgreSQL would choose for one; ``form`` the shortest form, ``long`` one that takes a
    name.
    """

    key: str
    items: Sequence[Item]
    derived: Callable[[Item], str]
    form: Callable[[Item], object]
    long: Callable[[Item], Mapping[str, Any]]

    def listed(self, item: Item) -> object:
        """Return one of the items as it stands in a list: with its name where that is its own."""
        return self.form(item) if item.name == self.derived(item) else {**self.long(item), "name": item.name}

    def whole(self) -> object:
        """Return all as a list, or as a mapping by name where each has a name of its own; None for none."""
        if not self.items:
            return None
        if all(item.name != self.derived(item) for item in self.items):
            return Block({item.name: self.form(item) for item in self.items})
        return [self.listed(item) for item in self.items]
