"""What files say of the database as a whole and of namespaces, brought to say what a database holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.model.extension import Extension
from fluxc.model.namespace import Namespace
from fluxc.model.publication import Publication
from fluxc.pull.brought import brought, extensions
from fluxc.pull.edit import KEYS
from fluxc.pull.extension import extension_form, unknown_types
from fluxc.pull.files import PUBLIC, domain_data
from fluxc.pull.merge import put
from fluxc.pull.privileges import access_form
from fluxc.pull.publication import publication_form

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fluxc.model.state import Key
    from fluxc.pull.edit import Edit


def revise_extensions(edit: Edit, keys: set[Key]) -> None:
    """Change what is said of these extensions, in every file that names one."""
    if not keys:
        return
    brings = unknown_types(edit.goal)
    for key in sorted(keys):
        name, item = key.path[-1], edit.goal.get(key)
        said = extension_form(item, brings.get(name, ())) if isinstance(item, Extension) else None
        files = [file for file, found in edit.sources.documents.items() if name in (found.data.get("extensions") or ())]
        if not files and item is not None:
            files = [edit.sources.extensions_file()]
        for file in files:
            data = edit.sources.data(file)
            raw = data.get("extensions")
            put(data, "extensions", extensions(raw, name, said, gone=item is None), KEYS)


def revise_publications(edit: Edit, keys: Iterable[Key]) -> None:
    """Change what is said of these publications; new ones go where others are, or into the shared file."""
    holding = [file for file, found in edit.sources.documents.items() if "publications" in found.data]
    for key in sorted(keys):
        mine, shall = edit.compiled.state.get(key), edit.goal.get(key)
        file = edit.file(key) if mine is not None else (*holding, edit.sources.shared_file())[0]
        inner: dict[str, Any] = dict(edit.sources.data(file).get("publications") or {})
        if isinstance(shall, Publication):
            before = (
                publication_form(mine, edit.sight_of_file(edit.compiled.state, file))
                if isinstance(mine, Publication)
                else None
            )
            form = publication_form(shall, edit.sight_of_file(edit.goal, file))
            inner[shall.name] = brought(inner.get(shall.name), before, form)
        else:
            inner.pop(key.path[-1], None)
        put(edit.sources.data(file), "publications", inner or None, KEYS)


def revise_namespaces(edit: Edit, keys: Iterable[Key]) -> None:
    """Write the files of new namespaces, and change what is said of others."""
    for namespace, domain in sorted(edit.new_domains.items()):
        data = domain_data(edit.sights[id(edit.goal)], namespace, edit.namespace)
        edit.sources.datas[f"{edit.sources.schema}/{domain}.yaml"] = data or {"tables": {}}
    for key in sorted(keys):
        if key.path[0] not in edit.new_domains:
            _revise_namespace(edit, key)


def keep_a_file(edit: Edit) -> None:
    """Leave a file that declares nothing where none would be left: a project is not to be without any."""
    files = {**edit.sources.documents, **edit.sources.datas}
    if files and all(said is None for said in files.values()):
        elsewhere = edit.namespace not in {None, PUBLIC}
        file = f"{edit.sources.schema}/{PUBLIC}.yaml"
        edit.sources.datas[file] = {**({"namespace": PUBLIC} if elsewhere else {}), "tables": {}}


def _revise_namespace(edit: Edit, key: Key) -> None:
    """Change what the files of a namespace say of it itself; let them go where it is gone."""
    (name,), item = key.path, edit.goal.get(key)
    domains = {domain.name for domain in edit.compiled.domains if domain.namespace == name}
    files = [found.file for source in edit.tree.domains if source.name in domains for found in source.documents]
    sharing = [found.file for found in edit.tree.shared if found.data.get("namespace") == name]
    if item is None and edit.compiled.state.get(key) is not None:
        edit.sources.datas |= dict.fromkeys(files)
        for file in sharing:
            edit.sources.data(file).pop("namespace")
        return
    said = {"doc": item.doc} if item is not None else {}
    access = access_form(Namespace(name=name), edit.sight(edit.goal, (name,)))
    for word, value in {**said, "owner": access.get("owner"), "grants": access.get("grants")}.items():
        known = [*files, *sharing]
        holding = next((file for file in known if word in edit.sources.documents[file].data), known[0])
        put(edit.sources.data(holding), word, value, KEYS)
