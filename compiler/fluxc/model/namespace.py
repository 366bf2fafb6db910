"""Namespaces: what PostgreSQL calls schemas."""

from __future__ import annotations

from typing import ClassVar

from fluxc.model.state import Key, Object


class Namespace(Object):
    """A PostgreSQL schema that fluxc creates; ``public`` is there already and never is one."""

    kind: ClassVar[str] = "namespace"
    noun: ClassVar[str] = "namespace"


def namespace_key(name: str) -> Key:
    """Return the key of a namespace."""
    return Key(Namespace.kind, (name,))
