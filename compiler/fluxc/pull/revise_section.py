"""A section of a file that holds the objects of one kind by name, brought to say what a database holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.model.composite import Composite
from fluxc.model.enum import Enum
from fluxc.model.routine import Routine
from fluxc.pull.brought import brought, brought_enum
from fluxc.pull.edit import KEYS
from fluxc.pull.files import is_elsewhere
from fluxc.pull.merge import put
from fluxc.pull.routine import brought_routine, routine_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fluxc.model.state import Key, Object, State
    from fluxc.pull.edit import Edit
    from fluxc.pull.files import Section


def revise_section(edit: Edit, section: Section, keys: Iterable[Key]) -> None:
    """Change those objects of a section that have these keys."""
    state = edit.compiled.state
    order = {item.key: at for at, item in enumerate(edit.goal)}
    for key in sorted(keys, key=lambda key: order.get(key, -1)):
        if key.path[0] in edit.new_domains and key.path not in edit.homes.shared:
            continue  # written with the whole file
        mine, shall = _in_section(edit, state, key), _in_section(edit, edit.goal, key)
        if mine is None and shall is None:
            continue
        file = edit.file(key) if mine is not None else edit.sources.home_file(key.path, table=False)
        inner: dict[str, Any] = dict(edit.sources.data(file).get(section.key) or {})
        if section.named is routine_key:
            inner = _routine(edit, section, key, inner)
        elif shall is None:
            inner.pop(key.path[-1], None)
        else:
            form = section.form(shall, edit.sight(edit.goal, key.path))
            before = section.form(mine, edit.sight(state, key.path)) if mine is not None else None
            raw = inner.get(key.path[-1])
            if section.kind is Enum:
                inner[key.path[-1]] = brought_enum(raw, before, form)
            else:
                inner[key.path[-1]] = brought(raw, before, form, ordered=section.kind is Composite)
        put(edit.sources.data(file), section.key, inner or None, KEYS)


def _in_section(edit: Edit, state: State, key: Key) -> Object | None:
    """Return an object that has an entry in its section, and is not said by a column."""
    item = state.get(key)
    return None if item is None or is_elsewhere(item, edit.sight(state, key.path)) else item


def _routine(edit: Edit, section: Section, key: Key, inner: dict[str, Any]) -> dict[str, Any]:
    """Return a section with a routine as it shall be: under its key as long as its arguments are the same."""
    mine, shall = edit.compiled.state.get(key), edit.goal.get(key)
    written = str(edit.compiled.places[key].path[1]) if mine is not None else None
    if shall is None:
        return {name: form for name, form in inner.items() if name != written}
    assert isinstance(shall, Routine)
    sight = edit.sight(edit.goal, key.path)
    form = section.form(shall, sight)
    if not isinstance(mine, Routine) or written is None:
        return {**inner, section.named(shall, sight): form}
    if mine.arguments != shall.arguments:
        said = {section.named(shall, sight): form}
        return {
            name: value
            for old, raw in inner.items()
            for name, value in (said.items() if old == written else [(old, raw)])
        }
    before = section.form(mine, edit.sight(edit.compiled.state, key.path))
    inner[written] = brought_routine(inner[written], before, form)
    return inner
