"""What was read, understood: the schema without faults, and the state that the sealed migrations lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from fluxc.commands.inputs import read_sealed
from fluxc.diagnostics import InputError, Severity
from fluxc.model.load import load
from fluxc.model.state import State

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from fluxc.commands.inputs import Inputs, Sealed
    from fluxc.commands.memory import Memory
    from fluxc.diagnostics import Diagnostic
    from fluxc.model.compiled import Compiled
    from fluxc.model.known import Known
    from fluxc.project.config import Config
    from fluxc.project.layout import Layout
    from fluxc.source.tree import Tree


class Understood(NamedTuple):
    """A schema without faults, the state that the sealed migrations lead to, and warnings."""

    compiled: Compiled
    sealed: Sealed
    warnings: tuple[Diagnostic, ...]


def understood(layout: Layout, config: Config, memory: Memory, inputs: Inputs) -> Understood:
    """Return what was read as a schema and a state before; raises InputError with what is wrong in both."""
    wrong = (*inputs.unreadable, *memory.verify(inputs.history))
    compiled, found = _loaded(inputs.tree, config, memory)
    everything = (*found, *wrong)
    if _has_error(everything):
        from fluxc.history.lock import read_lock  # of use where something is wrong

        raise InputError((*everything, *read_lock(layout.lock, layout.root)[1]))
    sealed = inputs.sealed or _sealed(layout)
    if sealed.findings:
        raise InputError((*everything, *sealed.findings))
    return Understood(compiled, sealed, everything)


def _sealed(layout: Layout) -> Sealed:
    from fluxc.history.folder import read_folder  # of use where the migrations do not fit each other

    return read_sealed(layout, read_folder(layout.out, layout.root, verify=False)[0])


def _loaded(tree: Tree, config: Config, memory: Memory) -> tuple[Compiled, tuple[Diagnostic, ...]]:
    """Return what `load` does, with the help of what the last build understood."""
    known = memory.known(config)
    compiled = _reloaded(tree, known, config) if known is not None else None
    if compiled is None:
        return load(tree, config.namespace, config.target)
    return compiled, tuple(dict.fromkeys(tree.diagnostics))


def _reloaded(tree: Tree, known: Known, config: Config) -> Compiled | None:
    from fluxc.model.reload import reload  # of use where there was a build before

    return reload(tree, known, config.target)


def _has_error(found: Sequence[Diagnostic]) -> bool:
    return any(item.severity is Severity.ERROR for item in found)


def state_of(lines: Mapping[str, str], after: State) -> State:
    """Return the state of canonical lines; only those that the state to come does not say alike are parsed."""
    if not lines:
        return State()
    from fluxc.model.lines import parse_line  # of use where there is a state before

    same = {item.key_text: item for item in after}
    found = ((key, line, same.get(key)) for key, line in lines.items())
    return State(
        item if item is not None and item.line() == line else parse_line(key, line) for key, line, item in found
    )
