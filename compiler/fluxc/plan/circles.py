"""Changes in place as two operations, for where one would wait for itself.

A name that goes may be wanted by what comes, such as that of the index of a primary key, while one policy is about
both: it would have to change behind what comes, and before what goes.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from fluxc.plan.columns import DropDefault, SetDefault
from fluxc.plan.member_copies import CreateMemberCopy, RenameMemberCopy
from fluxc.plan.policies import AlterPolicy, CreatePolicy, DropPolicy
from fluxc.plan.publications import AlterPublication
from fluxc.plan.triggers import CreateTrigger, DropTrigger, ReplaceTrigger

if TYPE_CHECKING:
    from fluxc.model.member_copy import MemberCopy
    from fluxc.plan.operation import Operation


def parted(operation: Operation) -> tuple[Operation, ...]:
    """Return an operation as one that leaves what was and one that takes what comes, where it can be taken apart."""
    match operation:
        case AlterPolicy():
            return DropPolicy(operation.old), CreatePolicy(operation.new)
        case ReplaceTrigger():
            return DropTrigger(operation.old), CreateTrigger(operation.new)
        case SetDefault() if operation.old.default is not None:
            without = operation.old.model_copy(update={"default": None})
            return DropDefault(operation.old, without), SetDefault(without, operation.new)
        case CreateMemberCopy() if operation.new.own != aside(operation.new):
            waiting = operation.new.model_copy(update={"own": aside(operation.new)})
            return CreateMemberCopy(waiting), RenameMemberCopy(waiting, operation.new)
        case AlterPublication() if not operation.early:
            kept = tuple(table for table in operation.old.tables if table in operation.new.tables)
            between = operation.old.model_copy(update={"tables": kept})
            early = replace(operation, new=between, early=True)
            return early, AlterPublication(between, operation.new)
        case _:
            return (operation,)


def aside(copy: MemberCopy) -> str:
    """Return the name by which a copy waits until another one has left its own."""
    return f"fluxc_aside_{hashlib.sha256(repr(copy.key).encode()).hexdigest()[:12]}"
