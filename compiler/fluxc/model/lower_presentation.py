"""Drafts into what Python sees of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.model.column import Column
from fluxc.model.presentation import PLAIN, Presentation, dimensions, is_type, name_problem
from fluxc.model.state import Key
from fluxc.model.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fluxc.model.draft import ColumnDraft, TableDraft
    from fluxc.model.findings import Findings, Place
    from fluxc.model.lowering import Lowering
    from fluxc.model.presentation import PythonDeclaration

_SUFFIXES = ("", "Insert", "Update")


def present_table(low: Lowering, draft: TableDraft) -> None:
    """Take in what is said of a table and its columns for Python; record what cannot be so."""
    said = draft.form.python
    if said is not None and said.name is not None and _named(low.findings, said.name, draft.place / "python"):
        low.presentation[Key(Table.kind, draft.path)] = Presentation(name=said.name)
    for column in draft.columns.values():
        text = column.spec.type
        if column.long is not None or (text is not None and text.count("[") > 1):
            found = _column(low.findings, column)
            if found != PLAIN:
                low.presentation[Key(Column.kind, (*draft.path, column.name))] = found
    if any(column.long and column.long.python for column in draft.columns.values()):
        _check_clashes(low.findings, draft)


def _column(findings: Findings, column: ColumnDraft) -> Presentation:
    depth = dimensions(column.spec.type) if column.spec.type else 1
    if column.long is None:
        return Presentation(dimensions=depth)
    said = column.long.python
    sensitive = column.long.sensitive
    if said is None:
        return Presentation(sensitive=sensitive, dimensions=depth)
    _check(findings, said, column.place / "python")
    return Presentation(said.name, said.type, said.alias, sensitive, depth)


def _check(findings: Findings, said: PythonDeclaration, place: Place) -> None:
    if said.name is not None:
        _named(findings, said.name, place)
    if said.type is not None and not is_type(said.type):
        message = f"`{said.type[:70]}` names no type"
        findings.add("bad-python-type", message, place / "type", "write `module:Name`, such as `app.prefs:Preferences`")
    if said.alias is not None and not (said.alias and said.alias.isprintable()):
        findings.add("bad-python-name", f"alias {said.alias[:70]!r} is no name", place / "alias", "choose another")


def _named(findings: Findings, name: str, place: Place) -> bool:
    problem = name_problem(name)
    if problem is not None:
        findings.add("bad-python-name", f"`{name[:70]}` {problem}", place / "name", "choose another name")
    return problem is None


def _check_clashes(findings: Findings, draft: TableDraft) -> None:
    """Record a name or an alias under which two columns would be given."""
    owners = {name: name for name, column in draft.columns.items() if not _said(column).name}
    for name, column in draft.columns.items():
        said = _said(column)
        for kind in ("name", "alias"):
            wish: str | None = getattr(said, kind)
            if wish is not None and owners.setdefault(wish, name) != name:
                message = f"columns {owners[wish]} and {name} are both called `{wish}` in Python"
                findings.add("name-clash", message, column.place / "python" / kind, "give one of them another name")


def _said(column: ColumnDraft) -> Presentation:
    said = column.long.python if column.long else None
    return Presentation(said.name, said.type, said.alias) if said else PLAIN


def check_classes(findings: Findings, drafts: Iterable[TableDraft]) -> None:
    """Record two tables of one domain whose classes are said to have the same name."""
    owners: dict[str, str] = {}
    for draft in drafts:
        name = draft.form.python.name if draft.form.python else None
        if name is None:
            continue
        taken = next((owners[name + end] for end in _SUFFIXES if name + end in owners), None)
        if taken is not None:
            message = f"tables {taken} and {draft.path[-1]} are both called `{name}` in Python"
            findings.add("name-clash", message, draft.place / "python" / "name", "give one of them another name")
        owners |= dict.fromkeys((name + end for end in _SUFFIXES), draft.path[-1])
