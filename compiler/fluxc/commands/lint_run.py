"""``fluxc lint --run FILE.sql``: files of SQL run on a throw-away server, and what the rules say of what was seen."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Final, NamedTuple

from fluxc.commands.collector import no_collector
from fluxc.commands.lint import LintResult, Ran, today
from fluxc.commands.lint_sql import begin, source_of
from fluxc.commands.proof_server import server_for
from fluxc.commands.sql_paths import up_of
from fluxc.diagnostics import Diagnostic, InputError, Severity, Span
from fluxc.history.folder import read_folder
from fluxc.history.migration import History
from fluxc.lint.sql.check import check_sql
from fluxc.project.lint import LintSettings, read_lint_settings
from fluxc.prove.bases import Bases
from fluxc.rehearsal.fit import about_roles
from fluxc.rehearsal.ground import Ground
from fluxc.rehearsal.run import rehearse
from fluxc.run.failure import explained
from fluxc.server.scratch import Scratch, scratch_server

if TYPE_CHECKING:
    from collections.abc import Collection, Generator, Iterator, Mapping, Sequence
    from pathlib import Path

    from fluxc.lint.sql.source import Source
    from fluxc.project.layout import Layout
    from fluxc.rehearsal.run import Rehearsed
    from fluxc.server.borrowed import Borrowed

_HERE: Final = "lint"


class _Turn(NamedTuple):
    """A file to be run behind the first ``place`` migrations, its way back with it.

    ``alone`` says that nothing comes behind it: it is a migration of the project.
    """

    place: int
    source: Source
    down: Source | None = None
    alone: bool = False


def lint_run(
    paths: Sequence[Path], layout: Layout | None, *, wrapped: bool, scratch_url: str | None = None
) -> LintResult:
    """Run files of SQL, each behind those before it, and return what the rules say by what was seen.

    In a project they begin from what its sealed migrations lead to, or all of them where none is sealed; a migration of
    the project from those before it. Elsewhere the first begins from nothing.

    Raises InputError (files, settings and migrations that are not in order) and OutsideError (no server).
    """
    settings = read_lint_settings(layout) if layout else LintSettings()
    sources = {path: source_of(path, layout, wrapped=wrapped) for path in paths}
    history = _history(layout) if layout else History()
    with no_collector(), explained("running files of SQL"), ExitStack() as stack:
        server = stack.enter_context(_server(layout, scratch_url, history, sources.values()))
        bases = stack.enter_context(Bases(server, history.migrations))
        found = dict(_rehearsed(bases, _turns(sources, history)))
        major = server.major
    linted = check_sql([_with(source, found) for source in sources.values()], settings, today())
    said = tuple(item for one in found.values() for item in one.said)
    linted = linted._replace(others=(*linted.others, *said))
    measured = tuple(item for one in found.values() for item in one.measured)
    ran = Ran(major, sum(len(one.outcomes) for one in found.values()), measured)
    return LintResult(linted.diagnostics, linted.suppressed, statements=linted.statements, ran=ran)


def _with(source: Source, found: Mapping[str, Rehearsed]) -> Source:
    return source._replace(outcomes=found[source.file].outcomes)


def _history(layout: Layout) -> History:
    history, findings = read_folder(layout.out, layout.root)
    if any(finding.severity is Severity.ERROR for finding in findings):
        raise InputError(findings)
    return history


@contextmanager
def _server(
    layout: Layout | None, url: str | None, history: History, sources: Collection[Source]
) -> Generator[Scratch | Borrowed]:
    """Give the server to run on: that of ``url`` or of the settings, else the embedded one, never another."""
    with ExitStack() as stack:
        server: Scratch | Borrowed
        if layout is not None:
            server = stack.enter_context(server_for(layout, url, history.migrations))
            if isinstance(server, Scratch) and server.lasts and about_roles(source.text for source in sources):
                server = stack.enter_context(scratch_server())  # roles would outlive the databases of one that is kept
        elif url is not None:
            from fluxc.server.borrowed import borrowed_server

            server = stack.enter_context(borrowed_server(url, ()))
        else:
            server = stack.enter_context(scratch_server())
        yield server


def _turns(sources: Mapping[Path, Source], history: History) -> Sequence[_Turn]:
    """Return the files in the order in which they are run."""
    own = {file for item in history.migrations for file in (item.file, item.down_file)}
    pairs = {path: up for path in sources if sources[path].file not in own and (up := up_of(path, sources))}
    down_of = {up: sources[path] for path, up in pairs.items()}
    turns = [
        _Turn(begin(history, source.file), source, down_of.get(path), alone=source.file in own)
        for path, source in sources.items()
        if path not in pairs
    ]
    return sorted(turns, key=lambda turn: turn.place)


def _rehearsed(bases: Bases, turns: Sequence[_Turn]) -> Iterator[tuple[str, Rehearsed]]:
    """Yield what came of each file, by its name."""
    shared: Ground | None = None
    unmade: frozenset[str] = frozenset()
    for turn in turns:
        if turn.alone:
            yield turn.source.file, rehearse(turn.source, _ground(bases, turn))
            continue
        shared = shared or _ground(bases, turn)
        done = rehearse(turn.source, shared, unmade)
        unmade = done.unmade
        yield turn.source.file, done
        if turn.down is not None:
            with shared.aside() as aside:
                yield turn.down.file, rehearse(turn.down, aside, unmade)


def _ground(bases: Bases, turn: _Turn) -> Ground:
    """Return a database to which the migrations before a file were applied."""
    refused = bases.reach(turn.place)
    if refused is not None:
        migration, why = refused
        message = f"nothing can be run behind {migration.name}, which the server refuses: {why.error.message}"
        help_text = f"`fluxc prove {migration.name}` tells what is wrong with it"
        raise InputError([Diagnostic("not-run", message, Span(migration.file, why.step.line), help_text)])
    name = f"{_HERE}_own" if turn.alone else _HERE
    with bases.copy(name):
        pass  # it is made, and whoever runs the file connects to it by itself
    server = bases.server
    return Ground(server, name, with_roles=isinstance(server, Scratch) and not server.lasts)
