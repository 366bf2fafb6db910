"""Operations on domain types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from fluxc.plan.moved import moved
from fluxc.plan.operation import Create, Drop, Operation, Rename, renamed_in_place, replacing

if TYPE_CHECKING:
    from fluxc.model.domain_type import DomainCheck, DomainType
    from fluxc.model.state import State
    from fluxc.plan.operation import Effects, Objects


class CreateDomainType(Create):
    """Create a domain type."""

    new: DomainType
    stage: ClassVar[int] = 2
    rank: ClassVar[int] = 2

    def reverse(self) -> tuple[Operation, ...]:
        return (DropDomainType(self.new),)


class DropDomainType(Drop):
    """Drop a domain type that nothing uses."""

    old: DomainType
    stage: ClassVar[int] = 8

    def reverse(self) -> tuple[Operation, ...]:
        return (CreateDomainType(self.old),)


class RenameDomainType(Rename):
    """Rename a domain type; what is of it follows."""

    old: DomainType
    new: DomainType

    @property
    def not_nulls(self) -> tuple[tuple[str, str], ...]:
        """Return the old and the new name of the constraint that refuses nulls, which servers from 17 on name."""
        if self.old.nullable or self.old.not_null_name == self.new.not_null_name:
            return ()
        return ((self.old.not_null_name, self.new.not_null_name),)

    def apply(self, objects: Objects) -> None:
        renamed_in_place(objects, {self.old.key: self.new})
        moved(objects, self.old.key.path, self.new.key.path)

    def reverse(self) -> tuple[Operation, ...]:
        return (RenameDomainType(self.new, self.old),)


@dataclass(frozen=True, slots=True)
class AlterDomainType(Operation):
    """What the changes of a domain type in place have in common; ``used`` tells whether columns are of it."""

    old: DomainType
    new: DomainType
    used: bool
    changes: ClassVar[tuple[str, ...]] = ()

    @property
    def subject(self) -> DomainType:
        return self.new

    def apply(self, objects: Objects) -> None:
        update: dict[str, Any] = {name: getattr(self.new, name) for name in self.changes}
        objects[self.key] = objects[self.key].model_copy(update=update)

    def effects(self, before: State, after: State) -> Effects:
        return replacing(self.old, self.new, before, after)


class SetDomainDefault(AlterDomainType):
    """Give a domain type a default, for rows to come."""

    rank: ClassVar[int] = 50
    changes: ClassVar[tuple[str, ...]] = ("default",)

    def reverse(self) -> tuple[Operation, ...]:
        back = DropDomainDefault if self.old.default is None else SetDomainDefault
        return (back(self.new, self.old, self.used),)

    def describe(self) -> str:
        return f"Set the default of domain type {self.new.sql}"


class DropDomainDefault(AlterDomainType):
    """Take the default of a domain type away."""

    rank: ClassVar[int] = 10
    changes: ClassVar[tuple[str, ...]] = ("default",)

    def reverse(self) -> tuple[Operation, ...]:
        return (SetDomainDefault(self.new, self.old, self.used),)

    def describe(self) -> str:
        return f"Drop the default of domain type {self.new.sql}"


class SetDomainNotNull(AlterDomainType):
    """Refuse nulls in everything of a domain type."""

    rank: ClassVar[int] = 60
    changes: ClassVar[tuple[str, ...]] = ("nullable", "not_null")

    def reverse(self) -> tuple[Operation, ...]:
        return (DropDomainNotNull(self.new, self.old, self.used),)

    def describe(self) -> str:
        return f"Refuse nulls in domain type {self.new.sql}"

    def hazards(self) -> tuple[str, ...]:
        return ("scans-table", "blocks-writes") if self.used else ()


class DropDomainNotNull(AlterDomainType):
    """Take nulls in a domain type."""

    rank: ClassVar[int] = 20
    changes: ClassVar[tuple[str, ...]] = ("nullable", "not_null")

    def reverse(self) -> tuple[Operation, ...]:
        return (SetDomainNotNull(self.new, self.old, self.used),)

    def describe(self) -> str:
        return f"Take nulls in domain type {self.new.sql}"


class RenameDomainNotNull(AlterDomainType):
    """Rename the constraint by which a domain type refuses nulls."""

    rank: ClassVar[int] = 25
    changes: ClassVar[tuple[str, ...]] = ("not_null",)

    def reverse(self) -> tuple[Operation, ...]:
        return (RenameDomainNotNull(self.new, self.old, self.used),)

    def describe(self) -> str:
        return f"Rename the not-null constraint of domain type {self.new.sql}"


class AlterDomainChecks(AlterDomainType):
    """What the changes of one check have in common: ``was`` and ``check`` are it before and after."""

    @property
    def was(self) -> DomainCheck:
        """Return the check that only the old type has."""
        return next(check for check in self.old.checks if check not in self.new.checks)

    @property
    def check(self) -> DomainCheck:
        """Return the check that only the new type has."""
        return next(check for check in self.new.checks if check not in self.old.checks)

    def apply(self, objects: Objects) -> None:
        current = objects[self.key]
        there: tuple[DomainCheck, ...] = getattr(current, "checks", ())
        gone = [check for check in self.old.checks if check not in self.new.checks]
        come = [check for check in self.new.checks if check not in self.old.checks]
        kept = [check for check in there if check.name not in {check.name for check in gone}]
        checks = tuple(sorted((*kept, *come), key=lambda check: check.name))
        objects[self.key] = current.model_copy(update={"checks": checks})


class AddDomainCheck(AlterDomainChecks):
    """Add a check to a domain type."""

    rank: ClassVar[int] = 70

    def reverse(self) -> tuple[Operation, ...]:
        return (DropDomainCheck(self.new, self.old, self.used),)

    def describe(self) -> str:
        return f"Add check {self.check.name} to domain type {self.new.sql}"

    def hazards(self) -> tuple[str, ...]:
        return ("scans-table", "blocks-writes") if self.used and self.check.valid else ()


class DropDomainCheck(AlterDomainChecks):
    """Drop a check of a domain type."""

    rank: ClassVar[int] = 30

    def reverse(self) -> tuple[Operation, ...]:
        return (AddDomainCheck(self.new, self.old, self.used),)

    def describe(self) -> str:
        return f"Drop check {self.was.name} of domain type {self.new.sql}"


class RenameDomainCheck(AlterDomainChecks):
    """Rename a check of a domain type."""

    rank: ClassVar[int] = 40

    def reverse(self) -> tuple[Operation, ...]:
        return (RenameDomainCheck(self.new, self.old, self.used),)

    def describe(self) -> str:
        return f"Rename check {self.was.name} of domain type {self.new.sql} to {self.check.name}"


class ValidateDomainCheck(AlterDomainChecks):
    """Check the values that are there against a check of their domain type that was not valid."""

    rank: ClassVar[int] = 80

    def reverse(self) -> tuple[Operation, ...]:
        back = self.new.model_copy(update={"checks": tuple(check for check in self.new.checks if check != self.check)})
        return (DropDomainCheck(self.new, back, self.used), AddDomainCheck(back, self.old, self.used))

    def describe(self) -> str:
        return f"Validate check {self.check.name} of domain type {self.new.sql}"

    def hazards(self) -> tuple[str, ...]:
        return ("scans-table", "blocks-writes") if self.used else ()


class SetDomainCheckComment(AlterDomainChecks):
    """Change or take away the comment of a check of a domain type."""

    rank: ClassVar[int] = 90

    def reverse(self) -> tuple[Operation, ...]:
        return (SetDomainCheckComment(self.new, self.old, self.used),)

    def describe(self) -> str:
        verb = "Set" if self.check.doc else "Drop"
        return f"{verb} the comment of check {self.check.name} of domain type {self.new.sql}"
