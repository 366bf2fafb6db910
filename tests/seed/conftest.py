"""A project with declared rows, and the database that they are written to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import psycopg
import pytest

from fluxc.commands.answers import Answers
from fluxc.commands.applying import migrate
from fluxc.commands.build import build
from fluxc.commands.database import Database
from fluxc.commands.seeding import seed
from fluxc.project.layout import Layout

if TYPE_CHECKING:
    from pathlib import Path

    from fluxc.seed.written import Seeded


class Garden:
    """A project whose one domain is `app`, and a database at its migrations."""

    def __init__(self, root: Path, url: str) -> None:
        self.layout = Layout(root)
        self.url = url
        self.database = Database(url, "test", development=False)
        self.layout.config.write_text("target = 17\n", encoding="utf-8")
        self.layout.schema.mkdir()

    def write(self, schema: str) -> None:
        """Let the domain say this, without a build."""
        (self.layout.schema / "app.yaml").write_text(schema, encoding="utf-8")

    def grow(self, schema: str) -> None:
        """Let the domain say this, and bring the database there."""
        self.write(schema)
        assert not build(self.layout, Answers(seal=True)).questions
        migrate(self.layout, self.database)

    def seed(self, *tables: str, dry_run: bool = False, accept_loss: bool = True) -> Seeded:
        """Seed the database; deletions are accepted unless said otherwise."""
        return seed(self.layout, self.database, tables, dry_run=dry_run, accept_loss=accept_loss)

    def counts(self, *tables: str, dry_run: bool = False) -> dict[str, tuple[int, int, int]]:
        """Seed, and return for each table what was inserted, updated and deleted."""
        done = self.seed(*tables, dry_run=dry_run).tables
        return {item.table[-1]: (item.inserted, item.updated, item.deleted) for item in done}

    def ask(self, query: str) -> list[Any]:
        """Return the rows of a query, single columns bare."""
        with psycopg.connect(self.url, autocommit=True) as connection:
            cursor = connection.execute(query.encode())
            found = cursor.fetchall() if cursor.description else []
            return [row[0] if len(row) == 1 else row for row in found]


@pytest.fixture
def garden(tmp_path: Path, database: str) -> Garden:
    """Return a project without tables and an empty database."""
    root = tmp_path / "project"
    root.mkdir()
    return Garden(root, database)
