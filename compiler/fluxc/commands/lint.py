"""``fluxc lint``: the rules over the schema and its pending migrations, and over files of SQL."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from fluxc.commands.beside import are_many, beside
from fluxc.diagnostics import Diagnostic, InputError, Severity, Span
from fluxc.source.tree import read_tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from fluxc.lint.check import Found, Linted
    from fluxc.lint.rule import Fix
    from fluxc.lint.sql.source import Source
    from fluxc.model.findings import Place
    from fluxc.project.layout import Layout
    from fluxc.rehearsal.run import Measured
    from fluxc.source.document import Document
    from fluxc.trace.cost import Lock

REWRITES: Final = "rewrites-table"


class Ran(NamedTuple):
    """How many statements were run on a server of a major version, and what those that cost something did."""

    server: int
    statements: int
    measured: tuple[Measured, ...]


class LintResult(NamedTuple):
    """What is to be said, what is suppressed, the files that `--fix` changed, and how much was looked at.

    ``ran`` tells of files of SQL that were run.
    """

    diagnostics: tuple[Diagnostic, ...] = ()
    suppressed: tuple[Found, ...] = ()
    fixed: tuple[str, ...] = ()
    tables: int | None = None
    statements: int | None = None
    ran: Ran | None = None

    def beside(self, other: LintResult) -> LintResult:
        """Return what it says of a schema together with what ``other`` says of files of SQL."""
        return LintResult(
            self.diagnostics + other.diagnostics,
            self.suppressed + other.suppressed,
            self.fixed,
            self.tables,
            other.statements,
            other.ran,
        )

    @property
    def failed(self) -> bool:
        """Return whether an error is among the findings."""
        return any(item.severity is Severity.ERROR for item in self.diagnostics)


class _Pass(NamedTuple):
    """What one reading of the schema gave."""

    linted: Linted
    documents: tuple[Document, ...]
    warnings: tuple[Diagnostic, ...]
    tables: int


def lint(layout: Layout, paths: Sequence[Path] = (), *, fix: bool = False) -> LintResult:
    """Return what the rules say of what is declared in the files and folders ``paths``; without any, of everything.

    Everything is the schema and the migrations that are pending.  With ``fix`` the files are changed first where a rule
    knows a safe change.  Raises InputError where the schema does not compile, a rule is named that is not there, or a
    path holds no schema file.
    """
    done = _pass(layout)
    wanted = _wanted(layout, done.documents, paths)
    changed = tuple(_fix(layout, done, wanted)) if fix else ()
    if changed:
        done = _pass(layout)
    said = (*done.warnings, *done.linted.diagnostics)
    return LintResult(
        tuple(item for item in said if item.span is None or not paths or item.span.file in wanted),
        tuple(item for item in done.linted.suppressed if not paths or item.file in wanted),
        changed,
        done.tables,
        None if paths else done.linted.statements or None,
    )


def _pass(layout: Layout) -> _Pass:
    read = partial(read_tree, layout.schema, layout.root, layout.cache / "parsed.json")
    reading = beside(read, worth=are_many(layout.schema))
    from fluxc.lint.check import check  # loads while a large schema is read
    from fluxc.model.load import load
    from fluxc.project.config import read_config
    from fluxc.project.lint import read_lint_settings

    config, settings = read_config(layout), read_lint_settings(layout)
    tree = reading()
    compiled, found = load(tree, config.namespace, config.target)
    if any(item.severity is Severity.ERROR for item in found):
        raise InputError(found)
    documents = (*(document for domain in tree.domains for document in domain.documents), *tree.shared)
    tables = sum(len(domain.tables) for domain in compiled.domains)
    linted = check(compiled, documents, settings, today(), tuple(_pending(layout)))
    return _Pass(linted, documents, found, tables)


def today() -> date:
    """Return the day by which suppressions end: that of UTC."""
    return datetime.now(UTC).date()


def _pending(layout: Layout) -> Iterable[Source]:
    """Yield the migrations that are written and not sealed; what is wrong with others is for other commands to say."""
    if not layout.migrations.is_dir():
        return
    from fluxc.history.folder import read_folder
    from fluxc.history.marks import sections
    from fluxc.history.migration import CONTRACT
    from fluxc.lint.sql.source import Source

    for migration in read_folder(layout.out, layout.root, verify=False)[0].pending:
        text = migration.text[: sections(migration.text).body_end]
        rewritten = frozenset(hazard.object for hazard in migration.hazards if hazard.code == REWRITES)
        yield Source(migration.file, text, rewritten=rewritten, late=migration.phase == CONTRACT)


def _wanted(layout: Layout, documents: Iterable[Document], paths: Sequence[Path]) -> set[str]:
    """Return the files of the schema that lie at or below the paths; raises InputError for a path without any."""
    files = [document.file for document in documents]
    if not paths:
        return set(files)
    places = [(file, (layout.root / file).resolve()) for file in files]
    found = {path: _below(path.resolve(), places) for path in paths}
    if wrong := [_empty(path) for path, below in found.items() if not below]:
        raise InputError(wrong)
    return set[str]().union(*found.values())


def _below(path: Path, places: Iterable[tuple[str, Path]]) -> set[str]:
    return {file for file, where in places if where.is_relative_to(path)}


def _empty(path: Path) -> Diagnostic:
    message = f"`{path}` holds no file of the schema"
    return Diagnostic(
        "no-schema-file",
        message,
        Span(str(path)),
        "name files or folders below schema/, or files of SQL that end in .sql",
    )


def _fix(layout: Layout, done: _Pass, wanted: set[str]) -> Iterable[str]:
    """Make the fixes of findings in these files; yield the files that changed."""
    from fluxc.history.write import write_atomically
    from fluxc.lint.fix import fixed
    from fluxc.source.reading import decode

    fixes: dict[str, list[tuple[Place, Fix]]] = {}
    for item in done.linted.found:
        if item.fix is not None and item.place is not None:
            fixes.setdefault(item.file, []).append((item.place, item.fix))
    for file in sorted(fixes.keys() & wanted):
        path = layout.root / file
        text = path.read_bytes().decode()
        if decode(text.encode(), file) != fixes[file][0][0].document.text:
            continue  # somebody has saved it since it was read
        after = fixed(text, fixes[file], partial(_data, path, file))
        if after != text:
            write_atomically(path, after)
            yield file


def _data(path: Path, file: str, text: str) -> Any:
    from fluxc.source.reading import decode
    from fluxc.source.tree import parse

    return parse(file, decode(text.encode(), file), path.suffix).data


def as_json(result: LintResult) -> dict[str, Any]:
    """Return the documented JSON keys of a lint beside its diagnostics (docs/commands.md)."""
    suppressed = [
        {
            "code": item.diagnostic.code,
            "object": item.object,
            "reason": item.reason,
            "file": item.file,
        }
        for item in result.suppressed
    ]
    ran = {} if result.ran is None else {"ran": _ran_json(result.ran)}
    return {"suppressed": suppressed, "fixed": list(result.fixed), **ran}


def _ran_json(ran: Ran) -> dict[str, Any]:
    def lock(one: Lock) -> dict[str, str]:
        return {"kind": one.kind, "name": one.name, "mode": one.mode.words}

    measured = [
        {
            "file": item.place.file,
            "line": item.place.line,
            "statement": item.text,
            "locks": [lock(one) for one in item.cost.locks],
            "rewrites": list(item.cost.rewrites),
            "scans": list(item.cost.scans),
            "validates": list(item.cost.validates),
            "builds": list(item.cost.builds),
            "waits": item.cost.waits,
        }
        for item in ran.measured
    ]
    return {"server": ran.server, "statements": ran.statements, "measured": measured}
