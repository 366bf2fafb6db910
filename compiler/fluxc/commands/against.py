"""What `fluxc breaking` compares with: a project at a commit or in another folder, or a lock."""

from __future__ import annotations

import shutil
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from fluxc.breaking.comparison import Side
from fluxc.diagnostics import Diagnostic, InputError, Severity, Span
from fluxc.model.compiled import Compiled, Domain, Intent
from fluxc.model.enum import Enum
from fluxc.model.load import load
from fluxc.model.state import Key, State
from fluxc.model.table import Table
from fluxc.project.config import read_config
from fluxc.project.layout import CONFIG, Layout
from fluxc.source.tree import read_tree

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from fluxc.commands.revision import Revision
    from fluxc.project.config import Config
    from fluxc.source.tree import Tree

_CACHE: Final = "parsed.json"


class Against(NamedTuple):
    """What is compared with: ``kind`` is git, lock or project, ``name`` as it was given."""

    kind: str
    name: str
    commit: str | None = None


def present(layout: Layout) -> Side:
    """Return the schema as it is; raises InputError with what is wrong with it."""
    return _compiled(layout, layout.cache / _CACHE, lambda file: file)


def earlier(layout: Layout, name: str, now: Side) -> tuple[Against, Side]:
    """Return the schema that a person names: a lock, the folder of a project, or a commit.

    Raises InputError where it is none of them or does not compile, OutsideError where git fails.
    """
    path = Path(name)
    if path.is_file():
        return Against("lock", name), _locked(path, name, now)
    if name and (path / CONFIG).is_file():
        other = Layout(path.absolute())
        return Against("project", name), _compiled(other, None, lambda file: f"{name.rstrip('/')}/{file}")
    from fluxc.commands.revision import find_revision  # a lock needs no git

    revision = find_revision(layout.root, name)
    return Against("git", name, revision.commit), _at(layout, revision)


def _at(layout: Layout, revision: Revision) -> Side:
    from fluxc.commands.revision import write_files

    with tempfile.TemporaryDirectory(prefix="fluxc-") as folder:
        then = Layout(Path(folder).resolve())
        write_files(layout.root, revision, then.root)
        then.cache.mkdir()
        cache = then.cache / _CACHE
        if (known := layout.cache / _CACHE).is_file():
            shutil.copyfile(known, cache)  # what is the same now is not parsed again
        return _compiled(then, cache, lambda file: f"{revision.name}:{file}")


def _compiled(layout: Layout, cache: Path | None, shown: Callable[[str], str]) -> Side:
    """Return what a project means, its files shown under names that tell where they are."""
    try:
        config = read_config(layout)
        compiled = _loaded(read_tree(layout.schema, layout.root, cache), config)
    except InputError as error:
        raise InputError([_elsewhere(item, shown) for item in error.diagnostics]) from None

    def span(key: Key) -> Span | None:
        place = compiled.places.get(_declared(key, compiled.places))
        return _shown(place.span(key=True), shown) if place is not None else None

    return Side(compiled, config.models, span)


def _loaded(tree: Tree, config: Config) -> Compiled:
    compiled, found = load(tree, config.namespace, config.target)
    if any(item.severity is Severity.ERROR for item in found):
        raise InputError(found)
    return compiled


def _declared(key: Key, places: Mapping[Key, object]) -> Key:
    """Return the key of what is declared: that of privileges is the object's that they are on."""
    if key in places or not key.kind.endswith("privileges"):
        return key
    return next((other for other in places if other.path == key.path), key)


def _shown(span: Span, shown: Callable[[str], str]) -> Span:
    return span._replace(file=shown(span.file))


def _elsewhere(item: Diagnostic, shown: Callable[[str], str]) -> Diagnostic:
    return item._replace(span=_shown(item.span, shown)) if item.span is not None else item


def _locked(path: Path, name: str, now: Side) -> Side:
    """Return what a lock says; its objects belong to the domains that they belong to now, as far as names tell."""
    from fluxc.history.lock import read_lock
    from fluxc.model.lines import parse_line

    lines, found = read_lock(path.absolute(), Path.cwd())
    if found or lines is None:
        raise InputError(found)
    try:
        state = State(parse_line(key, line) for key, line in lines.items())
    except (ValueError, KeyError) as error:
        message = f"{name} holds a line that says no object: {str(error).splitlines()[0][:200]}"
        cure = "name a schema.lock as this or an earlier fluxc wrote it"
        raise InputError([Diagnostic("bad-lock", message, Span(name), cure)]) from None
    at = {key: number for number, key in enumerate(lines, 2)}

    def span(key: Key) -> Span | None:
        return Span(name, at[key.text]) if key.text in at else None

    return Side(_as_now(state, now.compiled), now.models, span, modules=False)


def _as_now(state: State, now: Compiled) -> Compiled:
    """Return a state as a schema of the domains of now."""
    was = {path: key for key, paths in now.intent.was.items() for path in paths}
    homes = {key: domain.name for domain in now.domains for key in (*domain.enums, *domain.tables)}
    spaces = {domain.namespace: domain.name for domain in reversed(now.domains)}
    enums, tables = defaultdict[str, list[Key]](list), defaultdict[str, list[Key]](list)
    for item in state:
        key = was.get(item.key.path, item.key) if item.key not in homes else item.key
        if isinstance(item, Enum | Table):
            home = homes.get(key) or spaces.get(item.place[0], item.place[0])
            (enums if isinstance(item, Enum) else tables)[home].append(item.key)
    domains = tuple(Domain(name, "", None, tuple(enums[name]), tuple(tables[name])) for name in {*enums, *tables})
    shown = {key: said for key, said in now.presentation.items() if key in state.objects}
    return Compiled(state, Intent(), domains, {}, (), shown)
