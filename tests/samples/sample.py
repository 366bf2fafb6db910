"""The sample projects: well-known databases, declared in words of this project."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Final

from fluxc.commands.build import build
from fluxc.history.folder import read_folder
from fluxc.project.layout import Layout
from fluxc.run.apply import migrate

if TYPE_CHECKING:
    from fluxc.history.migration import History

HERE: Final = Path(__file__).parent
NAMES: Final = ("chinook", "northwind")


class Sample:
    """A copy of one sample project, built."""

    def __init__(self, name: str, folder: Path) -> None:
        self.layout = Layout(folder / name)
        shutil.copytree(HERE / name, self.layout.root)
        result = build(self.layout)
        assert (result.questions, result.warnings) == ((), ())
        self.tables = result.tables

    @property
    def history(self) -> History:
        """Return its migrations."""
        history, found = read_folder(self.layout.out, self.layout.root)
        assert found == ()
        return history

    def migrate(self, url: str) -> None:
        """Apply them to a database."""
        migrate(url, self.history)
