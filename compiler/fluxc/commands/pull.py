"""``fluxc pull``: what a database holds, as the files of a schema."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from fluxc.commands.collector import no_collector
from fluxc.diagnostics import Diagnostic, InputError, Severity, Span, did_you_mean
from fluxc.project.config import TARGETS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Generator, Mapping
    from pathlib import Path

    import psycopg

    from fluxc.inspect import Outside
    from fluxc.inspect.role import FoundRole
    from fluxc.model.state import Key, State
    from fluxc.project.layout import Layout

_SCHEMA: Final = "schema"


class Source(NamedTuple):
    """Where to read: a database by its URL, or a file of SQL; ``namespaces`` narrow what is taken, none takes all.

    With ``raw`` what the language cannot say is taken as raw SQL, with ``owners`` who owns what, with ``versions``
    those of extensions, and with ``roles`` those that the database names.
    """

    url: str | None = None
    sql: Path | None = None
    namespaces: tuple[str, ...] = ()
    raw: bool = False
    owners: bool = False
    versions: bool = False
    roles: bool = False


class Cut(NamedTuple):
    """How the files of a new project are cut: a file for each table, groups of columns as mixins."""

    file_per_table: bool = False
    mixins: bool = True


class Unsaid(NamedTuple):
    """An object that the language cannot say, and its definition in SQL."""

    object: str
    definition: str


@dataclass(frozen=True, slots=True)
class Pulled:
    """What a pull wrote, below ``root``, and what it could not say; ``created`` says that the project is new.

    ``taken_out`` are tables that were declared and that the database lacks.
    """

    root: Path
    files: tuple[str, ...]
    unsaid: tuple[Unsaid, ...]
    created: bool
    warnings: tuple[Diagnostic, ...] = ()
    taken_out: tuple[str, ...] = ()


class Found(NamedTuple):
    """What was read: the major version of the server, the state, and what it cannot say, with the keys of that.

    ``roles`` are those of the server and ``owners`` those of them that own something, where they were asked for.
    """

    major: int
    state: State
    unsaid: tuple[Unsaid, ...]
    keys: frozenset[Key]
    roles: Mapping[str, FoundRole] | None = None
    owners: frozenset[str] = frozenset()


def pull(layout: Layout, source: Source, cut: Cut = Cut(), *, may_take_out: bool = True) -> Pulled:  # noqa: B008  # it is immutable
    """Write what a database holds as a new project, or make the project that is there say it.

    All of it is written or nothing.  Raises Stopped `takes-tables-out` where tables would go from a project and may not
    without being asked for; InputError where the folder is neither a project nor empty, for a namespace
    that the database does not have and for a file of SQL that cannot be loaded; OutsideError for a database or a disk
    that fails.
    """
    existing = layout.config.is_file()
    if not existing:
        _check_empty(layout.root)
    with no_collector():
        return _into(layout, source, may_take_out=may_take_out) if existing else _begun(layout, source, cut)


def _begun(layout: Layout, source: Source, cut: Cut) -> Pulled:
    """Write what a database holds as a new project."""
    found = _read(source, lambda _: source.raw, None, meanwhile=_load_writers)
    warnings = _warnings(found.major)
    from fluxc.commands.init import begin
    from fluxc.model.state import State
    from fluxc.pull.files import Layout as Cutting
    from fluxc.pull.files import files as texts

    target = min(max(found.major, TARGETS[0]), TARGETS[-1])
    found = _with_roles(found, State(), target)
    schema = {f"{_SCHEMA}/{name}": text for name, text in texts(found.state, Cutting(*cut, target)).items()}
    started = begin(layout, target, schema)
    return Pulled(layout.root, started.files, found.unsaid, created=True, warnings=warnings)


def _into(layout: Layout, source: Source, *, may_take_out: bool) -> Pulled:
    """Make the project that is there say what a database holds."""
    from fluxc.commands.pull_into import into, opened  # a new project needs none of it
    from fluxc.inspect import outside_state
    from fluxc.pull.goal import Bounds

    project = opened(layout)
    declared = project.compiled.state
    outside = outside_state(declared)
    found = _read(source, lambda key: source.raw or declared.get(key) is not None, outside)
    found = _with_roles(found, declared, project.config.target)
    bounds = Bounds(source.namespaces, found.keys, source.raw, source.owners, source.versions, source.roles)
    edited = into(project, found.state, bounds, may_take_out=may_take_out)
    unsaid = (*found.unsaid, *(Unsaid(item.key.text, item.up) for item in edited.doubled))
    taken_out = tuple(key.object for key in edited.taken_out)
    return Pulled(
        layout.root, edited.files, unsaid, created=False, warnings=_warnings(found.major), taken_out=taken_out
    )


def _check_empty(root: Path) -> None:
    """Raise InputError where a folder holds anything but hidden files, such as those of git."""
    if root.is_dir():
        held = sorted(path.name for path in root.iterdir() if not path.name.startswith("."))
        if not held:
            return
        message = f"{root} is no project and not empty: it holds {held[0]}"
        cure = "name an empty folder or a new one with --project DIR, or begin a project with `fluxc init`"
        raise InputError([Diagnostic("folder-not-empty", message, Span(str(root)), cure)])
    if root.exists():
        message = f"{root} is no folder"
        raise InputError([Diagnostic("folder-not-empty", message, Span(str(root)), "name a folder with --project DIR")])


def _load_writers() -> None:
    import_module("fluxc.pull.files")  # it takes a while, which the server needs as well


def _read(
    source: Source,
    raw: Callable[[Key], bool],
    outside: Outside | None,
    meanwhile: Callable[[], None] = lambda: None,
) -> Found:
    from fluxc.inspect import Outside, read_state
    from fluxc.inspect.asked import owners, versions
    from fluxc.pull.asked import with_owners, with_versions

    with _connected(source) as connection:
        ignore = _left_out(connection, source.namespaces)
        found = read_state(
            connection,
            ignore=ignore,
            outside=outside or Outside(),
            raw=raw,
            owners=source.owners,
            meanwhile=meanwhile,
        )
        state = found.state
        owned = owners(connection, ignore=ignore) if source.owners or source.roles else {}
        if source.owners:
            state = with_owners(state, owned)
        state = with_versions(state, versions(connection) if source.versions else {})
        major = connection.info.server_version // 10000
        unsaid = tuple(Unsaid(item.text, item.definition) for item in found.unsaid)
        keys = frozenset(item.key for item in found.unsaid if item.whole)
        roles = _roles(connection) if source.roles else None
        whole = Found(major, state, unsaid, keys, roles, frozenset(owned.values()))
        return _narrowed(whole, source.namespaces)


def _roles(connection: psycopg.Connection) -> Mapping[str, FoundRole]:
    from fluxc.inspect.role import read_roles  # read where they are asked for

    return read_roles(connection)


def _with_roles(found: Found, declared: State, target: int) -> Found:
    """Return what was found with the roles that it names, where they were asked for."""
    if found.roles is None:
        return found
    from fluxc.model.names import quote
    from fluxc.pull.asked_roles import with_roles

    state, superusers = with_roles(found.state, found.roles, found.owners, declared, target)
    unsaid = (Unsaid(f"role {quote(name)}", f"alter role {quote(name)} superuser;") for name in superusers)
    return found._replace(state=state, unsaid=(*found.unsaid, *unsaid))


def _left_out(connection: psycopg.Connection[Any], wanted: Collection[str]) -> list[str]:
    """Return the namespaces that are not wanted.

    Raises InputError for a wanted one that is not there, and where columns are of types that would be left out.
    """
    if not wanted:
        return []
    from fluxc.inspect.asked import namespaces, type_elsewhere
    from fluxc.model.names import qualified

    known = namespaces(connection)
    missing = sorted(set(wanted).difference(known))
    if missing:
        message = f"the database has no namespace `{missing[0][:70]}`"
        raise InputError([Diagnostic("unknown-namespace", message, None, did_you_mean(missing[0], known))])
    found = type_elsewhere(connection, wanted)
    if found is not None:
        message = (
            f"column {qualified(*found.column)} is of type {found.type}, which lies in a namespace that is left out"
        )
        raise InputError([Diagnostic("unknown-type", message, None, f"add `--namespace {found.namespace}`")])
    return [name for name in known if name not in wanted]


@contextmanager
def _connected(source: Source) -> Generator[psycopg.Connection]:
    if source.sql is not None:
        from fluxc.commands.script import loaded

        with loaded(source.sql) as connection:
            yield connection
        return
    from fluxc.server.connect import connect

    assert source.url is not None
    with connect(source.url) as connection:
        yield connection


def _narrowed(found: Found, wanted: Collection[str]) -> Found:
    """Return what lies in the wanted namespaces."""
    if not wanted:
        return found
    from fluxc.pull.narrow import narrowed

    state, left_out = narrowed(found.state, wanted)
    return found._replace(state=state, unsaid=(*found.unsaid, *(Unsaid(*pair) for pair in left_out)))


def _warnings(major: int) -> tuple[Diagnostic, ...]:
    if major <= TARGETS[-1]:
        return ()
    message = f"the server is PostgreSQL {major}, and this version of fluxc knows servers up to {TARGETS[-1]}"
    cure = "use a newer version of fluxc, or look for what is missing"
    return (Diagnostic("newer-server", message, None, cure, Severity.WARNING),)
