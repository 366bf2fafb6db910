"""Enum values that are gone, and the ones that rows with them get."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from fluxc.model.findings import Findings, Place


def removed_values(
    findings: Findings,
    said: Mapping[str, str],
    values: Collection[str],
    renamed: Collection[str],
    place: Place,
) -> dict[str, str]:
    """Return value that is gone → value that stays, led on where that one is gone as well; record what cannot be.

    ``values`` are the enum's, ``renamed`` the earlier names of some of them.
    """
    found: dict[str, str] = {}
    for old in said:
        new = _last(said, old, values)
        if old in values:
            message, cure = f"value {old!r} is said to be removed and is in the list", "take it out of one of the two"
        elif old in renamed:
            message, cure = f"value {old!r} is said to be renamed and to be removed", "take out its `was` or this line"
        elif new not in values:
            there = did_you_mean(said[old], values) or "name a value of the list"
            message, cure = f"rows with value {old!r} cannot get {said[old]!r}, which is no value of the enum", there
        else:
            found[old] = new
            continue
        findings.add("bad-removed", message, place / old, cure, key=True)
    return found


def _last(said: Mapping[str, str], old: str, values: Collection[str]) -> str:
    """Return where a chain of removed values ends; in a circle that is a value which is gone."""
    new, seen = said[old], {old}
    while new not in values and new in said and new not in seen:
        seen.add(new)
        new = said[new]
    return new
