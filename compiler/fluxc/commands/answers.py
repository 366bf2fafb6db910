"""What the command line says about a build."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answers:
    """What the command line says about a build."""

    name: str | None = None
    seal: bool = False
    no_renames: bool = False
    drops: tuple[str, ...] = ()
