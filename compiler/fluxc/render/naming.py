"""What the fields of a table are called: attributes, and their names outside Python."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from fluxc.model.presentation import PLAIN
from fluxc.render.identifiers import attributes
from fluxc.render.python_text import literal
from fluxc.render.python_types import Symbol

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from fluxc.model.column import Column
    from fluxc.model.presentation import Presentation
    from fluxc.model.state import Key
    from fluxc.render.imports import Imports

_TO_CAMEL: Final = Symbol("pydantic.alias_generators", "to_camel")
_CHOICES: Final = Symbol("pydantic", "AliasChoices")


class Naming(NamedTuple):
    """The attribute of each column, and the names outside for those that have others.

    ``camel`` says that every field has one by rule; without names outside, dumps use the column's.
    """

    attributes: Mapping[str, str]
    outside: Mapping[str, str]
    camel: bool

    def arguments(self, column: str, imports: Imports) -> list[str]:
        """Return what ``Field`` is told of the names of a column."""
        attribute, outside = self.attributes[column], self.outside.get(column)
        if outside is None:
            return [f"alias={literal(column)}"] if attribute != column else []
        if column not in {attribute, outside}:
            choices = f"{imports.use(_CHOICES)}({literal(outside)}, {literal(column)})"
            return [f"validation_alias={choices}", f"serialization_alias={literal(outside)}"]
        ruled = _camel(attribute) if self.camel else attribute
        return [] if outside == ruled else [f"alias={literal(outside)}"]

    def settings(self, imports: Imports) -> list[str]:
        """Return what the models' classes are told."""
        names = self.attributes
        if self.outside:
            found = [f"alias_generator={imports.use(_TO_CAMEL)}"] if self.camel else []
            found.append("validate_by_name=True")
        else:
            aliased = any(column != name for column, name in names.items())
            found = ["validate_by_name=True", "serialize_by_alias=True"] if aliased else []
        # pydantic keeps a part of the names that begin with model_ for itself, by convention only
        return [*found, "protected_namespaces=()"] if any(map(_protected, names.values())) else found


def _protected(name: str) -> bool:
    return name.startswith("model_")


def naming(
    columns: Sequence[Column], refused: Collection[str], shown: Mapping[Key, Presentation], *, camel: bool
) -> Naming:
    """Return the names of a table's fields; no attribute is one of those ``refused``."""
    hints = {column.name: shown.get(column.key, PLAIN) for column in columns}
    given = {name: hint.name for name, hint in hints.items() if hint.name}
    names = attributes(hints, refused, given)
    outside = {name: hint.alias for name, hint in hints.items() if hint.alias}
    if not camel:
        return Naming(names, outside, camel=False)
    taken = {*names.values(), *outside.values()}
    for name in hints:
        if name not in outside:
            wish = _camel(name)
            free = wish == names[name] or wish not in taken
            outside[name] = wish if free else name
            taken.add(outside[name])
    return Naming(names, outside, camel=True)


def _camel(name: str) -> str:
    from pydantic.alias_generators import to_camel

    return to_camel(name)
