"""Default privileges as YAML: in the files of their namespace, those of the whole database in a shared one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.model.default_privileges import OF, DefaultPrivileges
from fluxc.model.privileges import known
from fluxc.pull.edit import KEYS
from fluxc.pull.merge import is_mapping, put
from fluxc.pull.privileges import grants_form

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fluxc.model.state import Key, State
    from fluxc.pull.edit import Edit


def default_privileges_form(state: State, namespace: str | None, target: int) -> dict[str, Any] | None:
    """Return what is said of new objects in a namespace, or for None in the whole database; None for nothing."""
    place = (namespace,) if namespace is not None else ()
    found: dict[str, Any] = {}
    for item in sorted(state.of(DefaultPrivileges), key=_order):
        if item.place == place:
            _put(found, item, _form(item, target))
    return found or None


def revise_default_privileges(edit: Edit, keys: Iterable[Key]) -> None:
    """Change what is said of these default privileges, each in the file that says it or may say it."""
    for key in sorted(keys):
        mine, shall = edit.compiled.state.get(key), edit.goal.get(key)
        item = shall or mine
        assert isinstance(item, DefaultPrivileges)
        if item.place and item.place[0] in edit.new_domains:
            continue
        data = edit.sources.data(edit.file(key) if mine is not None else _file(edit, item))
        raw = data.get("default_privileges")
        said: dict[str, Any] = dict(raw) if is_mapping(raw) else {}
        _put(said, item, _form(shall, edit.homes.target) if isinstance(shall, DefaultPrivileges) else None)
        put(data, "default_privileges", said or None, KEYS)


def _file(edit: Edit, item: DefaultPrivileges) -> str:
    """Return the file into which new default privileges go: where others are, or what is said of all is."""
    if not item.place:
        shared = [found.file for found in edit.tree.shared]
        holding = (file for file in shared if "default_privileges" in edit.sources.data(file))
        return next(holding, edit.sources.shared_file())
    domains = {domain.name for domain in edit.compiled.domains if domain.namespace == item.place[0]}
    files = [found.file for source in edit.tree.domains if source.name in domains for found in source.documents]
    return next((file for file in files if "default_privileges" in edit.sources.data(file)), files[0])


def _order(item: DefaultPrivileges) -> tuple[str, int]:
    return item.by or "", list(OF).index(item.on)


def _form(item: DefaultPrivileges, target: int) -> dict[str, Any]:
    return grants_form(item.grants, known(item.of, target))


def _put(said: dict[str, Any], item: DefaultPrivileges, form: dict[str, Any] | None) -> None:
    """Say something of what a role makes, or with None nothing."""
    if item.by is None:
        put(said, item.on, form, (*OF, "for"))
        return
    makers = dict(said.get("for") or {})
    own = dict(makers.get(item.by) or {})
    put(own, item.on, form, tuple(OF))
    put(makers, item.by, own or None, ())
    put(said, "for", makers or None, (*OF, "for"))
