"""Tables and enums as declared, with their mixins put in, before names are looked up."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from fluxc.diagnostics import did_you_mean
from fluxc.model import declared
from fluxc.model.column_declaration import ColumnDeclaration, GeneratedDeclaration, IdentityDeclaration
from fluxc.model.shortform import Reference, ShortFormError, Spec, parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from fluxc.model.column import Identity
    from fluxc.model.findings import Findings, Place
    from fluxc.model.table import Members, MixinDeclaration, TableDeclaration


@dataclass(slots=True)
class ColumnDraft:
    """A column as declared; ``long`` is there where the long form was used.

    ``home`` is the table that it is inherited from, ``plain`` the text of a short form that says everything: without a
    reference, and with no comment behind it.
    """

    name: str
    spec: Spec
    place: Place
    long: ColumnDeclaration | None = None
    plain: str | None = None
    home: TableDraft | None = None

    def of(self, parent: TableDraft) -> ColumnDraft:
        """Return the column as a table has it that inherits it: keys and references stay behind."""
        spec = self.spec._replace(primary_key=False, unique=False, reference=None)
        return ColumnDraft(self.name, spec, self.place, self.long, None, self.home or parent)

    @property
    def virtual(self) -> bool:
        """Return whether the column is computed when it is read."""
        generated = self.long.generated if self.long else None
        return isinstance(generated, GeneratedDeclaration) and generated.virtual


Form = TypeVar("Form")


@dataclass(slots=True)
class TableDraft:
    """A table as declared.

    ``faulty`` are columns that were reported and left out, ``serials`` those that say something of their sequence;
    ``inherited`` says that the columns of its parents are among its own, ``parent`` is the table of a partition.
    """

    domain: str
    path: tuple[str, str]
    place: Place
    form: TableDeclaration
    columns: dict[str, ColumnDraft] = field(default_factory=dict[str, ColumnDraft])
    faulty: set[str] = field(default_factory=set[str])
    keys: list[tuple[declared.Key, Place]] | None = None
    groups: list[tuple[Members, Place]] = field(default_factory=list["tuple[Members, Place]"])
    serials: list[ColumnDraft] | None = None
    inherited: bool = False
    parent: TableDraft | None = None

    def primary_keys(self) -> list[tuple[declared.Key, Place]]:
        """Return every primary key that is declared, in columns or for the table; more than one is an error."""
        if self.keys is None:
            columns = self.columns.values()
            keys = [(declared.Key(column.name), column.place) for column in columns if column.spec.primary_key]
            for group, place in self.groups:
                if group.primary_key is not None:
                    keys.append((declared.key(group.primary_key), place / "primary_key"))
            self.keys = keys
        return self.keys

    def key_columns(self) -> list[str]:
        """Return the columns of the primary key; none where the table has no key."""
        keys = self.primary_keys()
        return listed(keys[0][0].columns) if keys else []

    def single_key(self) -> str | None:
        """Return the primary key's column where there is just one, and the table has it."""
        columns = self.key_columns()
        return columns[0] if len(columns) == 1 and columns[0] in self.columns else None

    def uniques(self) -> Iterator[tuple[declared.Key, Place]]:
        """Yield the unique constraints, those of columns first."""
        for column in self.columns.values():
            if column.spec.unique:
                yield declared.Key(column.name), column.place
        for group, place in self.groups:
            for name, form, where in forms(group.unique, place, "unique"):
                yield declared.key(form, name), where

    def checks(self) -> Iterator[tuple[declared.Check, Place]]:
        """Yield the checks, those of columns first."""
        for column in self.columns.values():
            if column.long and column.long.check is not None and column.home is None:
                yield declared.Check(column.long.check), column.place / "check"
        for group, place in self.groups:
            for name, form, where in forms(group.checks, place, "checks"):
                yield declared.check(form, name), where

    def foreign_keys(self) -> Iterator[tuple[declared.ForeignKey, Place]]:
        """Yield the foreign keys, those of columns first."""
        for column in self.columns.values():
            if column.spec.reference is not None:
                yield declared.reference(column.name, column.spec.reference), column.place
        for group, place in self.groups:
            for name, form, where in forms(group.foreign_keys, place, "foreign_keys"):
                yield declared.foreign_key(form, name), where

    def exclusions(self) -> Iterator[tuple[declared.Exclusion, Place]]:
        """Yield the exclusion constraints."""
        for group, place in self.groups:
            for name, form, where in forms(group.exclude, place, "exclude"):
                yield declared.exclusion(form, name), where

    def indexes(self) -> Iterator[tuple[declared.Index, Place]]:
        """Yield the indexes that are declared as such."""
        for group, place in self.groups:
            for name, form, where in forms(group.indexes, place, "indexes"):
                yield declared.index(form, name), where


def forms(said: list[Form] | dict[str, Form], place: Place, key: str) -> Iterator[tuple[str | None, Form, Place]]:
    """Yield what stands under a key of a place, a list or a mapping, each with its name where it has one."""
    if not said:
        return
    place /= key
    if isinstance(said, dict):
        for name, form in said.items():
            yield name, form, place / name
    else:
        for number, form in enumerate(said):
            yield None, form, place / number


