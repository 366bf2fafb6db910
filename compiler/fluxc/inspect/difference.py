"""The comparison of two catalogues, the same for every kind of object."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.inspect.catalogue import Catalogue, Key, Value


_INVALID: Final = {"valid": "is invalid", "index valid": "has an invalid index"}


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing in which a database is not as expected.

    ``attribute`` is empty when the object as a whole is missing (``expected`` is then true and ``found`` false) or
    not expected (the other way round); elsewhere None stands for an attribute that is not there.
    """

    kind: str
    object: str
    attribute: str
    expected: Value | None
    found: Value | None

    @property
    def text(self) -> str:
        """The difference in words."""
        if not self.attribute:
            return f"{self.kind} {self.object} is {'missing' if self.expected else 'not expected'}"
        if self.attribute in _INVALID and self.found is False:
            return f"{self.kind} {self.object} {_INVALID[self.attribute]}"
        found, expected = _word(self.found), _word(self.expected)
        return f"{self.kind} {self.object}: {self.attribute} is {found}, expected {expected}"


def differences(expected: Catalogue, found: Catalogue) -> tuple[Difference, ...]:
    """Return everything in which ``found`` is not ``expected``, sorted by kind, object and attribute.

    A table that only one side has stands for all that belongs to it.
    """
    wanted, seen = expected.objects, found.objects
    keys = sorted(key for key in wanted.keys() | seen.keys() if wanted.get(key) != seen.get(key))
    return tuple(difference for key in keys for difference in _of_object(key, expected, found))


def _of_object(key: Key, expected: Catalogue, found: Catalogue) -> Iterator[Difference]:
    if key in expected.objects and key in found.objects:
        yield from _of_attributes(key, expected, found)
    elif not _goes_with_table(key, expected, found):
        yield Difference(*key, "", key in expected.objects, key in found.objects)
        if found.objects.get(key, {}).get("valid") is False:
            yield Difference(*key, "valid", None, found=False)


def _goes_with_table(key: Key, expected: Catalogue, found: Catalogue) -> bool:
    """Tell whether the object is on one side only because its table is."""
    table = expected.tables.get(key) or found.tables.get(key)
    return table is not None and expected.has_table(table) != found.has_table(table)


def _of_attributes(key: Key, expected: Catalogue, found: Catalogue) -> Iterator[Difference]:
    wanted, seen = expected.objects[key], found.objects[key]
    for attribute in sorted(wanted.keys() | seen.keys()):
        if wanted.get(attribute) != seen.get(attribute):
            yield Difference(*key, attribute, wanted.get(attribute), seen.get(attribute))


def _word(value: Value | None) -> str:
    if value is None:
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
