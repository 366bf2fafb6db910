"""Constraints and indexes as declared, whichever of their forms was used."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from fluxc.model.constraint import CheckDeclaration, ForeignKeyDeclaration, KeyDeclaration
from fluxc.model.index import IndexDeclaration

if TYPE_CHECKING:
    from fluxc.model.column import Action
    from fluxc.model.shortform import Reference

Earlier = str | list[str] | None


class Key(NamedTuple):
    """A primary key or a unique constraint."""

    columns: str | list[str]
    name: str | None = None
    was: Earlier = None
    doc: str | None = None


class Check(NamedTuple):
    """A check constraint."""

    expression: str
    name: str | None = None
    was: Earlier = None
    doc: str | None = None


class ForeignKey(NamedTuple):
    """A foreign key; ``indexed`` asks for an index on its columns."""

    columns: str | list[str]
    references: str
    on_delete: Action
    on_update: Action
    indexed: bool
    name: str | None = None
    was: Earlier = None
    doc: str | None = None


class Index(NamedTuple):
    """An index."""

    on: str | list[str]
    unique: bool = False
    where: str | None = None
    name: str | None = None
    was: Earlier = None
    doc: str | None = None


def key(form: str | list[str] | KeyDeclaration, name: str | None = None) -> Key:
    """Return a key of any form; ``name`` is the one under which it stands in a mapping."""
    if isinstance(form, KeyDeclaration):
        return Key(form.columns, name or form.name, form.was, form.doc)
    return Key(form, name)


def check(form: str | CheckDeclaration, name: str | None) -> Check:
    """Return a check of any form."""
    if isinstance(form, CheckDeclaration):
        return Check(form.expression, name or form.name, form.was, form.doc)
    return Check(form, name)


def foreign_key(form: ForeignKeyDeclaration, name: str | None) -> ForeignKey:
    """Return a foreign key declared for a table."""
    actions = (form.on_delete, form.on_update)
    return ForeignKey(form.columns, form.references, *actions, form.index, name or form.name, form.was, form.doc)


def reference(column: str, said: Reference) -> ForeignKey:
    """Return the foreign key that a column's reference makes."""
    return ForeignKey(column, said.target, said.on_delete, said.on_update, said.indexed, said.name)


def index(form: str | list[str] | IndexDeclaration, name: str | None) -> Index:
    """Return an index of any form."""
    if isinstance(form, IndexDeclaration):
        return Index(form.on, form.unique, form.where, name or form.name, form.was, form.doc)
    return Index(form, name=name)
