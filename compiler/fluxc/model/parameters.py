"""Storage parameters of tables and indexes (manual, CREATE TABLE and CREATE INDEX)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from fluxc.model.literal import quoted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fluxc.model.findings import Findings, Place
    from fluxc.model.index import Parameters

_NAME: Final = re.compile(r"[a-z_][a-z0-9_]{0,62}(\.[a-z_][a-z0-9_]{0,62})?")


def parameters(findings: Findings, said: Mapping[str, str | float | bool], place: Place) -> Parameters:
    """Return parameters as text, in their order; record names that are none and values of more than one line."""
    found: list[tuple[str, str]] = []
    for name, value in said.items():
        text = str(value).lower() if isinstance(value, bool) else str(value)
        if not _NAME.fullmatch(name):
            message = f"`{name[:70]}` is no storage parameter"
            findings.add("bad-name", message, place / name, "write one such as `fillfactor`", key=True)
        elif not text.isprintable() or not text:
            findings.add("bad-value", f"{name} is no text of one line", place / name, "write a number or a word")
        else:
            if "vacuum" in name:
                from fluxc.model.newer import STORAGE  # few tables say how they are kept clean

                findings.needs(STORAGE.get(name.removeprefix("toast."), 0), f"`{name}`", place / name)
            found.append((name, text))
    return tuple(found)


def parameters_sql(said: Parameters) -> str:
    """Return parameters as SQL takes them in parentheses."""
    return ", ".join(f"{name} = {quoted(value)}" for name, value in said)
