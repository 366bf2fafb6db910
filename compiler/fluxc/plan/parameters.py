"""What operations on storage parameters have in common, whatever has them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from fluxc.plan.operation import Operation

if TYPE_CHECKING:
    from fluxc.model.index import Parameters
    from fluxc.plan.operation import Objects


@dataclass(frozen=True, slots=True)
class Parametrized(Operation):
    """Change the storage parameters of an object."""

    old: Any
    new: Any

    @property
    def subject(self) -> Any:
        return self.new

    @property
    def changed(self) -> Parameters:
        """Return the parameters that are new or get another value."""
        return tuple(pair for pair in self.new.parameters if pair not in self.old.parameters)

    @property
    def gone(self) -> tuple[str, ...]:
        """Return the names of the parameters that go back to the server's own values."""
        left = {name for name, _ in self.new.parameters}
        return tuple(name for name, _ in self.old.parameters if name not in left)

    def apply(self, objects: Objects) -> None:
        objects[self.key] = objects[self.key].model_copy(update={"parameters": self.new.parameters})
