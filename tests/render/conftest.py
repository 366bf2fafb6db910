"""Schemas in few words, and the packages that they render to."""

from __future__ import annotations

import importlib
import itertools
import sys
from typing import TYPE_CHECKING, Any, Protocol

import pytest

from fluxc.model.column import Column
from fluxc.model.compiled import Compiled, Domain, Intent
from fluxc.model.constraint import Check, ForeignKey, PrimaryKey
from fluxc.model.enum import Enum
from fluxc.model.expression import canonical
from fluxc.model.presentation import Presentation
from fluxc.model.state import Key, State
from fluxc.model.table import Table
from fluxc.render.environment import environment
from fluxc.render.models import PLAIN_MODELS, render_models

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path
    from types import ModuleType

    from fluxc.model.state import Object
    from fluxc.project.config import ModelSettings

_numbers = itertools.count()


class Schema:
    """Builds a compiled schema; every namespace but ``shared`` is a domain."""

    def __init__(self) -> None:
        self.objects: list[Object] = []
        self.docs: dict[str, str] = {}
        self.presentation: dict[Key, Presentation] = {}

    def enum(self, namespace: str, name: str, *values: str, doc: str | None = None) -> None:
        """Add an enum."""
        self.objects.append(Enum(place=(namespace,), name=name, values=values, doc=doc))

    def table(
        self, namespace: str, name: str, columns: Mapping[str, str | dict[str, Any]], doc: str | None = None
    ) -> None:
        """Add a table; a column is its type, or the attributes of a `Column`."""
        self.objects.append(Table(place=(namespace,), name=name, doc=doc))
        for column, said in columns.items():
            attributes: dict[str, Any] = {"type": said} if isinstance(said, str) else said
            self.objects.append(Column(place=(namespace, name), name=column, **attributes))

    def check(self, namespace: str, table: str, expression: str) -> None:
        """Add a check to a table."""
        place = (namespace, table)
        number = sum(item.place == place for item in self.objects)
        self.objects.append(Check(place=place, name=f"check_{number}", expression=canonical(expression)))

    def key(self, namespace: str, table: str, *columns: str) -> None:
        """Give a table its primary key."""
        self.objects.append(PrimaryKey(place=(namespace, table), name=f"{table}_pkey", columns=columns))

    def reference(self, namespace: str, table: str, column: str, target: str, target_column: str) -> None:
        """Let a column refer to that of another table, ``namespace.table``."""
        place, ends = (namespace, table), (tuple(target.split(".")), (target_column,))
        name = f"{table}_{column}_fkey"
        self.objects.append(
            ForeignKey(place=place, name=name, columns=(column,), target=ends[0], target_columns=ends[1])
        )

    def python(self, *path: str, **said: Any) -> None:
        """Say how Python sees a table, or a column."""
        self.presentation[Key("table" if len(path) == 2 else "column", path)] = Presentation(**said)

    def compiled(self) -> Compiled:
        """Return the schema."""
        namespaces = list(dict.fromkeys(item.place[0] for item in self.objects if item.place[0] != "shared"))
        domains = [
            Domain(space, space, self.docs.get(space), self._keys(space, Enum.kind), self._keys(space, Table.kind))
            for space in namespaces
        ]
        return Compiled(State(self.objects), Intent(), tuple(domains), {}, presentation=self.presentation)

    def _keys(self, namespace: str, kind: str) -> tuple[Key, ...]:
        return tuple(item.key for item in self.objects if item.kind == kind and item.place == (namespace,))

    def files(self, settings: ModelSettings = PLAIN_MODELS) -> dict[str, str]:
        """Return the rendered package."""
        return render_models(self.compiled(), environment(), settings)


class Load(Protocol):
    """Writes a rendered package where it can be imported, and imports it or one of its modules."""

    def __call__(self, files: Mapping[str, str], module: str = "") -> ModuleType:
        """Return the module."""
        ...


@pytest.fixture
def schema() -> Schema:
    """Return an empty schema."""
    return Schema()


@pytest.fixture
def load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Load]:
    """Return the loader of rendered packages; what it imports is gone afterwards."""
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    packages: list[str] = []

    def loaded(files: Mapping[str, str], module: str = "") -> ModuleType:
        package = f"generated_{next(_numbers)}"
        packages.append(package)
        write_package(tmp_path / package, files)
        importlib.invalidate_caches()
        return importlib.import_module(f"{package}.{module}" if module else package)

    yield loaded
    _forget(packages)


def write_package(folder: Path, files: Mapping[str, str]) -> None:
    """Write the files of a package into a new folder."""
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")


def _forget(packages: Iterable[str]) -> None:
    for package in packages:
        for name in [name for name in sys.modules if name.partition(".")[0] == package]:
            del sys.modules[name]