def listed(columns: str | list[str]) -> list[str]:
    """Return the columns of a form that takes one name or a list of them."""
    return [columns] if isinstance(columns, str) else columns


def draft_table(
    domain: str,
    path: tuple[str, str],
    form: TableDeclaration,
    place: Place,
    mixins: Mapping[str, tuple[MixinDeclaration, Place]],
    findings: Findings,
) -> TableDraft:
    """Return the table with its mixins' members before and after its own; record unknown mixins and double columns."""
    draft = TableDraft(domain, path, place, form)
    used = [mixins[name] for name in _known_mixins(form, place, mixins, findings)]
    first = [(mixin, at) for mixin, at in used if mixin.position == "first"]
    last = [(mixin, at) for mixin, at in used if mixin.position == "last"]
    draft.groups = [*first, (form, place), *last]
    for group, at in draft.groups:
        columns = at / "columns"
        for name, column in group.columns.items():
            _draft_column(draft, name, column, columns / name, findings)
    return draft


def _known_mixins(
    form: TableDeclaration, place: Place, mixins: Mapping[str, tuple[MixinDeclaration, Place]], findings: Findings
) -> Iterator[str]:
    for number, name in enumerate(form.use):
        if name not in mixins:
            cure = did_you_mean(name, mixins) or "declare it under `mixins:` of this domain or of a `_shared` file"
            findings.add("unknown-mixin", f"there is no mixin `{name[:70]}`", place / "use" / number, cure)
        elif name in form.use[:number]:
            findings.add("unknown-mixin", f"mixin `{name}` is used twice", place / "use" / number, "leave one out")
        else:
            yield name


def _draft_column(
    draft: TableDraft, name: str, form: str | ColumnDeclaration, place: Place, findings: Findings
) -> None:
    if not findings.name(name, "column", place):
        return
    if name in draft.columns:
        other = draft.columns[name].place.span()
        message = f"column `{name}` of table {draft.path[-1]} is declared twice, also at {other.file}:{other.line}"
        findings.add("column-twice", message, place, "take it out of the mixin or of the table", key=True)
        return
    if isinstance(form, ColumnDeclaration):
        spec, long, plain = _long(form, place, findings), form, None
    else:
        comment = place.document.comments.get(place.path)
        spec, long = _short(form, place, comment, findings), None
        plain = form if comment is None and spec is not None and spec.reference is None else None
    if spec is None:
        draft.faulty.add(name)
    else:
        draft.columns[name] = ColumnDraft(name, spec, place, long, plain)
        if long is not None and long.serial:
            draft.serials = [*(draft.serials or ()), draft.columns[name]]


def _short(text: str, place: Place, comment: str | None, findings: Findings) -> Spec | None:
    try:
        spec = parse(text)
    except ShortFormError as problem:
        if comment is None:
            findings.add("bad-column", str(problem), place, problem.help)
            return None
        spec = Spec(None, default_sql=text)
    if comment is not None and findings.cut_by_comment(place, spec.default_sql or "0"):
        return None
    return spec


def _long(form: ColumnDeclaration, place: Place, findings: Findings) -> Spec | None:
    reference = _long_reference(form, place, findings)
    type_text, nullable = form.type, form.nullable
    if type_text is not None and type_text.rstrip().endswith("?"):
        type_text, nullable = type_text.rstrip().removesuffix("?"), True
    if type_text is None and reference is None:
        findings.add("bad-column", "neither `type` nor `references` is given", place, "add `type:`", key=True)
        return None
    if form.default is not None and form.default_sql is not None:
        findings.add(
            "bad-column", "`default` and `default_sql` are both given", place / "default_sql", "leave one out", key=True
        )
    return Spec(
        type=type_text,
        nullable=nullable or (reference is not None and form.references is not None and _nullable(form)),
        primary_key=form.primary_key,
        unique=form.unique,
        identity=_identity(form),
        reference=reference,
        default_sql=form.default_sql,
    )


def _identity(form: ColumnDeclaration) -> Identity | None:
    said = form.identity
    if isinstance(said, IdentityDeclaration):
        return said.generate
    return said if not isinstance(said, bool) else "always" if said else None


def _nullable(form: ColumnDeclaration) -> bool:
    target = form.references if isinstance(form.references, str) else form.references.target if form.references else ""
    return target.rstrip().endswith("?")


def _long_reference(form: ColumnDeclaration, place: Place, findings: Findings) -> Reference | None:
    if form.references is None:
        return None
    if not isinstance(form.references, str):
        declared = form.references
        target = declared.target.rstrip().removesuffix("?")
        return Reference(target, declared.on_delete, declared.on_update, declared.index, declared)
    try:
        return parse(f"-> {form.references}").reference
    except ShortFormError as problem:
        findings.add("bad-column", str(problem), place / "references", problem.help)
        return None
