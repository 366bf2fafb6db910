"""Policies of row-level security (manual, CREATE POLICY)."""

from __future__ import annotations

from typing import ClassVar, Literal

from fluxc.model.attached import Attached

Command = Literal["all", "select", "insert", "update", "delete"]


class Policy(Attached):
    """A policy of a table, under its path; ``roles`` are sorted, ``using`` and ``check`` are canonical."""

    kind: ClassVar[str] = "policy"
    noun: ClassVar[str] = "policy"
    parsed: ClassVar[bool] = True

    command: Command = "all"
    roles: tuple[str, ...] = ("public",)
    using: str | None = None
    check: str | None = None
    permissive: bool = True

    @property
    def texts(self) -> tuple[str, ...]:
        """Return the conditions that there are."""
        return tuple(text for text in (self.using, self.check) if text is not None)
