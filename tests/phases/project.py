"""A project of one domain before and after an edit, and the code that goes with either."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from psycopg.rows import dict_row
from psycopg.sql import SQL, Identifier, Placeholder
from psycopg.types.json import Jsonb

from fluxc.commands.answers import Answers
from fluxc.commands.build import build
from fluxc.history.folder import read_folder
from fluxc.project.layout import Layout

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

    import psycopg
    from psycopg.sql import Composed

    from fluxc.history.migration import History


class Project:
    """A project that is built twice; the models of each build are kept."""

    def __init__(self, root: Path, config: str = "") -> None:
        self.layout = Layout(root)
        self.layout.schema.mkdir(parents=True)
        self.layout.config.write_text(config, encoding="utf-8")

    def build(self, text: str, name: str, *, seal: bool = True) -> tuple[str, ...]:
        """Build the domain `app`, and return the phases of the migrations that were written."""
        (self.layout.schema / "app.yaml").write_text(text, encoding="utf-8")
        return tuple(item.phase for item in build(self.layout, Answers(name, seal=seal)).migrations)

    def models(self, name: str) -> ModuleType:
        """Return the models of the domain as they are now, as a package of a name that nothing else has."""
        folder = self.layout.root / name
        shutil.copytree(self.layout.models, folder)
        spec = importlib.util.spec_from_file_location(name, folder / "__init__.py")
        assert spec is not None
        assert spec.loader is not None
        package = importlib.util.module_from_spec(spec)
        sys.modules[name] = package
        spec.loader.exec_module(package)
        return importlib.import_module(f"{name}.app")

    def history(self) -> History:
        """Return the migrations."""
        history, found = read_folder(self.layout.out, self.layout.root)
        assert found == ()
        return history


@dataclass(frozen=True)
class Code:
    """What a program does by the models of one table, in transactions of their own."""

    connection: psycopg.Connection[Any]
    models: Any
    row: str

    @property
    def _table(self) -> Identifier:
        return Identifier(*getattr(self.models, self.row).TABLE)

    @property
    def _columns(self) -> Composed:
        return SQL(", ").join(map(Identifier, getattr(self.models, self.row).COLUMNS))

    def insert(self, unless: str | None = None, **values: Any) -> Any:
        """Put a row in by the model of inserts and return it; ``unless`` there is one with the same in a column."""
        said = getattr(self.models, f"{self.row}Insert")(**values).model_dump(exclude_unset=True)
        names, places = SQL(", ").join(map(Identifier, said)), SQL(", ").join(map(Placeholder, said))
        skip = SQL(" on conflict ({}) do nothing").format(Identifier(unless)) if unless else SQL("")
        what = SQL("({}) values ({})").format(names, places) if said else SQL("default values")
        query = SQL("insert into {} {}{} returning {}").format(self._table, what, skip, self._columns)
        return self._one(query, said)

    def update(self, key: int, **values: Any) -> Any:
        """Change a row by the model of updates and return it."""
        said = getattr(self.models, f"{self.row}Update")(**values).model_dump(exclude_unset=True)
        sets = SQL(", ").join(SQL("{} = {}").format(Identifier(name), Placeholder(name)) for name in said)
        query = SQL("update {} set {} where id = {} returning {}")
        return self._one(query.format(self._table, sets, Placeholder(" key"), self._columns), said | {" key": key})

    def read(self, key: int) -> Any:
        """Return a row."""
        query = SQL("select {} from {} where id = {}").format(self._columns, self._table, Placeholder("key"))
        return self._one(query, {"key": key})

    def _one(self, query: Composed, values: dict[str, Any]) -> Any:
        given = {name: Jsonb(value) if isinstance(value, dict) else value for name, value in values.items()}
        with self.connection.cursor(row_factory=dict_row) as cursor:
            found = cursor.execute(query, given).fetchone()
        return getattr(self.models, self.row).model_validate(found) if found is not None else None
