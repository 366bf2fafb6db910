"""Operations on policies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from fluxc.model.claims import called_by
from fluxc.model.state import ROUTINES
from fluxc.plan.operation import Create, Drop, Operation, Rename, ending, making, replacing

if TYPE_CHECKING:
    from fluxc.model.policy import Policy
    from fluxc.model.state import State
    from fluxc.plan.operation import Effects, Objects


class CreatePolicy(Create):
    """Create a policy."""

    new: Policy
    rank: ClassVar[int] = 88

    def reverse(self) -> tuple[Operation, ...]:
        return (DropPolicy(self.new),)

    def effects(self, before: State, after: State) -> Effects:
        made = making([self.new], before, after)
        calls = frozenset(("call", *called_by(key)) for key in made.needs if key.kind in ROUTINES)
        return made._replace(takes=made.takes | calls)


class DropPolicy(Drop):
    """Drop a policy."""

    old: Policy

    def reverse(self) -> tuple[Operation, ...]:
        return (CreatePolicy(self.old),)

    def effects(self, before: State, after: State) -> Effects:
        del after
        ended = ending([self.old], before)
        calls = frozenset(("caller", *called_by(key)) for key in ended.leaves if key.kind in ROUTINES)
        return ended._replace(frees=ended.frees | calls)


class RenamePolicy(Rename):
    """Rename a policy."""

    def reverse(self) -> tuple[Operation, ...]:
        return (RenamePolicy(self.new, self.old),)


@dataclass(frozen=True, slots=True)
class AlterPolicy(Operation):
    """Change in place the roles and the conditions of a policy, none of which goes."""

    old: Policy
    new: Policy
    rank: ClassVar[int] = 88

    @property
    def subject(self) -> Policy:
        return self.new

    @property
    def roles(self) -> tuple[str, ...]:
        """Return the roles where they change."""
        return self.new.roles if self.new.roles != self.old.roles else ()

    @property
    def using(self) -> str | None:
        """Return the condition on rows that are there, where it changes."""
        return self.new.using if self.new.using != self.old.using else None

    @property
    def check(self) -> str | None:
        """Return the condition on new rows, where it changes."""
        return self.new.check if self.new.check != self.old.check else None

    def apply(self, objects: Objects) -> None:
        objects[self.key] = self.new.model_copy(update={"doc": objects[self.key].doc})

    def reverse(self) -> tuple[Operation, ...]:
        taken_away = (self.old.using is None) > (self.new.using is None) or (self.old.check is None) > (
            self.new.check is None
        )
        if taken_away:
            return DropPolicy(self.new), CreatePolicy(self.old)
        return (AlterPolicy(self.new, self.old),)

    def describe(self) -> str:
        return f"Change policy {self.new.sql}"

    def effects(self, before: State, after: State) -> Effects:
        return replacing(self.old, self.new, before, after)
