"""Constraints and indexes as declared, whichever of their forms was used."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from fluxc.model.constraint_declaration import (
    CheckDeclaration,
    ForeignKeyDeclaration,
    PrimaryKeyDeclaration,
    UniqueDeclaration,
)
from fluxc.model.index_declaration import IndexDeclaration

if TYPE_CHECKING:
    from fluxc.model.column_declaration import ReferenceDeclaration
    from fluxc.model.constraint_declaration import ExclusionDeclaration
    from fluxc.model.index_declaration import Part
    from fluxc.model.shortform import Reference

Earlier = str | list[str] | None


class Key(NamedTuple):
    """A primary key or a unique constraint; ``long`` has the options of the long form."""

    columns: str | list[str]
    name: str | None = None
    was: Earlier = None
    doc: str | None = None
    long: PrimaryKeyDeclaration | UniqueDeclaration | None = None


class Check(NamedTuple):
    """A check constraint; ``long`` has the options of the long form."""

    expression: str
    name: str | None = None
    was: Earlier = None
    doc: str | None = None
    long: CheckDeclaration | None = None


class ForeignKey(NamedTuple):
    """A foreign key; ``indexed`` asks for an index on its columns, ``long`` has the options of the long form."""

    columns: str | list[str]
    references: str
    on_delete: str
    on_update: str
    indexed: bool
    name: str | None = None
    was: Earlier = None
    doc: str | None = None
    long: ForeignKeyDeclaration | ReferenceDeclaration | None = None


class Exclusion(NamedTuple):
    """An exclusion constraint."""

    name: str | None
    long: ExclusionDeclaration


class Index(NamedTuple):
    """An index; ``long`` has the options of the long form."""

    on: Part | list[Part]
    name: str | None = None
    was: Earlier = None
    doc: str | None = None
    long: IndexDeclaration | None = None


def key(form: str | list[str] | PrimaryKeyDeclaration | UniqueDeclaration, name: str | None = None) -> Key:
    """Return a key of any form; ``name`` is the one under which it stands in a mapping."""
    if isinstance(form, PrimaryKeyDeclaration | UniqueDeclaration):
        return Key(form.columns, name or form.name, form.was, form.doc, form)
    return Key(form, name)


def check(form: str | CheckDeclaration, name: str | None) -> Check:
    """Return a check of any form."""
    if isinstance(form, CheckDeclaration):
        return Check(form.expression, name or form.name, form.was, form.doc, form)
    return Check(form, name)


def foreign_key(form: ForeignKeyDeclaration, name: str | None) -> ForeignKey:
    """Return a foreign key declared for a table."""
    actions = (form.on_delete, form.on_update)
    return ForeignKey(form.columns, form.references, *actions, form.index, name or form.name, form.was, form.doc, form)


def reference(column: str, said: Reference) -> ForeignKey:
    """Return the foreign key that a column's reference makes."""
    long = said.long
    name, doc = (long.name, long.doc) if long else (None, None)
    return ForeignKey(column, said.target, said.on_delete, said.on_update, said.indexed, name, None, doc, long)


def exclusion(form: ExclusionDeclaration, name: str | None) -> Exclusion:
    """Return an exclusion constraint declared for a table."""
    return Exclusion(name or form.name, form)


def index(form: Part | list[Part] | IndexDeclaration, name: str | None) -> Index:
    """Return an index of any form."""
    if isinstance(form, IndexDeclaration):
        return Index(form.on, name or form.name, form.was, form.doc, form)
    return Index(form, name)
